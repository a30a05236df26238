/** The review's two pages: what the log says, worked out by the workbook's own formulas and by the engine. */
import fc from "fast-check";
import { withReview } from "../../../src/jobs/review/reviewPages";
import { EVENT_KINDS, EVENT_WORDS, type EventKind } from "../../../src/scoring/review/events";
import { START, stageName, take, type Standing } from "../../../src/scoring/review/flow";
import { momentOf, serialOf } from "../../../src/sheets/review/dates";
import { labelsOf, onSheet, withoutReview } from "../../../src/sheets/review/follow";
import type { LoggedEvent } from "../../../src/sheets/review/pages";
import { readReviewBoard, readReviewLog } from "../../../src/sheets/review/readReview";
import type { People } from "../../../src/scoring/scoreTeam";
import type { SheetSpec, SpecCell } from "../../../src/sheets/spec";
import { LANGS, type Lang } from "../../../src/words";
import { CalculatedBook } from "../../support/ironcalc";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { reviewProcess } from "../../support/reviewProcess";
import { salesTeam } from "../../support/salesTeam";
import { scoredBook } from "../../support/scoredBook";
import { describeWith } from "../../support/tools";
import { workbookOf } from "../../support/workbookOf";

const NAME = { "en-US": "Scorecard", "zh-CN": "绩效考核表" } as const;

function pages(lang: Lang, events: readonly LoggedEvent[] = []) {
  const { sheets, names } = scoredBook(lang, team());
  const memory = { process: reviewProcess(lang), events };
  const spec = withReview({ sheets, names, activate: "review" }, memory, "2018-04-03");
  const found = (id: string): SheetSpec => {
    const sheet = spec.sheets.find((one) => one.id === id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  };
  return { spec, board: found("review"), log: found("reviewLog") };
}

/** Four of the sample team. */
function team(): People {
  const { names, units, inputs } = salesTeam();
  const from = names.indexOf("Moses Frase");
  const first = <T>(list: readonly T[]): T[] => list.slice(from, from + 4);
  return {
    names: first(names),
    units: first(units),
    inputs: new Map([...inputs].map(([id, values]) => [id, first(values)])),
  };
}

const event = (kind: EventKind, person: string, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  kind,
  person,
  unit: "Central",
  by: "HR",
  on: "2018-04-03",
  period: NAME["en-US"],
  ...more,
});

/** The first person's row, and the first free line of a log without entries. */
const [FIRST, LINE] = [19, 5];

test("everybody begins at scoring; the log moves them, an adjustment counts beside the computed score", () => {
  const moses = "Moses Frase";
  const { board, spec } = pages("en-US", [
    event("submit", moses),
    event("pass", moses),
    event("adjust", moses, { adjusted: 92, reason: "a deal was booked late" }),
    event("return", moses, { reason: "two actuals missing", on: "2018-04-05" }),
  ]);
  const book = new CalculatedBook(spec.sheets);
  const row = FIRST + rowOf(board, moses);
  const read = (column: string) => book.read(board.name, `${column}${row}`);
  expect(["C", "D", "E", "G"].map(read)).toEqual([69.27, 92, 92, "Good"]);
  expect(["I", "J", "N", "O"].map(read)).toEqual([
    "Summing up",
    serialOf("2018-04-05"),
    "two actuals missing",
    4,
  ]);
  // Summing up is for HR, and was due on 4 April 2018.
  expect(["K", "L", "M"].map(read)).toEqual(["HR", serialOf("2018-04-04"), "▼ overdue"]);
  expect(book.read(board.name, "D7")).toBe(3);
  expect(book.read(board.name, "A3")).toBe(
    "▲ 4 people scored: 0 locked, 0 signed, 0 appealed, 4 before that",
  );
});

function rowOf(board: SheetSpec, person: string): number {
  const rows = board.blocks[0]?.cells.slice(FIRST - 1) ?? [];
  return rows.findIndex((cells) => cells[1] === person);
}

