import type { MasterPerson } from "../../sharing/master/master";
import type { MasterReview, ReviewedPerson } from "../../sharing/review/masterReview";
import { scoreOf, type ReviewBook, type Reviewed } from "../review/reviewBook";
import { same } from "../review/reviewSource";
import { REVIEW_PAGE_WORDS } from "../../sheets/review/words";

/** A workbook's review over the people its handouts know; somebody listed in two units is the one the review names. */
export function reviewOfMaster(book: ReviewBook, people: readonly MasterPerson[]): MasterReview {
  const taken = new Set<MasterPerson>();
  const find = ({ name, unit }: Reviewed): MasterPerson | undefined => {
    const free = people.filter((one) => !taken.has(one) && same(one.name, name));
    const found = free.find((one) => same(one.unit, unit)) ?? free.at(-1);
    if (found) taken.add(found);
    return found;
  };
  const reasons = new Map(
    book.log.flatMap(({ period, person, reason }) =>
      period === book.name && reason !== undefined ? [[person.toLowerCase(), reason] as const] : [],
    ),
  );
  return {
    name: book.name,
    process: book.process,
    rules: book.rules,
    log: { tab: book.tabs.log ?? REVIEW_PAGE_WORDS.logTab[book.lang], lines: book.log.length },
    people: book.people.flatMap((reviewed): ReviewedPerson[] => {
      const person = find(reviewed);
      if (!person) return [];
      const { person: label, unit, standing, computedScore, result } = reviewed;
      const reason = reasons.get(label.toLowerCase());
      return [
        {
          id: person.id,
          label,
          name: person.name,
          unit,
          standing,
          score: scoreOf(reviewed),
          computed: computedScore,
          grade: result?.grade ?? "",
          rank: result?.rank ?? null,
          ...(reason === undefined ? {} : { reason }),
        },
      ];
    }),
  };
}
