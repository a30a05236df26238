import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { buildSample, SAMPLE_FILES } from "../../src/host/sample";
import { openXlsx } from "../../src/host/file/open";
import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";
import { cellRef } from "../../src/formula/references";
import { textsOf } from "../../src/host/workbookFiles";
import type { MasterPerson } from "../../src/sharing/master/master";
import { COUNTS } from "../../src/sharing/master/master";
import { describeWith } from "../support/tools";
import { recalculate } from "../support/libreoffice";
import { validate } from "../support/ooxml";
import { sheetOf } from "./fillIn";
import { finishedMaster, sendOut, type Distributed } from "./support";

const csv = (name: string) => readFileSync(join(__dirname, "../../assets/sample", name), "utf8");

/** Parts carry random ids, and some group of one is all digits often enough: `{…-8594-…}` is nobody's figure. */
const RANDOM_IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

let host: Host;
const sent: Record<"rep" | "manager" | "region", Distributed | undefined> = {
  rep: undefined,
  manager: undefined,
  region: undefined,
};

function sentTo(level: keyof typeof sent): Distributed {
  const found = sent[level];
  if (!found) throw new Error(`Nothing was sent by ${level}`);
  return found;
}

beforeAll(async () => {
  const ledger = await buildSample({
    pipeline: csv(SAMPLE_FILES.pipeline),
    teams: csv(SAMPLE_FILES.teams),
    products: csv(SAMPLE_FILES.products),
  });
  host = await finishedMaster(ledger, "en-US");
  for (const by of ["region", "manager", "rep"] as const) sent[by] = await sendOut(host, "en-US", { by });
});

test("everybody is in exactly one workbook of a level", () => {
  const counts = (["rep", "manager", "region"] as const).map((by) => sentTo(by).made.length);
  expect(counts).toEqual([35, 6, 3]);
  for (const by of ["rep", "manager", "region"] as const)
    expect(sentTo(by).made.reduce((sum, { people }) => sum + people, 0)).toBe(35);
});

/** Numbers of a person that a reader could recognise them by. */
function numbersOf({ actuals, targets, inputs, counts }: MasterPerson): number[] {
  const cells = [
    ...actuals,
    ...targets,
    ...inputs.values(),
    ...COUNTS.flatMap((count) => counts[count] ?? []),
  ];
  const year = actuals.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const asked = targets.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return [...cells.map(({ value }) => value ?? 0), year, asked].filter((value) => Math.abs(value) >= 1000);
}

