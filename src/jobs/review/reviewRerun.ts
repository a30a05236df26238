import type { TypedInputs } from "../../excel/swap/plan";
import type { WorkbookSpec } from "../../sheets/spec";
import { say, type Lang, type Phrase } from "../../words";
import { openReview, readReviewMemory } from "./reviewBook";
import { lockAgain } from "./reviewJob";
import { noticesOf, noticeText } from "./reviewLocks";
import { REVIEW_PAGES, withReview } from "./reviewPages";
import type { JobOptions } from "../types";

const W = {
  kept: {
    "zh-CN": "复核记录已保留（{lines} 条），没有重新打开任何人的考核",
    "en-US": "The review log is kept ({lines} lines); nobody's review was reopened",
  },
  fresh: {
    "zh-CN": "复核记录已保留（{lines} 条）；“{name}”的复核从头开始",
    "en-US": "The review log is kept ({lines} lines); the review of {name} begins",
  },
} as const satisfies Record<string, Phrase>;

/** A workbook to be written over one that has been reviewed. */
export interface Continued {
  readonly spec: WorkbookSpec;
  readonly typed: TypedInputs;
  /** After writing: locks what was locked again, and says what changed although it was signed or locked. */
  readonly finish: () => Promise<readonly string[]>;
}

/**
 * Carries the open workbook's review over to what is about to be written into it: the log and who does what stay, and
 * nothing is reopened.
 *
 * @param due the last day of scoring, where a new evaluation begins
 * @throws AttainError `review-log` when the log was edited into something that cannot be
 */
export async function continueReview(
  spec: WorkbookSpec,
  lang: Lang,
  { signal }: Pick<JobOptions, "signal"> = {},
  due: string = new Date().toISOString().slice(0, 10),
): Promise<Continued> {
  const options = signal ? { signal } : {};
  const memory = await readReviewMemory(options);
  if (!memory) return { spec, typed: "carry", finish: () => Promise.resolve([]) };
  return {
    spec: withReview(spec, memory, due),
    typed: { replace: REVIEW_PAGES },
    finish: async () => {
      await lockAgain(options);
      const book = await openReview(options);
      const own = book.log.some(({ period }) => period === book.name);
      const notices = await noticesOf(book);
      return [
        say(own ? W.kept : W.fresh, lang, { lines: book.log.length, name: book.name }),
        ...notices.map((notice) => noticeText(notice, lang)),
      ];
    },
  };
}
