/** attain template, as somebody meets it who has not read anything. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { saveXlsx } from "../../src/host/file/save";
import { LANGS, type Lang } from "../../src/words";
import { workbookWith } from "../support/fillBook";

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-template-"));
});

const at = (name: string): string => join(folder, name);

async function attain(lang: Lang, ...args: string[]): Promise<Told> {
  const [out, err]: [string[], string[]] = [[], []];
  const into = (lines: string[]) => (line: unknown) => void lines.push(String(line));
  const log = jest.spyOn(console, "log").mockImplementation(into(out));
  const complain = jest.spyOn(console, "error").mockImplementation(into(err));
  const write = jest.spyOn(process.stderr, "write").mockImplementation((text) => (into(err)(text), true));
  try {
    const code = await main(["template", ...args, "--lang", lang]);
    return { code, out: out.join("\n"), err: err.join("\n") };
  } finally {
    for (const spy of [log, complain, write]) spy.mockRestore();
  }
}

describe.each(LANGS)("in %s", (lang) => {
  const zh = lang === "zh-CN";

  test("every template is listed, for people and for scripts; words choose among them", async () => {
    const { out } = await attain(lang, "--list");
    expect(out.split("\n")).toHaveLength(23);
    expect(out).toContain(
      `D10  work-plan                 ${zh ? "年月周工作计划" : "Year, month and week work plan"}`,
    );
    const listed: unknown = JSON.parse((await attain(lang, "--list", "--json")).out);
    expect(listed).toContainEqual(expect.objectContaining({ id: "work-plan", number: "D10", group: "form" }));
    expect((await attain(lang, zh ? "周报" : "weekly", "--list")).out).toMatch(/^D10 .*$/);
  });

  test("a wrong name suggests the right one", async () => {
    const { code, err } = await attain(lang, "trainig", "-o", at("x.xlsx"));
    expect([code, err]).toEqual([2, expect.stringContaining("D20 training-plan") as string]);
    expect((await attain(lang, "qqqqqq", "-o", at("x.xlsx"))).err).toContain("attain template --list");
  });

  test("what is missing on the line is said in its own words", async () => {
    expect(await attain(lang)).toMatchObject({
      code: 2,
      err: expect.stringContaining("attain template D10 -o") as string,
    });
    expect(await attain(lang, "D20")).toMatchObject({
      code: 2,
      err: expect.stringContaining("-o <") as string,
    });
    expect(await attain(lang, "D20", "-o", at("x.txt"))).toMatchObject({
      code: 2,
      err: expect.stringContaining(".xlsx") as string,
    });
  });

  test("a place that cannot be written to is named before any work", async () => {
    const nowhere = await attain(lang, "D20", "-o", at("nowhere/x.xlsx"));
    expect([nowhere.code, nowhere.err]).toEqual([
      6,
      expect.stringContaining(zh ? "文件夹不存在" : "its folder does not exist") as string,
    ]);
  });

  test("a file that is there is replaced, and that is said", async () => {
    const file = at(`twice ${lang}.xlsx`);
    const first = await attain(lang, "C1", "-o", file);
    const second = await attain(lang, "C1", "-o", file);
    const said = zh ? "原有的文件已替换" : "the file that was there is replaced";
    expect([first.out.includes(said), second.out.includes(said)]).toEqual([false, true]);
    const json: unknown = JSON.parse((await attain(lang, "C1", "-o", file, "--json")).out);
    expect(json).toMatchObject({ file, replaced: true, sheets: 2 });
  });

  test("with one's own data it says from where, and of which month", async () => {
    const company = at(`ours ${lang}.xlsx`);
    expect((await attain(lang, "D5", "-o", at(`d5 ${lang}.xlsx`))).code).toBe(0);
    expect((await attain(lang, "--save", at(`d5 ${lang}.xlsx`), "-o", company, "--name", "Acme")).code).toBe(
      0,
    );
    const { inputs } = await inputsOf(lang);
    const own = await workbookWith([
      {
        tab: "Sheet1",
        rows: [
          [zh ? "2026年2月数据" : "Figures, February 2026"],
          [zh ? "姓名" : "Name", ...inputs],
          ["Li", ...inputs.map(() => 1)],
          ["Wu", ...inputs.map(() => 1)],
        ],
      },
    ]);
    await writeFile(at(`mine ${lang}.xlsx`), await saveXlsx(own.workbook));
    const used = await attain(lang, company, "--with", at(`mine ${lang}.xlsx`), "-o", at(`out ${lang}.xlsx`));
    expect(used.code).toBe(0);
    expect(used.out).toContain("Sheet1!A2:");
    expect(used.out).toContain(zh ? "2 人" : "2 people");
    expect(used.out).toContain(zh ? "期间：" : "period: ");
    expect(used.out).toContain("Sheet1!A1");
    const wrong = await attain(
      lang,
      company,
      "--with",
      at(`mine ${lang}.xlsx`),
      "-o",
      at("o.xlsx"),
      "--period",
      "2031-01",
    );
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("2031-01") as string]);
    expect((await readFile(at(`out ${lang}.xlsx`))).byteLength).toBeGreaterThan(10_000);
  }, 180_000);
});

test("another language than the two is refused with both named", async () => {
  expect((await attain("fr" as Lang, "D20", "-o", at("x.xlsx"))).code).toBe(2);
});

/** What the commission template's scheme asks people for, by header. */
async function inputsOf(lang: Lang): Promise<{ readonly inputs: readonly string[] }> {
  const { findTemplate } = await import("../../src/templates/gallery");
  const fill = findTemplate("D5")?.fill;
  if (fill?.kind !== "evaluation") throw new Error("D5 is an evaluation");
  const [scheme] = fill.request(lang).schemes;
  const inputs = scheme && "inputs" in scheme ? (scheme.inputs ?? []) : [];
  return { inputs: inputs.flatMap(({ name, formula }) => (formula === undefined ? [name] : [])) };
}
