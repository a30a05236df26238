import { rangeRef } from "../../formula/references";
import type { Funnel, FunnelStage } from "../../planning/drivers/funnel";
import { say, type Lang } from "../../words";
import { RowSheet, textWidth } from "../rows";
import type { ConditionalSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { FUNNEL_WORDS as W } from "./funnelWords";

export interface FunnelPage {
  readonly funnel: Funnel;
  readonly title?: string;
  /** Currency unit of target and deal. */
  readonly money: string;
}

const WIDTH = 10;
const CHART_ROWS = 15;

/**
 * The funnel sheet: from the target back over every stage to what one person must do on a working day, beside what
 * people usually do, and what the norm of the first stage would bring.
 */
export function funnelSheet({ funnel, title = "", money }: FunnelPage, lang: Lang): SheetSpec {
  const rows = new RowSheet(WIDTH);
  const validations: ValidationSpec[] = [];
  const heading = title || W.title[lang];
  rows.add([heading], "title");
  rows.add(
    [say(W.subtitle, lang, { stages: funnel.stages.map(({ name }) => name).join(" → ") })],
    "subtitle",
  );
  rows.skip();
  rows.add([W.given[lang]], "section");
  const given = (label: string, value: SpecCell, format: string): string => {
    const row = rows.add([label, value], ["body", "text"]);
    rows.format(`B${row}`, typeof value === "number" ? ["number", "input"] : "number", format);
    if (typeof value === "number")
      validations.push({
        range: `B${row}`,
        rule: { kind: "decimal", min: 0 },
        prompt: { title: label, message: W.inputTip[lang] },
      });
    return `$B$${row}`;
  };
  const wanted = dealsWanted(funnel, money, given, lang);
  const people = given(W.people[lang], funnel.people, "0");
  const days = given(W.workingDays[lang], funnel.workingDays, "0");
  const perWeek = given(W.daysPerWeek[lang], funnel.daysPerWeek ?? 5, "0");
  rows.skip();

  rows.add([W.needs[lang]], "section");
  const header = rows.add(
    [
      W.stage,
      W.rate,
      W.needed,
      W.perPerson,
      W.perDay,
      W.perWeek,
      W.normPer,
      W.normMin,
      W.normMax,
      W.load,
    ].map((phrase) => phrase[lang]),
  );
  rows.format(`A${header}:J${header}`, "header");
  rows.format(`B${header}:I${header}`, "alignRight");
  const first = header + 1;
  const last = header + funnel.stages.length;
  funnel.stages.forEach((stage, i) => {
    const row = first + i;
    const need = row === last ? wanted : `C${row + 1}/B${row + 1}`;
    rows.add(
      [
        stage.name,
        i === 0 ? null : (stage.rate ?? 1),
        { formula: `=ROUNDUP(ROUND(${need},9),0)` },
        { formula: `=IF(${people}=0,"",C${row}/${people})` },
        { formula: `=IF(OR(D${row}="",${days}=0),"",D${row}/${days})` },
        { formula: `=IF(E${row}="","",E${row}*${perWeek})` },
        ...normCells(stage, lang),
        {
          formula: `=IF(OR(H${row}="",E${row}=""),"",IF(ROUND(IF(G${row}="${W.week[lang]}",F${row},E${row}),9)>MAX(H${row}:I${row}),"${W.above[lang]}",IF(ROUND(IF(G${row}="${W.week[lang]}",F${row},E${row}),9)<H${row},"${W.below[lang]}","${W.within[lang]}")))`,
        },
      ],
      ["body", "text"],
    );
  });
  rows.format(rangeRef(first - 1, 0, last - 1, WIDTH - 1), "row");
  rows.format(`B${first}:B${last}`, "number", "0.0%");
  rows.format(`C${first}:C${last}`, "number", "#,##0");
  rows.format(`D${first}:F${last}`, "number", "#,##0.0");
  rows.format(`G${first}:G${last}`, "alignRight");
  rows.format(`H${first}:I${last}`, "number", "#,##0");
  rows.format(`G${first}:I${last}`, "input");
  if (last > first) rows.format(`B${first + 1}:B${last}`, "input");
  rows.format(`J${header}:J${last}`, ["alignLeft", "indent1"]);
  validations.push(
    {
      range: `B${first + 1}:B${last}`,
      rule: { kind: "decimal", min: 0.000001, max: 1 },
      prompt: { title: W.rate[lang], message: W.inputTip[lang] },
      error: { title: W.rate[lang], message: W.rateError[lang] },
    },
    { range: `G${first}:G${last}`, rule: { kind: "list", values: [W.day[lang], W.week[lang]] } },
    { range: `H${first}:I${last}`, rule: { kind: "decimal", min: 0 } },
  );
  const conditionals: ConditionalSpec[] = [
    { kind: "formula", range: `J${first}:J${last}`, formula: `=$J${first}="${W.above[lang]}"`, style: "bad" },
    { kind: "formula", range: `J${first}:J${last}`, formula: `=LEFT($J${first},1)="●"`, style: "good" },
  ];
  rows.skip();

  if (funnel.stages[0]?.norm) yieldRows(rows, { first, last, people, days, perWeek, wanted }, lang);
  rows.add([W.note[lang]], "subtitle");
  const chartTop = rows.next + 1;
  const name = W.tab[lang];
  return {
    id: "funnel",
    name,
    tabColor: COLORS.accent,
    blocks: [rows.block()],
    columns: [
      { columns: "A", width: Math.max(20, ...funnel.stages.map((stage) => textWidth(stage.name) + 2)) },
      { columns: "B:I", width: 12 },
      { columns: "J", width: 15 },
    ],
    rows: [{ rows: `${header}`, height: 30 }],
    formats: rows.formats,
    conditionals,
    validations,
    charts: [
      {
        id: "funnel",
        kind: "bar",
        title: W.chart[lang],
        from: `A${chartTop}`,
        to: `J${chartTop + CHART_ROWS}`,
        categories: `'${name}'!$A$${first}:$A$${last}`,
        series: [
          {
            name: W.needed[lang],
            values: `'${name}'!$C$${first}:$C$${last}`,
            color: COLORS.accent,
            labels: { numberFormat: "#,##0" },
          },
        ],
        valueAxis: { hidden: true, min: 0 },
        categoryAxis: { reverse: true },
        legend: "none",
        gapWidth: 40,
      },
    ],
    freeze: { rows: 2, columns: 1 },
    print: {
      orientation: "landscape",
      area: `A1:J${chartTop + CHART_ROWS}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: heading, right: PAGE_WORDS.pages[lang] },
    },
  };
}

function dealsWanted(
  { target }: Funnel,
  money: string,
  given: (label: string, value: SpecCell, format: string) => string,
  lang: Lang,
): string {
  if ("deals" in target) return given(W.deals[lang], target.deals, "#,##0");
  const revenue = given(say(W.revenue, lang, { money }), target.revenue, "#,##0");
  const perDeal = given(say(W.perDeal, lang, { money }), target.perDeal, "#,##0");
  return given(W.deals[lang], { formula: `=IF(${perDeal}=0,0,${revenue}/${perDeal})` }, "#,##0.0");
}

function normCells({ norm }: FunnelStage, lang: Lang): SpecCell[] {
  return norm ? [W[norm.per][lang], norm.min, norm.max ?? norm.min] : [null, null, null];
}

interface YieldPlace {
  readonly first: number;
  readonly last: number;
  readonly people: string;
  readonly days: string;
  readonly perWeek: string;
  readonly wanted: string;
}

/** Forwards from the first stage's norm: deals at its lower and upper end, and how much of the target that is. */
function yieldRows(rows: RowSheet, at: YieldPlace, lang: Lang): void {
  rows.add([W.yields[lang]], "section");
  const header = rows.add([W.atNorm, W.expected, W.reach].map((phrase) => phrase[lang]));
  rows.format(`A${header}:C${header}`, "header");
  rows.format(`B${header}:C${header}`, "alignRight");
  const share = `PRODUCT(B${at.first + 1}:B${at.last})`;
  const times = `IF($G$${at.first}="${W.week[lang]}",${at.days}/${at.perWeek},${at.days})`;
  for (const [label, column] of [
    [W.low[lang], "H"],
    [W.high[lang], "I"],
  ] as const) {
    const row = rows.add(
      [
        label,
        { formula: `=${column}${at.first}*${at.people}*${times}*${share}` },
        { formula: `=IF(${at.wanted}=0,"",B${rows.next}/${at.wanted})` },
      ],
      ["body", "text"],
    );
    rows.format(`A${row}:C${row}`, "row");
    rows.format(`B${row}`, "number", "#,##0.0");
    rows.format(`C${row}`, "number", "0.0%");
  }
  rows.skip();
}
