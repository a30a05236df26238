import { fitsShrunk, pageBreaks, pagesShrunk, pagesTaken } from "../../src/sheets/pageBreaks";
import { placeLevel } from "../../src/sheets/plan/leafLevel";

const rows = (count: number): number[] => Array<number>(count).fill(15);
/** A landscape page of ten narrow columns takes 504 points: 33 rows. */
const page = { orientation: "landscape", widths: Array<number>(10).fill(8) } as const;

test("a table that fits on a page begins a new one instead of being torn apart", () => {
  expect(pageBreaks({ ...page, heights: rows(40), parts: [3, 23] })).toEqual([24]);
});

test("parts that fit beside each other stay on one page", () => {
  expect(pageBreaks({ ...page, heights: rows(33), parts: [3, 13, 23] })).toEqual([]);
});

test("a heading is not left alone at the foot of a page, not even over a table longer than one", () => {
  expect(pageBreaks({ ...page, heights: rows(70), parts: [3, 30] })).toEqual([31]);
});

test("a long table that begins high up flows on", () => {
  expect(pageBreaks({ ...page, heights: rows(60), parts: [3, 8] })).toEqual([]);
});

test("the little that runs over is taken in by a smaller print, a lot is not", () => {
  expect(fitsShrunk({ ...page, heights: rows(38) })).toBe(true);
  expect(fitsShrunk({ ...page, heights: rows(30) })).toBe(false);
  expect(fitsShrunk({ ...page, heights: rows(60) })).toBe(false);
  // Already at two thirds of its size for its width.
  expect(fitsShrunk({ ...page, widths: Array<number>(20).fill(9), heights: rows(55) })).toBe(false);
});

test("offices are counted as offices, reps as people", () => {
  expect(placeLevel({ levels: ["大区", "办事处"] })).toBe("办事处");
  expect(placeLevel({ levels: ["Region", "Office"] })).toBe("Office");
  expect(placeLevel({ levels: ["大区", "业务员"] })).toBeUndefined();
  expect(placeLevel({ levels: ["Region", "Sales rep"] })).toBeUndefined();
  expect(placeLevel({ levels: [] })).toBeUndefined();
});

test("the little that runs over is not worth a page of its own", () => {
  const page = { orientation: "landscape", widths: [100] } as const;
  const rows = (count: number): number[] => Array<number>(count).fill(14);
  expect(pagesTaken({ ...page, heights: rows(80) })).toBe(3);
  expect(pagesShrunk({ ...page, heights: rows(80) })).toBe(2);
  // Half a page more is a page, and less than one page needs no shrinking.
  expect(pagesShrunk({ ...page, heights: rows(100) })).toBeUndefined();
  expect(pagesShrunk({ ...page, heights: rows(20) })).toBeUndefined();
  // Rows that stand on each page again take their room there too.
  expect(pagesTaken({ ...page, heights: rows(72), repeated: 40 })).toBe(3);
  expect(pagesTaken({ ...page, heights: rows(72) })).toBe(2);
});
