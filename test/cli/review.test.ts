/** attain review: a whole review from the terminal, each step into the next file. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { openXlsx } from "../../src/host/file/open";
import type { EvaluationRequest } from "../../src/scoring/evaluation";
import { LANGS } from "../../src/words";
import { oneMonth } from "../support/evaluations";
import { validate } from "../support/ooxml";
import { terminal } from "../support/terminal";

let folder = "";
let said: string[] = [];
let complained: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-review-"));
});

beforeEach(() => {
  said = [];
  complained = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void complained.push(line));
});
afterEach(() => jest.restoreAllMocks());

const at = (name: string): string => join(folder, name);

async function request(
  name: string,
  change: (request: EvaluationRequest) => EvaluationRequest,
): Promise<string> {
  await writeFile(at(name), JSON.stringify(change(oneMonth())));
  return at(name);
}

const run = (...args: string[]): Promise<number> => main([...args, "--lang", "en-US"]);

interface Listed {
  readonly people: readonly {
    person: string;
    stage: string;
    computed: number | null;
    score: number | null;
  }[];
  readonly notices: readonly { readonly text: string }[];
}

async function list(file: string): Promise<Listed> {
  said = [];
  expect(await run("review", file, "--json")).toBe(0);
  return JSON.parse(said.join("\n")) as Listed;
}

const MINUTES = 180_000;

test("whoever is looked for under a word that is none of this review's is not just nobody", async () => {
  const march = await request("looked.json", (one) => one);
  expect(await run("evaluate", "--request", march, "-o", at("begun.xlsx"))).toBe(0);
  const done = ["--submit", "Ann", "--by", "Mia"];
  expect(await run("review", at("begun.xlsx"), "-o", at("looked.xlsx"), ...done)).toBe(0);
  for (const lang of LANGS) {
    const look = (...args: string[]) => terminal("review", at("looked.xlsx"), "--lang", lang, ...args);
    const stage = await look("--stage", "frist");
    expect([stage.code, stage.out]).toEqual([2, ""]);
    expect(stage.err).toContain(
      lang === "zh-CN"
        ? "--stage 里没有“frist”，可以写：score（Scoring）、sum（Summing up）、first（First review）"
        : "--stage knows no “frist”; it takes score (Scoring), sum (Summing up), first (First review)",
    );
    const unit = await look("--unit", "Est");
    expect([unit.code, unit.out]).toEqual([2, ""]);
    expect(unit.err).toContain(
      lang === "zh-CN" ? "--unit 里没有“Est”" : "--unit knows no “Est”; it takes East",
    );
    const found = await look("--stage", "summing up");
    expect([found.code, found.err]).toEqual([0, ""]);
    expect(found.out).toContain("Ann");
    expect(found.out).not.toContain("Bob");
  }
});

test(
  "submitted, adjusted, signed, locked; then evaluated again with another figure",
  async () => {
    const march = await request("march.json", (one) => one);
    expect(await run("evaluate", "--request", march, "-o", at("0.xlsx"))).toBe(0);
    const step = async (n: number, ...args: string[]): Promise<number> =>
      run("review", at(`${n - 1}.xlsx`), "-o", at(`${n}.xlsx`), "--on", "2026-04-03", ...args);
    expect(await step(1, "--submit", "all", "--by", "Mia", "--who", "second=Boss")).toBe(0);
    expect(await step(2, "--pass", "unit:East", "--by", "HR")).toBe(0);
    expect(await step(3, "--adjust", "Bob=101", "--reason", "a deal was booked late", "--by", "Max")).toBe(0);
    expect(said.filter((line) => line.startsWith("Bob"))).toContain("Bob: adjust, score 78.4 → 101");
    expect(await step(4, "--pass", "Bob", "--by", "Max")).toBe(0);
    // The second review is for the boss alone, and nothing is half done.
    expect(await step(5, "--pass", "Bob", "--by", "Max")).toBe(4);
    expect(complained[0]).toContain("Bob: “Second review” is for Boss, not for Max");
    await expect(readFile(at("5.xlsx"))).rejects.toThrow();
    expect(await step(5, "--pass", "Bob", "--by", "Boss", "--sign", "Bob", "--lock", "Bob")).toBe(0);

    const { people, notices } = await list(at("5.xlsx"));
    expect(notices).toEqual([]);
    expect(people.map(({ person, stage, computed, score }) => [person, stage, computed, score])).toEqual([
      ["Ann", "first", 102.7, 102.7],
      ["Bob", "locked", 78.4, 101],
      ["Cyd", "sum", 0, 0],
      ["Dee", "sum", 100, 100],
      ["Eve", "score", null, null],
    ]);
    const bytes = new Uint8Array(await readFile(at("5.xlsx")));
    expect(await validate(bytes)).toEqual([]);
    const book = await openXlsx(bytes, "5.xlsx");
    const sheet = (name: string) => book.sheets.find((one) => one.name === name);
    // The ranking follows the reviewed score, and the page on how everything was treated says so.
    expect(sheet("Ranking")?.cells.get(6)?.get(1)?.value).toBe("Bob");
    expect(sheet("Ranking")?.cells.get(6)?.get(3)?.value).toBe(101);
    const about = [...(sheet("About")?.cells.values() ?? [])].map((line) => line.get(1)?.value);
    expect(about.some((text) => String(text).includes("Where the review has set a score"))).toBe(true);
    expect(sheet("Scorecard")?.protection).toBeDefined();

    // Data come in once more, and Bob sold more than was locked.
    const again = await request("again.json", (one) => ({
      ...one,
      people: one.people.map((who) =>
        who.name === "Bob" ? { ...who, inputs: { ...who.inputs, sales: 950 } } : who,
      ),
    }));
    said = [];
    expect(await run("evaluate", at("5.xlsx"), "--request", again, "-o", at("6.xlsx"))).toBe(0);
    expect(said).toContain("▲ The review log is kept (11 lines); nobody's review was reopened");
    expect(said).toContain("▲ Bob is locked, but “Sales” in Data!E7 went from 900 to 950");
    expect((await list(at("6.xlsx"))).people.map(({ stage }) => stage)).toEqual([
      "first",
      "locked",
      "sum",
      "sum",
      "score",
    ]);
    // Only an unlocking with its reason opens it again.
    expect(await run("review", at("6.xlsx"), "-o", at("7.xlsx"), "--unlock", "Bob", "--by", "HR")).toBe(4);
    expect(complained.at(-1)).toContain("“unlock” needs a reason");
  },
  MINUTES,
);

test(
  "next month knows who was last, from the same workbook or from last month's",
  async () => {
    const month = (title: string) => (one: EvaluationRequest) => ({
      ...one,
      title,
      people: [
        ...one.people.map((who) => ({ ...who, inputs: { ...who.inputs, accident: 0 } })),
        { name: "Flo", unit: "East", inputs: { sales: 500, target: 1000, misses: 0, accident: 0 } },
      ],
    });
    const march = await request("m.json", month("March 2026"));
    const april = await request("a.json", month("April 2026"));
    const pages = ["--pages", "standing"];
    expect(await run("evaluate", "--request", march, "-o", at("m.xlsx"), ...pages)).toBe(0);
    // Said beforehand: who would move by the forced shares.
    expect(said.some((line) => line.startsWith("▲ Flo goes down from Fair to To improve"))).toBe(true);
    for (const args of [["--earlier", at("m.xlsx")], [at("m.xlsx")]]) {
      const before = args.length === 1 ? args : [];
      const flags = args.length === 1 ? [] : args;
      expect(
        await run("evaluate", ...before, "--request", april, "-o", at("a.xlsx"), ...pages, ...flags),
      ).toBe(0);
      const book = await openXlsx(new Uint8Array(await readFile(at("a.xlsx"))), "a.xlsx");
      const rows = [
        ...(book.sheets.find(({ name }) => name === "Grades and consequences")?.cells.values() ?? []),
      ];
      const flo = rows.find((line) => line.get(1)?.value === "Flo");
      expect([flo?.get(8)?.value, flo?.get(9)?.value, flo?.get(13)?.value]).toEqual([1, 1, "▼ last again"]);
      const history = book.sheets.find(({ name }) => name === "Earlier periods");
      expect(history?.cells.get(4)?.get(0)?.value).toBe("March 2026");
    }
  },
  MINUTES,
);
