/** The main job over the real ledger, in the host: what it writes, that it is valid, that every program agrees. */
import { cellRef } from "../../src/formula/references";
import { saveXlsx } from "../../src/host/file/save";
import { openXlsx } from "../../src/host/file/open";
import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";
import type { HostSheet, Scalar } from "../../src/host/book/workbook";
import { previewRun, surveyWorkbook, writeRun } from "../../src/jobs/run";
import type { Preview, WriteReport } from "../../src/jobs/types";
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { LANGS, type Lang } from "../../src/words";
import { recalculate } from "../support/libreoffice";
import { validate } from "../support/ooxml";
import { describeWith } from "../support/tools";

interface Finished {
  readonly host: Host;
  readonly preview: Preview;
  readonly report: WriteReport;
  readonly bytes: Uint8Array;
}

async function finish(lang: Lang): Promise<Finished> {
  const host = createNodeHost(await sampleWorkbook());
  const prepared = await previewRun(await surveyWorkbook({ lang }), {}, { lang });
  const report = await writeRun(prepared, { lang });
  host.calculate();
  return { host, preview: prepared.preview, report, bytes: await saveXlsx(host.workbook) };
}

const finished = new Map<Lang, Finished>();

/** One after the other: the global Excel talks to one host at a time. */
beforeAll(async () => {
  for (const lang of LANGS) finished.set(lang, await finish(lang));
});

function of(lang: Lang): Finished {
  const done = finished.get(lang);
  if (!done) throw new Error(`no run in ${lang}`);
  return done;
}

const TABS: Readonly<Record<Lang, readonly string[]>> = {
  "zh-CN": ["总览", "目标分解", "绩效考核", "考核方案", "实绩", "数据问题", "说明"],
  "en-US": ["Overview", "Targets", "Scorecard", "Scheme", "Actuals", "Data problems", "About"],
};
const SOURCE = ["Sales pipeline", "Sales teams", "Products"];

function formulasOf(sheet: HostSheet): { at: string; value: Scalar }[] {
  return [...sheet.cells].flatMap(([row, line]) =>
    [...line].flatMap(([column, { formula, value }]) =>
      formula === undefined ? [] : [{ at: cellRef(row, column), value }],
    ),
  );
}

function sheetOf({ host }: Finished, name: string): HostSheet {
  const sheet = host.workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet “${name}”`);
  return sheet;
}

describe.each(LANGS)("the finished workbook in %s", (lang) => {
  test("has its seven sheets beside the person's own, which are untouched", async () => {
    const done = of(lang);
    expect(done.host.workbook.sheets.map(({ name }) => name)).toEqual([...SOURCE, ...TABS[lang]]);
    expect(done.report.sheets).toEqual(TABS[lang]);
    const before = await sampleWorkbook();
    for (const name of SOURCE) {
      const cells = (sheets: readonly HostSheet[]) => sheets.find((sheet) => sheet.name === name)?.cells;
      expect(cells(done.host.workbook.sheets)).toEqual(cells(before.sheets));
    }
  });

  test("shows no formula error anywhere", () => {
    const done = of(lang);
    const errors = done.host.workbook.sheets.flatMap((sheet) =>
      formulasOf(sheet).filter(({ value }) => value !== null && typeof value === "object"),
    );
    expect(done.report.formulas).toBeGreaterThan(1000);
    expect(errors).toEqual([]);
  });

  test("has the engine's figures in its cells: totals, ranks and grades", () => {
    const done = of(lang);
    const [, , scorecard = ""] = TABS[lang];
    const rows = [...sheetOf(done, scorecard).cells.values()].map((line) =>
      [...line.values()].map(({ value }) => value),
    );
    for (const { name, total, rank, grade } of done.preview.people) {
      const row = rows.find((cells) => cells.includes(name));
      if (total === undefined) expect(row).not.toContainEqual(expect.any(Number));
      else expect(row).toEqual(expect.arrayContaining([expect.closeTo(total, 9), rank, grade]));
    }
  });

  test("has three native charts whose references hold figures", () => {
    const done = of(lang);
    const { charts } = sheetOf(done, TABS[lang][0] ?? "");
    expect(charts.map(({ name, series }) => [name, series.length])).toEqual([
      ["monthly", 2],
      ["grades", 1],
      ["ranking", 1],
    ]);
  });

  test("opens again as it was saved", async () => {
    const done = of(lang);
    const again = await openXlsx(done.bytes, "again.xlsx");
    expect(again.sheets.map(({ name }) => name)).toEqual([...SOURCE, ...TABS[lang]]);
    for (const name of TABS[lang]) {
      const opened = again.sheets.find((sheet) => sheet.name === name);
      expect(opened && formulasOf(opened)).toEqual(formulasOf(sheetOf(done, name)));
    }
  });

  test("is valid by Microsoft's Open XML validator", async () => {
    expect(await validate(of(lang).bytes)).toEqual([]);
  });
});

describeWith("libreoffice", "LibreOffice", () => {
  test.each(LANGS)("calculates every formula of the %s workbook to the same value", async (lang) => {
    const done = of(lang);
    const calculated = await recalculate(done.bytes);
    let compared = 0;
    for (const name of TABS[lang]) {
      const theirs = calculated.get(name);
      for (const { at, value } of formulasOf(sheetOf(done, name))) {
        const other = theirs?.get(at) ?? "";
        const place = `${name}!${at}`;
        if (typeof value === "number") expect([place, other]).toEqual([place, expect.closeTo(value, 9)]);
        else expect([place, other]).toEqual([place, value ?? ""]);
        compared += 1;
      }
    }
    expect(compared).toBe(done.report.formulas);
  });
});
