import { parseRange } from "../../src/formula/references";
import { periodsBetween } from "../../src/planning/calendar";
import { salesScheme } from "../../src/scoring/sales";
import { planCollection } from "../../src/sharing/incoming/collection";
import {
  planDistribution,
  type Distribution,
  type OutgoingFile,
} from "../../src/sharing/outgoing/distribution";
import type { FaultCode } from "../../src/sharing/incoming/faults";
import { inspectReturned, type Inspection } from "../../src/sharing/incoming/inspect";
import { leakedNames } from "../../src/sharing/leaks";
import type { Master, MasterCell, MasterPerson } from "../../src/sharing/master/master";
import { personId } from "../../src/sharing/master/readMaster";
import { parseRecordXml, recordXml } from "../../src/sharing/record";
import type { ReturnedBook, ReturnedCell } from "../../src/sharing/incoming/returned";

const PEOPLE = 500;
const AT = "2026-01-10T08:00:00.000Z";

const cell = (tab: string, row: number, column: string, value: number): MasterCell => ({
  tab,
  cell: `${column}${row}`,
  value,
});

/** Five hundred people of fifty teams; names hold one another: 李雷 and 李雷雷, 业务员1 and 业务员12. */
function person(index: number): MasterPerson {
  const [unit, manager] = [`大区${index % 7}`, `经理${index % 50}`];
  const name = index === 0 ? "李雷" : index === 1 ? "李雷雷" : `业务员${index}`;
  const columns = [..."ABCDEFGHIJKL"];
  const amounts = columns.map((_, month) => 1000 * index + 37 * month + 11);
  return {
    id: personId([unit, manager, name]),
    unit,
    manager,
    name,
    actuals: columns.map((column, month) => cell("实绩", index + 5, column, amounts[month] ?? 0)),
    counts: {
      won: cell("实绩", index + 5, "P", 20),
      lost: cell("实绩", index + 5, "Q", 10),
      open: cell("实绩", index + 5, "R", 3),
    },
    targets: columns.map((column, month) => cell("目标分解", index + 9, column, (amounts[month] ?? 0) + 200)),
    inputs: new Map([
      ["target", cell("绩效考核", index + 6, "C", 500_000)],
      ["revenue", cell("绩效考核", index + 6, "D", 12_000 * index)],
      ["won", cell("绩效考核", index + 6, "E", 20)],
      ["lost", cell("绩效考核", index + 6, "F", 10)],
    ]),
    score: { total: 80, grade: "良好", rank: index + 1, remark: "" },
  };
}

const master: Master = {
  lang: "zh-CN",
  baseYear: 2017,
  months: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
  people: Array.from({ length: PEOPLE }, (_, index) => person(index)),
  plan: { measure: "销售额", unit: "元", periods: periodsBetween("2018-01-01", "2018-12-31", "month") },
  scheme: salesScheme("zh-CN"),
};

type Cells = Map<string, ReturnedCell>;
interface Sheet {
  tab: string;
  protected: boolean;
  cells: Cells;
}
interface Book {
  sheets: Sheet[];
  customXml: string[];
}

/** A handout as a reader of files would give it back. */
function bookOf({ handout, identityXml }: OutgoingFile): Book {
  const sheets = handout.spec.sheets.map((sheet): Sheet => {
    const cells: Cells = new Map();
    for (const { at, cells: rows } of sheet.blocks) {
      const { top, left } = parseRange(at);
      rows.forEach((row, r) =>
        row.forEach((content, c) => {
          if (content === null) return;
          cells.set(
            `${top + r},${left + c}`,
            typeof content === "object" ? { value: null, formula: content.formula } : { value: content },
          );
        }),
      );
    }
    return { tab: sheet.name, protected: true, cells };
  });
  return { sheets, customXml: [identityXml] };
}

function returnedBook({ sheets, customXml }: Book): ReturnedBook {
  return {
    customXml,
    sheets: sheets.map(({ tab, protected: locked, cells }) => ({
      tab,
      hidden: false,
      protected: locked,
      cell: (row, column) => cells.get(`${row},${column}`),
      *cells() {
        for (const [key, each] of cells) {
          const [row = 0, column = 0] = key.split(",").map(Number);
          yield { row, column, cell: each };
        }
      },
    })),
  };
}

function sheet(book: Book, tab: string): Sheet {
  const found = book.sheets.find((each) => each.tab === tab);
  if (!found) throw new Error(tab);
  return found;
}

function put(book: Book, tab: string, address: string, content: ReturnedCell): void {
  const { top, left } = parseRange(address);
  sheet(book, tab).cells.set(`${top},${left}`, content);
}

