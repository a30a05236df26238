import type { Phrase } from "../../words";

/** error: something is left out of the results. warning: counted, but look at it. info: handled, for the record. */
export type Severity = "error" | "warning" | "info";

interface ProblemKind {
  readonly severity: Severity;
  /** Names the group. */
  readonly title: Phrase;
  readonly expected: Phrase;
  /** What was done, or will be done when the results are written. */
  readonly action: Phrase;
}

/** Everything odd that reading can come upon. A new kind is one entry here. `{field}` is the column's meaning. */
export const PROBLEMS = {
  "product-unnamed": {
    severity: "warning",
    title: { "zh-CN": "这一列没有产品名称", "en-US": "This column names no product" },
    expected: { "zh-CN": "表头写明产品名称", "en-US": "A product's name in the header" },
    action: {
      "zh-CN": "该列未读入；补上表头后重新填入",
      "en-US": "The column was left out; name it and fill in again",
    },
  },
  "figures-unsaid": {
    severity: "warning",
    title: { "zh-CN": "没有写明是计划还是实绩", "en-US": "Nothing says whether these are plan or actual" },
    expected: {
      "zh-CN": "在表上方或表头写“计划”“实绩”或“上年”",
      "en-US": "“Plan”, “Actual” or “Last year” above the table or in its header",
    },
    action: { "zh-CN": "已按{field}读入", "en-US": "Read as {field}" },
  },
  "value-missing": {
    severity: "warning",
    title: { "zh-CN": "{field}为空", "en-US": "{field} is empty" },
    expected: { "zh-CN": "{field}", "en-US": "{field}" },
    action: { "zh-CN": "照常统计，{field}留空", "en-US": "Counted, with no {field}" },
  },
  "rep-missing": {
    severity: "error",
    title: { "zh-CN": "没有业务员", "en-US": "No sales rep" },
    expected: { "zh-CN": "业务员姓名", "en-US": "The sales rep's name" },
    action: { "zh-CN": "该行不计入任何人", "en-US": "The row counts for nobody" },
  },
  "name-missing": {
    severity: "error",
    title: { "zh-CN": "没有姓名", "en-US": "No name" },
    expected: { "zh-CN": "工号 {value} 的姓名", "en-US": "The name of employee no. {value}" },
    action: { "zh-CN": "按工号计入，列名为“{value}”", "en-US": "Counted by the number, listed as “{value}”" },
  },
  "number-unreadable": {
    severity: "error",
    title: { "zh-CN": "{field}不是数字", "en-US": "{field} is not a number" },
    expected: { "zh-CN": "数字，如 12,000 或 1.2万", "en-US": "A number such as 12,000" },
    action: { "zh-CN": "按没有{field}处理", "en-US": "Treated as no {field}" },
  },
  "number-as-text": {
    severity: "info",
    title: { "zh-CN": "{field}是文本格式的数字", "en-US": "{field} is a number stored as text" },
    expected: { "zh-CN": "数字格式的单元格", "en-US": "A cell holding a number" },
    action: { "zh-CN": "按 {value} 读取", "en-US": "Read as {value}" },
  },
  "decimal-comma": {
    severity: "warning",
    title: { "zh-CN": "{field}用逗号作小数点", "en-US": "{field} has a comma as decimal point" },
    expected: { "zh-CN": "用点作小数点", "en-US": "A decimal point" },
    action: { "zh-CN": "按 {value} 读取，请核对", "en-US": "Read as {value}; please check" },
  },
  "negative-amount": {
    severity: "warning",
    title: { "zh-CN": "{field}为负数", "en-US": "{field} is negative" },
    expected: { "zh-CN": "零或正数（退款可为负）", "en-US": "Zero or more (less only for a refund)" },
    action: { "zh-CN": "按负数计入", "en-US": "Counted as negative" },
  },
  "error-value": {
    severity: "error",
    title: { "zh-CN": "{field}是 Excel 错误值", "en-US": "{field} is an Excel error" },
    expected: { "zh-CN": "能算出结果的公式或值", "en-US": "A value, or a formula that has one" },
    action: { "zh-CN": "按空处理", "en-US": "Treated as empty" },
  },
  "date-unreadable": {
    severity: "error",
    title: { "zh-CN": "{field}不是日期", "en-US": "{field} is not a date" },
    expected: { "zh-CN": "日期，如 2017-03-01", "en-US": "A date such as 2017-03-01" },
    action: { "zh-CN": "按没有{field}处理", "en-US": "Treated as no {field}" },
  },
  "date-ambiguous": {
    severity: "warning",
    title: { "zh-CN": "{field}月日不明", "en-US": "{field}: day or month first?" },
    expected: { "zh-CN": "年-月-日，如 2017-03-01", "en-US": "Year-month-day, such as 2017-03-01" },
    action: { "zh-CN": "按 {value} 读取，请核对", "en-US": "Read as {value}; please check" },
  },
  "date-as-text": {
    severity: "info",
    title: { "zh-CN": "{field}是文本，按“{order}”读取", "en-US": "{field} is text, read as {order}" },
    expected: { "zh-CN": "日期格式的单元格", "en-US": "Cells holding dates" },
    action: {
      "zh-CN": "依据整列 {evidence} 个能确定次序的日期判定",
      "en-US": "Decided by the {evidence} dates of the column that can be read one way only",
    },
  },
  "date-order-unknown": {
    severity: "warning",
    title: {
      "zh-CN": "{field}整列看不出月日次序",
      "en-US": "{field}: nothing in the column tells day from month",
    },
    expected: { "zh-CN": "年-月-日，如 2017-03-01", "en-US": "Year-month-day, such as 2017-03-01" },
    action: { "zh-CN": "按“{order}”读取，请核对", "en-US": "Read as {order}; please check" },
  },
  "closed-before-opened": {
    severity: "warning",
    title: { "zh-CN": "成交早于立项", "en-US": "Closed before it was opened" },
    expected: { "zh-CN": "不早于立项日期 {opened}", "en-US": "Not before the open date, {opened}" },
    action: { "zh-CN": "按成交日期统计", "en-US": "Counted by its close date" },
  },
  "stage-unknown": {
    severity: "error",
    title: { "zh-CN": "阶段不认识", "en-US": "Unknown stage" },
    expected: { "zh-CN": "赢单、输单或进行中的阶段", "en-US": "A stage that is won, lost or open" },
    action: { "zh-CN": "按未结束处理，不计业绩", "en-US": "Treated as open: no revenue" },
  },
  "stage-missing": {
    severity: "error",
    title: { "zh-CN": "没有阶段", "en-US": "No stage" },
    expected: { "zh-CN": "赢单、输单或进行中的阶段", "en-US": "A stage that is won, lost or open" },
    action: { "zh-CN": "按未结束处理，不计业绩", "en-US": "Treated as open: no revenue" },
  },
  "no-stage-column": {
    severity: "info",
    title: { "zh-CN": "没有阶段列", "en-US": "No stage column" },
    expected: { "zh-CN": "一列写明赢单或输单", "en-US": "A column saying won or lost" },
    action: { "zh-CN": "每一行都按成交统计，不算赢单率", "en-US": "Every row counts as won; no win rate" },
  },
  "won-without-amount": {
    severity: "error",
    title: { "zh-CN": "赢单没有金额", "en-US": "Won without an amount" },
    expected: { "zh-CN": "成交金额", "en-US": "The deal's amount" },
    action: { "zh-CN": "计入赢单数，金额按 0", "en-US": "Counts as won, with an amount of 0" },
  },
  "won-without-date": {
    severity: "error",
    title: { "zh-CN": "赢单没有成交日期", "en-US": "Won without a close date" },
    expected: { "zh-CN": "成交日期", "en-US": "The close date" },
    action: { "zh-CN": "无法归入月份，不计业绩", "en-US": "Belongs to no month, so it is not counted" },
  },
  "lost-without-date": {
    severity: "warning",
    title: { "zh-CN": "输单没有日期", "en-US": "Lost without a date" },
    expected: { "zh-CN": "结束日期", "en-US": "The close date" },
    action: {
      "zh-CN": "无法归入周期，不计入赢单率",
      "en-US": "Belongs to no period, so it is not in the win rate",
    },
  },
  "duplicate-record": {
    severity: "warning",
    title: { "zh-CN": "整行重复", "en-US": "The same record twice" },
    expected: { "zh-CN": "每笔只出现一次（首见于 {first}）", "en-US": "Each record once (first at {first})" },
    action: { "zh-CN": "只统计一次", "en-US": "Counted once" },
  },
  "duplicate-id": {
    severity: "warning",
    title: { "zh-CN": "编号重复但内容不同", "en-US": "One id, different records" },
    expected: { "zh-CN": "不重复的编号（首见于 {first}）", "en-US": "An id of its own (first at {first})" },
    action: { "zh-CN": "都统计，请核对", "en-US": "Both counted; please check" },
  },
  "name-tidied": {
    severity: "info",
    title: {
      "zh-CN": "{field}的写法有多余空格、全角字符或大小写差异",
      "en-US": "{field} written with extra spaces, wide letters or other capitals",
    },
    expected: { "zh-CN": "{value}", "en-US": "{value}" },
    action: { "zh-CN": "视为“{value}”", "en-US": "Taken for “{value}”" },
  },
  "name-lookalike": {
    severity: "warning",
    title: {
      "zh-CN": "{field}疑似同一个写法不同",
      "en-US": "{field} may be another spelling of one already there",
    },
    expected: {
      "zh-CN": "也许是“{value}”（这一写法共 {times} 处）",
      "en-US": "Perhaps “{value}” (cells spelt this way: {times})",
    },
    action: {
      "zh-CN": "没有合并；若是同一个，请统一写法",
      "en-US": "Not merged; if they are one, write them alike",
    },
  },
  "not-in-list": {
    severity: "warning",
    title: { "zh-CN": "{field}不在清单中", "en-US": "{field} is not in the list" },
    expected: { "zh-CN": "清单“{list}”中的一项", "en-US": "One of those on “{list}”" },
    action: { "zh-CN": "照常统计", "en-US": "Counted as it is" },
  },
  "rep-without-team": {
    severity: "warning",
    title: { "zh-CN": "有业绩但不在团队表中", "en-US": "Has records but is in no team" },
    expected: { "zh-CN": "在团队表中有一行", "en-US": "A row in the teams table" },
    action: { "zh-CN": "列在“未分配”下", "en-US": "Listed under “Unassigned”" },
  },
  "rep-without-records": {
    severity: "info",
    title: { "zh-CN": "在团队表中但没有业绩记录", "en-US": "In a team but without any record" },
    expected: { "zh-CN": "台账中的记录", "en-US": "Records in the ledger" },
    action: { "zh-CN": "不评分，并列名说明", "en-US": "Not scored, and listed as such" },
  },
  "person-twice": {
    severity: "warning",
    title: { "zh-CN": "同一人出现两次", "en-US": "The same person twice" },
    expected: { "zh-CN": "每人一行（首见于 {first}）", "en-US": "One row per person (first at {first})" },
    action: { "zh-CN": "只取第一行", "en-US": "The first row is used" },
  },
  "person-in-two-teams": {
    severity: "error",
    title: { "zh-CN": "同一人在两个团队", "en-US": "One person in two teams" },
    expected: { "zh-CN": "只属于一个团队（首见于 {first}）", "en-US": "One team only (first at {first})" },
    action: { "zh-CN": "按第一行归属", "en-US": "Belongs where the first row says" },
  },
  "unit-differs": {
    severity: "warning",
    title: { "zh-CN": "同一人的{field}前后不一", "en-US": "{field} differs from the person's other rows" },
    expected: { "zh-CN": "{name}的其他行：{value}", "en-US": "As on the other rows of {name}: {value}" },
    action: { "zh-CN": "按“{value}”归属", "en-US": "Belongs to {value}" },
  },
  "same-name": {
    severity: "error",
    title: { "zh-CN": "同名不同工号", "en-US": "One name, two employee numbers" },
    expected: {
      "zh-CN": "可以区分的姓名（首见于 {first}）",
      "en-US": "Names that can be told apart (first at {first})",
    },
    action: {
      "zh-CN": "无法分清业绩，都记在第一人名下",
      "en-US": "Cannot be told apart: all goes to the first",
    },
  },
  "person-rows-added": {
    severity: "warning",
    title: { "zh-CN": "同一人有两行，数值不同", "en-US": "One person on two rows with different figures" },
    expected: { "zh-CN": "每人一行（首见于 {first}）", "en-US": "One row per person (first at {first})" },
    action: { "zh-CN": "两行都计入，请核对", "en-US": "Both rows are counted; please check" },
  },
  "person-not-everywhere": {
    severity: "warning",
    title: { "zh-CN": "“{sheets}”里没有这个人", "en-US": "Not on “{sheets}”" },
    expected: { "zh-CN": "每个人在每张表里都有一行", "en-US": "A row for everybody on every sheet" },
    action: {
      "zh-CN": "缺的数据留空，需要它的人暂不评分，并列名说明",
      "en-US": "Left empty; whoever needs it is not scored yet, and listed as such",
    },
  },
  "name-not-unique": {
    severity: "error",
    title: { "zh-CN": "同名多人，分不清是谁", "en-US": "Several people have this name" },
    expected: { "zh-CN": "工号", "en-US": "An employee number" },
    action: { "zh-CN": "这一行不计入任何人", "en-US": "The row counts for nobody" },
  },
  "figure-twice": {
    severity: "warning",
    title: { "zh-CN": "{field}有两个数", "en-US": "Two figures for {field}" },
    expected: {
      "zh-CN": "每人每期一个（首见于 {first}）",
      "en-US": "One for each person and period (first at {first})",
    },
    action: { "zh-CN": "取第一个", "en-US": "The first one is used" },
  },
  "same-name-by-id": {
    severity: "info",
    title: { "zh-CN": "同名不同工号，按两人处理", "en-US": "One name, two employee numbers: two people" },
    expected: {
      "zh-CN": "可以区分的姓名（首见于 {first}）",
      "en-US": "Names that can be told apart (first at {first})",
    },
    action: { "zh-CN": "按工号区分", "en-US": "Told apart by number" },
  },
  "same-name-by-unit": {
    severity: "warning",
    title: {
      "zh-CN": "同名，{field}前后交错，按不同的人处理",
      "en-US": "One name, {field} alternating over time: different people",
    },
    expected: {
      "zh-CN": "可以区分的姓名，或一列工号（首见于 {first}）",
      "en-US": "Names that can be told apart, or employee numbers (first at {first})",
    },
    action: {
      "zh-CN": "按{field}区分，这一位列为“{value}”；若是同一人，请统一{field}",
      "en-US": "Told apart by {field}, this one as “{value}”; if they are one person, make {field} the same",
    },
  },
  "unit-moved": {
    severity: "info",
    title: { "zh-CN": "{field}中途变更，按调动处理", "en-US": "{field} changes once: taken for a transfer" },
    expected: { "zh-CN": "{name}的多数行：{value}", "en-US": "As on most rows of {name}: {value}" },
    action: {
      "zh-CN": "仍是一个人，归属“{value}”",
      "en-US": "One person still, who belongs to {value}",
    },
  },
  "unit-of-deals": {
    severity: "warning",
    title: {
      "zh-CN": "{field}逐行变化，说的不是人员归属",
      "en-US": "{field} changes from row to row: not where people belong",
    },
    expected: {
      "zh-CN": "每人各行{field}相同，如{name}：{value}（共 {times} 行不同）",
      "en-US": "One for all rows of a person, such as {value} for {name} (rows that differ: {times})",
    },
    action: {
      "zh-CN": "归属没有取用这一列；可另加一张人员表",
      "en-US": "Not used to say who belongs where; a team list would",
    },
  },
  "percent-mixed": {
    severity: "warning",
    title: {
      "zh-CN": "{field}的写法与本列其他不同",
      "en-US": "{field} written another way than the rest of the column",
    },
    expected: { "zh-CN": "同一种写法，如 92%", "en-US": "One way throughout, such as 92%" },
    action: { "zh-CN": "按 {value} 读取，请核对", "en-US": "Read as {value}; please check" },
  },
  "percent-bare": {
    severity: "info",
    title: { "zh-CN": "{field}没有写成百分比", "en-US": "{field} not written as a percentage" },
    expected: { "zh-CN": "百分比格式的单元格", "en-US": "A cell formatted as a percentage" },
    action: { "zh-CN": "按 {value} 读取", "en-US": "Read as {value}" },
  },
  "percent-doubtful": {
    severity: "warning",
    title: { "zh-CN": "{field}是百分之几还是几倍不明", "en-US": "{field}: a percent or a multiple?" },
    expected: { "zh-CN": "带百分号的数，如 92%", "en-US": "A number with a percent sign, such as 92%" },
    action: { "zh-CN": "按 {value} 读取，请核对", "en-US": "Read as {value}; please check" },
  },
  "unit-suspect": {
    severity: "warning",
    title: { "zh-CN": "{field}的单位可疑", "en-US": "{field} may be in another unit" },
    expected: { "zh-CN": "与本列其他数同一单位", "en-US": "The unit of the rest of the column" },
    action: {
      "zh-CN": "按原数读取；若以万元计请改写",
      "en-US": "Read as it stands; mend it if it is in ten thousands",
    },
  },
  "period-unreadable": {
    severity: "error",
    title: { "zh-CN": "期间不认识", "en-US": "Unknown period" },
    expected: { "zh-CN": "月份、季度或年份", "en-US": "A month, quarter or year" },
    action: { "zh-CN": "该行不计入任何期间", "en-US": "The row belongs to no period" },
  },
  "total-mismatch": {
    severity: "warning",
    title: { "zh-CN": "合计与各行之和不符", "en-US": "A total that is not the sum of its rows" },
    expected: { "zh-CN": "{value}", "en-US": "{value}" },
    action: { "zh-CN": "以各行为准，合计行不用", "en-US": "The rows count; the total row is not used" },
  },
  "filled-down": {
    severity: "info",
    title: {
      "zh-CN": "{field}只写在每组第一行",
      "en-US": "{field} is written on the first row of each group only",
    },
    expected: { "zh-CN": "每行都有{field}", "en-US": "{field} on every row" },
    action: { "zh-CN": "空行沿用上一行", "en-US": "Empty rows take the one above" },
  },
  "choice-unknown": {
    severity: "error",
    title: { "zh-CN": "{field}不在可选项中", "en-US": "{field} is none of its choices" },
    expected: { "zh-CN": "{choices} 之一", "en-US": "One of {choices}" },
    action: { "zh-CN": "留空", "en-US": "Left empty" },
  },
  "out-of-range": {
    severity: "error",
    title: { "zh-CN": "{field}超出允许范围", "en-US": "{field} is out of bounds" },
    expected: { "zh-CN": "{bounds} 的数字", "en-US": "A number {bounds}" },
    action: { "zh-CN": "留空", "en-US": "Left empty" },
  },
  "row-left-out": {
    severity: "warning",
    title: { "zh-CN": "表下只有一格文字的行", "en-US": "A line of one text below the table" },
    expected: { "zh-CN": "一条记录，或与表隔一空行的说明", "en-US": "A record, or a note after a blank row" },
    action: { "zh-CN": "按说明处理，没有取用", "en-US": "Taken for a note and not used" },
  },
  "total-by-sum": {
    severity: "info",
    title: { "zh-CN": "没有标明的合计行", "en-US": "A total row that does not say so" },
    expected: { "zh-CN": "写明“合计”", "en-US": "The word “Total”" },
    action: {
      "zh-CN": "等于以上各行之和，不重复统计",
      "en-US": "It adds up the rows above, so it is not counted again",
    },
  },
  "section-row": {
    severity: "info",
    title: { "zh-CN": "分组标题行", "en-US": "A heading between the rows" },
    expected: { "zh-CN": "一条记录", "en-US": "A record" },
    action: { "zh-CN": "不是记录，跳过", "en-US": "Not a record: skipped" },
  },
  "hidden-rows": {
    severity: "info",
    title: { "zh-CN": "隐藏的行", "en-US": "Hidden rows" },
    expected: { "zh-CN": "看得见的记录", "en-US": "Records in sight" },
    action: { "zh-CN": "照常统计 {count} 行", "en-US": "{count} {count:row|rows} counted like the others" },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;
