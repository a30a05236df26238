import type { Phrase } from "../../words";

export const DRIVER_WORDS = {
  tab: { "zh-CN": "驱动因素", "en-US": "Drivers" },
  title: { "zh-CN": "{result}驱动因素分解", "en-US": "What drives {result}" },
  subtitle: {
    "zh-CN": "{formula} · 黄色单元格可填写，其余自动计算",
    "en-US": "{formula} · yellow cells are typed, the rest follows",
  },
  period: { "zh-CN": "期间：{period}", "en-US": "Period: {period}" },
  source: { "zh-CN": "来源：{source}", "en-US": "source: {source}" },
  store: { "zh-CN": "门店", "en-US": "Store" },
  all: { "zh-CN": "全部门店", "en-US": "All stores" },
  targets: { "zh-CN": "一、目标", "en-US": "1  Targets" },
  actuals: { "zh-CN": "二、实绩", "en-US": "2  Actuals" },
  gaps: {
    "zh-CN": "三、差额由谁造成（各因素之和等于差额）",
    "en-US": "3  Who makes the gap (the drivers' parts add up to it)",
  },
  required: {
    "zh-CN": "四、补上差额，单个因素需达到（其余保持现状）",
    "en-US": "4  What one driver must become to meet the target (the others as they are)",
  },
  chart: { "zh-CN": "五、差额瀑布", "en-US": "5  Waterfall of the gap" },
  target: { "zh-CN": "目标", "en-US": "Target" },
  actual: { "zh-CN": "实绩", "en-US": "Actual" },
  gap: { "zh-CN": "差额", "en-US": "Gap" },
  attainment: { "zh-CN": "完成率", "en-US": "Attainment" },
  cause: { "zh-CN": "主要原因", "en-US": "Main cause" },
  check: { "zh-CN": "核对", "en-US": "Check" },
  together: { "zh-CN": "全部因素同步变动", "en-US": "All drivers together" },
  beyond: { "zh-CN": "▼ 超过 100%", "en-US": "▼ over 100%" },
  shown: { "zh-CN": "显示门店", "en-US": "Store shown" },
  shownTip: {
    "zh-CN": "选择一家门店或全部门店，瀑布图随之更新。",
    "en-US": "Choose a store or all of them; the waterfall follows.",
  },
  mean: { "zh-CN": "对数平均", "en-US": "Log mean" },
  zeros: { "zh-CN": "为零因素数", "en-US": "Drivers at zero" },
  step: { "zh-CN": "项目", "en-US": "Step" },
  amount: { "zh-CN": "金额", "en-US": "Amount" },
  level: { "zh-CN": "累计", "en-US": "Level" },
  chartWaterfall: {
    "zh-CN": "从目标到实绩：差在哪里（柱底已截短）",
    "en-US": "From target to actual: where it was lost (bars cut at the foot)",
  },
  chartStores: { "zh-CN": "各门店{result}差额，按因素", "en-US": "Each store's gap in {result} by driver" },
  inputTip: { "zh-CN": "目标值，可修改。", "en-US": "The target; change it freely." },
  actualTip: { "zh-CN": "实际值；没有数据就留空。", "en-US": "The actual; leave it empty if there is none." },
  numberError: { "zh-CN": "这里需要不小于 0 的数字。", "en-US": "A number of 0 or more is needed here." },
  rateError: {
    "zh-CN": "这里需要 0% 到 100% 之间的比率。",
    "en-US": "A share between 0% and 100% is needed here.",
  },
  note1: {
    "zh-CN":
      "方法：对数平均迪氏分解（LMDI），因素 i 的影响＝（实绩－目标）÷ln（实绩÷目标）×ln（因素实绩÷因素目标），无残差、与因素顺序无关。",
    "en-US":
      "Method: logarithmic mean (LMDI): a driver's part = (actual − target) ÷ ln(actual ÷ target) × ln(driver's actual ÷ its target). No remainder, no order.",
  },
  note2: {
    "zh-CN": "某因素一侧为零时，差额全部归于为零的因素，多个则平分；全部门店＝各门店之和。",
    "en-US":
      "A driver at zero on one side has the whole gap; several share it evenly. All stores = the sum of the stores.",
  },
} as const satisfies Record<string, Phrase>;
