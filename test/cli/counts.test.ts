/** One of something is not several: the English a terminal speaks. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PAY_COMMAND_WORDS } from "../../src/cli/commands/payWords";
import { REVIEW_COMMAND_WORDS } from "../../src/cli/commands/reviewWords";
import { WHATIF_WORDS } from "../../src/cli/commands/whatifWords";
import { SHARING_WORDS } from "../../src/cli/sharingWords";
import { WORDS } from "../../src/cli/words";
import { say, type Phrase } from "../../src/words";
import { terminal } from "../support/terminal";

test("a word goes with its number, however that is written; Chinese has one word for all", () => {
  const phrase: Phrase = { "zh-CN": "{n} 行", "en-US": "{n} {n:row|rows}" };
  const english = (n: number | string): string => say(phrase, "en-US", { n });
  expect([0, 1, 2, 1.5, 8800].map(english)).toEqual(["0 rows", "1 row", "2 rows", "1.5 rows", "8,800 rows"]);
  expect(["1", "11"].map(english)).toEqual(["1 row", "11 rows"]);
  expect(say(phrase, "zh-CN", { n: 1 })).toBe("1 行");
  // Without its number a place stays, as all do.
  expect(say(phrase, "en-US")).toBe("{n} {n:row|rows}");
});

test("a book of one sheet with one chart", async () => {
  const folder = await mkdtemp(join(tmpdir(), "attain-counts-"));
  const file = join(folder, "follow.json");
  const owners = [
    { department: "Sales", share: 0.7, main: true },
    { department: "Finance", share: 0.3 },
  ];
  await writeFile(file, JSON.stringify({ shared: [{ name: "Collection", target: 0.9, owners }] }));
  const follow = (lang: string) => terminal("follow", file, "-o", join(folder, "out.xlsx"), "--lang", lang);
  expect((await follow("en-US")).out).toContain("1 sheet, 25 formulas and 1 chart.");
  expect((await follow("zh-CN")).out).toContain("1 张表，25 个公式，1 个图表。");
});

/** Every number of these sentences is a count. */
const SENTENCES: Readonly<Record<string, readonly [Phrase, one: string, two: string]>> = {
  written: [
    WORDS.written,
    "1 sheet, 1 formula and 1 chart in 1 round trip.",
    "2 sheets, 2 formulas and 2 charts in 2 round trips.",
  ],
  scored: [
    WORDS.scored,
    "1 person scored, 1 not scored for want of data.",
    "2 people scored, 2 not scored for want of data.",
  ],
  changes: [SHARING_WORDS.changes, "1 cell of the master changes:", "2 cells of the master change:"],
  heldCells: [SHARING_WORDS.heldCells, "waits on 1 cell", "waits on 2 cells"],
  begun: [
    REVIEW_COMMAND_WORDS.begun,
    "Review page and log written, 1 person.",
    "Review page and log written, 2 people.",
  ],
  summary: [
    WHATIF_WORDS.summary,
    "Of 1 person 1 changes grade and 1 changes rank.",
    "Of 2 people 2 change grade and 2 change rank.",
  ],
  paid: [
    PAY_COMMAND_WORDS.paid,
    "1 person: 1 1 now, 1 at year end; 1 waits for data to be filled in.",
    "2 people: 2 2 now, 2 at year end; 2 wait for data to be filled in.",
  ],
};

test.each(Object.entries(SENTENCES))("%s", (_, [phrase, one, two]) => {
  const all = (n: number): string => {
    const names = [...phrase["en-US"].matchAll(/\{(\w+)/g)].map(([, name = ""]) => name);
    return say(phrase, "en-US", Object.fromEntries(names.map((name) => [name, n])));
  };
  expect([all(1), all(2)]).toEqual([one, two]);
});

test("no phrase of the terminal has a word for several right after a number", () => {
  const tables: readonly Readonly<Record<string, Phrase>>[] = [
    WORDS,
    SHARING_WORDS,
    REVIEW_COMMAND_WORDS,
    WHATIF_WORDS,
    PAY_COMMAND_WORDS,
  ];
  const bare =
    /\{\w+\} (?:sheets|charts|formulas|people|rows|files|workbooks|cells|deals|periods|items|lines)\b/;
  const found = tables.flatMap((table) =>
    Object.values(table).filter((phrase) => bare.test(phrase["en-US"])),
  );
  expect(found).toEqual([]);
});
