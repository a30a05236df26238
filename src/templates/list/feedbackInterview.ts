import { bookWithResults } from "../../jobs/evaluation/evaluationBook";
import { evaluate, peopleOf } from "../../scoring/evaluate";
import type { EvaluationRequest } from "../../scoring/evaluation";
import { interviewSheet, type Agreement } from "../../sheets/review/interviewSheet";
import { schemeSheet } from "../../sheets/evaluation/scheme";
import type { SheetSpec, WorkbookSpec } from "../../sheets/spec";
import type { Lang, Phrase } from "../../words";
import type { Template } from "../template";
import { mapCells, typedIn } from "../typed";
import { serviceRequest } from "./service";

const T = {
  title: { "zh-CN": "2026 年 3 月绩效面谈", "en-US": "Feedback interviews, March 2026" },
  interviewer: { "zh-CN": "服务经理 张岚", "en-US": "Zhang Lan, service manager" },
  before: { "zh-CN": "每周抽查 5 件发出的配件", "en-US": "Check five parts a week before they go out" },
  beforeBy: { "zh-CN": "2 月底", "en-US": "end of February" },
  well: {
    "zh-CN": "维修质量好，客户当场表扬两次。",
    "en-US": "Good repairs: two customers praised them on the spot.",
  },
  badly: {
    "zh-CN": "一起投诉因现场未说明费用。",
    "en-US": "One complaint: the cost was not explained on site.",
  },
  agreed: { "zh-CN": "上门先出示收费表并签字", "en-US": "Show the price list first and have it signed" },
  by: { "zh-CN": "4 月 15 日", "en-US": "15 April" },
  support: { "zh-CN": "经理准备收费表", "en-US": "The manager prints the list" },
} as const satisfies Record<string, Phrase>;

function request(lang: Lang): EvaluationRequest {
  return { ...serviceRequest(lang), title: T.title[lang] };
}

/** The scores with the interview page in front: it follows whoever is picked on it. */
function book(asked: EvaluationRequest, person: string, earlier: readonly Agreement[]): WorkbookSpec {
  const evaluation = evaluate(asked);
  const [set] = evaluation.sets;
  const { book: scored, layouts } = bookWithResults(evaluation, { spareRows: 4 });
  const [layout] = layouts;
  const scheme = scored.sheets.find(({ id }) => id === "scheme");
  if (!set || !layout || !scheme) return scored;
  const page = interviewSheet(
    {
      scheme: set.scheme,
      people: peopleOf(set.scheme, set.rows, asked),
      layout,
      references: schemeSheet(set.scheme, scheme.name).references,
      live: true,
    },
    person,
    earlier,
  );
  return { ...scored, sheets: [page, ...scored.sheets], activate: page.id };
}

/** The interview as it was held with the example's first person: typed into the free lines of the page. */
function held(sheet: SheetSpec, lang: Lang): SheetSpec {
  const isTyped = typedIn(sheet);
  // Blocks of three free lines each, from A to F: what went well, what did not, what is agreed.
  const starts = Array.from({ length: 80 }, (_, row) => row).filter(
    (row) => isTyped(row, 0) && !isTyped(row - 1, 0),
  );
  const texts: readonly (readonly [column: number, text: string])[][] = [
    [[0, T.well[lang]]],
    [[0, T.badly[lang]]],
    [
      [0, T.agreed[lang]],
      [3, T.by[lang]],
      [4, T.support[lang]],
    ],
  ];
  // What became of the last agreement is typed by nobody and goes with whom it was made with.
  const kept = sheet.blocks[0]?.cells.findIndex((line) => line.includes(T.before[lang])) ?? -1;
  const agreed = `A${kept + 1}:D${kept + 1}`;
  // The page is locked but for what is typed: what is to be cleared must not be.
  const open = sheet.protect ? { protect: { inputs: [...sheet.protect.inputs, agreed] } } : {};
  const examples = kept < 0 ? {} : { examples: { also: [agreed] }, ...open };
  const filled = mapCells(sheet, (cell, row, column) => {
    if (column === 4 && row === 3) return T.interviewer[lang];
    const place = starts.indexOf(row);
    return texts[place]?.find(([at]) => at === column)?.[1] ?? cell;
  });
  return { ...filled, ...examples };
}

export const FEEDBACK_INTERVIEW: Template = {
  id: "feedback-interview",
  number: "C3",
  group: "form",
  name: { "zh-CN": "绩效面谈记录", "en-US": "Feedback interview" },
  purpose: {
    "zh-CN": "选择姓名即得一页面谈表：得分与弱项、做得好的、不足、约定的改进和期限，以及上期约定的结果。",
    "en-US":
      "Pick a name and get one page for the talk: scores and weak points, what went well and what did not, what is agreed until when, and what became of the last agreement.",
  },
  steps: [
    {
      "zh-CN": "在数据表填写姓名和当月数字，得分自动算出。",
      "en-US": "Enter names and the month's figures on the data page; scores follow.",
    },
    {
      "zh-CN": "在“绩效面谈”选择姓名，最弱的指标标出颜色。",
      "en-US": "Pick a name on the interview page; the weakest indicators are coloured.",
    },
    {
      "zh-CN": "面谈时填写做得好的、不足、约定的改进、期限和所需支持。",
      "en-US":
        "During the talk enter what went well, what did not, what is agreed, by when and with what help.",
    },
    {
      "zh-CN": "打印一页，双方签字，各留一份。",
      "en-US": "Print the page, both sign, each keeps a copy.",
    },
    {
      "zh-CN": "每位员工另存一份；下期对照上期约定的结果。",
      "en-US": "Save a copy for each person; next period compare with what was agreed.",
    },
  ],
  book: (lang) => {
    const asked = request(lang);
    const person = asked.people[1]?.name ?? "";
    const made = book(asked, person, [
      { name: person, what: T.before[lang], until: T.beforeBy[lang], indicator: "parts", before: 0.9 },
    ]);
    return {
      ...made,
      sheets: made.sheets.map((sheet) => (sheet.id === "interview" ? held(sheet, lang) : sheet)),
    };
  },
  fill: {
    kind: "evaluation",
    request,
    book: (asked) => book(asked, asked.people.find(({ name }) => name !== "")?.name ?? "", []),
  },
  examples: ["data", "interview", "card"],
  picture: "interview",
};
