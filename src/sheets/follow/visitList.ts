import { rangeRef, quoteSheet } from "../../formula/references";
import type { VisitPlan } from "../../planning/visits/visitPlan";
import type { VisitCustomer } from "../../planning/visits/visitsRequest";
import type { Lang } from "../../words";
import { dateCell } from "../dates";
import { quoted, RowSheet, textWidth } from "../rows";
import type { ConditionalSpec, SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { VISIT_WORDS as W } from "./visitWords";

/** Where the list stands, for the page that counts in it. Rows from 1. */
export interface VisitListLayout {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
  /** `'Visit list'!$D$5:$D$60`. */
  readonly column: (letter: "A" | "C" | "D" | "H" | "I") => string;
}

/** Empty rows for visits that were not planned. */
const SPARE = 20;
const HEADER = 4;

export function visitListLayout(plan: VisitPlan, lang: Lang): VisitListLayout {
  const sheet = W.listTab[lang];
  const first = HEADER + 1;
  const last = HEADER + plan.visits.length + plan.extra.length + SPARE;
  return {
    sheet,
    first,
    last,
    column: (letter) => `${quoteSheet(sheet)}!$${letter}$${first}:$${letter}$${last}`,
  };
}

/** Where the plan page keeps what the list looks up: absolute references with sheet. */
export interface VisitSources {
  readonly asOf: string;
  readonly customers: string;
  readonly reps: string;
  readonly classes: string;
}

/** One row a visit, with the days between which it keeps the plan; its date is typed, its status follows. */
export function visitList(
  plan: VisitPlan,
  customers: readonly VisitCustomer[],
  sources: VisitSources,
  lang: Lang,
): SheetSpec {
  const { first, last, sheet } = visitListLayout(plan, lang);
  const rows = new RowSheet(9);
  rows.add([W.listTitle[lang]], "title");
  rows.add([W.listSubtitle[lang]], "subtitle");
  rows.skip();
  rows.add(
    [W.date, W.weekday, W.rep, W.customer, W.class, W.from, W.to, W.doneOn, W.status].map(
      (phrase) => phrase[lang],
    ),
    "header",
  );
  const names = W.weekdays[lang].split(",").map(quoted).join(",");
  const statusOf = (row: number): SpecCell => {
    const [day, done] = [`$A${row}`, `$H${row}`];
    const late = `IF(${sources.asOf}>$G${row},"${W.statusMissed[lang]}",IF(${sources.asOf}>=${day},"${W.statusDue[lang]}",""))`;
    const kept = `IF(AND(${done}>=$F${row},${done}<=$G${row}),"${W.statusKept[lang]}","${W.statusOutside[lang]}")`;
    return {
      formula: `=IF(${day}="",IF(${done}="","","${W.statusExtra[lang]}"),IF(${done}="",${late},${kept}))`,
    };
  };
  for (const { customer, day, from, to, done } of plan.visits) {
    const row = rows.next;
    const who = customers[customer];
    rows.add(
      [
        dateCell(day),
        { formula: `=CHOOSE(WEEKDAY($A${row},2),${names})` },
        who?.rep ?? "",
        who?.name ?? "",
        who?.class ?? "",
        dateCell(from),
        dateCell(to),
        done === undefined ? null : dateCell(done),
        statusOf(row),
      ],
      ["body", "text"],
    );
  }
  const unplanned = rows.next;
  for (let i = 0; i < plan.extra.length + SPARE; i++) {
    const row = rows.next;
    const extra = plan.extra[i];
    const found = (source: string): SpecCell => ({
      formula: `=IF($D${row}="","",IFERROR(INDEX(${source},MATCH($D${row},${sources.customers},0)),""))`,
    });
    rows.add(
      [
        null,
        null,
        found(sources.reps),
        extra ? (customers[extra.customer]?.name ?? "") : null,
        found(sources.classes),
        null,
        null,
        extra ? dateCell(extra.done) : null,
        statusOf(row),
      ],
      ["body", "text"],
    );
  }
  const across = rangeRef(first - 1, 0, last - 1, 8);
  rows.format(across, "row");
  for (const column of ["A", "F", "G", "H"])
    rows.format(`${column}${first}:${column}${last}`, ["alignRight"], "yyyy-mm-dd");
  for (const column of ["A", "F", "G", "H"]) rows.format(`${column}${HEADER}`, "alignRight");
  rows.format(`B${HEADER}:B${last}`, "alignCenter");
  rows.format(`I${HEADER}:I${last}`, "indent1");
  rows.format(`F${first}:G${last}`, "muted");
  rows.format(`H${first}:H${last}`, "input");
  rows.format(`D${unplanned}:D${last}`, "input");
  const colour = (sign: string, style: "good" | "warn" | "bad"): ConditionalSpec => ({
    kind: "formula",
    range: `I${first}:I${last}`,
    formula: `=LEFT($I${first},1)="${sign}"`,
    style,
  });
  const widest = (texts: readonly string[], least: number) =>
    Math.min(36, Math.max(least, ...texts.map(textWidth)) + 2);
  return {
    id: "visitList",
    name: sheet,
    tabColor: COLORS.good,
    blocks: [rows.block()],
    columns: [
      { columns: "A", width: 13 },
      { columns: "B", width: 7 },
      {
        columns: "C",
        width: widest(
          customers.map(({ rep }) => rep),
          10,
        ),
      },
      {
        columns: "D",
        width: widest(
          customers.map(({ name }) => name),
          16,
        ),
      },
      {
        columns: "E",
        width: widest(
          customers.map((each) => each.class),
          10,
        ),
      },
      { columns: "F:H", width: 13 },
      { columns: "I", width: 12 },
    ],
    formats: rows.formats,
    conditionals: [colour("●", "good"), colour("▲", "warn"), colour("▼", "bad")],
    validations: [
      {
        range: `H${first}:H${last}`,
        rule: { kind: "decimal", min: 1 },
        prompt: { title: W.doneOn[lang], message: W.doneTip[lang] },
        error: { title: W.doneOn[lang], message: W.doneTip[lang] },
      },
      { range: `D${unplanned}:D${last}`, rule: { kind: "listFrom", source: `=${sources.customers}` } },
    ],
    freeze: { rows: HEADER, columns: 0 },
    filter: rangeRef(HEADER - 1, 0, last - 1, 8),
    print: {
      orientation: "portrait",
      titleRows: `$${HEADER}:$${HEADER}`,
      area: rangeRef(0, 0, last - 1, 8),
      fitWidth: 1,
      footer: { left: W.listTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}
