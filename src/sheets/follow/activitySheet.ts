import { cellRef, columnName, rangeRef } from "../../formula/references";
import type { ActivitiesRequest } from "../../planning/drivers/request";
import { say, type Lang } from "../../words";
import { RowSheet, textWidth } from "../rows";
import type { SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { lightColours } from "./lights";
import { FUNNEL_WORDS as W } from "./funnelWords";

const CHART_ROWS = 15;

/**
 * Activity norms, what they ask of a person in the period, and who did how much of it.
 *
 * @example // a hotel rep's day: 2 new customers, 3 existing ones, 4 calls; 22 working days ask for 44, 66 and 88
 */
export function activitySheet(request: ActivitiesRequest, lang: Lang): SheetSpec {
  const { norms, people } = request;
  const count = norms.length;
  const width = Math.max(7, 1 + 2 * count + 2);
  const rows = new RowSheet(width);
  const validations: ValidationSpec[] = [];
  const input = (range: string, title: string) => {
    rows.format(range, "input");
    validations.push({
      range,
      rule: { kind: "decimal", min: 0 },
      prompt: { title, message: W.inputTip[lang] },
    });
  };
  rows.add([W.activityTitle[lang]], "title");
  rows.add([W.activitySubtitle[lang]], "subtitle");
  rows.skip();
  const days = rows.add([W.workingDays[lang], request.workingDays], ["body", "text"]);
  const perWeek = rows.add([W.daysPerWeek[lang], request.daysPerWeek ?? 5], ["body", "text"]);
  rows.format(`B${days}:B${perWeek}`, "number", "0");
  input(`B${days}:B${perWeek}`, W.workingDays[lang]);
  rows.skip();

  rows.add([W.norms[lang]], "section");
  const normHeader = rows.add(
    [W.activity, W.normPer, W.normMin, W.normMax, W.dueMin, W.dueMax, W.dueTeam].map(
      (phrase) => phrase[lang],
    ),
  );
  rows.format(`A${normHeader}:G${normHeader}`, "header");
  rows.format(`B${normHeader}:G${normHeader}`, "alignRight");
  const firstNorm = normHeader + 1;
  const lastNorm = normHeader + count;
  for (const { name, norm } of norms) {
    const row = rows.next;
    const times = `IF($B${row}="${W.week[lang]}",$B$${days}/$B$${perWeek},$B$${days})`;
    rows.add(
      [
        name,
        W[norm.per][lang],
        norm.min,
        norm.max ?? norm.min,
        { formula: `=C${row}*${times}` },
        { formula: `=D${row}*${times}` },
        { formula: `=E${row}*${people.length}` },
      ],
      ["body", "text"],
    );
  }
  rows.format(`A${firstNorm}:G${lastNorm}`, "row");
  rows.format(`B${firstNorm}:B${lastNorm}`, ["alignRight", "input"]);
  rows.format(`C${firstNorm}:G${lastNorm}`, "number", "#,##0.#");
  rows.format(`E${firstNorm}:G${lastNorm}`, "number", "#,##0");
  input(`C${firstNorm}:D${lastNorm}`, W.norms[lang]);
  validations.push({
    range: `B${firstNorm}:B${lastNorm}`,
    rule: { kind: "list", values: [W.day[lang], W.week[lang]] },
  });
  rows.skip();

  rows.add([W.done[lang]], "section");
  const header = rows.add([
    W.person[lang],
    ...norms.map(({ name }) => say(W.doneOf, lang, { name })),
    ...norms.map(({ name }) => say(W.attainmentOf, lang, { name })),
    W.mean[lang],
    W.light[lang],
  ]);
  const lightColumn = 2 * count + 2;
  const meanColumn = 2 * count + 1;
  rows.format(rangeRef(header - 1, 0, header - 1, lightColumn), "header");
  rows.format(rangeRef(header - 1, 1, header - 1, meanColumn), "alignRight");
  const first = header + 1;
  const last = header + people.length;
  const lineOf = (row: number, due: (index: number) => string): SpecCell[] => [
    ...norms.map((_, i): SpecCell => {
      const cell = cellRef(row - 1, 1 + i);
      return { formula: `=IF(OR(${cell}="",${due(i)}=0),"",${cell}/(${due(i)}))` };
    }),
    {
      formula: `=IF(COUNT(${rangeRef(row - 1, count + 1, row - 1, 2 * count)})=0,"",AVERAGE(${rangeRef(row - 1, count + 1, row - 1, 2 * count)}))`,
    },
    {
      formula: `=IF(ISNUMBER(${cellRef(row - 1, meanColumn)}),IF(${cellRef(row - 1, meanColumn)}>=1,"●",IF(${cellRef(row - 1, meanColumn)}>=0.9,"▲","▼")),"")`,
    },
  ];
  for (const { name, done = [] } of people) {
    const row = rows.next;
    rows.add(
      [name, ...norms.map((_, i) => done[i] ?? null), ...lineOf(row, (i) => `$E$${firstNorm + i}`)],
      ["body", "text"],
    );
  }
  const total = rows.next;
  rows.add(
    [
      W.all[lang],
      ...norms.map((_, i): SpecCell => {
        const range = rangeRef(first - 1, 1 + i, last - 1, 1 + i);
        return { formula: `=IF(COUNT(${range})=0,"",SUM(${range}))` };
      }),
      // Who has not reported yet is not expected to have done anything.
      ...lineOf(total, (i) => `$E$${firstNorm + i}*COUNT(${rangeRef(first - 1, 1 + i, last - 1, 1 + i)})`),
    ],
    ["body", "text"],
  );
  rows.format(rangeRef(first - 1, 0, last - 1, lightColumn), "row");
  rows.format(rangeRef(total - 1, 0, total - 1, lightColumn), "total");
  rows.format(rangeRef(first - 1, 1, total - 1, count), "number", "#,##0");
  rows.format(rangeRef(first - 1, count + 1, total - 1, meanColumn), "number", "0.0%");
  rows.format(rangeRef(header - 1, lightColumn, total - 1, lightColumn), "alignCenter");
  if (people.length > 0) input(rangeRef(first - 1, 1, last - 1, count), W.done[lang]);
  rows.add([W.lightNote[lang]], "subtitle");
  const chartTop = rows.next + 1;
  const name = W.activityTab[lang];
  const light = cellRef(first - 1, lightColumn, { absColumn: true });
  const lights = rangeRef(first - 1, lightColumn, total - 1, lightColumn);
  const down = (column: number) =>
    `'${name}'!${rangeRef(first - 1, column, last - 1, column, { absRow: true, absColumn: true })}`;
  return {
    id: "activities",
    name,
    tabColor: COLORS.accent,
    blocks: [rows.block()],
    columns: [
      {
        columns: "A",
        width: Math.max(18, ...[...norms, ...people].map((each) => textWidth(each.name) + 2)),
      },
      { columns: `B:${columnName(width - 1)}`, width: 13 },
    ],
    rows: [normHeader, header].map((row) => ({ rows: `${row}`, height: 30 })),
    formats: rows.formats,
    conditionals: lightColours(lights, light),
    validations,
    charts: [
      {
        id: "activities",
        kind: "column",
        title: W.chartDone[lang],
        from: `A${chartTop}`,
        to: cellRef(chartTop + CHART_ROWS - 1, width - 1),
        categories: down(0),
        series: [
          {
            name: W.series[lang],
            values: down(meanColumn),
            color: COLORS.accent,
            labels: { numberFormat: "0%" },
          },
        ],
        valueAxis: { numberFormat: "0%", min: 0 },
        legend: "none",
        gapWidth: 120,
      },
    ],
    freeze: { rows: 2, columns: 1 },
    print: {
      orientation: width > 8 ? "landscape" : "portrait",
      area: rangeRef(0, 0, chartTop + CHART_ROWS - 1, width - 1),
      fitWidth: 1,
      footer: { left: W.activityTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}
