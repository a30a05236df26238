import { dateCell } from "../../sheets/dates";
import { FORM_WORDS } from "../../sheets/forms/words";
import { quoted } from "../../sheets/rows";
import type { TableColumn, TablePage } from "../../sheets/tablePage";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import { tableBook } from "../tableBook";
import type { Template } from "../template";

const T = {
  tab: { "zh-CN": "促销计划与评估", "en-US": "Promotions" },
  title: { "zh-CN": "2026 年促销计划与效果评估", "en-US": "Promotions 2026: plan and result" },
  subtitle: {
    "zh-CN":
      "销量单位：件 · 金额单位：元 · 增量 = 促销期销量 − 同样天数的平日销量；回报 =（增量毛利 − 费用）÷ 费用",
    "en-US":
      "Volume in pieces · money in whole units · extra = volume − what the same days sell anyway; return = (margin on the extra − cost) ÷ cost",
  },
  id: { "zh-CN": "编号", "en-US": "No." },
  name: { "zh-CN": "促销活动", "en-US": "Promotion" },
  owner: { "zh-CN": "负责人", "en-US": "Owner" },
  from: { "zh-CN": "开始", "en-US": "From" },
  to: { "zh-CN": "结束", "en-US": "To" },
  days: { "zh-CN": "天数", "en-US": "Days" },
  daily: { "zh-CN": "平日日销量", "en-US": "Usual a day" },
  margin: { "zh-CN": "单件毛利", "en-US": "Margin each" },
  budget: { "zh-CN": "预算", "en-US": "Budget" },
  target: { "zh-CN": "目标销量", "en-US": "Target volume" },
  cost: { "zh-CN": "实际费用", "en-US": "Cost" },
  volume: { "zh-CN": "实际销量", "en-US": "Volume" },
  extra: { "zh-CN": "增量", "en-US": "Extra" },
  attainment: { "zh-CN": "目标完成率", "en-US": "Attainment" },
  perExtra: { "zh-CN": "每件增量费用", "en-US": "Cost an extra" },
  return: { "zh-CN": "投入回报", "en-US": "Return" },
  verdict: { "zh-CN": "评估", "en-US": "Verdict" },
  again: { "zh-CN": "● 值得再做", "en-US": "● worth repeating" },
  improve: { "zh-CN": "▲ 有增量未回本", "en-US": "▲ sold more, cost more" },
  stop: { "zh-CN": "▼ 没有增量", "en-US": "▼ nothing extra" },
  lesson: { "zh-CN": "经验与改进", "en-US": "What was learnt" },
  chart: { "zh-CN": "各次促销的目标与实际销量", "en-US": "Target and actual volume of each promotion" },
  p1: { "zh-CN": "春节团购", "en-US": "New year bundles" },
  p2: { "zh-CN": "三八节满减", "en-US": "Women's Day discount" },
  p3: { "zh-CN": "五一试用装", "en-US": "May Day samples" },
  p4: { "zh-CN": "国庆以旧换新", "en-US": "Trade-in week" },
  l1: { "zh-CN": "提前两周备货，企业客户占七成", "en-US": "Stock two weeks ahead; firms were seven tenths" },
  l2: { "zh-CN": "让利过多，门槛应提高到 300 元", "en-US": "Too generous; start the discount at 300" },
  l3: { "zh-CN": "试用装发放与购买脱节", "en-US": "Samples did not lead to purchases" },
} as const satisfies Record<string, Phrase>;

