import { readGrids } from "../../excel/read/read";
import { aboutSheet, readAbout, type AboutSection } from "../../sheets/about";
import type { Grid } from "../../sheets/readBack";
import type { SheetSpec } from "../../sheets/spec";
import { REVIEW_PAGE_WORDS as P } from "../../sheets/review/words";
import { say, type Lang, type Phrase } from "../../words";
import type { ReviewBook } from "./reviewBook";
import { fromA1 } from "../evaluation/scored";
import type { JobOptions } from "../types";

const W = {
  title: { "zh-CN": "复核", "en-US": "Review" },
  counts: { "zh-CN": "哪个得分算数", "en-US": "Which score counts" },
  countsText: {
    "zh-CN":
      "复核调整过的，按调整后的得分定名次和等级，计算得分仍在“{board}”上并列；没有调整的，按计算得分。扣分、得分明细始终是计算的结果。",
    "en-US":
      "Where the review has set a score, rank and grade follow that, and the computed one stays beside it on “{board}”; otherwise the computed score counts. Points of indicators always are as computed.",
  },
  log: { "zh-CN": "依据", "en-US": "Kept in" },
  logText: {
    "zh-CN": "每一步都记在“{log}”里：何时、谁、做了什么、为什么；只往下加，不改已有的行。",
    "en-US": "Every step is a line of “{log}”: when, who, what and why; lines are added and none is changed.",
  },
  lock: { "zh-CN": "锁定", "en-US": "Locked" },
  lockText: {
    "zh-CN":
      "锁定时记下全部数值和校验；锁定后再有变化，下次复核或考核时会逐格指出。解锁要写理由，并回到最后一次复核。",
    "en-US":
      "A lock keeps every value with a digest; a figure that changes later is named with its cell at the next review or evaluation. Unlocking needs a reason and goes back to the last review.",
  },
} as const satisfies Record<string, Phrase>;

/** How reviewed scores, the log and locks are treated, for the page on how everything was treated. */
function reviewSection(lang: Lang): AboutSection {
  const names = { board: P.tab[lang], log: P.logTab[lang] };
  return {
    title: W.title[lang],
    lines: (["counts", "log", "lock"] as const).map((key) => ({
      label: W[key][lang],
      text: say(W[`${key}Text`], lang, names),
    })),
  };
}

/**
 * A workbook's page on how everything was treated with a section on the review, and the review's pages among those
 * it leads to.
 *
 * @param rows the page's values from A1 on
 * @param book what is reviewed, and the workbook's tabs
 * @returns undefined when it says it already
 */
export function aboutWithReview(
  rows: Grid,
  { name, tabs }: { readonly name: string; readonly tabs: readonly string[] },
  lang: Lang,
): SheetSpec | undefined {
  const { pages, sections, subtitle } = readAbout(rows, tabs, lang);
  const section = reviewSection(lang);
  if (sections.some(({ title }) => title === section.title)) return undefined;
  const own = [
    { tab: P.tab[lang], title: say(P.title, lang, { name }) },
    { tab: P.logTab[lang], title: say(P.logTitle, lang, { name }) },
  ].map((page) => ({ ...page, to: page.tab }));
  const page = aboutSheet(
    {
      pages: pages.length > 0 ? [...pages, ...own] : [],
      version: "",
      date: "",
      sections: [...sections, section],
    },
    lang,
  );
  return {
    ...page,
    blocks: page.blocks.map((block) => (block.at === "A2" ? { ...block, cells: [[subtitle]] } : block)),
  };
}

/** The open workbook's page with a section on the review; undefined when it has none, or says it already. */
export async function aboutReview(
  { name, tabs, sheets, lang }: ReviewBook,
  options: Pick<JobOptions, "signal">,
): Promise<SheetSpec | undefined> {
  if (tabs.about === undefined) return undefined;
  const [grid] = await readGrids({ sheets: [tabs.about], ...options });
  return grid && aboutWithReview(fromA1(grid), { name, tabs: sheets.map(({ tab }) => tab) }, lang);
}
