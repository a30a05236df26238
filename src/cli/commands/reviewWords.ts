import type { Phrase } from "../../words";

export const REVIEW_COMMAND_WORDS = {
  title: { "zh-CN": "{name}：{people} 人", "en-US": "{name}: {people} {people:person|people}" },
  due: { "zh-CN": "{due} 前", "en-US": "by {due}" },
  notScored: { "zh-CN": "未评分", "en-US": "not scored" },
  reviewed: { "zh-CN": "{score}（计算 {computed}）", "en-US": "{score} (computed {computed})" },
  done: { "zh-CN": "{person}：{event}，得分 {score}", "en-US": "{person}: {event}, score {score}" },
  adjusted: {
    "zh-CN": "{person}：{event}，得分 {score} → {adjusted}",
    "en-US": "{person}: {event}, score {score} → {adjusted}",
  },
  begun: {
    "zh-CN": "复核表和复核记录已写入，共 {people} 人。",
    "en-US": "Review page and log written, {people} {people:person|people}.",
  },
  saved: { "zh-CN": "已保存 {file}", "en-US": "Saved {file}" },
  needsOut: {
    "zh-CN": "登记事项需要 -o 输出文件；原文件不会被改动",
    "en-US": "recording something needs -o, the file to write; the input is never changed",
  },
  needsBy: {
    "zh-CN": "请用 --by <姓名> 写明由谁经手",
    "en-US": "--by <name> says who does it",
  },
  needsScore: {
    "zh-CN": "调整得分请写成 --adjust {name}=85",
    "en-US": "an adjustment is written --adjust {name}=85",
  },
  needsDay: {
    "zh-CN": "{flag} 的日期应写成 {stage}=2026-04-08，写的是“{value}”",
    "en-US": "the day of {flag} is written {stage}=2026-04-08, found “{value}”",
  },
  noStage: {
    "zh-CN": "--stage 里没有“{stage}”，可以写：{known}",
    "en-US": "--stage knows no “{stage}”; it takes {known}",
  },
  noUnit: {
    "zh-CN": "--unit 里没有“{unit}”，可以写：{known}",
    "en-US": "--unit knows no “{unit}”; it takes {known}",
  },
  needsPair: {
    "zh-CN": "{flag} 请写成 {flag} first=…",
    "en-US": "{flag} is written {flag} first=…",
  },
} as const satisfies Record<string, Phrase>;

/** What `attain review --help` says, in the terminal's language. */
export const REVIEW_HELP = {
  about: {
    "zh-CN":
      "复核：看每个人走到哪一步，登记提交、通过、退回、调整、申诉、签字、锁定；全部记在工作簿的复核记录里",
    "en-US":
      "Review scores: who stands where; submit, pass, return, adjust, appeal, sign, lock, kept in the workbook's log",
  },
  out: { "zh-CN": "写入的工作簿", "en-US": "the workbook with what was recorded" },
  list: { "zh-CN": "列出每个人走到哪一步（默认）", "en-US": "list who stands where (the default)" },
  unit: { "zh-CN": "只列一个单位", "en-US": "list one unit only" },
  stage: { "zh-CN": "只列一个环节：score, first … 或其名称", "en-US": "list one stage only: score, first …" },
  submit: { "zh-CN": "评分完成，提交汇总", "en-US": "scoring is done: on to summing up" },
  pass: { "zh-CN": "汇总或复核通过", "en-US": "pass at summing up or a review" },
  return: {
    "zh-CN": "退回上一环节（--to 指定环节），需 --reason",
    "en-US": "back a stage, or --to one; needs --reason",
  },
  adjust: {
    "zh-CN": "调整得分，需 --reason；计算得分仍保留",
    "en-US": "another score counts, the computed one stays; needs --reason",
  },
  sign: { "zh-CN": "本人签字", "en-US": "signed by the person" },
  appeal: { "zh-CN": "申诉，需 --reason", "en-US": "an appeal; needs --reason" },
  uphold: {
    "zh-CN": "申诉成立，需 --reason，可加 --score",
    "en-US": "the appeal is right; needs --reason, may set --score",
  },
  reject: { "zh-CN": "申诉驳回，需 --reason", "en-US": "the appeal is turned down; needs --reason" },
  lock: {
    "zh-CN": "锁定：数值记入记录，单元格受保护",
    "en-US": "lock: values kept in the log, cells protected",
  },
  unlock: { "zh-CN": "解锁，需 --reason", "en-US": "unlock; needs --reason" },
  by: { "zh-CN": "经手人", "en-US": "who does it" },
  on: { "zh-CN": "日期，默认现在", "en-US": "the day, default now" },
  reason: { "zh-CN": "理由", "en-US": "why" },
  to: { "zh-CN": "退回到哪个环节", "en-US": "the stage to go back to" },
  score: { "zh-CN": "调整后的得分", "en-US": "the score that counts from now on" },
  who: {
    "zh-CN": "环节的负责人：first=王五,赵六（可重复）",
    "en-US": "who does a stage: first=Wang,Zhao (repeat it)",
  },
  due: {
    "zh-CN": "环节的期限：first=2026-04-08（可重复）",
    "en-US": "until when: first=2026-04-08 (repeat it)",
  },
  appealDays: { "zh-CN": "申诉期天数", "en-US": "days to appeal after the last review" },
  interview: {
    "zh-CN": "绩效面谈：每人一页，带出失分之处和上期约定；不写 -o 则读出填好的约定",
    "en-US":
      "Feedback interviews: a page each, begun with where points were lost; without -o, what was agreed on them",
  },
  interviewOut: { "zh-CN": "加上面谈表的工作簿", "en-US": "the workbook with its interview pages" },
  interviewPerson: {
    "zh-CN": "只给这些人（默认所有有得分的人）",
    "en-US": "these people only (default: all with a score)",
  },
  interviewEarlier: {
    "zh-CN": "上期填好的面谈工作簿，显示约定是否落实（可重复）",
    "en-US": "last period's filled-in workbook: shows whether it got better (repeat it)",
  },
  more: {
    "zh-CN": `
人员写姓名，或 all、unit:东区、stage:first；成批时只处理可以这样做的人。
例：
  attain review 三月.xlsx --list
  attain review 三月.xlsx -o 三月1.xlsx --submit all --by 李敏
  attain review 三月1.xlsx -o 三月2.xlsx --return 王强 --reason "两个数据没有" --by 张华
  attain review 三月2.xlsx -o 三月3.xlsx --adjust 王强=85 --reason "一单入账晚了" --by 张华
`,
    "en-US": `
People are names, or all, unit:East, stage:first:
of those, whoever it is possible for.
Examples:
  attain review march.xlsx --list
  attain review march.xlsx -o march1.xlsx --submit all --by Mia
  attain review march1.xlsx -o march2.xlsx --return Bob --reason "two actuals missing" --by Max
  attain review march2.xlsx -o march3.xlsx --adjust Bob=85 --reason "a deal was booked late" --by Max
`,
  },
} as const satisfies Record<string, Phrase>;
