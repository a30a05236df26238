import { quoteSheet } from "../../formula/references";
import { printFormula, type Resolver } from "../../formula/print";
import type { Expr } from "../../formula/expression";
import { compileScheme } from "../../scoring/compile";
import { NAMES } from "../../scoring/names";
import { LEFT_OUT, NOT_SCORED } from "../../scoring/rule";
import type { Scheme, SchemeInput } from "../../scoring/scheme";
import type { SchemeSheet } from "../../sheets/evaluation/scheme";
import type { ConditionalSpec, RowSpec, SheetSpec, SpecCell } from "../../sheets/spec";
import { COLORS } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { say } from "../../words";
import type { Master, MasterPerson } from "../master/master";
import { HANDOUT_WORDS as W } from "../words";
import type { ActualsPlaces } from "./actualsPage";
import type { Page } from "./page";
import { SheetDraft } from "./sheetDraft";

export interface CardPlaces {
  readonly total: string;
  readonly grade: string;
}

const RULE_WIDTH = 46;
const FORMATS: Readonly<Record<SchemeInput["format"], string>> = {
  integer: "#,##0",
  decimal: "#,##0.00",
  percent: "0.0%",
  money: "#,##0",
  word: "@",
};

/** Inputs of the sales scheme that follow from the actuals page, so that a correction runs through to the score. */
function sourceOf(input: string, actuals: ActualsPlaces): string | undefined {
  if (input === "revenue") return actuals.total;
  return input === "won" || input === "lost" ? actuals.counts[input] : undefined;
}

/**
 * One person's scorecard down the page: the data, each indicator with its rule, measured value and points as live
 * formulas over the scheme page, a yellow cell for one's own rating, total and grade. The rank needs everybody else
 * and is a number as of the day of sending, on the cover.
 */
