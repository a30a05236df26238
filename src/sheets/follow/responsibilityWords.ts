import type { Phrase } from "../../words";

export const RESPONSIBILITY_WORDS = {
  tab: { "zh-CN": "责任分担", "en-US": "Responsibility" },
  title: { "zh-CN": "指标责任分担", "en-US": "Who answers for which target" },
  subtitle: {
    "zh-CN": "每项指标由一个主责部门和若干协同部门共同承担，份额合计 100% · 黄色单元格可填写",
    "en-US":
      "Each target has one main department and supporting ones; shares make 100% · yellow cells are typed",
  },
  targets: { "zh-CN": "一、指标与份额", "en-US": "1  Targets and shares" },
  name: { "zh-CN": "指标", "en-US": "Target of" },
  department: { "zh-CN": "部门", "en-US": "Department" },
  role: { "zh-CN": "角色", "en-US": "Role" },
  main: { "zh-CN": "主责", "en-US": "main" },
  support: { "zh-CN": "协同", "en-US": "supporting" },
  share: { "zh-CN": "份额", "en-US": "Share" },
  target: { "zh-CN": "目标", "en-US": "Target" },
  actual: { "zh-CN": "实绩", "en-US": "Actual" },
  attainment: { "zh-CN": "完成率", "en-US": "Attainment" },
  light: { "zh-CN": "灯", "en-US": "Light" },
  gap: { "zh-CN": "差额", "en-US": "Gap" },
  part: { "zh-CN": "应担差额", "en-US": "Own part" },
  check: { "zh-CN": "核对", "en-US": "Check" },
  checkGood: { "zh-CN": "● 合计 100%", "en-US": "● makes 100%" },
  checkSum: { "zh-CN": "▼ 份额不足或超出", "en-US": "▼ not 100%" },
  checkMain: { "zh-CN": "▼ 主责份额应最大", "en-US": "▼ main not largest" },
  departments: {
    "zh-CN": "二、部门结果（按份额加权）",
    "en-US": "2  Departments (weighted with their shares)",
  },
  count: { "zh-CN": "承担指标数", "en-US": "Targets" },
  weight: { "zh-CN": "份额合计", "en-US": "Shares in all" },
  rank: { "zh-CN": "名次", "en-US": "Rank" },
  chart: {
    "zh-CN": "各部门加权完成率（100% 为达标）",
    "en-US": "Each department's weighted attainment (100% is on target)",
  },
  actualTip: { "zh-CN": "实际值；没有数据就留空。", "en-US": "The actual; leave it empty if there is none." },
  shareTip: {
    "zh-CN": "这个部门承担多少，各部门合计 100%，主责最大。",
    "en-US": "How much this department answers for; all make 100%, the main one most.",
  },
  note: {
    "zh-CN": "灯：● 达到目标，▲ 低于目标不超过 10%，▼ 更低。越低越好的指标，完成率＝2－实绩÷目标。",
    "en-US":
      "Lights: ● reached, ▲ below by no more than 10%, ▼ lower. Where less is better, attainment is 2 − actual ÷ target.",
  },
} as const satisfies Record<string, Phrase>;