function page(lang: Lang): TablePage {
  const team = exampleTeam(lang, 3);
  const typed = (column: Omit<TableColumn, "typed">): TableColumn => ({ ...column, typed: true });
  const figure = (
    key: "daily" | "margin" | "budget" | "target" | "cost" | "volume",
    sum: boolean,
  ): TableColumn =>
    typed({
      key,
      header: T[key][lang],
      width: 11,
      kind: "number",
      min: 0,
      ...(sum ? { total: "sum" as const } : {}),
    });
  const done = (cell: (key: string) => string) => `OR(${cell("cost")}="",${cell("volume")}="")`;
  return {
    id: "promotions",
    tab: T.tab[lang],
    title: T.title[lang],
    subtitle: T.subtitle[lang],
    lang,
    totalLabel: FORM_WORDS.total[lang],
    columns: [
      typed({ key: "id", header: T.id[lang], width: 8, kind: "text" }),
      typed({ key: "name", header: T.name[lang], width: 22, kind: "text", wraps: true }),
      typed({ key: "owner", header: T.owner[lang], width: 13, kind: "text" }),
      typed({ key: "from", header: T.from[lang], width: 12, kind: "date" }),
      typed({ key: "to", header: T.to[lang], width: 12, kind: "date" }),
      {
        key: "days",
        header: T.days[lang],
        width: 7,
        kind: "number",
        formula: ({ cell }) =>
          `IF(OR(${cell("from")}="",${cell("to")}=""),"",${cell("to")}-${cell("from")}+1)`,
        lights: [{ when: ({ cell }) => `AND(${cell("days")}<>"",N(${cell("days")})<1)`, style: "badFill" }],
      },
      figure("daily", false),
      figure("margin", false),
      figure("budget", true),
      figure("target", true),
      figure("cost", true),
      figure("volume", true),
      {
        key: "extra",
        header: T.extra[lang],
        width: 10,
        kind: "number",
        total: "sum",
        formula: ({ cell }) =>
          `IF(OR(${cell("volume")}="",${cell("days")}=""),"",${cell("volume")}-${cell("daily")}*${cell("days")})`,
        lights: [{ when: ({ cell }) => `N(${cell("extra")})<0`, style: "bad" }],
      },
      {
        key: "attainment",
        header: T.attainment[lang],
        width: 12,
        kind: "percent",
        formula: ({ cell }) =>
          `IF(OR(${cell("volume")}="",N(${cell("target")})=0),"",${cell("volume")}/${cell("target")})`,
      },
      {
        key: "perExtra",
        header: T.perExtra[lang],
        width: 13,
        kind: "number",
        numberFormat: "#,##0.0",
        formula: ({ cell }) =>
          `IF(OR(${done(cell)},N(${cell("extra")})<=0),"",${cell("cost")}/${cell("extra")})`,
      },
      {
        key: "return",
        header: T.return[lang],
        width: 11,
        kind: "percent",
        numberFormat: "+0%;-0%;0%",
        formula: ({ cell }) =>
          `IF(OR(${done(cell)},${cell("extra")}="",N(${cell("cost")})=0),"",(${cell("extra")}*${cell("margin")}-${cell("cost")})/${cell("cost")})`,
        lights: [{ when: ({ cell }) => `N(${cell("return")})<0`, style: "bad" }],
      },
      {
        key: "verdict",
        header: T.verdict[lang],
        width: 20,
        kind: "text",
        formula: ({ cell }) =>
          `IF(${cell("return")}="","",IF(${cell("extra")}<=0,${quoted(T.stop[lang])},IF(${cell("return")}<0,${quoted(T.improve[lang])},${quoted(T.again[lang])})))`,
        lights: [
          { when: ({ cell }) => `LEFT(${cell("verdict")},1)="●"`, style: "good" },
          { when: ({ cell }) => `LEFT(${cell("verdict")},1)="▲"`, style: "warn" },
          { when: ({ cell }) => `LEFT(${cell("verdict")},1)="▼"`, style: "bad" },
        ],
      },
      typed({ key: "lesson", header: T.lesson[lang], width: 30, kind: "text", wraps: true }),
    ],
    rows: [
      row("Z1", T.p1, team[0], "2026-01-26", "2026-02-15", [120, 35, 40_000, 6000, 38_500, 6320], T.l1),
      row("Z2", T.p2, team[1], "2026-03-05", "2026-03-08", [120, 35, 15_000, 1200, 16_200, 910], T.l2),
      row("Z3", T.p3, team[2], "2026-05-01", "2026-05-05", [120, 35, 9_000, 1000, 8_800, 585], T.l3),
      row("Z4", T.p4, team[0], "2026-10-01", "2026-10-07", [120, 35, 30_000, 2400, null, null], undefined),
    ],
    spare: 8,
    charts: (layout, at) => {
      const column = (key: string) =>
        `${layout.cell(key, layout.firstRow)}:${layout.cell(key, layout.firstRow + 3).replace(/^.*!/, "")}`;
      return [
        {
          id: "promotionsChart",
          kind: "column",
          title: T.chart[lang],
          from: `A${at}`,
          to: `K${at + 16}`,
          categories: column("name"),
          series: [
            { name: T.target[lang], values: column("target") },
            { name: T.volume[lang], values: column("volume"), labels: { numberFormat: "#,##0" } },
          ],
          valueAxis: { min: 0, numberFormat: "#,##0" },
          legend: "bottom",
          gapWidth: 80,
        },
      ];
    },
  };

  function row(
    id: string,
    name: Phrase,
    owner: string | undefined,
    from: string,
    to: string,
    [daily, margin, budget, target, cost, volume]: readonly (number | null)[],
    lesson: Phrase | undefined,
  ) {
    return {
      id,
      name: name[lang],
      owner: owner ?? null,
      from: dateCell(from),
      to: dateCell(to),
      daily: daily ?? null,
      margin: margin ?? null,
      budget: budget ?? null,
      target: target ?? null,
      cost: cost ?? null,
      volume: volume ?? null,
      lesson: lesson?.[lang] ?? null,
    };
  }
}

export const PROMOTION: Template = {
  id: "promotion",
  number: "C1",
  group: "form",
  name: { "zh-CN": "促销计划与效果评估", "en-US": "Promotion plan and result" },
  purpose: {
    "zh-CN": "每次促销的预算、目标、费用和销量，扣除平日销量后的增量和投入回报。",
    "en-US":
      "Budget, target, cost and volume of each promotion; what it sold beyond a usual day, and what it returned.",
  },
  steps: [
    {
      "zh-CN": "活动前填写起止日期、平日日销量、单件毛利、预算和目标销量。",
      "en-US": "Before: enter the dates, a usual day's volume, the margin, budget and target.",
    },
    { "zh-CN": "活动后填写实际费用和实际销量。", "en-US": "Afterwards: enter cost and volume." },
    {
      "zh-CN": "增量、每件增量费用、投入回报自动算出。",
      "en-US": "The extra volume, its cost and the return follow.",
    },
    {
      "zh-CN": "看评估：值得再做、未回本、没有增量。",
      "en-US": "Read the verdict: repeat, improve or stop.",
    },
    { "zh-CN": "写下经验与改进，下次计划时参考。", "en-US": "Note what was learnt for the next one." },
  ],
  book: (lang) => tableBook([page(lang)]),
  examples: ["promotions"],
};