test("whatever is typed into the free lines, the page says what the engine says", () => {
  const some = fc.record({
    kind: fc.constantFrom(...EVENT_KINDS),
    who: fc.integer({ min: 0, max: 2 }),
    adjusted: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 30, maxLength: 40 }), (steps) => {
      const { spec, log, board } = pages("en-US");
      const people = (board.blocks[0]?.cells.slice(FIRST - 1) ?? []).map((cells) => String(cells[1]));
      const standings = new Map<string, Standing>();
      const expected: [cell: string, said: string][] = [];
      const typed = new Map<string, SpecCell>();
      for (const { kind, who, adjusted } of steps) {
        const person = people[who] ?? "";
        const row = LINE + expected.length / 2;
        if (row >= LINE + 8) break;
        const before = standings.get(person) ?? START;
        const scored = kind === "adjust" || kind === "uphold" ? adjusted : undefined;
        const one = event(kind, person, {
          reason: "because",
          ...(scored !== undefined && { adjusted: scored }),
        });
        const taken = take(before, one);
        // What cannot be is corrected before one goes on.
        if ("why" in taken) continue;
        standings.set(person, taken.standing);
        typed.set(`B${row}`, serialOf(one.on));
        typed.set(`E${row}`, person);
        typed.set(`F${row}`, EVENT_WORDS[kind]["en-US"]);
        typed.set(`H${row}`, "because");
        if (scored !== undefined) typed.set(`K${row}`, scored);
        expected.push([`L${row}`, stageName(before.stage)["en-US"]]);
        expected.push([`M${row}`, stageName(taken.standing.stage)["en-US"]]);
      }
      const blocks = [...typed].map(([at, cell]) => ({ at, cells: [[cell]] }));
      const book = new CalculatedBook(
        spec.sheets.map((sheet) =>
          sheet === log ? { ...sheet, blocks: [...sheet.blocks, ...blocks] } : sheet,
        ),
      );
      for (const [cell, said] of expected) expect(book.read(log.name, cell)).toBe(said);
      for (const [person, { stage, adjusted, events }] of standings) {
        const row = FIRST + rowOf(board, person);
        expect(["I", "O", "D"].map((column) => book.read(board.name, `${column}${row}`))).toEqual([
          stageName(stage)["en-US"],
          events,
          adjusted ?? "",
        ]);
      }
    }),
    { numRuns: 3 },
  );
});

test("a line that cannot be says so at once", () => {
  const { spec, log, board } = pages("en-US");
  const book = new CalculatedBook(spec.sheets);
  const person = String(board.blocks[0]?.cells[FIRST - 1]?.[1]);
  const type = (row: number, kind: EventKind): void => {
    book.set(log.name, `E${row}`, person);
    book.set(log.name, `F${row}`, EVENT_WORDS[kind]["en-US"]);
  };
  type(5, "sign");
  expect(book.read(log.name, "M5")).toBe("▼ not possible");
  expect(book.read(board.name, `M${FIRST}`)).toBe("▼ see the log");
  type(5, "submit");
  type(6, "return");
  expect([book.read(log.name, "M5"), book.read(log.name, "M6")]).toEqual(["Summing up", "▼ needs a reason"]);
});

test.each(LANGS)("both pages read back, in %s", (lang) => {
  const events = [
    event("submit", "Moses Frase", { period: NAME[lang], on: "2018-04-03 14:05", score: 69.27 }),
    event("pass", "Moses Frase", { period: NAME[lang] }),
    event("pass", "Moses Frase", { period: NAME[lang] }),
    event("return", "Moses Frase", { period: NAME[lang], reason: "看一下", to: "score" }),
  ];
  const { log, board } = pages(lang, events);
  const rows = gridOf(log);
  const read = readReviewLog(rows, log.name, NAME[lang]);
  expect(read.mistakes).toEqual([]);
  expect(
    read.lines.map(
      ({ row, recorded, ledTo, number: _, ...line }: (typeof read.lines)[number] & { number?: number }) =>
        line,
    ),
  ).toEqual(events);
  expect(read.lines.map(({ ledTo }) => ledTo)).toEqual(["sum", "first", "second", "score"]);
  expect(readReviewBoard(gridOf(board))?.process).toEqual(reviewProcess(lang));
});

function gridOf(sheet: SheetSpec): (string | number | boolean | null)[][] {
  const rows: (string | number | boolean | null)[][] = [];
  for (const { at, cells } of sheet.blocks) {
    const top = Number(/\d+/.exec(at)?.[0]) - 1;
    cells.forEach((line, r) => {
      while (rows.length <= top + r) rows.push([]);
      rows[top + r] = line.map((cell) => (typeof cell === "object" && cell !== null ? "" : cell));
    });
  }
  return rows;
}

