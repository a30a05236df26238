import { classifySheets } from "../../src/records/classify";
import { columnName } from "../../src/formula/references";
import { readPeople, type PeopleReading } from "../../src/records/people/measures";
import { findTables } from "../../src/records/tables/tables";
import type { Lang } from "../../src/words";
import { messyPeople, type Orientation } from "../support/messy/peopleTables";

const LANGS: readonly Lang[] = ["zh-CN", "en-US"];
const ORIENTATIONS: readonly Orientation[] = ["wide", "long", "across", "attendance"];
const WORKBOOKS = Array.from({ length: 48 }, (_, i) => {
  return messyPeople(
    i + 1,
    LANGS[Math.floor(i / 4) % 2] ?? "en-US",
    ORIENTATIONS[i % 4] ?? "wide",
    i % 3 === 0,
  );
});

const READ = WORKBOOKS.map((workbook) => {
  const [table] = workbook.grids.flatMap(findTables);
  if (!table) throw new Error(`${workbook.name}: no table found`);
  return { workbook, reading: readPeople(table) };
});

function columnsOf({ region, recognition }: PeopleReading): Record<string, string> {
  const letters = (column: number) => columnName(region.grid.left + column);
  return {
    ...Object.fromEntries(
      Object.entries(recognition.who.fields).map(([field, match]) => [letters(match.column), field]),
    ),
    ...Object.fromEntries(
      recognition.measures.map(({ column, field, period }) => [
        letters(column),
        period === undefined ? field : `${field} ${period}`,
      ]),
    ),
  };
}

test("each is taken for a table about people, none for a ledger", () => {
  for (const { grids } of WORKBOOKS) {
    const { ledger, people } = classifySheets(grids);
    expect(ledger).toBeUndefined();
    expect(people).toHaveLength(1);
  }
});

test("at least 98 % of the columns are taken for what they are", () => {
  let all = 0;
  const wrong = READ.flatMap(({ workbook, reading }) => {
    const found = columnsOf(reading);
    return Object.entries(workbook.truth.columns).flatMap(([letters, holds]) => {
      all += 1;
      return found[letters] === holds
        ? []
        : [`${workbook.name}: ${letters} holds ${holds}, taken for ${found[letters] ?? "nothing"}`];
    });
  });
  expect(all).toBeGreaterThan(250);
  expect({ wrong, enough: wrong.length <= all * 0.02 }).toEqual({ wrong: [], enough: true });
});

test("every figure is right in its unit and person, and no total is taken for a person", () => {
  const wrong = READ.flatMap(({ workbook, reading }) => {
    const truth = workbook.truth.measures;
    const at = new Map(reading.measures.map((measure) => [measure.cell, measure]));
    const extra = reading.measures.length - truth.length;
    return [
      ...(extra === 0 ? [] : [`${workbook.name}: ${extra} figures too many`]),
      ...truth.flatMap(({ rep, field, period, value, cell }) => {
        const found = at.get(cell);
        const same =
          found?.person.rep === rep &&
          found.field === field &&
          (found.period === period || period === undefined) &&
          found.value === value;
        return same
          ? []
          : [
              `${workbook.name} ${cell}: ${found ? `${found.person.rep} ${found.field} ${found.period ?? ""} ${found.value}` : "nothing"} for ${rep} ${field} ${period ?? ""} ${value}`,
            ];
      }),
    ];
  });
  expect(READ.reduce((sum, { workbook }) => sum + workbook.truth.measures.length, 0)).toBeGreaterThan(2000);
  expect(wrong.slice(0, 20)).toEqual([]);
});

test("employee numbers keep their leading zeros", () => {
  for (const { workbook, reading } of READ) {
    for (const [rep, id] of Object.entries(workbook.truth.ids))
      expect(reading.people.find((person) => person.rep === rep)?.employeeId).toBe(id);
  }
});

test("everything planted is reported at its cell", () => {
  const missed = READ.flatMap(({ workbook, reading }) =>
    workbook.defects
      .filter(
        ({ codes, cell }) =>
          !reading.problems.some((found) => found.cell === cell && codes.includes(found.code)),
      )
      .map(({ codes, cell }) => `${workbook.name}: ${codes.join("/")} at ${cell}`),
  );
  expect(READ.reduce((sum, { workbook }) => sum + workbook.defects.length, 0)).toBeGreaterThan(100);
  expect(missed).toEqual([]);
});

test("nothing else is reported as wrong", () => {
  const alarms = READ.flatMap(({ workbook, reading }) => {
    const planted = new Set(workbook.defects.map(({ cell }) => cell));
    return reading.problems
      .filter(({ severity, cell }) => severity !== "info" && !planted.has(cell))
      .map(
        ({ code, cell, found, params }) =>
          `${workbook.name}: ${code} at ${cell} (${found}) ${JSON.stringify(params)}`,
      );
  });
  expect(alarms.slice(0, 20)).toEqual([]);
});
