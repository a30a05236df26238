/** The weekly tasks are many columns: on paper they must still be read. */
import { parseRange, columnIndex } from "../../../src/formula/references";
import { WORK_PLAN_SHEETS } from "../../../src/sheets/forms/workPlanDraft";
import { findTemplate } from "../../../src/templates/gallery";
import { LANGS } from "../../../src/words";

/** Characters of 10 points that fit across A4 on its side. */
const ACROSS = 144;

test.each(LANGS)("tasks in %s print at 9 points or more, with room for two lines each", (lang) => {
  const sheet = findTemplate("D10")
    ?.book(lang)
    .sheets.find(({ id }) => id === WORK_PLAN_SHEETS.tasks);
  const right = parseRange(sheet?.print?.area ?? "A1").right;
  const printed = (sheet?.columns ?? []).filter(({ columns }) => columnIndex(columns) <= right);
  const width = printed.reduce((sum, each) => sum + (each.width ?? 0), 0);
  expect(sheet?.print).toMatchObject({ orientation: "landscape", fitWidth: 1 });
  expect((10 * ACROSS) / width).toBeGreaterThanOrEqual(9);
  expect((sheet?.rows ?? []).find(({ rows }) => rows.includes(":"))?.height).toBeGreaterThanOrEqual(28);
});
