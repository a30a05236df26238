/** attain evaluate without a ledger: from a request, and from a people table with a scheme. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { createWorkbook } from "../../src/host/book/emptyWorkbook";
import { createNodeHost } from "../../src/host/node";
import { saveXlsx } from "../../src/host/file/save";
import { openXlsx } from "../../src/host/file/open";
import { REP, oneMonth } from "../support/evaluations";

let folder = "";
let said: string[] = [];
let complained: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-evaluate-"));
});

beforeEach(() => {
  said = [];
  complained = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void complained.push(line));
});
afterEach(() => jest.restoreAllMocks());

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

/** A workbook as a person would have typed it. */
async function typedWorkbook(range: string, values: (string | number)[][]): Promise<Uint8Array> {
  const host = createNodeHost(createWorkbook("people.xlsx", "People"));
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("People").getRange(range).values = values;
  });
  return saveXlsx(host.workbook);
}

test("a request becomes a workbook", async () => {
  const [request, out] = [await file("march.json", oneMonth()), join(folder, "march.xlsx")];
  expect(await main(["evaluate", "--request", request, "-o", out, "--lang", "en-US"])).toBe(0);
  expect(said).toEqual([
    "4 people scored, 1 not scored.",
    "Top three: Ann 102.7 Excellent, Dee 100 Excellent, Bob 78.4 Good",
    `Saved ${out}`,
  ]);
  const saved = await openXlsx(new Uint8Array(await readFile(out)), "march.xlsx");
  expect(saved.sheets.map(({ name }) => name)).toEqual([
    "Ranking",
    "Results",
    "Card",
    "Scorecard",
    "Data",
    "Ratings",
    "Raters",
    "Scheme",
    "About",
  ]);
});

test("a people table is scored by a scheme; what could not be read is named", async () => {
  const table = await typedWorkbook("B2:G7", [
    ["Staff of March", "", "", "", "", ""],
    ["Department", "Name", "Sales", "Target", "Late reports", "Accidents"],
    ["East", "Ann", "1,100", 1000, 0, 0],
    ["West", "Bob", 900, 1000, 2, "none"],
    ["West", "Bob", 950, 1000, 2, 0],
    ["Total", "Total", 2000, 2000, 2, 0],
  ]);
  const [scheme, book] = [await file("rep.json", REP), await file("people.xlsx", table)];
  const args = ["evaluate", book, "--scheme", scheme, "-o", join(folder, "out.xlsx"), "--lang", "en-US"];
  expect(
    await main([...args, "--period", "March", "--from", "2026-03-01", "--to", "2026-03-31", "--json"]),
  ).toBe(0);
  const result = JSON.parse(said.join("\n")) as { people: unknown; problems: unknown };
  // Attitude is left out: nobody has rated yet. 80 × 1.1 + 20 = 108, and 100 over adds 1.
  expect(result.people).toEqual([
    { name: "Ann", unit: "East", total: 109, grade: "Excellent", rank: 1, unitRank: 1 },
    { name: "Bob", unit: "West", total: 82, grade: "Good", rank: 2, unitRank: 1 },
  ]);
  expect(result.problems).toEqual([
    { where: "People!B3", what: "no column was found for “Late last month”" },
    { where: "People!G5", what: "“none” is no number and counts as missing" },
    { where: "People!C6", what: "“Bob” is there twice; the first line counts" },
  ]);
});

test("more pages are named in a list, for a request and for a people table", async () => {
  const table = await typedWorkbook("B2:G4", [
    ["Department", "Name", "Sales", "Target", "Late reports", "Accidents"],
    ["East", "Ann", 1100, 1000, 0, 0],
    ["West", "Bob", 950, 1000, 2, 0],
  ]);
  const out = join(folder, "pages.xlsx");
  const [scheme, book] = [await file("rep.json", REP), await file("people.xlsx", table)];
  const fromTable = ["evaluate", book, "--scheme", scheme];
  const fromRequest = ["evaluate", "--request", await file("march.json", oneMonth())];
  for (const args of [fromTable, fromRequest]) {
    const pages = ["--pages", "review,standing,analysis,calibration"];
    expect(await main([...args, ...pages, "-o", out, "--lang", "en-US"])).toBe(0);
    const saved = await openXlsx(new Uint8Array(await readFile(out)), "pages.xlsx");
    expect(saved.sheets.map(({ name }) => name).slice(0, 8)).toEqual([
      "Ranking",
      "Results",
      "Review and sign-off",
      "Review log",
      "Heat map",
      "Analysis",
      "Grades and consequences",
      "Calibration",
    ]);
  }
});

test("a page there is not, or nothing to make pages of, is said before anything is written", async () => {
  const out = join(folder, "none.xlsx");
  const request = await file("march.json", oneMonth());
  const args = ["-o", out, "--lang", "en-US", "--pages"];
  expect(await main(["evaluate", "--request", request, ...args, "heat"])).toBe(2);
  expect(complained[0]).toContain(
    "--pages knows no “heat”; it takes analysis, standing, review, calibration, whatif",
  );
  const table = await file("notes.xlsx", await typedWorkbook("A1:A1", [["Notes"]]));
  expect(await main(["evaluate", table, ...args, "analysis"])).toBe(2);
  expect(complained.join(" ")).toContain("--pages and --pay need an evaluation request");
  await expect(readFile(out)).rejects.toThrow();
});

test("every mistake of a request in one line, and no file", async () => {
  const request = { ...oneMonth(), raters: [{ rater: "Zed", group: "upper", people: [] }] };
  const wrong = {
    ...request,
    schemes: [{ ...REP, sections: REP.sections.map((one) => ({ ...one, weight: one.weight * 0.95 })) }],
  };
  const args = [
    "evaluate",
    "--request",
    await file("wrong.json", wrong),
    "-o",
    join(folder, "no.xlsx"),
    "--lang",
    "en-US",
  ];
  expect(await main(args)).toBe(4);
  expect(complained[0]).toContain("schemes.rep.sections: weights add up to 95 instead of 100, off by -5");
  expect(complained[0]).toContain("raters[0]: the rater “Zed” rates nobody");
  await expect(readFile(join(folder, "no.xlsx"))).rejects.toThrow();
});

test("a request of another shape is refused with its places", async () => {
  const args = [
    "evaluate",
    "--request",
    await file("shape.json", { people: [{}], schemes: [] }),
    "-o",
    join(folder, "no.xlsx"),
  ];
  expect(await main([...args, "--lang", "en-US"])).toBe(4);
  expect(complained[0]).toContain("“periods” is missing");
});
