import type { ConditionalState, HostSheet } from "../book/workbook";
import { argb, readColor } from "./colors";
import { formulaFromFile, formulaToFile } from "./formulaText";
import type { StyleSheet } from "./readStyles";
import { SHEET_ORDER } from "./sheetOrder";
import { NS } from "./vocabulary";
import {
  attr,
  attributes,
  child,
  children,
  descendants,
  elementsFrom,
  ensureChild,
  escapeText,
  flagAttr,
  numberAttr,
  remove,
  setAttr,
  textOf,
  type Element,
} from "./xml";

const OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};
const OPERATOR_NAMES = new Map(Object.entries(OPERATORS).map(([name, word]) => [word, name]));

/** Office.js' words for where a bar or scale begins and ends, and the file's. */
const BOUNDS: Readonly<Record<string, string>> = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Formula: "formula",
  Percentile: "percentile",
};
const BOUND_NAMES = new Map(Object.entries(BOUNDS).map(([name, word]) => [word, name]));

const EXTENSION = {
  rule: "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}",
  sheet: "{78C0D931-6437-407d-A8EE-F0AAD7539E65}",
} as const;
const XM = "http://schemas.microsoft.com/office/excel/2006/main";

/** Icon sets, top-ten rules and the like are none of the kinds known here: they are not read and stay in the file. */
const KNOWN_TYPES = new Set(["expression", "cellIs", "dataBar", "colorScale"]);

interface FileRule {
  readonly element: Element;
  readonly range: string;
  readonly type: string;
  readonly priority: number;
}

function rulesOf(worksheet: Element): FileRule[] {
  return children(worksheet, "conditionalFormatting").flatMap((block) =>
    children(block, "cfRule").map((element) => ({
      element,
      range: (attr(block, "sqref") ?? "").replaceAll(" ", ","),
      type: attr(element, "type") ?? "",
      priority: (numberAttr(element, "priority") ?? 1) - 1,
    })),
  );
}

export function readConditionals(
  worksheet: Element,
  styles: StyleSheet,
  theme: readonly string[],
): ConditionalState[] {
  return rulesOf(worksheet).flatMap((rule) => {
    const read = READERS[rule.type]?.(rule, styles, theme);
    return read ? [read] : [];
  });
}

type Reader = (rule: FileRule, styles: StyleSheet, theme: readonly string[]) => ConditionalState | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  expression: (rule, styles) => ({
    ...common(rule),
    kind: "custom",
    formula: formulas(rule.element)[0] ?? "",
    style: styleOf(rule.element, styles),
    ...stop(rule.element),
  }),
  cellIs: (rule, styles) => {
    const [formula1 = "", formula2] = formulas(rule.element);
    const operator = OPERATOR_NAMES.get(attr(rule.element, "operator") ?? "equal") ?? "EqualTo";
    return {
      ...common(rule),
      kind: "cellValue",
      operator,
      formula1,
      ...(formula2 === undefined ? {} : { formula2 }),
      style: styleOf(rule.element, styles),
      ...stop(rule.element),
    };
  },
  dataBar: (rule, _styles, theme) => {
    const bar = child(rule.element, "dataBar");
    const [min, max] = readBarBounds(rule.element, bar);
    return {
      ...common(rule),
      kind: "dataBar",
      color: readColor(child(bar, "color"), theme) ?? "#638EC6",
      ...(min ? { min } : {}),
      ...(max ? { max } : {}),
    };
  },
  colorScale: (rule, _styles, theme) => {
    const scale = child(rule.element, "colorScale");
    const colors = children(scale, "color");
    const points = children(scale, "cfvo").map((each, i) => ({
      ...readBound(each),
      color: readColor(colors[i], theme) ?? "#FFFFFF",
    }));
    return { ...common(rule), kind: "colorScale", points };
  },
};

function common({ range, priority }: FileRule): { id: string; range: string; priority: number } {
  return { id: newId(), range, priority };
}