test("a log edited into what cannot have happened is refused with its cell", () => {
  const { log } = pages("en-US", [event("submit", "Moses Frase"), event("pass", "Moses Frase")]);
  const edit = (row: number, column: number, value: string | number | null) => {
    const rows = gridOf(log);
    (rows[row - 1] ?? [])[column] = value;
    return readReviewLog(rows, log.name, NAME["en-US"]).mistakes.map(
      ({ sheet, cell, what }) => `${sheet}!${cell}: ${what["en-US"]}`,
    );
  };
  expect(edit(5, 5, "sign")).toEqual([
    "Review log!F5: Moses Frase: “sign” is not possible at “Scoring”; possible now: submit",
    "Review log!F6: Moses Frase: “pass” is not possible at “Scoring”; possible now: submit",
  ]);
  expect(edit(6, 5, "return")).toEqual(["Review log!F6: Moses Frase: “return” needs a reason"]);
  expect(edit(5, 5, "shrug")[0]).toContain("Review log!F5: “shrug” is no event; there are: submit, pass");
  expect(edit(6, 1, "soon")).toEqual(["Review log!B6: “soon” is no day; write it as 2026-4-8"]);
  expect(edit(6, 1, 40_000)).toEqual([
    "Review log!F6: Moses Frase: the day 2009-07-06 is before this person's last entry (2018-04-03)",
  ]);
  expect(edit(6, 6, null)).toEqual(["Review log!G6: who did it is missing"]);
  expect(edit(6, 12, "Second review")).toEqual([
    "Review log!M6: Moses Frase: this line was changed after it was recorded; it leads to “First review”",
  ]);
});

test("days and minutes as cells", () => {
  expect([serialOf("1900-03-01"), serialOf("1900-03-01 12:00")]).toEqual([61, 61.5]);
  expect([momentOf(61.5), momentOf("2026/4/8"), momentOf("2026年4月8日"), momentOf("soon")]).toEqual([
    "1900-03-01 12:00",
    "2026-04-08",
    "2026-04-08",
    undefined,
  ]);
});

test("a formula moved to another page keeps what it points at", () => {
  expect(onSheet(`IF($C5="A1",LOG10(C5),ROUND(AVERAGE($C5:$E5),'S 1'!$B$2)+attain1_x)`, "Results")).toBe(
    `IF('Results'!$C5="A1",LOG10('Results'!C5),ROUND(AVERAGE('Results'!$C5:$E5),'S 1'!$B$2)+attain1_x)`,
  );
  const wrapped = "=IF(ISNUMBER('Review'!$D$19),'Review'!$D$19,IF('S'!A1>0,1,2))";
  expect(withoutReview(wrapped, "Review")).toBe("IF('S'!A1>0,1,2)");
  expect(withoutReview("=IF(ISNUMBER('Other'!D19),1,2)", "Review")).toBe("IF(ISNUMBER('Other'!D19),1,2)");
});

test("two of one name are told apart by their unit", () => {
  expect(labelsOf(["Ann", "Bob", "ann", "Ann"], ["East", "East", "West", "East"])).toEqual([
    "Ann (East)",
    "Bob",
    "ann (West)",
    "Ann (East) 2",
  ]);
});

describeWith("libreoffice", "the review as a file", () => {
  test.each(LANGS)(
    "is valid, protected, and free of errors: %s",
    async (lang) => {
      const { spec, board, log } = pages(lang, [
        event("submit", "Moses Frase", { period: NAME[lang] }),
        event("pass", "Moses Frase", { period: NAME[lang] }),
      ]);
      const bytes = await workbookOf(spec);
      expect(await validate(bytes)).toEqual([]);
      const values = await recalculate(bytes);
      const errors = [...values].flatMap(([sheet, cells]) =>
        [...cells].flatMap(([cell, value]) => (typeof value === "object" ? [`${sheet}!${cell}`] : [])),
      );
      expect(errors).toEqual([]);
      expect(board.protect?.inputs).toEqual(["B7:C10", "B15"]);
      expect(log.protect?.inputs).toEqual(["B7:I26", "K7:K26"]);
      // LibreOffice finds the same stage.
      const row = FIRST + rowOf(board, "Moses Frase");
      expect(values.get(board.name)?.get(`I${row}`)).toBe(stageName("first")[lang]);
    },
    120_000,
  );
});
