import { readState } from "../../excel/state/workbookState";
import type { Scalar } from "../../formula/column";
import { NAMES } from "../../scoring/names";
import type { PayPlan } from "../../scoring/pay/payPlan";
import type { PayPeople } from "../../scoring/pay/payTeam";
import { followLinks, formulasOf } from "../../sheets/review/follow";
import type { SheetSpec } from "../../sheets/spec";
import { openReview, scoreOf, type ReviewBook } from "../review/reviewBook";
import { pagesOf } from "../review/reviewWrite";
import { following } from "../review/reviewPages";
import { same } from "../review/reviewSource";
import type { JobOptions } from "../types";

/** The review of the open workbook; undefined before one has begun. */
export async function reviewUnderWay(options: Pick<JobOptions, "signal">): Promise<ReviewBook | undefined> {
  const begun = ((await readState())?.sheets ?? []).some(({ spec }) => spec === "review");
  return begun ? openReview(options) : undefined;
}

/** People with the score and grade that count after the review, where the plan takes them from scores. */
export function reviewedPeople(
  plan: PayPlan,
  people: PayPeople,
  { people: reviewed }: ReviewBook,
): PayPeople {
  const counts = people.names.map((name, i) =>
    reviewed.find(
      (one) =>
        one.standing.adjusted !== undefined && same(one.name, name) && same(one.unit, people.units[i] ?? ""),
    ),
  );
  const taken = new Map<string, (person: ReviewBook["people"][number]) => Scalar>([
    [NAMES.total, scoreOf],
    [NAMES.grade, ({ result }) => result?.grade ?? null],
  ]);
  const inputs = new Map(people.inputs);
  for (const { id, from } of plan.inputs) {
    const take = taken.get(from ?? "");
    const given = people.inputs.get(id) ?? [];
    if (take)
      inputs.set(
        id,
        given.map((value, i) => (counts[i] ? take(counts[i]) : value)),
      );
  }
  return { ...people, inputs };
}

/** The pay page with its totals and grades following the review. */
export function reviewedSheet(sheet: SheetSpec, book: ReviewBook): SheetSpec {
  const pages = pagesOf(book);
  const [block] = sheet.blocks;
  return block
    ? following(sheet, followLinks(sheet.name, formulasOf(block.cells), pages, book.tabs.board))
    : sheet;
}
