import { cleanName, nameKey } from "../../../src/records/clean/name";
import { readPercents } from "../../../src/records/clean/percentColumn";
import { findLookalikes, nearestName } from "../../../src/records/lookalikes";
import { readOutcome } from "../../../src/records/fields/outcomes";
import { readPeriod } from "../../../src/records/periods";
import { sampleGrid } from "../../support/sampleGrids";

test("names lose spaces and width that say nothing", () => {
  expect([" 张 三 ", "张\u3000三", "张三\u00a0"].map(cleanName)).toEqual(["张三", "张三", "张三"]);
  expect(cleanName("Anna  Snelling ")).toBe("Anna Snelling");
  expect(cleanName("ＧＴＸ\u3000５００")).toBe("GTX 500");
  expect(nameKey("ANNA Snelling")).toBe(nameKey("anna snelling"));
});

describe("look-alikes", () => {
  const pairs = (...names: string[]) =>
    findLookalikes(new Map(names.map((name, i) => [name, names.length - i])));

  test("a missing space, a slip of the finger, swapped letters", () => {
    expect(pairs("GTX Pro", "GTXPro")).toEqual([{ text: "GTXPro", like: "GTX Pro" }]);
    expect(pairs("Anna Snelling", "Anna Sneling")).toHaveLength(1);
    expect(pairs("Anna Snelling", "Anna Snellign")).toHaveLength(1);
    expect(pairs("宏远贸易有限公司", "宏远贸易有限公")).toHaveLength(1);
  });

  test("what differs on purpose is left alone", () => {
    expect(pairs("GTK 500", "GTK 600")).toEqual([]);
    expect(pairs("门店1号店", "门店2号店")).toEqual([]);
    expect(pairs("华东销售一部", "华东销售二部")).toEqual([]);
    expect(pairs("Sales Team North A", "Sales Team North B")).toEqual([]);
    expect(pairs("王伟", "王玮")).toEqual([]);
    expect(pairs("华东大区", "华南大区")).toEqual([]);
  });

  test("none among the sample's 85 accounts and 35 people", () => {
    const column = (file: "accounts" | "sales_teams") =>
      new Map(
        sampleGrid(file)
          .values.slice(1)
          .map((row) => [String(row[0]), 1]),
      );
    expect(findLookalikes(column("accounts"))).toEqual([]);
    expect(findLookalikes(column("sales_teams"))).toEqual([]);
  });

  test("the nearest of a list", () => {
    expect(nearestName("GTXPro", ["GTX Basic", "GTX Pro"])).toBe("GTX Pro");
    expect(nearestName("热泵", ["GTX Basic", "GTX Pro"])).toBeUndefined();
  });
});

describe("percents", () => {
  const bare = (number: number) => ({ number, bare: true });
  const signed = (number: number) => ({ number, bare: false });

  test("92 %, 0.92 and 92 are one value, and the odd ones are told", () => {
    const read = readPercents([signed(0.92), signed(0.8), bare(0.92), bare(92), undefined]);
    expect(read.map((one) => one?.value)).toEqual([0.92, 0.8, 0.92, 0.92, undefined]);
    expect(read.map((one) => one?.odd)).toEqual([false, false, true, true, undefined]);
  });

  test("over 100 % as a fraction is a fraction; 1.5 among wholes is in doubt", () => {
    expect(readPercents([bare(1.2), bare(0.98)]).map((one) => one?.value)).toEqual([1.2, 0.98]);
    expect(readPercents([bare(92), bare(88), bare(1.5)])[2]).toEqual({
      value: 0.015,
      shape: "whole",
      odd: false,
      doubtful: true,
    });
  });

  test("nothing is odd about 0", () => {
    expect(readPercents([bare(92), bare(88), bare(0)])[2]).toMatchObject({ value: 0, odd: false });
  });
});

test.each([
  ["Won", "won"],
  ["赢单", "won"],
  ["已成交", "won"],
  ["5-Closed Won (100%)", "won"],
  ["ＷＯＮ", "won"],
  ["Lost", "lost"],
  ["丢单", "lost"],
  ["Closed Lost", "lost"],
  ["未成交", "lost"],
  ["Engaging", "open"],
  ["Prospecting", "open"],
  ["跟进中", "open"],
  ["3. 商务谈判", "open"],
  ["再看看", undefined],
  ["", undefined],
])("stage %s means %s", (text, outcome) => {
  expect(readOutcome(text)).toBe(outcome);
});

test.each([
  ["2017年3月", "2017-03"],
  ["2017-03", "2017-03"],
  ["201703", "2017-03"],
  ["Mar-17", "2017-03"],
  ["March 2017", "2017-03"],
  ["3月", "03"],
  ["三月份", "03"],
  ["Mar", "03"],
  ["Sept", "09"],
  ["M3", "03"],
  ["十二月", "12"],
  ["Q2", "Q2"],
  ["二季度", "Q2"],
  ["第二季度", "Q2"],
  ["2017Q2", "2017-Q2"],
  ["2017年第2季度", "2017-Q2"],
  ["Q2 2017", "2017-Q2"],
  ["2017年", "2017"],
  ["2017年度", "2017"],
  ["FY2017", "2017"],
  ["13月", undefined],
  ["姓名", undefined],
  ["Marketing", undefined],
  ["Q5", undefined],
])("header %s is the period %s", (text, id) => {
  expect(readPeriod(text)?.id).toBe(id);
});
