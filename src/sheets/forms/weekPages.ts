/** Pages about one person's week, filled by formulas from the weekly tasks: the report on one page, the quadrants. */
import { QUADRANTS, type Quadrant, type WorkPlan } from "../../forms/workPlan";
import { quoteSheet } from "../../formula/references";
import type { Lang } from "../../words";
import { dateCell } from "../dates";
import { RowSheet, quoted } from "../rows";
import type { ConditionalSpec, RowSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import type { TableLayout } from "../tablePage";
import { PAGE_WORDS } from "../words";
import { FORM_WORDS } from "./words";
import type { Picked, WorkPlanLayouts } from "./workPlanFormulas";
import { WORK_PLAN_SHEETS } from "./workPlanDraft";
import { QUADRANT_WORDS, STATUS_WORDS, W } from "./workPlanWords";

/** Lines for this week and for the next; what does not fit is counted below. */
const LINES = 10;
const BOX_LINES = 8;
const PERSON_ROW = 4;
const WEEK_ROW = 5;

/** Cells of the person and the Monday that the pages are about. */
export function pickedCells(lang: Lang): Picked {
  const sheet = `${quoteSheet(W.reportTab[lang])}!`;
  return { person: `${sheet}$B$${PERSON_ROW}`, week: `${sheet}$B$${WEEK_ROW}` };
}

/** This week's summary and next week's plan of one person, on one page to print. */
export function weekReport(
  plan: WorkPlan,
  { tasks, completion }: Pick<WorkPlanLayouts, "tasks" | "completion">,
  lang: Lang,
): SheetSpec {
  const rows = new RowSheet(6);
  const [picked, conditionals, heights]: [Picked, ConditionalSpec[], RowSpec[]] = [
    { person: `$B$${PERSON_ROW}`, week: `$B$${WEEK_ROW}` },
    [],
    [{ rows: "1", height: 26 }],
  ];
  rows.add([W.reportTitle[lang]], "title");
  rows.add([W.reportSubtitle[lang]], "subtitle");
  rows.skip();
  rows.add([W.name[lang], plan.people[0] ?? null]);
  rows.add([W.weekLabel[lang], lastWeek(plan)]);
  rows.format(`A${PERSON_ROW}:A${WEEK_ROW}`, "muted");
  rows.format(`B${PERSON_ROW}:B${WEEK_ROW}`, ["text", "input"]);
  rows.format(`B${WEEK_ROW}`, "text", "yyyy-mm-dd");
  const mine = (extra: string) =>
    `COUNTIFS(${tasks.range("owner")},${picked.person},${tasks.range("week")},${picked.week}${extra})`;
  const planned = `,${tasks.range("plannedN")},1`;
  const count = (extra: string): SpecCell => ({
    formula: `=IF(OR(${picked.person}="",${picked.week}=""),"",${mine(extra)})`,
  });
  const counts = rows.add([
    W.countPlanned[lang],
    count(planned),
    W.countDone[lang],
    count(`,${tasks.range("doneN")},1`),
    W.rate[lang],
    { formula: `=IF(N(B6)=0,"",D6/B6)` },
  ]);
  rows.format(`A${counts}:F${counts}`, "muted");
  for (const cell of ["B", "D", "F"])
    rows.format(`${cell}${counts}`, ["text", "strong"], cell === "F" ? "0%" : "0");

  const list = (key: "W" | "N", heading: string): void => {
    rows.skip();
    rows.add([heading], "section");
    const header = rows.add(
      [W.id[lang], W.task[lang], W.due[lang], W.quadrant[lang], W.status[lang], W.reason[lang]],
      "header",
    );
    heights.push({ rows: `${header}`, height: 22 });
    const first = rows.next;
    for (let line = 1; line <= LINES; line++) {
      const match = `MATCH("${key}${line}",${tasks.range("reportKey")},0)`;
      const take = (column: string): SpecCell => ({
        formula: `=IFERROR(INDEX(${tasks.range(column)},${match})&"","")`,
      });
      const day: SpecCell = { formula: `=IFERROR(INDEX(${tasks.range("due")},${match}),"")` };
      rows.add(
        [
          take("id"),
          take("text"),
          day,
          take("quadrant"),
          ...(key === "W" ? [take("status"), take("reason")] : []),
        ],
        ["body", "row"],
      );
    }
    const last = rows.next - 1;
    heights.push({ rows: `${first}:${last}`, height: 28 });
    rows.format(`A${first}:F${last}`, "wrap");
    rows.format(`C${first}:C${last}`, "wrap", "yyyy-mm-dd");
    const all = `COUNTIF(${tasks.range("reportKey")},"${key}*")`;
    const [before = "", after = ""] = W.more[lang].split("{n}");
    rows.add(
      [
        null,
        {
          formula: `=IF(${all}>${LINES},${before === "" ? "" : `${quoted(before)}&`}(${all}-${LINES})&${quoted(after)},"")`,
        },
      ],
      ["body", "warn"],
    );
    if (key === "W")
      conditionals.push({
        kind: "formula",
        range: `E${first}:E${last}`,
        formula: `=OR(E${first}=${quoted(STATUS_WORDS.open[lang])},E${first}=${quoted(STATUS_WORDS.extended[lang])})`,
        style: "warn",
      });
  };
  list("W", W.thisWeek[lang]);
  list("N", W.nextWeek[lang]);
  rows.skip();
  rows.add([
    [W.signer, W.leader, W.date]
      .map((who) => `${who[lang]} ____________`)
      .join(FORM_WORDS.signatureGap[lang]),
  ]);
  return {
    id: WORK_PLAN_SHEETS.report,
    name: W.reportTab[lang],
    blocks: [rows.block()],
    columns: [
      { columns: "A", width: 15 },
      { columns: "B", width: 34 },
      { columns: "C:D", width: 15 },
      { columns: "E", width: 11 },
      { columns: "F", width: 28 },
    ],
    rows: heights,
    formats: rows.formats,
    validations: pickRules(completion, lang),
    conditionals,
    print: {
      orientation: "portrait",
      area: `A1:F${rows.next - 1}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: W.reportTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

/** The same person's week in four boxes, by importance and urgency. */
export function quadrantsPage(tasks: TableLayout, lang: Lang): SheetSpec {
  const picked = pickedCells(lang);
  const rows = new RowSheet(5);
  rows.add([W.quadrantsTitle[lang]], "title");
  rows.add([W.quadrantsSubtitle[lang]], "subtitle");
  const shown = (cell: string): SpecCell => ({ formula: `=IF(${cell}="","",${cell})` });
  rows.add([shown(picked.person), shown(picked.week)], ["body", "strong"]);
  rows.format("B3", "text", "yyyy-mm-dd");
  const heights: RowSpec[] = [
    { rows: "1", height: 26 },
    { rows: "3", height: 22 },
  ];
  const pairs: readonly (readonly [Quadrant, Quadrant])[] = [
    [QUADRANTS[0], QUADRANTS[1]],
    [QUADRANTS[2], QUADRANTS[3]],
  ];
  for (const pair of pairs) {
    rows.skip();
    const head = rows.add([QUADRANT_WORDS[pair[0]][lang], null, null, QUADRANT_WORDS[pair[1]][lang]], "body");
    rows.format(`A${head}:B${head}`, "header");
    rows.format(`D${head}:E${head}`, "header");
    const first = rows.next;
    for (let line = 1; line <= BOX_LINES; line++) {
      const box = (quadrant: Quadrant): SpecCell[] => {
        const match = `MATCH(${quoted(`${QUADRANT_WORDS[quadrant][lang]}${line}`)},${tasks.range("quadrantKey")},0)`;
        return ["text", "status"].map((column) => ({
          formula: `=IFERROR(INDEX(${tasks.range(column)},${match})&"","")`,
        }));
      };
      rows.add([...box(pair[0]), null, ...box(pair[1])], "body");
    }
    const last = rows.next - 1;
    heights.push({ rows: `${first}:${last}`, height: 28 });
    for (const range of [`A${first}:B${last}`, `D${first}:E${last}`]) rows.format(range, ["wrap", "row"]);
  }
  return {
    id: WORK_PLAN_SHEETS.quadrants,
    name: W.quadrantsTab[lang],
    blocks: [rows.block()],
    columns: [
      { columns: "A", width: 40 },
      { columns: "B", width: 12 },
      { columns: "C", width: 3 },
      { columns: "D", width: 40 },
      { columns: "E", width: 12 },
    ],
    rows: heights,
    formats: rows.formats,
    print: {
      orientation: "landscape",
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: W.quadrantsTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

function lastWeek(plan: WorkPlan): SpecCell {
  const weeks = plan.tasks.filter(({ owner }) => owner === plan.people[0]).map(({ week }) => week);
  // The last but one, so that there is a next week to show.
  const known = [...new Set(weeks)].filter((week) => week !== "").sort();
  const week = known.at(-2) ?? known.at(-1);
  return week === undefined ? null : dateCell(week);
}

function pickRules(completion: TableLayout, lang: Lang): ValidationSpec[] {
  return [
    {
      range: `B${PERSON_ROW}`,
      rule: { kind: "listFrom", source: `=${completion.range("name")}` },
      prompt: { title: W.name[lang], message: FORM_WORDS.pickOne[lang] },
    },
    {
      range: `B${WEEK_ROW}`,
      rule: { kind: "decimal", min: dateCell("2000-01-01"), max: dateCell("2100-01-01") },
      prompt: { title: W.weekLabel[lang], message: W.weekPrompt[lang] },
      error: { title: W.weekLabel[lang], message: FORM_WORDS.dateOnly[lang] },
    },
  ];
}
