import fc from "fast-check";
import { isDateFormat, isoDate, readDate, serialToIso } from "../../../src/records/clean/date";
import { decideOrder, settleDate, withYearFirst } from "../../../src/records/clean/dateColumn";
import { DATE_STYLES } from "../../support/messy/spellings";

test.each([
  ["2017-3-1"],
  ["2017-03-01"],
  ["2017/3/1"],
  ["2017.3.1"],
  ["2017年3月1日"],
  ["2017 年 3 月 1 日"],
  ["２０１７年３月１日"],
  ["二〇一七年三月一日"],
  ["17年3月1日"],
  ["20170301"],
  ["2017-03-01 09:30"],
  ["2017-03-01T09:30:00Z"],
  ["2017/3/1 下午3:05"],
  ["2017-03-01 星期三"],
  ["1-Mar-2017"],
  ["1 March 2017"],
  ["Mar 1, 2017"],
  ["March 1st, 2017"],
  ["Wed, 1 Mar 2017"],
  ["42795"],
])("%s is the first of March 2017", (text) => {
  expect(readDate(text)).toEqual({ kind: "date", iso: "2017-03-01", precision: "day" });
});

test("numbers: serials, 20170301, 2017.3; 2017.1 lost a zero or did not", () => {
  expect(readDate(42795)).toMatchObject({ iso: "2017-03-01" });
  expect(readDate(42795.75)).toMatchObject({ iso: "2017-03-01" });
  expect(readDate(20170301)).toMatchObject({ iso: "2017-03-01" });
  expect(readDate(2017.3)).toEqual({ kind: "date", iso: "2017-03-01", precision: "month" });
  expect(readDate(2017.12)).toMatchObject({ iso: "2017-12-01" });
  expect(readDate(2017.1)).toEqual({ kind: "january-or-october", year: 2017 });
  expect(readDate(1054)).toBeUndefined();
});

test("months without a day are their first day", () => {
  for (const text of ["2017.3", "2017-03", "2017年3月", "2017年3月份", "March 2017"]) {
    expect(readDate(text)).toEqual({ kind: "date", iso: "2017-03-01", precision: "month" });
  }
});

test.each(["2017-02-30", "2017-13-01", "31/31/2017", "待定", "", "3月1日", "12", "GTX 500", "2017"])(
  "%s is no date",
  (text) => {
    expect(readDate(text)).toBeUndefined();
  },
);

describe("3/1/2017", () => {
  const readings = (texts: string[]) => texts.map((text) => readDate(text));
  const settled = (texts: string[]) => {
    const read = readings(texts);
    const decision = decideOrder(read, "mdy");
    return { ...decision, days: read.map((one) => one && settleDate(one, decision)?.iso) };
  };

  test("is decided by the days beyond 12 in its column", () => {
    expect(settled(["3/1/2017", "3/14/2017"])).toMatchObject({
      order: "mdy",
      by: "days",
      evidence: 1,
      days: ["2017-03-01", "2017-03-14"],
    });
    expect(settled(["3/1/2017", "14/3/2017"])).toMatchObject({
      order: "dmy",
      by: "days",
      days: ["2017-01-03", "2017-03-14"],
    });
  });

  test("is undecided when no day is beyond 12, unless another column knows", () => {
    expect(settled(["3/1/2017", "4/5/2017"])).toMatchObject({ by: "none", order: "mdy" });
    expect(decideOrder(readings(["3/1/2017"]), "mdy", "dmy")).toMatchObject({
      by: "neighbour",
      order: "dmy",
    });
  });

  test("is in doubt in a column that has both orders", () => {
    const read = readings(["3/14/2017", "3/15/2017", "14/3/2017", "3/1/2017", "4/4/2017"]);
    const decision = decideOrder(read, "mdy");
    expect(decision.mixed).toBe(true);
    expect(read.map((one) => one && settleDate(one, decision))).toEqual([
      { iso: "2017-03-14", doubtful: false },
      { iso: "2017-03-15", doubtful: false },
      { iso: "2017-03-14", doubtful: false },
      { iso: "2017-03-01", doubtful: true },
      { iso: "2017-04-04", doubtful: false },
    ]);
  });
});

test("every day in every spelling is read as that day", () => {
  const day = fc.integer({ min: 36526, max: 55000 }).map((serial) => serialToIso(serial) ?? "");
  fc.assert(
    fc.property(day, fc.constantFrom(...Object.entries(DATE_STYLES)), (iso, [style, write]) => {
      const { value } = write(iso);
      const reading = readDate(value as string | number);
      const order = style === "dayFirst" ? "dmy" : "mdy";
      expect(reading && settleDate(reading, { order, by: "days", evidence: 1, mixed: false })?.iso).toBe(iso);
    }),
  );
});

test("only days that exist", () => {
  expect(isoDate(2016, 2, 29)).toBe("2016-02-29");
  expect(isoDate(2017, 2, 29)).toBeUndefined();
});

test("date formats are known from number formats", () => {
  expect(["yyyy/m/d", "m/d/yy h:mm", '[$-804]yyyy"年"m"月"', "mmm", "d-mmm"].map(isDateFormat)).toEqual(
    Array(5).fill(true),
  );
  expect(["General", "#,##0", "0.0%", '0"day"', "#,##0.00_);[Red](#,##0.00)"].map(isDateFormat)).toEqual(
    Array(5).fill(false),
  );
});

test("25-3-20 has the year first where the column's certain dates are of 2025, and last where they are of 2020", () => {
  const column = (sure: string): unknown =>
    withYearFirst([sure, "25-3-20", "25-11-20"].map((text) => readDate(text)))?.map((one) =>
      one?.kind === "date" ? one.iso : one,
    );
  expect(column("2025年3月12日")).toEqual(["2025-03-12", "2025-03-20", "2025-11-20"]);
  expect(column("2020-03-12")).toBeUndefined();
  expect(column("2018-03-12")).toBeUndefined();
  // Of a column that has both years, the usual order counts.
  expect(
    withYearFirst(["2025-03-12", "2020-03-12", "25-3-20"].map((text) => readDate(text))),
  ).toBeUndefined();
});
