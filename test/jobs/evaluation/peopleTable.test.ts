/** People tables as HR keeps them: two rows of headings, merged units, subtotals, namesakes, units in words. */
import { findPeople } from "../../../src/jobs/evaluation/evaluationTable";
import type { Cell, Grid } from "../../../src/records/grid";
import type { Scheme } from "../../../src/scoring/scheme";
import { LANGS, type Lang } from "../../../src/words";

const TABLES: Readonly<Record<Lang, readonly (readonly Cell[])[]>> = {
  "zh-CN": [
    ["华源公司三月绩效数据"],
    ["部门", "姓名", "业绩（万元）", null, "客户满意度", "迟交报表"],
    [null, null, "任务", "完成", null, null],
    ["华东", "王伟", 100, "105.5万", "98%", 0],
    [null, "  周杰", 60, "60", "九成", 2],
    ["华东小计", null, 160, 165.5, null, 2],
    ["华南", "王伟", 90, 81, "97.5％", "0次"],
    [null, "赵敏", "７０", "77", 99, 1],
    [null, null, 20, 20, null, null],
    ["华南小计", null, 180, 178, null, 1],
    ["西部", "孙丽", 50, null, "95%", 3],
    ["合计", null, 390, 343.5, null, 6],
    ["制表人：王芳", null, null, null, null, null],
    [null, "审核", null, null, null, null],
  ],
  "en-US": [
    ["Northwind – March performance"],
    ["Department", "Name", "Results (thousand)", null, "Customer satisfaction", "Late reports"],
    [null, null, "Target", "Actual", null, null],
    ["East", "Wei Wang", 100, "105.5k", "98%", 0],
    [null, "  Joe Lim", 60, "60", "ninety", 2],
    ["East subtotal", null, 160, 165.5, null, 2],
    ["South", "Wei Wang", 90, 81, "97.5 %", "0"],
    [null, "Bob Fay", "70", "77", 99, 1],
    [null, null, 20, 20, null, null],
    ["South subtotal", null, 180, 178, null, 1],
    ["West", "Cyd Orr", 50, null, "95%", 3],
    ["Total", null, 390, 343.5, null, 6],
    ["Prepared by Ida", null, null, null, null, null],
    [null, "Approved", null, null, null, null],
  ],
};

const MERGES = ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "A4:A5", "A7:A8"];

const grid = (lang: Lang, values = TABLES[lang]): Grid => ({
  sheet: "March",
  top: 0,
  left: 0,
  values,
  merges: MERGES,
});

function scheme(lang: Lang): Scheme {
  const zh = lang === "zh-CN";
  return {
    id: "monthly",
    name: "Monthly",
    lang,
    inputs: [
      { id: "target", name: zh ? "任务" : "Target", format: "money" },
      { id: "actual", name: zh ? "完成" : "Actual", format: "money" },
      { id: "sat", name: zh ? "客户满意度" : "Customer satisfaction", format: "percent" },
      { id: "late", name: zh ? "迟交报表" : "Late reports", format: "integer" },
    ],
    sections: [],
    weights: "exact",
    grades: [],
    decimals: 2,
  };
}

test.each(LANGS)("everybody is read, sums are nobody, and what is in doubt is named: %s", (lang) => {
  const zh = lang === "zh-CN";
  const found = findPeople([grid(lang)], scheme(lang), lang);
  expect(found?.people.map(({ name, unit, inputs }) => [unit, name, ...Object.values(inputs ?? {})])).toEqual(
    [
      [zh ? "华东" : "East", zh ? "王伟" : "Wei Wang", 100, 105.5, 0.98, 0],
      [zh ? "华东" : "East", zh ? "周杰" : "Joe Lim", 60, 60, null, 2],
      [zh ? "华南" : "South", zh ? "王伟" : "Wei Wang", 90, 81, 0.975, 0],
      [zh ? "华南" : "South", zh ? "赵敏" : "Bob Fay", 70, 77, 0.99, 1],
      [zh ? "西部" : "West", zh ? "孙丽" : "Cyd Orr", 50, null, 0.95, 3],
    ],
  );
  expect(found?.people.map(({ id }) => id)).toEqual([
    undefined,
    undefined,
    zh ? "王伟 (华南)" : "Wei Wang (South)",
    undefined,
    undefined,
  ]);
  expect(found?.problems.map(({ where, what }) => `${where} ${what}`)).toEqual(
    zh
      ? [
          "March!E5 “九成”不是数字，按没有数据处理",
          "March!E8 “99”按 99% 读取",
          "March!B9 这一行有数据但没有姓名，未采用",
        ]
      : [
          "March!E5 “ninety” is no number and counts as missing",
          "March!E8 “99” is read as 99 %",
          "March!B9 the line has figures but no name and was not used",
        ],
  );
  expect(found?.at).toMatchObject({ header: 2, name: 1, rows: [3, 4, 6, 7, 10] });
});

test("one name twice in one unit is one person", () => {
  const [title = [], upper = [], lower = [], wang = []] = TABLES["zh-CN"];
  const found = findPeople([grid("zh-CN", [title, upper, lower, wang, wang])], scheme("zh-CN"), "zh-CN");
  expect([found?.people.length, found?.problems.map(({ what }) => what)]).toEqual([
    1,
    ["“王伟”重复，只取第一行"],
  ]);
});

test("another table below is another table", () => {
  const [title = [], upper = [], lower = [], wang = []] = TABLES["en-US"];
  const values = [title, upper, lower, wang, [], ["Rater", "Name", 1], ["Ida", "Joe Lim", 5, 5, 5, 5]];
  expect(findPeople([grid("en-US", values)], scheme("en-US"), "en-US")?.people).toHaveLength(1);
});
