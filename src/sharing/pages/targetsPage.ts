import { periodLabel } from "../../planning/calendar";
import type { SheetSpec } from "../../sheets/spec";
import { COLORS } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { quoteSheet } from "../../formula/references";
import { say } from "../../words";
import type { Master, MasterPerson } from "../master/master";
import { HANDOUT_WORDS as W } from "../words";
import { SheetDraft } from "./sheetDraft";
import { signatures } from "./signatures";
import type { Page } from "./page";

const HEADER = 4;
const FIRST = HEADER + 1;

/** Where the person's targets stand, for the cover. */
export interface TargetsPlaces {
  readonly asked: string;
  readonly proposed: string;
  readonly lastYear: string;
}

/** One person's periods: last year, the target, a yellow cell for a proposal, what it comes to; chart and signatures below. */
export function targetsPage(master: Master, person: MasterPerson): Page<TargetsPlaces> | undefined {
  const { plan, lang, baseYear } = master;
  if (!plan || person.targets.length === 0) return undefined;
  const tab = W.targetsTab[lang];
  const draft = new SheetDraft("targets", tab);
  const year = plan.periods[0]?.start.slice(0, 4) ?? "";
  const years = new Set(plan.periods.map(({ start }) => start.slice(0, 4)));
  const labels = plan.periods.map((period) => periodLabel(period, lang, { year: years.size > 1 }));
  const last = FIRST + labels.length - 1;
  const total = last + 1;
  // Last year's months are the model for this year's only when both have the same shape.
  const paired = person.actuals.length === labels.length;
  draft.put("A1", say(W.targetsTitle, lang, { name: person.name, year, measure: plan.measure }), "title");
  draft.put("A2", say(W.targetsSubtitle, lang, { unit: plan.unit }), "subtitle");
  draft.row(
    `A${HEADER}`,
    [
      W.period[lang],
      say(W.lastYear, lang, { year: String(baseYear) }),
      say(W.target, lang, { year }),
      W.proposal[lang],
      W.afterwards[lang],
      W.difference[lang],
    ],
    "header",
  );
  draft.format(`B${HEADER}:F${HEADER}`, "alignRight");
  draft.format(`A${FIRST}:F${last}`, ["body", "row"]);
  draft.format(`A${total}:F${total}`, ["body", "total"]);
  draft.format(`A${FIRST}:A${total}`, "text");
  draft.format(`B${FIRST}:E${total}`, "number", "#,##0");
  draft.format(`F${FIRST}:F${total}`, ["number", "muted"], '"▲ "#,##0;"▼ "#,##0;"●"');
  draft.format(`D${FIRST}:D${last}`, "input");
  labels.forEach((label, i) => {
    const row = FIRST + i;
    draft.row(`A${row}`, [
      label,
      paired ? (person.actuals[i]?.value ?? 0) : null,
      person.targets[i]?.value ?? 0,
      null,
      { formula: `=IF(ISBLANK(D${row}),C${row},D${row})` },
      { formula: `=E${row}-C${row}` },
    ]);
    draft.input(
      `D${row}`,
      { kind: "target", person: 0, key: String(i), label: `${W.proposal[lang]} ${label}` },
      { row: `A${row}`, column: `D${HEADER}` },
      { kind: "number", min: 0 },
      { title: `${W.proposal[lang]} ${label}`, prompt: W.amountPrompt[lang], error: W.numberError[lang] },
    );
  });
  const sum = (column: string) => ({ formula: `=SUM(${column}${FIRST}:${column}${last})` });
  draft.row(`A${total}`, [W.wholeYear[lang], paired ? sum("B") : null, sum("C"), null, sum("E"), sum("F")]);
  const chartFrom = total + 2;
  const chartTo = chartFrom + 19;
  const end = signatures(draft, chartTo + 2, lang);
  const column = (letter: string) => `${quoteSheet(tab)}!$${letter}$${FIRST}:$${letter}$${last}`;
  const sheet: SheetSpec = {
    id: draft.id,
    name: tab,
    tabColor: COLORS.target,
    blocks: draft.blocks(),
    columns: [
      { columns: "A:A", width: 14 },
      { columns: "B:F", width: 15 },
    ],
    rows: [
      { rows: `${HEADER}`, height: 30 },
      { rows: `${FIRST}:${total}`, height: 18 },
    ],
    formats: draft.formats,
    validations: draft.validations,
    charts: [
      {
        id: "targets",
        kind: "column",
        title: say(W.chartTargets, lang, { year }),
        from: `A${chartFrom}`,
        to: `F${chartTo}`,
        categories: column("A"),
        series: [
          ...(paired
            ? [
                {
                  name: say(W.lastYear, lang, { year: String(baseYear) }),
                  values: column("B"),
                  color: COLORS.accentSoft,
                },
              ]
            : []),
          { name: W.afterwards[lang], values: column("E"), color: COLORS.accent },
          { name: say(W.target, lang, { year }), values: column("C"), kind: "line", color: COLORS.target },
        ],
        valueAxis: { numberFormat: "#,##0", min: 0 },
        legend: "bottom",
        gapWidth: 60,
      },
    ],
    protect: { inputs: [`D${FIRST}:D${last}`] },
    freeze: { rows: HEADER, columns: 1 },
    print: {
      orientation: "portrait",
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
    places: { asked: cell(`C${total}`), proposed: cell(`E${total}`), lastYear: cell(`B${total}`) },
  };
}