export function cardPage(
  master: Master,
  person: MasterPerson,
  scheme: Scheme,
  rules: SchemeSheet,
  actuals: ActualsPlaces,
): Page<CardPlaces> {
  const { lang } = master;
  const compiled = compileScheme(scheme);
  const tab = W.cardTab[lang];
  const draft = new SheetDraft("scorecard", tab);
  const places = new Map<string, string>();
  const resolve: Resolver = (name) => rules.references.get(name) ?? places.get(name) ?? "";
  const live = (expr: Expr): SpecCell => ({ formula: `=${printFormula(expr, resolve)}` });
  const inputs: string[] = [];
  const heights: RowSpec[] = [];

  draft.put("A1", say(W.cardTitle, lang, { name: person.name, year: String(master.baseYear) }), "title");
  draft.put("A2", say(W.cardSubtitle, lang, { scheme: scheme.name, tab: rules.sheet.name }), "subtitle");
  draft.put("A4", W.data[lang], "section");
  draft.row("A5", [W.item[lang], W.value[lang]], "header");
  draft.format("B5", "alignRight");
  let row = 6;
  for (const { id, name, format } of scheme.inputs) {
    const value = person.inputs.get(id)?.value ?? null;
    const source = sourceOf(id, actuals);
    const address = `B${row}`;
    // Somebody without data is not scored; reading an actual of 0 would score them.
    const known = value !== null;
    draft.put(`A${row}`, name);
    draft.put(address, known && source ? { formula: `=${source}` } : value);
    draft.format(`A${row}:B${row}`, ["body", "row"]);
    draft.format(address, "number", FORMATS[format]);
    if (!known && !source && id !== "target") {
      draft.format(address, "input");
      inputs.push(address);
      draft.input(
        address,
        { kind: "input", person: 0, key: id, label: name },
        { row: `A${row}`, column: "B5" },
        { kind: "number" },
        { title: name, prompt: W.inputPrompt[lang], error: W.numberError[lang] },
      );
    }
    places.set(id, `$B$${row}`);
    row++;
  }

  row++;
  draft.put(`A${row}`, W.indicators[lang], "section");
  const header = row + 1;
  draft.row(
    `A${header}`,
    [W.indicator[lang], W.measured[lang], W.full[lang], W.points[lang], W.self[lang], W.rule[lang]],
    "header",
  );
  draft.format(`B${header}:E${header}`, "alignRight");
  draft.format(`F${header}`, "indent1");
  const first = header + 1;
  compiled.indicators.forEach(({ indicator, measure }, i) => {
    places.set(NAMES.points(indicator.id), `$D$${first + i}`);
    if (measure) places.set(measure.name, `$B$${first + i}`);
  });
  const last = first + compiled.indicators.length - 1;
  compiled.indicators.forEach(({ indicator, measure, measured, points, percent, rule }, i) => {
    const at = first + i;
    const weight = rules.references.get(NAMES.weight(indicator.id)) ?? String(indicator.weight);
    const described = rule.describe(indicator.rule, {
      lang,
      weight: indicator.weight,
      subject: indicator.name,
      percent,
    });
    draft.row(`A${at}`, [
      indicator.name,
      measure
        ? live(measure.expr)
        : { formula: `=IF(ISBLANK(${resolve(measured, "input")}),"",${resolve(measured, "input")})` },
      { formula: `=${weight}` },
      live(points.expr),
      null,
      described,
    ]);
    draft.format(`A${at}:F${at}`, ["body", "row"]);
    draft.format(`A${at}`, ["wrap", "text"]);
    draft.format(`B${at}`, "number", percent ? "0.0%" : "#,##0.##");
    draft.format(`C${at}`, ["number", "muted"], "0.##");
    draft.format(`D${at}`, ["number", "strong"], "0.00");
    draft.format(`E${at}`, ["number", "input"], "0.##");
    draft.format(`F${at}`, ["wrap", "text", "indent1"]);
    heights.push({
      rows: `${at}`,
      height: Math.max(
        20,
        wrappedHeight([
          [described, RULE_WIDTH],
          [indicator.name, 20],
        ]),
      ),
    });
    inputs.push(`E${at}`);
    draft.input(
      `E${at}`,
      { kind: "self", person: 0, key: indicator.id, label: `${W.self[lang]} ${indicator.name}` },
      { row: `A${at}`, column: `E${header}` },
      { kind: "number", min: 0, max: indicator.weight },
      { title: indicator.name, prompt: W.selfPrompt[lang], error: W.selfPrompt[lang] },
    );
  });
  row = last + 1;
  compiled.sections.forEach(({ section, name, expr }) => {
    places.set(name, `$D$${row}`);
    draft.row(`A${row}`, [section.name, null, null, live(expr), null, null], ["body", "subtotal"]);
    draft.format(`D${row}`, "number", "0.00");
    row++;
  });
  const total = row;
  places.set(NAMES.total, `$D$${total}`);
  const sum = (column: string): SpecCell => ({ formula: `=SUM(${column}${first}:${column}${last})` });
  draft.row(
    `A${total}`,
    [W.total[lang], null, sum("C"), live(compiled.total.expr), sum("E"), null],
    ["body", "total"],
  );
  draft.format(`C${total}`, ["number", "muted"], "0.##");
  draft.format(`D${total}`, "number", scheme.decimals === 0 ? "0" : `0.${"0".repeat(scheme.decimals)}`);
  draft.format(`E${total}`, "number", "0.##;;");

  row = total + 2;
  draft.put(`A${row}`, W.result[lang], "section");
  draft.row(`A${row + 1}`, [W.grade[lang], live(compiled.grade.expr), live(compiled.light.expr)], "body");
  draft.format(`B${row + 1}`, ["strong", "alignLeft"]);
  draft.format(`C${row + 1}`, "alignLeft");
  draft.row(`A${row + 2}`, [W.remark[lang], live(compiled.remark.expr)], "body");
  const [gradeRow, end] = [row + 1, row + 2];
  const sheet: SheetSpec = {
    id: draft.id,
    name: tab,
    tabColor: COLORS.accent,
    blocks: draft.blocks(),
    columns: [
      { columns: "A:A", width: 22 },
      { columns: "B:B", width: 15 },
      { columns: "C:E", width: 10 },
      { columns: "F:F", width: RULE_WIDTH },
    ],
    rows: [{ rows: `${header}`, height: 24 }, ...heights, { rows: `${total}`, height: 20 }],
    formats: draft.formats,
    conditionals: [...signs(`D${first}:D${last}`, `D${first}`), ...lights(`C${gradeRow}`)],
    validations: draft.validations,
    protect: { inputs },
    print: {
      orientation: "landscape",
      area: `A1:F${end}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: person.name, right: PAGE_WORDS.pages[lang] },
    },
  };
  const cell = (address: string) => `${quoteSheet(tab)}!${address}`;
  return {
    sheet,
    fields: draft.fields,
    places: { total: cell(`$D$${total}`), grade: cell(`$B$${gradeRow}`) },
  };
}

function signs(range: string, first: string): ConditionalSpec[] {
  return [
    { kind: "formula", range, formula: `=$${first}="${NOT_SCORED}"`, style: "badFill" },
    { kind: "formula", range, formula: `=$${first}="${LEFT_OUT}"`, style: "warnFill" },
  ];
}

function lights(cell: string): ConditionalSpec[] {
  const styles = [
    ["●", "good"],
    ["▲", "warn"],
    ["▼", "bad"],
  ] as const;
  return styles.map(([sign, style]) => ({
    kind: "formula",
    range: cell,
    formula: `=${cell}="${sign}"`,
    style,
  }));
}
