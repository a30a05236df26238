import type { Phrase } from "../../words";

/** What a company template says where nobody has said anything else. */
export const COMPANY_WORDS = {
  name: { "zh-CN": "公司模板", "en-US": "Company template" },
  evaluationPurpose: {
    "zh-CN": "按公司的考核方案评分、定级、排名。",
    "en-US": "Scores, grades and ranks people by the company's own scheme.",
  },
  planPurpose: {
    "zh-CN": "按公司的方法分解目标。",
    "en-US": "Splits targets the company's own way.",
  },
  runPurpose: {
    "zh-CN": "按公司的方法从销售台账分解目标、给业务员评分。",
    "en-US": "Targets and scores from a sales ledger, the company's own way.",
  },
  formPurpose: { "zh-CN": "公司统一使用的表单。", "en-US": "The company's own form." },
  evaluationSteps: [
    {
      "zh-CN": "在数据表的黄色单元格填写人员和数字；没有数据的留空，不要写 0。",
      "en-US":
        "Fill in people and figures in the yellow cells of the data pages; leave what is not known empty, never 0.",
    },
    {
      "zh-CN": "需要评分的指标由考核人填写评分表。",
      "en-US": "Where raters give points they fill in the ratings.",
    },
    {
      "zh-CN": "得分、等级、名次都是公式，点开可以看到每一分的来处。",
      "en-US": "Scores, grades and ranks are formulas: click one to see where every point comes from.",
    },
    {
      "zh-CN": "权重、门槛、扣分写在“考核方案”，由公司统一修改。",
      "en-US": "Weights, thresholds and deductions stand on the scheme pages; the company changes them.",
    },
    {
      "zh-CN": "在个人考核表选择姓名，打印一页，面谈后双方签字。",
      "en-US": "Pick a name on the card, print the page, talk it over and both sign.",
    },
  ],
  planSteps: [
    {
      "zh-CN": "打开自己的销售台账，在达成窗格的模板库打开本模板并选择“用我的数据”。",
      "en-US": "Open your own sales ledger, open this template in Attain's gallery and use your data.",
    },
    {
      "zh-CN": "或在“分解要求”把示例单位换成自己的单位和上年实绩。",
      "en-US": "Or replace the made-up units on the request page by your own, with last year's figures.",
    },
    {
      "zh-CN": "在达成窗格点“按要求重新分解”，各表随之更新。",
      "en-US": "Press “Plan again as asked” in Attain's pane and every page follows.",
    },
    {
      "zh-CN": "在“目标分解”改写黄色单元格，核对行立刻显示差额。",
      "en-US": "Type over a yellow target; the check row shows the residual at once.",
    },
    { "zh-CN": "打印后由各单位签认。", "en-US": "Print, and let each unit sign." },
  ],
  runSteps: [
    {
      "zh-CN": "打开自己的销售台账，在达成窗格的模板库打开本模板并选择“用我的数据”。",
      "en-US": "Open your own sales ledger, open this template in Attain's gallery and use your data.",
    },
    {
      "zh-CN": "目标、跟踪和得分写成各自的表，都是公式；台账保持原样。",
      "en-US": "Targets, follow-up and scores become pages of formulas; the ledger stays as it is.",
    },
    {
      "zh-CN": "增长率写在“分解要求”，指标、权重和等级写在“考核方案”，由公司统一修改。",
      "en-US":
        "Growth stands on the request page; indicators, weights and grades on the scheme page: the company changes them.",
    },
    {
      "zh-CN": "没有插件时，在“分解要求”换成自己的单位，在数据表填写人员和数字。",
      "en-US": "Without the add-in, put your own units on the request page and people on the data page.",
    },
    { "zh-CN": "打印后由各单位签认。", "en-US": "Print, and let each unit sign." },
  ],
  formSteps: [
    { "zh-CN": "在黄色单元格填写。", "en-US": "Fill in the yellow cells." },
    { "zh-CN": "从列表中选择的单元格请用列表。", "en-US": "Pick from the list where a cell has one." },
    { "zh-CN": "白色单元格是公式，不用填。", "en-US": "White cells are formulas: leave them." },
    { "zh-CN": "打印成 A4，需要时签字。", "en-US": "Print on A4 and sign where asked." },
    { "zh-CN": "下期另存一份再填。", "en-US": "Save a copy for the next period." },
  ],
} as const satisfies Record<string, Phrase | readonly Phrase[]>;
