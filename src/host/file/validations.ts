import type { HostSheet, ValidationState } from "../book/workbook";
import { SHEET_ORDER } from "./sheetOrder";
import {
  attr,
  attributes,
  child,
  children,
  escapeText,
  flagAttr,
  putChild,
  textOf,
  type Element,
} from "./xml";
import { formulaFromFile, formulaToFile } from "./formulaText";

/** The file's word for each member of Office.js' `DataValidationRule`. */
const KINDS: Readonly<Record<string, string>> = {
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
  list: "list",
  custom: "custom",
};
const RULES = new Map(Object.entries(KINDS).map(([rule, kind]) => [kind, rule]));

const OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};
const OPERATOR_NAMES = new Map(Object.entries(OPERATORS).map(([name, word]) => [word, name]));

/** Longest texts Excel takes; a longer one makes it offer a repair. */
const LIMITS = { title: 32, message: 225, prompt: 255, literalList: 255 } as const;

export function readValidations(worksheet: Element): ValidationState[] {
  return children(child(worksheet, "dataValidations"), "dataValidation").flatMap((each) => {
    const rule = readRule(each);
    return rule
      ? [
          {
            range: attr(each, "sqref") ?? "",
            rule,
            ...readMessages(each),
            ignoreBlanks: flagAttr(each, "allowBlank"),
          },
        ]
      : [];
  });
}

function readRule(element: Element): Record<string, unknown> | undefined {
  const kind = attr(element, "type") ?? "none";
  const formula1 = readOperand(textOf(child(element, "formula1")));
  const formula2 = readOperand(textOf(child(element, "formula2")));
  const rule = RULES.get(kind);
  if (rule === undefined) return kind === "none" ? {} : undefined;
  if (rule === "custom") return { custom: { formula: formula1 ?? "" } };
  if (rule === "list")
    return { list: { inCellDropDown: !flagAttr(element, "showDropDown"), source: formula1 ?? "" } };
  const operator = OPERATOR_NAMES.get(attr(element, "operator") ?? "between") ?? "Between";
  return { [rule]: { formula1: formula1 ?? "", ...(formula2 === undefined ? {} : { formula2 }), operator } };
}

function readOperand(text: string): string | number | undefined {
  if (text === "") return undefined;
  const literal = /^"(.*)"$/s.exec(text);
  if (literal) return (literal[1] ?? "").replaceAll('""', '"');
  return Number.isFinite(Number(text)) ? Number(text) : formulaFromFile(text);
}

function readMessages(element: Element): Pick<ValidationState, "prompt" | "errorAlert"> {
  const prompt = {
    title: attr(element, "promptTitle") ?? "",
    message: attr(element, "prompt") ?? "",
    showPrompt: flagAttr(element, "showInputMessage"),
  };
  const style = attr(element, "errorStyle") ?? "stop";
  const errorAlert = {
    title: attr(element, "errorTitle") ?? "",
    message: attr(element, "error") ?? "",
    showAlert: flagAttr(element, "showErrorMessage"),
    style: style.charAt(0).toUpperCase() + style.slice(1),
  };
  return {
    ...(prompt.title || prompt.message ? { prompt } : {}),
    ...(errorAlert.title || errorAlert.message || !errorAlert.showAlert || style !== "stop"
      ? { errorAlert }
      : {}),
  };
}

export function writeValidations(worksheet: Element, sheet: HostSheet): void {
  const made = sheet.validations.map(validationMarkup).filter((each) => each !== "");
  putChild(
    worksheet,
    "dataValidations",
    made.length > 0
      ? `<dataValidations count="${made.length}">${made.join("")}</dataValidations>`
      : undefined,
    SHEET_ORDER,
  );
}

function validationMarkup({ range, rule, prompt, errorAlert, ignoreBlanks }: ValidationState): string {
  const [name, body] = Object.entries(rule).find(([key, value]) => key in KINDS && isRecord(value)) ?? [];
  const rest = isRecord(body) ? body : {};
  const kind = name === undefined ? undefined : KINDS[name];
  if (kind === undefined && !prompt) return "";
  const [formula1, formula2] = operands(kind, rest);
  const operator = OPERATORS[String(rest["operator"] ?? "Between")] ?? "between";
  const said = attributes({
    type: kind,
    errorStyle:
      errorAlert && errorAlert.style.toLowerCase() !== "stop" ? errorAlert.style.toLowerCase() : undefined,
    operator: operator === "between" || kind === "list" || kind === "custom" ? undefined : operator,
    allowBlank: ignoreBlanks ?? true,
    // The attribute says the opposite of its name.
    showDropDown: kind === "list" && rest["inCellDropDown"] === false ? true : undefined,
    showInputMessage: prompt?.showPrompt ?? true,
    showErrorMessage: errorAlert?.showAlert ?? true,
    errorTitle: errorAlert?.title.slice(0, LIMITS.title) || undefined,
    error: errorAlert?.message.slice(0, LIMITS.message) || undefined,
    promptTitle: prompt?.title.slice(0, LIMITS.title) || undefined,
    prompt: prompt?.message.slice(0, LIMITS.prompt) || undefined,
    sqref: range.replaceAll(",", " ").replaceAll("$", ""),
  });
  const f = (tag: string, text: string): string =>
    text === "" ? "" : `<${tag}>${escapeText(text)}</${tag}>`;
  return `<dataValidation${said}>${f("formula1", formula1)}${f("formula2", formula2)}</dataValidation>`;
}

function operands(kind: string | undefined, body: Readonly<Record<string, unknown>>): [string, string] {
  if (kind === undefined) return ["", ""];
  if (kind === "list") return [listSource(String(body["source"] ?? "")), ""];
  if (kind === "custom") return [formulaToFile(String(body["formula"] ?? "")), ""];
  return [operand(body["formula1"]), operand(body["formula2"])];
}

function listSource(source: string): string {
  return source.startsWith("=")
    ? formulaToFile(source)
    : `"${source.slice(0, LIMITS.literalList).replaceAll('"', '""')}"`;
}

function operand(value: unknown): string {
  if (value === undefined || value === null || value === "") return "";
  return formulaToFile(String(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
