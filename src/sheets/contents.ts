import { parseRange } from "../formula/references";
import type { Lang, Phrase } from "../words";
import type { SheetSpec } from "./spec";

/** A line of a list of pages. */
export interface PageLine {
  /** The tab to go to. */
  readonly to: string;
  /** What stands for it: the tab, or what a family of tabs has in common. */
  readonly tab: string;
  readonly title: string;
}

/** What pages of an evaluation are for: their titles only say again what the tab is called. */
const PURPOSES: Readonly<Record<string, Phrase>> = {
  letter: { "zh-CN": "期初逐人打印、双方签字的责任书", "en-US": "To print and sign when the period begins" },
  data: { "zh-CN": "被考核人名单和要填的数字", "en-US": "Who is scored, and the figures to fill in" },
  ratings: { "zh-CN": "谁给谁评了多少分，逐条填写", "en-US": "Who gave whom how many points, line by line" },
  ranking: {
    "zh-CN": "名次，各等级、各单位的人数",
    "en-US": "Who stands where; how many in each grade and unit",
  },
  results: { "zh-CN": "每人各期得分、等级和名次", "en-US": "Everybody's points by period, grade and rank" },
  standing: {
    "zh-CN": "强制比例、奖励、警告与末位",
    "en-US": "Forced shares, who is rewarded, warned, last",
  },
  paySummary: {
    "zh-CN": "每人本期发多少，由哪几部分组成",
    "en-US": "What everybody is paid, and what it is made of",
  },
  analysis: {
    "zh-CN": "分数丢在哪里，单位差在哪里，个人走势",
    "en-US": "Where points are lost, what makes a unit's gap, trends",
  },
  heat: { "zh-CN": "每人每项得分率，颜色越深越高", "en-US": "Share of full points by person and indicator" },
  raters: { "zh-CN": "各类考核人的平均分怎样合成", "en-US": "How the raters' means are put together" },
  scorecard: { "zh-CN": "每一分怎样算出来", "en-US": "How every point is worked out" },
  payPlan: { "zh-CN": "薪酬的构成、比例和档位", "en-US": "Components, shares and tiers of pay" },
};

/** Pages as a reader looks for them: three and more of one kind (one a scheme, one a quarter) stand on one line. */
export function contentsOf(pages: readonly SheetSpec[], lang: Lang): PageLine[] {
  return pages.flatMap((sheet) => {
    const family = pages.filter((page) => kindOf(page) === kindOf(sheet));
    const title = PURPOSES[kindOf(sheet)]?.[lang] ?? pageTitle(sheet);
    if (family.length < 3) return [{ to: sheet.name, tab: sheet.name, title }];
    if (sheet !== family[0]) return [];
    const [kind = ""] = sheet.name.split("·");
    const each = family.map(({ name }) => name.slice(kind.length + 1));
    return [{ to: sheet.name, tab: `${kind}·…`, title: each.join(lang === "zh-CN" ? "、" : ", ") }];
  });
}

const kindOf = ({ id }: SheetSpec): string => /^(.+)-\d+$/.exec(id)?.[1] ?? id;

/** What the page says in its title cell; its tab where it has none. */
export function pageTitle({ name, blocks, formats = [] }: SheetSpec): string {
  const at = formats.find(({ style }) => style === "title")?.range;
  if (at === undefined) return name;
  const { top, left } = parseRange(at);
  const texts = blocks.flatMap((block) => {
    const corner = parseRange(block.at);
    const line = block.cells[top - corner.top] ?? [];
    // A page that is read back keeps a key such as `request:zh-CN` in front of its title.
    return line
      .slice(left - corner.left)
      .flatMap((cell) => (typeof cell === "string" && !/^[a-z]+:/.test(cell) ? [cell] : []));
  });
  return texts[0] ?? name;
}
