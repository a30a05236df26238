import type { SheetSpec, ValidationSpec } from "../../sheets/spec";
import { step, type Step, type Target } from "./target";

type Rule = ValidationSpec["rule"];

export function writeValidations(spec: SheetSpec): Step[] {
  return (spec.validations ?? []).map((validation) => step(5, (target) => writeOne(target, validation)));
}

function writeOne(target: Target, { range, rule, prompt, error }: ValidationSpec): void {
  const { dataValidation } = target.sheet.getRange(range);
  dataValidation.rule = ruleOf(rule, target);
  dataValidation.ignoreBlanks = true;
  if (prompt) dataValidation.prompt = { ...fitting(prompt, PROMPT), showPrompt: true };
  if (error) dataValidation.errorAlert = { ...fitting(error, ALERT), showAlert: true, style: "Stop" };
}

interface Note {
  readonly title: string;
  readonly message: string;
}

/** Letters Excel takes of a title, of what it says in advance and of what it says of a wrong entry. */
const TITLE = 32;
const PROMPT = 255;
const ALERT = 225;

/** Titles are often names that people chose. */
const fitting = ({ title, message }: Note, most: number): Note => ({
  title: cut(title, TITLE),
  message: cut(message, most),
});

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

function ruleOf(rule: Rule, target: Target): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.values.join(",") } };
    case "listFrom":
      return { list: { inCellDropDown: true, source: target.translate(rule.source) } };
    case "decimal":
      return { decimal: bounds(rule) };
    case "whole":
      return { wholeNumber: bounds(rule) };
  }
}

function bounds({ min, max }: { readonly min?: number; readonly max?: number }): Excel.BasicDataValidation {
  if (min !== undefined && max !== undefined) return { formula1: min, formula2: max, operator: "Between" };
  if (max !== undefined) return { formula1: max, operator: "LessThanOrEqualTo" };
  // Any number at all: the kind alone is the rule.
  return { formula1: min ?? -1e300, operator: "GreaterThanOrEqualTo" };
}
