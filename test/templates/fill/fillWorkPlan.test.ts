/** D10 from people's own lists of work. */
import { expectSameAgain, expectSound, fillFrom, workbookWith } from "../../support/fillBook";

test("a Chinese task list with goals and months on other sheets, faults planted", async () => {
  const host = await workbookWith([
    {
      tab: "目标",
      rows: [
        ["2026 年销售部重点工作目标"],
        ["序号", "年度目标", "考核标准", "责任人", "完成时间"],
        [1, "华东区销售额增长 20 %", "全年回款 1 200 万元", "张三", "2026-12-31"],
        [2, "发展 12 家新经销商", "每家签约并首次进货", "李四", "2026年10月31日"],
      ],
    },
    {
      tab: "月度",
      rows: [
        ["月份", "工作内容", "对应目标", "责任人", "完成时间"],
        ["1月", "筛选经销商名单", "发展 12 家新经销商", "李四", 46053],
        ["二月份", "春季促销方案", 1, "张三", "2026/2/15"],
        ["年中", "回访", null, "王五", null],
      ],
    },
    {
      tab: "任务清单",
      merges: ["A1:H1"],
      rows: [
        ["销售部任务清单"],
        ["任务内容", "负责人", "开始时间", "截止时间", "优先级", "是否紧急", "完成情况", "备注"],
        ["整理苏州、无锡经销商名单", "李四", "2026-01-06", "2026-01-06", "高", "是", "已完成", null],
        ["拜访苏州 3 家候选经销商", "李四", "2026-01-07", "2026.1.9", "高", "否", "延期", "客户出差"],
        ["确认上半年采购计划", "张 三", 46029, "下周", "普通", "√", "搞定", null],
        ["设计回访问卷", "王五", null, "2026-01-16", null, null, "进行中", "等确认，周三前"],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D10", "zh-CN");
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["任务清单!D5", "完成日期不是日期：“下周”"],
    ["任务清单!G5", "状态不在可选项中：“搞定”"],
    ["月度!A4", "月份不是 1 到 12 月：“年中”"],
  ]);
  const tasks = filled.records("周任务");
  expect(
    tasks.map((task) => [
      task["编号"],
      task["周（周一）"],
      task["责任人"],
      task["完成日期"],
      task["重要"],
      task["紧急"],
      task["象限"],
      task["状态"],
      task["自查"],
    ]),
  ).toEqual([
    // prettier-ignore
    ["T1", 46027, "李四", 46028, "是", "是", "重要且紧急", "已完成", "是"],
    ["T2", 46027, "李四", 46031, "是", "否", "重要不紧急", "延期", undefined],
    ["T3", 46027, "张三", undefined, "否", "是", "紧急不重要", undefined, undefined],
    ["T4", 46034, "王五", 46038, undefined, undefined, "不重要不紧急", "未完成", undefined],
  ]);
  expect(filled.records("月计划").map((item) => [item["月份"], item["所属目标"], item["完成日期"]])).toEqual([
    [1, "2", 46053],
    [2, "1", 46068],
    [undefined, undefined, undefined],
  ]);
  expect(filled.value("年度目标", "A1")).toBe("2026 年销售部重点工作目标");
  // 李四 has two planned tasks, one of them done by his own word.
  const people = filled.records("计划完成");
  expect(people.map((person) => [person["姓名"], person["计划任务"], person["完成"]])).toEqual([
    ["李四", 2, 1],
    ["张三", 1, 0],
    ["王五", 1, 0],
  ]);
  await expectSound(filled);
  await expectSameAgain(filled, "D10", "zh-CN");
});

test("an English action list; columns that are not there are named", async () => {
  const host = await workbookWith([
    {
      tab: "Actions",
      at: "B2",
      rows: [
        ["Action item", "Assigned to", "Due date", "Status", "Comments"],
        ["Visit the buyers of Yuanda", "Ann Lee", "2026-01-07", "Done", null],
        ["Quote and contract draft", "Ann Lee", "16 Jan 2026", "in progress", "waiting for prices"],
        ["Design call-back questions", "Bob Ray", 46038, "Cancelled", "supplier stopped"],
      ],
    },
  ]);
  const filled = await fillFrom(host, "work-plan", "en-US");
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["Actions!B2:F5", "no columns for: Important, Urgent; left empty"],
  ]);
  expect(
    filled
      .records("Weekly tasks")
      .map((task) => [task["No."], task["Week (Monday)"], task["Due"], task["Status"], task["Own check"]]),
  ).toEqual([
    // prettier-ignore
    ["T1", 46027, 46029, "Done", "Yes"],
    ["T2", 46034, 46038, "Open", undefined],
    ["T3", 46034, 46038, "Stopped", undefined],
  ]);
  expect(filled.value("Year goals", "A1")).toBe("Work plan 2026");
  await expectSound(filled);
  await expectSameAgain(filled, "D10", "en-US");
});
