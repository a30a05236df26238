import { digitPoints, pointsOfWidth } from "../../src/excel/write/widths";

test("the standard column of an English and of a Chinese workbook", () => {
  expect(pointsOfWidth(8.43)).toBe(48);
  expect(digitPoints(8.43, 48)).toBe(5.25);
  expect(digitPoints(8.38, 54)).toBe(6);
  expect(pointsOfWidth(8.38, 6)).toBe(54);
});

test("a standard column that somebody changed does not mislead", () => {
  expect(digitPoints(8.43, 400)).toBe(5.25);
  expect(digitPoints(0, 48)).toBe(5.25);
});