function newId(): string {
  return `{${globalThis.crypto.randomUUID().toUpperCase()}}`;
}

function stop(element: Element): { stopIfTrue?: boolean } {
  return flagAttr(element, "stopIfTrue") ? { stopIfTrue: true } : {};
}

function formulas(element: Element): string[] {
  return children(element, "formula").map((each) => formulaFromFile(textOf(each)));
}

function styleOf(element: Element, styles: StyleSheet): StyleSheet["dxfs"][number] {
  return { ...styles.dxfs[numberAttr(element, "dxfId") ?? -1] };
}

type Bound = { type: string; formula?: string };

function readBound(cfvo: Element | undefined): Bound {
  const word = attr(cfvo, "type") ?? "min";
  const type = BOUND_NAMES.get(word) ?? "Automatic";
  const value = attr(cfvo, "val");
  return value === undefined || word === "min" || word === "max"
    ? { type }
    : { type, formula: type === "Formula" ? formulaFromFile(value) : value };
}

/** Automatic bounds stand in the bar's extension only; without them `min` and `max` are meant as they are. */
function readBarBounds(rule: Element, bar: Element | undefined): (Bound | undefined)[] {
  const id = extensionId(rule);
  const extended =
    id === undefined ? undefined : extensionRules(rule).find((each) => attr(each, "id") === id);
  const automatic = descendants(extended, "cfvo").map((each) => /^auto/.test(attr(each, "type") ?? ""));
  return children(bar, "cfvo").map((each, i) => (automatic[i] ? undefined : readBound(each)));
}

function extensionId(rule: Element): string | undefined {
  const text = textOf(descendants(rule, "id")[0]).trim();
  return text === "" ? undefined : text;
}

function extensionRules(rule: Element): Element[] {
  const worksheet = rule.ownerDocument?.documentElement ?? undefined;
  return descendants(child(worksheet, "extLst"), "cfRule");
}

/** Replaces the rules of the kinds known here; the order among all rules follows their priorities. */
export function writeConditionals(
  worksheet: Element,
  sheet: HostSheet,
  dxf: (style: StyleSheet["dxfs"][number]) => number,
): void {
  for (const rule of rulesOf(worksheet)) if (KNOWN_TYPES.has(rule.type)) removeRule(rule.element);
  const foreign = rulesOf(worksheet);
  const order = [
    ...foreign.map(({ priority, element }) => ({ priority, element })),
    ...sheet.conditionals.map((state) => ({ priority: state.priority, state })),
  ];
  order.sort((a, b) => a.priority - b.priority);
  order.forEach((each, i) => {
    if ("element" in each) setAttr(each.element, "priority", i + 1);
    else addRule(worksheet, each.state, i + 1, dxf);
  });
}

function removeRule(element: Element): void {
  const id = extensionId(element);
  if (id !== undefined) {
    for (const each of extensionRules(element)) {
      if (attr(each, "id") !== id) continue;
      const holder = each.parentNode as Element | null;
      remove(each);
      if (holder && descendants(holder, "cfRule").length === 0) remove(holder);
    }
  }
  const block = element.parentNode as Element | null;
  remove(element);
  if (block && children(block, "cfRule").length === 0) remove(block);
}

function addRule(
  worksheet: Element,
  state: ConditionalState,
  priority: number,
  dxf: (style: StyleSheet["dxfs"][number]) => number,
): void {
  const sqref = state.range.replaceAll("$", "").replaceAll(",", " ");
  const id = newId();
  const style = "style" in state ? dxf(state.style) : undefined;
  const markup = `<conditionalFormatting${attributes({ sqref })}>${ruleMarkup(state, priority, style, id)}</conditionalFormatting>`;
  const later = new Set(SHEET_ORDER.slice(SHEET_ORDER.indexOf("conditionalFormatting") + 1));
  const before = children(worksheet).find((each) => later.has(each.localName ?? "")) ?? null;
  for (const made of elementsFrom(worksheet, markup)) worksheet.insertBefore(made, before);
  if (state.kind === "dataBar") addBarExtension(worksheet, sqref, state, id);
}

