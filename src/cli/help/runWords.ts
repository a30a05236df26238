import type { Phrase } from "../../words";

/** What the commands around the main job say of themselves: demo, inspect, plan, track, evaluate. */
export const RUN_HELP = {
  demo: {
    "zh-CN": "用示例台账做完整个流程：读取、分解、考核、写入",
    "en-US": "Run the whole job on the sample ledger: read, plan, score, write",
  },
  demoOut: { "zh-CN": "放置完成的工作簿的文件夹", "en-US": "folder for the finished workbooks" },
  demoLang: { "zh-CN": "只做一种语言，默认两种都做", "en-US": "one language instead of both" },
  inspect: {
    "zh-CN": "看工作簿里认出了什么，哪里有什么问题",
    "en-US": "Say what was recognised in a workbook, and what is wrong where",
  },
  inspected: { "zh-CN": "工作簿：.xlsx、.xlsm 或 .csv", "en-US": "an .xlsx, .xlsm or .csv file" },
  map: {
    "zh-CN": "指定字段是哪一列，写列名或列号；“字段=”表示没有这一列；可重复",
    "en-US": "the column of a field, by its header or letter; `field=` says there is none (repeat it)",
  },
  from: {
    "zh-CN": "读另一张表：工作表名、Sheet!A3:F30、Excel 表格或定义的名称；all 恢复自动查找",
    "en-US":
      "read from another table: a sheet, Sheet!A3:F30, an Excel table or a defined name; all forgets it",
  },
  inspectOut: {
    "zh-CN": "另存一份记住这些列的工作簿，供 plan 和 evaluate 使用",
    "en-US": "the workbook with these columns remembered, for plan and evaluate to use",
  },
  plan: {
    "zh-CN": "把下一年的目标分解到单位、人员和月份，写成工作表",
    "en-US": "Split next year's target over units, reps and months; writes the sheets into the workbook",
  },
  track: {
    "zh-CN": "分解目标，并加一张全年跟踪表，只用公式",
    "en-US": "Plan, with a page that follows the plan through the year by formulas alone",
  },
  evaluate: {
    "zh-CN": "按方案考核：考核请求、人员表或台账，做成工作簿",
    "en-US": "Score people by a scheme: an evaluation request, a people table or a ledger becomes a workbook",
  },
  ledger: {
    "zh-CN": "有销售台账的工作簿；不会被改动",
    "en-US": "a workbook with the ledger; it is not changed",
  },
  people: {
    "zh-CN": "有台账或人员表的工作簿；不会被改动",
    "en-US": "a workbook with the ledger or a people table; it is not changed",
  },
  request: {
    "zh-CN": "JSON 请求（格式见 attain schema run、attain schema plan）",
    "en-US": "the request as JSON (see: attain schema run, attain schema plan)",
  },
  scheme: {
    "zh-CN": "JSON 考核方案（格式见 attain schema scheme）",
    "en-US": "a scoring scheme as JSON (see: attain schema scheme)",
  },
  growth: { "zh-CN": "比上年增长多少：0.2 或 20% 即增长两成", "en-US": "0.2 or 20% is a fifth more" },
  year: { "zh-CN": "用哪一年的实绩", "en-US": "the year whose actuals are used" },
  emptyMonths: {
    "zh-CN": "没有历史数据的月份：zero 按零，average 按平均",
    "en-US": "months without history: nothing, or the mean",
  },
  keepTyped: {
    "zh-CN": "按工作簿自己的要求重新分解，保留手工改过的目标",
    "en-US": "plan this workbook's own request again around what was typed over its targets",
  },
  period: {
    "zh-CN": "人员表所属周期的名称，默认为年份",
    "en-US": "what the period of a people table is called, by default the year",
  },
  firstDay: { "zh-CN": "周期第一天，如 2026-03-01", "en-US": "its first day, 2026-03-01" },
  lastDay: { "zh-CN": "周期最后一天，如 2026-03-31", "en-US": "its last day, 2026-03-31" },
  spare: { "zh-CN": "为以后增加的人预留的空行", "en-US": "empty lines for people to come" },
  cards: {
    "zh-CN": "个人考核表：pick 一页可选人，each 每人一页",
    "en-US": "one card page, or one for everybody",
  },
  beside: {
    "zh-CN": "把结果列也写到这张表旁边，写表名，或加起始列如 Sheet1!H；none 去掉；可重复",
    "en-US":
      "results also into columns of this sheet, from a column or the first free one: March or March!H; none takes them away (repeat it)",
  },
  besideColumns: {
    "zh-CN": "写哪些结果列：total 总分、grade 等级、rank 排名、points 各项得分；用逗号分开，默认前三种",
    "en-US": "which: total,grade,rank,points (default: the first three)",
  },
  workPlans: {
    "zh-CN": "工作计划文件，或放它们的文件夹：计划工作完成率作为考核输入",
    "en-US": "a work plan or a folder of them: planned work done becomes an input",
  },
  workInput: {
    "zh-CN": "取这个完成率的输入，名称不同时用；可重复",
    "en-US": "an input that takes its rate (repeat it)",
  },
  earlier: {
    "zh-CN": "前一周期的工作簿，用于连续末位和仍有效的警告；可重复，最早的写在前面",
    "en-US":
      "a workbook of an earlier period, for last twice in a row and warnings that still count (repeat it, oldest first)",
  },
  pages: {
    "zh-CN":
      "另加的页：analysis 分析、standing 等级与奖惩、review 复核、calibration 校准、whatif 试算；用逗号分开",
    "en-US": "more pages: analysis,standing,review,calibration,whatif",
  },
  pay: {
    "zh-CN": "JSON 薪酬方案：薪酬页随得分计算（格式见 attain schema pay）",
    "en-US": "a pay plan as JSON: pay pages live over the scores (see: attain schema pay)",
  },
} as const satisfies Record<string, Phrase>;
