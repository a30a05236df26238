/** Small things on the pages people are sent that somebody would hold against them. */
import { parseRange } from "../../src/formula/references";
import type { Duty, Master, MasterPerson, PersonScore, Ratings } from "../../src/sharing/master/master";
import { breakdownPage } from "../../src/sharing/pages/breakdownPage";
import { ratingPage } from "../../src/sharing/pages/ratingPage";
import { rulesPage } from "../../src/sharing/pages/rulesPage";
import { rankText } from "../../src/sharing/rankText";
import type { SheetSpec } from "../../src/sheets/spec";
import { REP } from "../support/evaluations";

const score = (total: number | null, rank: number | null): PersonScore => ({
  ...{ total, rank },
  grade: "",
  remark: "",
});

function person(name: string, scheme: string, period: string, total: number | null, rank: number | null) {
  const own = score(total, rank);
  return {
    ...{ id: name, unit: "East", manager: "", name, score: own },
    ...{ actuals: [], counts: {}, targets: [], inputs: new Map() },
    cards: [
      {
        ...{ scheme: { ...REP, id: scheme, name: scheme }, period, score: own },
        ...{ inputs: new Map(), typed: new Set<string>(), points: new Map() },
      },
    ],
  } satisfies MasterPerson;
}

const masterOf = (people: readonly MasterPerson[], more: Partial<Master> = {}): Master => ({
  ...{ lang: "en-US", baseYear: 0, months: [], people },
  ...more,
});

describe("a rank is among those it was made of", () => {
  const reps = [person("Ann", "Sales rep", "Q1", 100, 1), person("Bob", "Sales rep", "Q1", 83, 2)];
  const head = person("Liz", "Office head", "Q1", 79, 1);
  const rankOf = (master: Master, name: string): string => {
    const found = master.people.find((one) => one.name === name);
    return found ? rankText(master, found, found.score?.rank ?? 0) : "";
  };

  test("of several schemes among those of the same one, which is named", () => {
    const master = masterOf([...reps, head, person("New", "Sales rep", "Q1", null, null)]);
    expect(rankOf(master, "Bob")).toBe("2 of 2 (Sales rep)");
    expect(rankOf({ ...master, lang: "zh-CN" }, "Liz")).toBe("第 1 名，共 1 人（Office head）");
  });

  test("of one scheme among everybody scored in that period", () => {
    expect(rankOf(masterOf(reps), "Bob")).toBe("2 of 2");
    expect(rankOf(masterOf([...reps, person("Cyd", "Sales rep", "Q2", 50, 1)]), "Bob")).toBe("2 of 2");
  });
});

describe("a rater's list", () => {
  const input = (id: string) => ({ id, name: id, format: "decimal" as const, min: 0, max: 100 });
  const ratings: Ratings = {
    title: "Q1",
    duties: [],
    columns: new Map([
      ["attitude", input("Attitude")],
      ["skill", input("Skill")],
    ]),
    plans: [],
    unnamed: 0,
  };
  const duty = (about: string, period: string, key: string): Duty => ({
    ...{ id: `${about}${period}`, rater: "Mia", about, unit: "East", group: "Direct", period },
    cells: new Map([[key, { tab: "Ratings", cell: "E6", value: null }]]),
  });
  const pageOf = (duties: readonly Duty[]) => ratingPage(masterOf([]), ratings, duties, "Mia");
  const cellsOf = (sheet: SheetSpec, row: number) => sheet.blocks[0]?.cells[row - 1]?.slice(0, 5);

  test("names are names: rows that share one are numbered and keep their words in columns of their own", () => {
    const { sheet, fields } = pageOf([duty("Ann", "Q1", "attitude"), duty("Ann", "Q2", "attitude")]);
    expect(cellsOf(sheet, 5)).toEqual(["No.", "Unit", "Person", "You rate as", "Period"]);
    expect(cellsOf(sheet, 7)).toEqual(["2.", "East", "Ann", "Direct", "Q2"]);
    // The number is what finds a row again.
    expect(fields.map(({ row }) => row.text)).toEqual(["1.", "2."]);
    expect(new Set(fields.map(({ cell }) => cell)).size).toBe(2);
  });

  test("where every name stands once there is nothing to number", () => {
    const { sheet, fields } = pageOf([duty("Ann", "Q1", "attitude"), duty("Bob", "Q1", "attitude")]);
    expect(cellsOf(sheet, 5)?.slice(0, 3)).toEqual(["Unit", "Person", "You rate as"]);
    expect(fields.map(({ row }) => row.text)).toEqual(["Ann", "Bob"]);
  });

  test("cells that are not theirs are grey and no header", () => {
    const { sheet } = pageOf([duty("Ann", "Q1", "attitude"), duty("Bob", "Q1", "skill")]);
    const styles = (sheet.formats ?? []).filter(({ range }) => range === "E6").map(({ style }) => style);
    expect(styles).toEqual(["notAsked"]);
  });
});

describe("the rules of a scheme for those who are scored by it", () => {
  const { sheet, references } = rulesPage(REP);
  const texts = (sheet.blocks[0]?.cells ?? []).flat().filter((cell) => typeof cell === "string");

  test("inputs are called by their names, not by what formulas call them", () => {
    const ids = REP.inputs.filter(({ id, name }) => id !== name).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of [...ids, REP.id]) expect([id, texts.includes(id)]).toEqual([id, false]);
  });

  test("it is printed to its own last row, with page breaks of its own", () => {
    const rows = sheet.blocks[0]?.cells.length ?? 0;
    const { area, breaksBefore = [] } = sheet.print ?? {};
    expect(area).toBe(`A1:E${rows}`);
    expect(breaksBefore.every((row) => row <= rows)).toBe(true);
    for (const { rows: span } of sheet.rows ?? [])
      expect(Number(span.split(":").at(-1))).toBeLessThanOrEqual(rows);
  });

  test("everything formulas refer to is still there", () => {
    const rows = sheet.blocks[0]?.cells.length ?? 0;
    for (const reference of references.values()) {
      const { bottom } = parseRange(reference.slice(reference.lastIndexOf("!") + 1).replaceAll("$", ""));
      expect(bottom).toBeLessThan(rows);
    }
  });
});

test("nobody's heading stands alone at a page's foot of what scores are made of", () => {
  const people = Array.from({ length: 12 }, (_, i) => person(`P${i}`, "Sales rep", "Q1", 90 - i, i + 1));
  const page = breakdownPage(people, { lang: "en-US", name: "East", title: "Q1" });
  const heads = (page?.sheet.blocks[0]?.cells ?? []).flatMap(([first], r) =>
    String(first).startsWith("P") && String(first).includes(" · ") ? [r + 1] : [],
  );
  const breaks = page?.sheet.print?.breaksBefore ?? [];
  expect(heads).toHaveLength(12);
  expect(breaks.length).toBeGreaterThan(0);
  for (const row of breaks) expect(heads).toContain(row);
});
