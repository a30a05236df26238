/** A review over files: evaluated, reviewed, sent out to be signed, and what came back read into its log. */
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { openXlsx } from "../../src/host/file/open";
import { textsOf } from "../../src/host/workbookFiles";
import type { HostWorkbook } from "../../src/host/book/workbook";
import type { CollectionView } from "../../src/jobs/sharing/collect";
import { leakedNames } from "../../src/sharing/leaks";
import { LIST_WORDS } from "../../src/sharing/words";
import { BOARD, LOG } from "../../src/sheets/review/pages";
import { REVIEW_PAGE_WORDS as P } from "../../src/sheets/review/words";
import type { Lang } from "../../src/words";
import { sheetOf } from "../sharing/fillIn";
import { CAST, decided, everybody, monthly, REVIEWERS, signed, type Written } from "../sharing/reviewCase";
import { recalculate } from "../support/libreoffice";
import { validate } from "../support/ooxml";
import { findTool } from "../support/tools";

const MINUTES = 240_000;
let said: string[] = [];
let complained: string[] = [];

beforeEach(() => {
  said = [];
  complained = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void complained.push(line));
});
afterEach(() => jest.restoreAllMocks());

describe.each(["en-US", "zh-CN"] as const)("a review over files in %s", (lang: Lang) => {
  let folder = "";
  const at = (...names: string[]): string => join(folder, ...names);
  const cast = CAST[lang];
  const { first, second } = REVIEWERS[lang];

  const run = (...args: string[]): Promise<number> => main([...args, "--lang", lang]);
  async function done(...args: string[]): Promise<string[]> {
    said = [];
    expect([await run(...args), ...complained]).toEqual([0]);
    return said;
  }
  const json = async <T>(...args: string[]): Promise<T> =>
    JSON.parse((await done(...args, "--json")).join("\n")) as T;
  const bytesOf = async (...names: string[]): Promise<Uint8Array> =>
    new Uint8Array(await readFile(at(...names)));
  const stages = async (file: string): Promise<Record<string, string>> => {
    const { people } = await json<{ people: { person: string; stage: string }[] }>("review", at(file));
    return Object.fromEntries(people.map(({ person, stage }) => [person, stage]));
  };
  async function answer(person: string, written: Written, name = `${person}.xlsx`): Promise<void> {
    await writeFile(at("back", name), await signed(await bytesOf("out", `${person}.xlsx`), lang, written));
  }
  const collected = (from: string, to: string): Promise<CollectionView> =>
    json<CollectionView>("collect", at(from), at("back"), "-o", at(to));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "attain-signing-"));
    await mkdir(at("back"));
    jest.spyOn(console, "log").mockImplementation(() => undefined);
    await writeFile(at("march.json"), JSON.stringify(monthly(lang)));
    await run("evaluate", "--request", at("march.json"), "-o", at("0.xlsx"));
    const who = ["--who", `first=${first}`, "--who", `second=${second}`, "--appeal-days", "10"];
    await run("review", at("0.xlsx"), "-o", at("1.xlsx"), "--submit", "all", "--by", "HR", ...who);
    await run("review", at("1.xlsx"), "-o", at("2.xlsx"), "--pass", "all", "--by", "HR");
    await run("review", at("2.xlsx"), "-o", at("3.xlsx"), "--pass", "all", "--by", first);
    const others = everybody(lang).filter((name) => name !== cast.reviewed);
    await run("review", at("3.xlsx"), "-o", at("4.xlsx"), "--pass", ...others, "--by", second);
  }, MINUTES);

  test(
    "people are sent what they may sign, and nothing of anybody else's",
    async () => {
      await done(
        "distribute",
        at("4.xlsx"),
        "-o",
        at("out"),
        "--pattern",
        "{name}",
        "--master",
        at("5.xlsx"),
      );
      const names = everybody(lang);
      for (const name of names) {
        const bytes = await bytesOf("out", `${name}.xlsx`);
        const { sheets } = await openXlsx(bytes, name);
        const asked = sheets.some((sheet) => sheet.name === (lang === "zh-CN" ? "签字" : "Sign-off"));
        expect([name, asked]).toEqual([name, name !== cast.reviewed]);
        const others = [...names, first, second, "HR"];
        expect([name, leakedNames(textsOf(bytes), { others, own: [name] })]).toEqual([name, []]);
      }
      expect(await validate(await bytesOf("out", `${cast.appeals}.xlsx`))).toEqual([]);
    },
    MINUTES,
  );

  test(
    "what comes back is in the log, or named with its cell; who is waited for is a list",
    async () => {
      // One is locked while the workbooks are out.
      await done(
        ...["review", at("5.xlsx"), "-o", at("6.xlsx"), "--lock", cast.locked, "--by", "HR"],
        ...["--reason", lang === "zh-CN" ? "已离职" : "has left"],
      );
      const why = lang === "zh-CN" ? "三月的一单记漏了" : "A March deal is missing";
      for (const name of cast.signs) await answer(name, { decision: "sign", signer: name.toUpperCase() });
      await answer(cast.appeals, { decision: "appeal", reason: why, signer: cast.appeals });
      await answer(cast.unsigned, { decision: "sign" });
      await answer(cast.reasonless, { decision: "appeal", signer: cast.reasonless });
      await answer(cast.locked, { decision: "sign", signer: cast.locked });

      const preview = await json<CollectionView>("collect", at("6.xlsx"), at("back"), "--preview");
      expect(
        byName(preview.decisions.map(({ person, kind, by, reason }) => [person, kind, by, reason])),
      ).toEqual(
        byName([
          ...cast.signs.map((name) => [name, "sign", name, undefined]),
          [cast.appeals, "appeal", cast.appeals, why],
        ]),
      );
      const faults = preview.files.flatMap((file) =>
        file.faults.map(({ code, where }) => [file.file, code, where]),
      );
      const tab = lang === "zh-CN" ? "签字" : "Sign-off";
      expect(faults).toEqual([
        ...[cast.unsigned, cast.reasonless, cast.locked]
          .sort()
          .map((name) => [
            `${name}.xlsx`,
            name === cast.unsigned
              ? "review-unsigned"
              : name === cast.locked
                ? "review-moved"
                : "review-no-reason",
            `${tab}!B${name === cast.unsigned ? 13 : name === cast.locked ? 11 : 12}`,
          ]),
      ]);
      expect(preview.missing.map(({ name }) => name)).toEqual([cast.reviewed, cast.silent]);
      const today = preview.waiting?.find(({ person }) => person === cast.silent)?.since;
      expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(preview.waiting?.map(({ person, whom, since, file }) => [person, whom, since, file])).toEqual(
        [cast.appeals, cast.unsigned, cast.reasonless, cast.reviewed, cast.silent].map((name) => [
          name,
          name === cast.appeals || name === cast.reviewed ? second : name,
          today,
          name === cast.appeals || name === cast.reviewed ? undefined : `${name}.xlsx`,
        ]),
      );

      await collected("6.xlsx", "7.xlsx");
      const after = { sign: "signed", appealed: "appealed" };
      expect(await stages("7.xlsx")).toEqual({
        ...Object.fromEntries(cast.signs.map((name) => [name, after.sign])),
        [cast.appeals]: after.appealed,
        [cast.unsigned]: "sign",
        [cast.reasonless]: "sign",
        [cast.locked]: "locked",
        [cast.reviewed]: "second",
        [cast.silent]: "sign",
      });
    },
    MINUTES,
  );

  test(
    "the master's pages say it by their own formulas, and say it in another program too",
    async () => {
      const bytes = await bytesOf("7.xlsx");
      expect(await validate(bytes)).toEqual([]);
      const book = await openXlsx(bytes, "7.xlsx");
      const board = rows(book, P.tab[lang]);
      const stage = (name: string): unknown =>
        board.find((row) => row[column(BOARD.person)] === name)?.[column(BOARD.stage)];
      expect(stage(cast.appeals)).toBe(lang === "zh-CN" ? "申诉中" : "Appealed");
      expect(stage(cast.signs[0])).toBe(lang === "zh-CN" ? "已签字" : "Signed");
      const log = rows(book, P.logTab[lang]).filter((row) => typeof row[0] === "number");
      const last = log.slice(-4);
      expect(
        byName(last.map((row) => [row[column(LOG.person)], row[column(LOG.by)], row[column(LOG.why)]])),
      ).toEqual(
        byName([
          ...cast.signs.map((name) => [name, name, null]),
          [cast.appeals, cast.appeals, lang === "zh-CN" ? "三月的一单记漏了" : "A March deal is missing"],
        ]),
      );
      // The merge log names each with the cell of the review's log.
      const merged = rows(book, LIST_WORDS.logTab[lang]).slice(4);
      expect(byName(merged.map((row) => [row[0], row[1], row[3]]))).toEqual(
        byName([...cast.signs, cast.appeals].map((name) => [name, name, P.logTab[lang]])),
      );
      for (const row of merged) {
        const line = Number(String(row[4]).slice(1));
        expect(rows(book, P.logTab[lang])[line - 1]?.[column(LOG.person)]).toBe(row[1]);
      }
      const waits = rows(book, LIST_WORDS.returnsTab[lang]).filter((row) => row[2] === cast.silent);
      expect(waits).toHaveLength(1);
      if (findTool("libreoffice") === undefined) return;
      const values = await recalculate(bytes);
      for (const sheet of book.sheets)
        for (const [row, line] of sheet.cells)
          for (const [col, { formula, value }] of line)
            if (formula !== undefined && typeof value !== "object") {
              const other = values.get(sheet.name)?.get(`${letters(col)}${row + 1}`) ?? "";
              const where = `${sheet.name}!${letters(col)}${row + 1}`;
              if (typeof value === "number")
                expect([where, Number(other).toFixed(6)]).toEqual([where, value.toFixed(6)]);
              else expect([where, other]).toEqual([where, value ?? ""]);
            }
    },
    MINUTES,
  );

  test(
    "the same files again are a no-op; a better answer counts, and one thought over",
    async () => {
      const again = await collected("7.xlsx", "8.xlsx");
      expect(again).toMatchObject({ nothingNew: true, decisions: [], changes: [] });
      expect(await bytesOf("8.xlsx")).toEqual(await bytesOf("7.xlsx"));
      // What was held is named again.
      expect(again.files.flatMap(({ faults }) => faults)).toHaveLength(3);

      await new Promise((later) => setTimeout(later, 1100));
      const [ann] = cast.signs;
      await answer(cast.unsigned, { decision: "sign", signer: cast.unsigned }, "again 1.xlsx");
      await answer(
        ann,
        { decision: "appeal", reason: lang === "zh-CN" ? "看错了" : "Misread", signer: ann },
        "again 2.xlsx",
      );
      const view = await collected("7.xlsx", "8.xlsx");
      expect(byName(view.decisions.map(({ person, kind }) => [person, kind]))).toEqual(
        byName([
          [cast.unsigned, "sign"],
          [ann, "appeal"],
        ]),
      );
      expect(view.files.filter(({ status }) => status === "superseded").map(({ file }) => file)).toEqual(
        [`${ann}.xlsx`, `${cast.unsigned}.xlsx`].sort(),
      );
      expect((await stages("8.xlsx"))[ann]).toBe("appealed");
    },
    MINUTES,
  );

  test(
    "the second reviewer decides in a workbook of their own; the first has none",
    async () => {
      await done(
        ...["distribute", at("8.xlsx"), "-o", at("out"), "--to", "reviewers", "--pattern", "{name}"],
        ...["--master", at("9.xlsx")],
      );
      const list = JSON.parse(String(await readFile(at("out", "handouts.json")))) as { recipient: string }[];
      expect(list.map(({ recipient }) => recipient)).toEqual([second]);
      const bytes = await bytesOf("out", `${second}.xlsx`);
      expect(await validate(bytes)).toEqual([]);
      const [ann] = cast.signs;
      const wrong = lang === "zh-CN" ? "核对无误" : "It was counted";
      const file = await decided(bytes, lang, second, {
        [cast.reviewed]: { decision: "pass" },
        [cast.appeals]: { decision: "uphold", reason: lang === "zh-CN" ? "确实漏了" : "It was left out" },
        [ann]: { decision: "reject", reason: wrong },
      });
      await writeFile(at("back", "second review.xlsx"), file);
      const view = await collected("9.xlsx", "10.xlsx");
      expect(view.decisions.map(({ person, kind, by }) => [person, kind, by]).sort()).toEqual(
        [
          [cast.reviewed, "pass", second],
          [cast.appeals, "uphold", second],
          [ann, "reject", second],
        ].sort(),
      );
      expect(await stages("10.xlsx")).toMatchObject({
        [cast.reviewed]: "sign",
        [cast.appeals]: "second",
        [ann]: "sign",
      });
    },
    MINUTES,
  );
});

function rows({ sheets }: HostWorkbook, tab: string): unknown[][] {
  const sheet = sheetOf({ sheets } as HostWorkbook, tab);
  const last = Math.max(...sheet.cells.keys());
  return Array.from({ length: last + 1 }, (_, row) => {
    const line = sheet.cells.get(row);
    return Array.from({ length: 20 }, (_, col) => line?.get(col)?.value ?? null);
  });
}

/** Files saved in the same second are read by their names. */
const byName = (lines: readonly (readonly unknown[])[]): (readonly unknown[])[] =>
  lines.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
const column = (letter: string): number => letter.charCodeAt(0) - 65;
const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${String.fromCharCode(64 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;
