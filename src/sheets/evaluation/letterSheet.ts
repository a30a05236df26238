import { columnName } from "../../formula/references";
import { compileScheme } from "../../scoring/compile";
import { NAMES } from "../../scoring/names";
import type { Scheme } from "../../scoring/scheme";
import { say, type Phrase } from "../../words";
import { RowSheet } from "../rows";
import type { RowSpec, SheetSpec } from "../spec";
import { COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { linesOf } from "../wrap";

const W = {
  tab: { "zh-CN": "责任书", "en-US": "Letter" },
  who: { "zh-CN": "责任人（点黄色单元格选人）", "en-US": "Who answers (pick in the yellow cell)" },
  unit: { "zh-CN": "单位", "en-US": "Unit" },
  period: { "zh-CN": "责任期", "en-US": "Period" },
  pick: { "zh-CN": "选择", "en-US": "Choose" },
  pickText: {
    "zh-CN": "从列表中选人，逐人打印签字；名单在“考核数据”。",
    "en-US": "Pick somebody, print and sign; the list is on the data page.",
  },
  numbered: { "zh-CN": "{number}、{heading}", "en-US": "{number}  {heading}" },
  pledgeTargets: {
    "zh-CN": "以上目标已经双方沟通，责任人接受并承诺完成；如需调整，双方另行书面确认。",
    "en-US":
      "These targets have been talked over; whoever answers for them accepts them. Changes are agreed in writing.",
  },
  aim: {
    "zh-CN": "为完成本期目标，双方约定如下。",
    "en-US": "To reach the targets of the period both sides agree as follows.",
  },
  targets: { "zh-CN": "责任目标", "en-US": "Targets" },
  target: { "zh-CN": "目标", "en-US": "Target" },
  full: { "zh-CN": "分值", "en-US": "Points" },
  rule: { "zh-CN": "怎样计分", "en-US": "How it is scored" },
  sum: { "zh-CN": "合计", "en-US": "Total" },
  terms: { "zh-CN": "奖惩", "en-US": "Reward and loss" },
  term: { "zh-CN": "{name}：{text}。", "en-US": "{name}: {text}." },
  consent: { "zh-CN": "确认", "en-US": "Consent" },
  pledge: {
    "zh-CN": "以上目标和奖惩已经双方沟通，责任人接受并承诺完成；如需调整，双方另行书面确认。",
    "en-US":
      "These targets and terms have been talked over; whoever answers for them accepts them. Changes are agreed in writing.",
  },
  signPerson: { "zh-CN": "责任人", "en-US": "Who answers" },
  signManager: { "zh-CN": "上级", "en-US": "Superior" },
  date: { "zh-CN": "日期", "en-US": "Date" },
} as const satisfies Record<string, Phrase>;

export interface LetterOptions {
  readonly title: string;
  readonly period: string;
  /** Cells of the scheme page. */
  readonly references: ReadonlyMap<string, string>;
  /** References with sheet: where names and units are listed, cell by cell alike. */
  readonly names: string;
  readonly units: string;
  /** Who stands on the page at first. */
  readonly first: string;
  /** What is gained and lost by the score. */
  readonly terms: readonly { readonly name: string; readonly text: string }[];
}

/** What a target is called, its points, how it is scored, and room for a pen. */
const WIDTHS = [30, 9, 26, 13, 22] as const;
const RULE_WIDTH = WIDTHS[2] + WIDTHS[3] + WIDTHS[4];
const PAGE_WIDTH = WIDTHS.reduce<number>((sum, width) => sum + width, 0);
const LINE = 18;

/**
 * 目标责任书: one page to print and sign when the period begins: targets and points as the scheme page says them now, what
 * follows from them, lines to sign.
 */
export function letterSheet(scheme: Scheme, options: LetterOptions): SheetSpec {
  const { lang } = scheme;
  const rows = new RowSheet(WIDTHS.length);
  const heights: RowSpec[] = [{ rows: "1", height: 30 }];
  /** A text over the whole width, in as many lines as it needs: cells are not merged. */
  const paragraph = (text: string, width: number, column = 0): void => {
    for (const line of linesOf(text, width)) {
      const row = rows.add([...Array.from({ length: column }, () => null), line], ["body", "text"]);
      heights.push({ rows: `${row}`, height: LINE });
    }
  };
  const numbered = (heading: Phrase, number: 1 | 2 | 3): string =>
    say(W.numbered, lang, {
      number: lang === "zh-CN" ? "一二三".charAt(number - 1) : number,
      heading: heading[lang],
    });
  rows.add([scheme.name], "title");
  rows.add([options.title], "subtitle");
  rows.skip();
  const who = rows.add([W.who[lang], null, options.first], ["body", "row"]);
  const found = `INDEX(${options.units},MATCH($C$${who},${options.names},0))`;
  rows.add([W.unit[lang], null, { formula: `=IFERROR(IF(${found}="","",${found}),"")` }], ["body", "row"]);
  rows.add([W.period[lang], null, options.period], ["body", "row"]);
  rows.format(`A${who}:A${who + 2}`, "muted");
  rows.format(`C${who}:C${who + 2}`, ["strong", "text"]);
  rows.format(`C${who}`, "input");
  heights.push({ rows: `${who}:${who + 2}`, height: LINE });
  rows.skip();
  paragraph(W.aim[lang], PAGE_WIDTH);
  rows.skip();
  rows.add([numbered(W.targets, 1)], "section");
  const header = rows.add([W.target[lang], W.full[lang], W.rule[lang]], "header");
  rows.format(`B${header}`, "alignRight");
  rows.format(`C${header}`, "indent1");
  const weights: string[] = [];
  for (const { indicator, rule, percent } of compileScheme(scheme).indicators) {
    const { id, name, weight } = indicator;
    const described = rule.describe(indicator.rule, { lang, weight, subject: name, percent });
    const lines = linesOf(described, RULE_WIDTH * 1.1);
    const counts = rule.standing === undefined;
    lines.forEach((line, i) => {
      const reference = options.references.get(NAMES.weight(id));
      const label = options.references.get(NAMES.label(id));
      const row = rows.add(
        i > 0
          ? [null, null, line]
          : [
              label === undefined ? name : { formula: `=${label}` },
              counts ? (reference === undefined ? weight : { formula: `=${reference}` }) : null,
              line,
            ],
        ["body", "text"],
      );
      rows.format(`B${row}`, "number", "General");
      rows.format(`C${row}`, "indent1");
      if (i === lines.length - 1) rows.format(`A${row}:E${row}`, "row");
      if (i === 0 && counts) weights.push(`B${row}`);
      heights.push({ rows: `${row}`, height: LINE });
    });
  }
  const sum = rows.add([W.sum[lang], { formula: `=SUM(${weights.join(",")})` }], ["body", "total"]);
  rows.format(`B${sum}`, "number", "General");
  rows.skip();
  if (options.terms.length > 0) {
    rows.add([numbered(W.terms, 2)], "section");
    for (const term of options.terms) paragraph(say(W.term, lang, term), PAGE_WIDTH);
    rows.skip();
  }
  rows.add([numbered(W.consent, options.terms.length > 0 ? 3 : 2)], "section");
  paragraph((options.terms.length > 0 ? W.pledge : W.pledgeTargets)[lang], PAGE_WIDTH);
  rows.skip();
  for (const [left, right] of [
    [W.signPerson, W.signManager],
    [W.date, W.date],
  ] as const) {
    const row = rows.add([left[lang], null, null, right[lang]], ["body", "muted"]);
    rows.format(`D${row}`, "indent1");
    for (const cells of [`B${row}:C${row}`, `E${row}`]) rows.format(cells, "underline");
    heights.push({ rows: `${row}`, height: 34 });
  }
  return {
    id: "letter",
    name: W.tab[lang],
    tabColor: COLORS.accent,
    blocks: [rows.block()],
    columns: WIDTHS.map((width, i) => ({ columns: columnName(i), width })),
    rows: heights,
    formats: rows.formats,
    validations: [
      {
        range: `C${who}`,
        rule: { kind: "listFrom", source: `=${options.names}` },
        prompt: { title: W.pick[lang], message: W.pickText[lang] },
      },
    ],
    protect: { inputs: [`C${who}`] },
    print: {
      orientation: "portrait",
      area: `A1:E${rows.next - 1}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: options.title, right: PAGE_WORDS.pages[lang] },
    },
  };
}
