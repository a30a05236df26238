import type { Phrase } from "../../words";

/** What the commands on finished scores say of themselves: explain, whatif, pay. */
export const SCORE_HELP = {
  explain: {
    "zh-CN": "说明得分的由来：总分、部分、指标、规则、输入单元格",
    "en-US": "Say why a score is what it is: total, section, indicator, rule, input cell",
  },
  person: { "zh-CN": "谁的得分", "en-US": "whose score" },
  unit: { "zh-CN": "两人同名时，指定单位", "en-US": "which unit, when two people have one name" },
  indicator: { "zh-CN": "只看一项指标，写编号或名称", "en-US": "one indicator only, by id or name" },
  whatif: {
    "zh-CN": "试算：方案的参数若改动，谁的等级和排名会变",
    "en-US": "Say who would change grade and rank if parameters of the scheme were others",
  },
  set: {
    "zh-CN": "改哪个参数：revenue.cap=110%、deals.bands[1].from=90 等；可重复",
    "en-US": "revenue.cap=110%, deals.bands[1].from=90 … (repeat it)",
  },
  keepWeights: {
    "zh-CN": "改一项权重时，其余权重不分摊差额",
    "en-US": "do not let the other weights share what a changed one leaves",
  },
  trial: {
    "zh-CN": "把试算另存为可以继续改的页",
    "en-US": "also save the trial as pages whose cells can be changed further",
  },
  pay: {
    "zh-CN": "给完成的计分表加薪酬页；档位有空缺或重叠时先拒绝",
    "en-US": "Add pay pages to a finished scorecard; tiers with gaps or overlaps are refused first",
  },
  payPlan: {
    "zh-CN": "JSON 薪酬方案（格式见 attain schema pay）",
    "en-US": "the pay plan as JSON (see: attain schema pay)",
  },
  payOut: { "zh-CN": "带薪酬页的工作簿", "en-US": "the workbook with its pay pages" },
  anyway: {
    "zh-CN": "档位有空缺、重叠或薪酬倒挂也照写",
    "en-US": "write even if tiers have gaps, overlaps or falling pay",
  },
} as const satisfies Record<string, Phrase>;