describe.each(["rep", "manager", "region"] as const)("what is sent out by %s", (by) => {
  test("no other person's name is in any part of any file", () => {
    const { made, prepared } = sentTo(by);
    const { people } = prepared.master;
    for (const { file, bytes } of made) {
      const outgoing = prepared.distribution.files.find((each) => each.file === file);
      const own = outgoing?.addressee.people ?? [];
      const ownNames = new Set(own.flatMap(({ unit, manager, name }) => [unit, manager, name]));
      const others = new Set(people.flatMap(({ unit, manager, name }) => [unit, manager, name]));
      const raw = Object.values(unzipSync(bytes))
        .map((part) => new TextDecoder().decode(part))
        .join("\n");
      const text = [...textsOf(bytes)].join("\n");
      for (const name of others) {
        if (ownNames.has(name)) continue;
        // “East” is also a word in “Eastern”: letters around it make another word.
        const word = new RegExp(`(?<![A-Za-z])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![A-Za-z])`);
        expect({ file, name, found: word.test(raw) || word.test(text) }).toEqual({
          file,
          name,
          found: false,
        });
      }
    }
  });

  test("no number that is only somebody else's is in any part of any file", async () => {
    const { made, prepared } = sentTo(by);
    const { people } = prepared.master;
    const holders = new Map<number, Set<string>>();
    for (const person of people)
      for (const value of numbersOf(person))
        holders.set(value, (holders.get(value) ?? new Set()).add(person.id));
    for (const { file, bytes } of made) {
      const outgoing = prepared.distribution.files.find((each) => each.file === file);
      const own = new Set(outgoing?.addressee.people.map(({ id }) => id));
      const foreign = [...holders]
        .filter(([, ids]) => [...ids].every((id) => !own.has(id)))
        .map(([value]) => String(value));
      expect(foreign.length).toBeGreaterThan(200);
      // What the file's own formulas make of its own numbers may happen to be equal to something elsewhere.
      const worked = await results(bytes);
      const texts = new Set(
        [...textsOf(bytes)].flatMap(
          (text) => text.replace(RANDOM_IDS, "").match(/(?<![\w.#])\d{4,}(?:\.\d+)?(?![\w.])/g) ?? [],
        ),
      );
      expect({ file, leaks: foreign.filter((value) => texts.has(value) && !worked.has(value)) }).toEqual({
        file,
        leaks: [],
      });
    }
  });

  test("nothing is hidden, nothing remembers the master", async () => {
    const [first] = sentTo(by).made;
    const book = await openXlsx(first?.bytes ?? new Uint8Array(), "first.xlsx");
    expect(book.sheets.filter(({ visibility }) => visibility !== "Visible")).toEqual([]);
    expect(book.settings.size).toBe(0);
    expect(book.customXml).toHaveLength(1);
    expect(book.sheets.every(({ protection }) => protection !== undefined)).toBe(true);
    for (const { formula } of book.names) expect(formula).not.toContain("#REF!");
  });
});

/** Results of the file's formulas, worked out anew from the file alone; they must be what is stored beside them. */
async function results(bytes: Uint8Array): Promise<Set<string>> {
  const stored = await openXlsx(bytes, "stored.xlsx");
  const emptied = await openXlsx(bytes, "anew.xlsx");
  const found = new Set<string>();
  let formulas = 0;
  // Emptied before the host sees it: results a file brings along are taken as they are.
  for (const sheet of emptied.sheets)
    for (const [row, cells] of sheet.cells)
      for (const [column, cell] of cells)
        if (cell.formula !== undefined) {
          cell.value = null;
          sheet.changed.cells.add(`${row},${column}`);
        }
  const anew = createNodeHost(emptied);
  anew.calculate();
  for (const sheet of anew.workbook.sheets)
    for (const [row, cells] of sheet.cells)
      for (const [column, cell] of cells) {
        if (cell.formula === undefined || typeof cell.value !== "number") continue;
        const before = sheetOf(stored, sheet.name).cells.get(row)?.get(column)?.value;
        expect([sheet.name, cellRef(row, column), before]).toEqual([
          sheet.name,
          cellRef(row, column),
          cell.value,
        ]);
        found.add(String(cell.value));
        formulas++;
      }
  host.connect();
  expect(formulas).toBeGreaterThan(40);
  return found;
}

test("a rep's card shows the score the master shows, worked out in the file itself", async () => {
  const { made, prepared } = sentTo("rep");
  for (const { file, bytes } of made) {
    const person = prepared.distribution.files.find((each) => each.file === file)?.addressee.people[0];
    const book = await openXlsx(bytes, file);
    const card = sheetOf(book, "My scorecard");
    const total = [...card.cells.values()].find((row) => row.get(0)?.value === "Total")?.get(3);
    expect(total?.formula).toMatch(/^=/);
    const shown = typeof total?.value === "number" ? total.value : null;
    expect({ file, total: shown }).toEqual({ file, total: person?.score?.total ?? null });
  }
});

test("sample files are valid", async () => {
  const files = [
    sentTo("rep").made[0],
    sentTo("rep").made.at(-1),
    sentTo("manager").made[1],
    sentTo("region").made[2],
  ];
  for (const made of files) expect(await validate(made?.bytes ?? new Uint8Array())).toEqual([]);
});

describeWith("libreoffice", "another program", () => {
  test("works out the same in a rep's and in a manager's workbook", async () => {
    for (const made of [sentTo("rep").made[0], sentTo("manager").made[0]]) {
      const bytes = made?.bytes ?? new Uint8Array();
      const book = await openXlsx(bytes, "stored.xlsx");
      const values = await recalculate(bytes);
      for (const sheet of book.sheets)
        for (const [row, cells] of sheet.cells)
          for (const [column, { value, formula }] of cells) {
            if (formula === undefined || value === null || value === "") continue;
            const theirs = values.get(sheet.name)?.get(cellRef(row, column));
            if (typeof value === "number") expect(Number(theirs)).toBeCloseTo(value, 6);
            else
              expect([sheet.name, cellRef(row, column), theirs]).toEqual([
                sheet.name,
                cellRef(row, column),
                value,
              ]);
          }
    }
  });
});