/** Ways to spoil an answer that needs no file to be spoilt; those that break files are tried on files. */
const SPOILT: readonly [code: FaultCode, merged: boolean, spoil: (book: Book) => void][] = [
  [
    "no-id",
    false,
    (book) => {
      book.customXml = [];
      for (const { cells } of book.sheets)
        for (const [key, { value }] of cells) if (String(value).includes("attain:")) cells.delete(key);
    },
  ],
  ["wrong-person", false, (book) => put(book, "封面", "B5", { value: "李雷雷" })],
  ["not-a-number", true, (book) => put(book, "我的目标", "D9", { value: "三万左右" })],
  ["error-value", true, (book) => put(book, "我的目标", "D9", { value: null, error: "#REF!" })],
  ["out-of-range", true, (book) => put(book, "我的目标", "D9", { value: -1 })],
  ["formula-changed", true, (book) => put(book, "我的目标", "E9", { value: 3 })],
  ["fixed-changed", true, (book) => put(book, "我的实绩", "B9", { value: 3 })],
  ["protection-removed", true, (book) => (sheet(book, "我的目标").protected = false)],
  ["sheet-renamed", true, (book) => (sheet(book, "我的目标").tab = "目标（改）")],
  ["sheet-missing", true, (book) => (book.sheets = book.sheets.filter(({ tab }) => tab !== "我的实绩"))],
  ["sheet-added", true, (book) => book.sheets.push({ tab: "Sheet1", protected: false, cells: new Map() })],
  ["cell-missing", true, (book) => put(book, "我的目标", "A12", { value: "?" })],
  ["no-reply", true, (book) => sheet(book, "封面").cells.delete("23,1")],
];

let distribution: Distribution;

beforeAll(() => {
  distribution = planDistribution(master, undefined, {
    by: "rep",
    pattern: "{unit}-{name}-{period}",
    at: AT,
    date: "2026/1/10",
    newMaster: "m1",
  });
});

test("five hundred workbooks: different names, no other's name, one layout in the record", () => {
  const { files, record } = distribution;
  expect(new Set(files.map(({ file }) => file)).size).toBe(PEOPLE);
  const names = master.people.flatMap(({ unit, manager, name }) => [unit, manager, name]);
  for (const { handout, addressee } of files) {
    const texts = JSON.stringify([handout.spec, handout.fields]).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    const { unit, manager, name } = addressee;
    expect(leakedNames(texts, { others: names, own: [unit, manager, name] })).toEqual([]);
  }
  expect(record.layouts).toHaveLength(1);
  expect(recordXml(record).length).toBeLessThan(1_000_000);
  expect(parseRecordXml(recordXml(record))).toEqual(record);
});

test("five hundred answers, one in twenty spoilt: every good answer in, every fault named, the same again is a no-op", () => {
  const spoiltAt = (index: number) =>
    index % 20 === 7 ? SPOILT[Math.floor(index / 20) % SPOILT.length] : undefined;
  const silent = (index: number) => index % 50 === 3;
  const inspections: Inspection[] = distribution.files.flatMap((file, index) => {
    if (silent(index)) return [];
    const book = bookOf(file);
    put(book, "封面", "B24", { value: "有建议" });
    put(book, "我的目标", "D7", { value: 900_000 + index });
    spoiltAt(index)?.[2](book);
    return [
      inspectReturned(returnedBook(book), `${index}.xlsx`, "2026-01-20T08:00:00.000Z", distribution.record),
    ];
  });
  const collection = planCollection(master, distribution.record, inspections, { prefer: "master", at: AT });
  const after = new Map(collection.changes.map((change) => [`${change.tab}!${change.cell}`, change.after]));
  master.people.forEach(({ targets }, index) => {
    const at = targets[2];
    const spoilt = spoiltAt(index);
    const merged = !silent(index) && spoilt?.[1] !== false;
    expect([index, after.get(`${at?.tab}!${at?.cell}`)]).toEqual([
      index,
      merged ? 900_000 + index : undefined,
    ]);
    const codes =
      collection.files.find(({ file }) => file === `${index}.xlsx`)?.faults.map(({ code }) => code) ?? [];
    if (spoilt) expect([index, ...codes]).toContain(spoilt[0]);
    else expect([index, ...codes]).toEqual([index]);
  });
  const refused = inspections.filter(({ recipient }) => !recipient).length;
  expect(collection.missing).toHaveLength(PEOPLE / 50 + refused);
  expect(collection.changes).toHaveLength(PEOPLE - PEOPLE / 50 - refused);

  const people = master.people.map((each) => ({
    ...each,
    targets: each.targets.map((at) => {
      const merged = after.get(`${at.tab}!${at.cell}`);
      return { ...at, value: typeof merged === "number" ? merged : at.value };
    }),
  }));
  const again = planCollection({ ...master, people }, collection.record, inspections, {
    prefer: "master",
    at: AT,
  });
  expect(again).toMatchObject({ nothingNew: true, changes: [], conflicts: [] });
  expect(again.record).toEqual(collection.record);
});
