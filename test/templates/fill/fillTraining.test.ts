/** D20 from people's own tables. */
import { expectSameAgain, expectSound, fillFrom, workbookWith, type SheetRows } from "../../support/fillBook";

const CHINESE: readonly SheetRows[] = [
  {
    tab: "说明",
    rows: [["这个文件由人力资源部维护"], ["每月更新一次"]],
  },
  {
    tab: "2025培训",
    at: "B2",
    merges: ["B2:J2"],
    rows: [
      ["某某公司 2025 年度培训计划表"],
      ["编制：人力资源部", null, null, null, null, null, null, "单位：万元"],
      [
        "序号",
        "培训课程",
        "培训讲师",
        "培训时间",
        "学时",
        "预算费用",
        "实际支出（元）",
        "应到人数",
        "完成情况",
      ],
      [1, "商务礼仪", "李老师", "2025年3月4日", "6课时", 0.3, "2,850", "12人", "已完成"],
      [2, "大客户销售", "外聘", 45762, 12, "1.2", 12600, 10, "完成"],
      [null, null, null, null, null, null, null, null, null],
      [3, "合同与回款", "财务部", "2025/9/17", 4, 0.15, null, 12, "未开始"],
      ["合计", null, null, null, 22, 1.65, 15450, 34, null],
      ["制表：张敏      审核：王强"],
    ],
  },
  {
    tab: "成绩",
    rows: [
      ["培训成绩登记"],
      ["培训课程", "姓名", "是否参加", "训前成绩", "训后成绩"],
      ["商务礼仪", "张三", "√", 62, "85"],
      ["商务礼仪", "李四", "√", 70, 88],
      ["大客户销售", "张 三", "×", null, null],
      ["大客户销售", "李四", "√", 66, 82],
    ],
  },
];

test("a Chinese plan in ten thousands and a list of scores", async () => {
  const filled = await fillFrom(await workbookWith(CHINESE), "D20", "zh-CN");
  const { records, problems, value } = filled;
  expect(problems).toEqual([]);
  expect(records("培训计划").slice(0, 3)).toEqual([
    { 编号: "1", 课程: "商务礼仪", 讲师: "李老师", 日期: 45720, 课时: 6, 预算: 3000, 实际费用: 2850, 超支: 0, 应到: 12, 实到: 2, 出勤率: 2 / 12, 训前: 66, 训后: 86.5, 提高: 20.5, 状态: "已举办" }, // prettier-ignore
    { 编号: "2", 课程: "大客户销售", 讲师: "外聘", 日期: 45762, 课时: 12, 预算: 12000, 实际费用: 12600, 超支: 600, 应到: 10, 实到: 1, 出勤率: 0.1, 训前: 66, 训后: 82, 提高: 16, 状态: "已举办" }, // prettier-ignore
    { 编号: "3", 课程: "合同与回款", 讲师: "财务部", 日期: 45917, 课时: 4, 预算: 1500, 应到: 12, 状态: "未举办" }, // prettier-ignore
  ]);
  expect(value("培训计划", "A1")).toBe("2025 年培训计划与执行");
  expect(records("培训成绩")).toHaveLength(4);
  expect(records("个人档案").map(({ 姓名, 参加场次 }) => [姓名, 参加场次])).toEqual([
    ["张三", 1],
    ["李四", 2],
  ]);
  await expectSound(filled);
  await expectSameAgain(filled, "D20", "zh-CN");
});
