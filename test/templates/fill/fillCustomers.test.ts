/** C2 from people's own lists, and from a ledger. */
import { sampleWorkbook } from "../../../src/cli/sampleFile";
import { createNodeHost } from "../../../src/host/node";
import { expectSameAgain, expectSound, fillFrom, workbookWith } from "../../support/fillBook";

test("a Chinese customer list and a visit log, with faults planted", async () => {
  const host = await workbookWith([
    {
      tab: "客户信息",
      merges: ["A1:J1"],
      rows: [
        ["客户信息登记表（单位：万元）"],
        ["序号", "客户名称", "客户等级", "所属行业", "联系人", "联系电话", "业务员", "合作时间", "去年销售额", "今年目标", "本年销售额", "欠款"], // prettier-ignore
        [
          1,
          "远大（集团）",
          "VIP客户",
          "机械",
          "李经理",
          13800001111,
          "张三",
          "2019.5.6",
          402,
          450,
          "231",
          38,
        ],
        [2, "同方物流", "A类", "物流", "赵主管", "025-5550 3390", "李四", "2022年9月1日", "186", 220, 96, 12],
        [3, "新城医院", "五星", "医疗", "孙科长", "0512-5550 8842", "王五", "很久以前", 0, "待定", 45, "-"],
      ],
    },
    {
      tab: "拜访日志",
      rows: [
        ["日期", "拜访客户", "拜访人", "拜访方式", "拜访内容"],
        ["2026/1/8", "远大（集团）", "张三", "上门拜访", "确认上半年采购计划，客户要求三月前到货。"],
        [46073, "远大(集团)", "张三", "电话", "催收一月货款"],
        ["2026/3/11", "海川化工", "王五", "发邮件", "初次联系"],
      ],
    },
  ]);
  const filled = await fillFrom(host, "C2", "zh-CN");
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["客户信息!H5", "合作起始不是日期：“很久以前”"],
    ["客户信息!C5", "类别不在可选项中：“五星”"],
    ["客户信息!J5", "今年计划不是数字：“待定”"],
    ["拜访日志!D4", "方式不在可选项中：“发邮件”"],
    ["拜访日志!B4", "“海川化工”不在客户档案中，已补一行"],
  ]);
  const list = filled.records("客户档案");
  expect(list).toHaveLength(4);
  expect(list[0]).toEqual({ 客户: "远大(集团)", 类别: "VIP", 行业: "机械", 联系人: "李经理", 电话: "13800001111", 负责人: "张三", 合作起始: 43591, 上年成交: 402, 今年计划: 450, 今年成交: 231, 完成率: 231 / 450, 应收余额: 38 }); // prettier-ignore
  expect(list[2]).toMatchObject({ 客户: "新城医院", 上年成交: 0, 今年成交: 45 });
  expect(filled.value("客户卡", "B4")).toBe("远大(集团)");
  expect(filled.value("客户卡", "B16")).toBe("催收一月货款");
  expect(filled.value("客户卡", "B17")).toBe("确认上半年采购计划，客户要求三月前到货。");
  await expectSound(filled);
  await expectSameAgain(filled, "C2", "zh-CN");
});

test("an English list alone; its columns are named that are not there", async () => {
  const host = await workbookWith([
    {
      tab: "Accounts",
      at: "C2",
      rows: [
        [
          "Customer name",
          "Tier",
          "Sector",
          "Contact person",
          "Phone number",
          "Account manager",
          "YTD sales",
          "Outstanding",
        ],
        ["Yuanda Group", "vip", "Machinery", "Ms Li", "021-5550 1201", "Ann Lee", "$231,000", "38,000"],
        ["Tongfang Logistics", "Class A", "Logistics", "Mr Zhao", "025-5550 3390", "Bob Ray", 96000, 12000],
      ],
    },
  ]);
  const filled = await fillFrom(host, "customer-card", "en-US");
  expect(filled.problems).toEqual([
    {
      where: "Accounts!C2:J4",
      what: "no columns for: Last year, Plan; left empty",
      remedy: "if they are there, give the headers these names",
    },
    {
      where: "Contacts",
      what: "no table was found for “Contacts”",
      remedy: "it needs these columns: Date, Customer, Our person, How, What and result",
    },
  ]);
  expect(
    filled.records("Customers").map(({ Customer, Class, Actual, Owed }) => [Customer, Class, Actual, Owed]),
  ).toEqual([
    // prettier-ignore
    ["Yuanda Group", "VIP", 231000, 38000],
    ["Tongfang Logistics", "A", 96000, 12000],
  ]);
  await expectSound(filled);
  await expectSameAgain(filled, "C2", "en-US");
});

test.each(["zh-CN", "en-US"] as const)(
  "a ledger gives customers and their latest deals in %s",
  async (lang) => {
    const filled = await fillFrom(createNodeHost(await sampleWorkbook()), "C2", lang);
    expect(filled.problems).toHaveLength(1);
    const [list = "", contacts = ""] = filled.report.sheets.slice(2);
    const customers = filled.records(list);
    expect(customers).toHaveLength(85);
    const actual = lang === "zh-CN" ? "今年成交" : "Actual";
    const sum = customers.reduce((total, record) => total + Number(record[actual]), 0);
    expect(sum).toBe(10_005_534);
    expect(filled.records(contacts).length).toBeGreaterThan(800);
    await expectSound(filled);
  },
);