function ruleMarkup(
  state: ConditionalState,
  priority: number,
  dxfId: number | undefined,
  id: string,
): string {
  const f = (formula: string | undefined): string =>
    formula === undefined || formula === "" ? "" : `<formula>${escapeText(formulaToFile(formula))}</formula>`;
  switch (state.kind) {
    case "custom":
      return `<cfRule${attributes({ type: "expression", dxfId, priority, stopIfTrue: state.stopIfTrue || undefined })}>${f(state.formula)}</cfRule>`;
    case "cellValue":
      return `<cfRule${attributes({ type: "cellIs", dxfId, priority, stopIfTrue: state.stopIfTrue || undefined, operator: OPERATORS[state.operator] ?? "equal" })}>${f(state.formula1)}${f(state.formula2)}</cfRule>`;
    case "colorScale":
      return `<cfRule${attributes({ type: "colorScale", priority })}><colorScale>${state.points.map((each) => boundMarkup(each)).join("")}${state.points.map(({ color }) => `<color rgb="${argb(color)}"/>`).join("")}</colorScale></cfRule>`;
    case "dataBar":
      return `<cfRule${attributes({ type: "dataBar", priority })}><dataBar>${boundMarkup(state.min ?? { type: "LowestValue" })}${boundMarkup(state.max ?? { type: "HighestValue" })}<color rgb="${argb(state.color)}"/></dataBar><extLst><ext uri="${EXTENSION.rule}" xmlns:x14="${NS.x14}"><x14:id>${id}</x14:id></ext></extLst></cfRule>`;
  }
}

function boundMarkup({ type, formula }: Bound): string {
  const word = BOUNDS[type] ?? "min";
  return `<cfvo${attributes({ type: word, val: formula === undefined || word === "min" || word === "max" ? undefined : formulaToFile(formula) })}/>`;
}

/** Flat bars with Excel's bounds of 2010 and later; programs that do not know them draw the plain bar. */
function addBarExtension(
  worksheet: Element,
  sqref: string,
  state: Extract<ConditionalState, { kind: "dataBar" }>,
  id: string,
): void {
  const bound = (given: Bound | undefined, automatic: string): string => {
    const word =
      given === undefined || given.type === "Automatic" ? automatic : (BOUNDS[given.type] ?? automatic);
    const value =
      given?.formula === undefined || word === "min" || word === "max"
        ? ""
        : `<xm:f>${escapeText(formulaToFile(given.formula))}</xm:f>`;
    return `<x14:cfvo type="${word}">${value}</x14:cfvo>`;
  };
  const bar = `<x14:dataBar minLength="0" maxLength="100" gradient="0">${bound(state.min, "autoMin")}${bound(state.max, "autoMax")}<x14:negativeFillColor rgb="FFB42318"/><x14:axisColor rgb="FF6B7785"/></x14:dataBar>`;
  const rule = `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${id}">${bar}</x14:cfRule><xm:sqref>${sqref}</xm:sqref></x14:conditionalFormatting>`;
  const list = ensureChild(worksheet, "extLst", SHEET_ORDER);
  const found = children(list, "ext").find(
    (each) => attr(each, "uri")?.toLowerCase() === EXTENSION.sheet.toLowerCase(),
  );
  const holder = child(found, "conditionalFormattings");
  if (holder) {
    const [wrapper] = elementsFrom(worksheet, `<ext xmlns:x14="${NS.x14}">${rule}</ext>`);
    for (const made of children(wrapper)) holder.appendChild(made);
    return;
  }
  const markup = `<ext uri="${EXTENSION.sheet}" xmlns:x14="${NS.x14}"><x14:conditionalFormattings>${rule}</x14:conditionalFormattings></ext>`;
  for (const made of elementsFrom(worksheet, markup)) list.insertBefore(made, list.firstChild);
}
