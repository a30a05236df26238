/** Forms filled from people's own tables, cleared, and filled again when the tables say something else. */
import { clearExamples } from "../../../src/jobs/template/template";
import { LANGS } from "../../../src/words";
import { expectSound, fillFrom, pagesOf, type Filled } from "../../support/fillBook";
import { FORMS, openForgetful, ownTables, type OwnCell } from "../../support/ownTables";

/** Another period's data: every amount is one less, every long text says so; words to choose from and days stay. */
async function change(cells: readonly OwnCell[]): Promise<number> {
  let changed = 0;
  await Excel.run(async (context) => {
    for (const { tab, row, column, value } of cells) {
      const other =
        typeof value === "number" && value >= 20 && (value < 36_526 || value > 73_051)
          ? value - 1
          : typeof value === "string" && /^[^\d]{12,}$|^[\u4e00-\u9fff，、]{7,}$/u.test(value)
            ? `${value}*`
            : undefined;
      if (other === undefined) continue;
      context.workbook.worksheets.getItem(tab).getCell(row, column).values = [[other]];
      changed += 1;
    }
    await context.sync();
  });
  return changed;
}

const shown = ({ host, report }: Filled): unknown => pagesOf(host, report.sheets);

describe.each(FORMS)("%s", (id) => {
  test.each(LANGS)("in %s: filled, cleared and filled again is as filled at once", async (lang) => {
    const { bytes, cells } = await ownTables(id, lang);

    const other = await openForgetful(bytes);
    expect(await change(cells)).toBeGreaterThan(2);
    other.calculate();
    const direct = await fillFrom(other, id, lang);

    const host = await openForgetful(bytes);
    const first = await fillFrom(host, id, lang);
    const before = shown(first);
    expect(before).not.toEqual(shown(direct));
    // Nothing here is an example: own data stay, even those that say what the example says.
    expect((await clearExamples({})).cells).toBe(0);
    host.calculate();
    expect(shown(first)).toEqual(before);

    await change(cells);
    host.calculate();
    const again = await fillFrom(host, id, lang);
    expect(again.report.sheets).toEqual(first.report.sheets);
    expect(again.problems).toEqual(direct.problems);
    expect(shown(again)).toEqual(shown(direct));
    await expectSound(again);
  });
});
