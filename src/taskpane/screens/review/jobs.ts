import type * as book from "../../../jobs/review/reviewBook";
import type * as job from "../../../jobs/review/reviewJob";
import type * as locks from "../../../jobs/review/reviewLocks";

/** What the review screen asks for. All of it rejects with AttainError. */
export type ReviewJobs = Pick<typeof book, "openReview"> &
  Pick<typeof job, "recordReview"> &
  Pick<typeof locks, "noticesOf" | "noticeText">;

/** Fetched when the screen is first opened. */
export async function loadReview(): Promise<ReviewJobs> {
  const [{ openReview }, { recordReview }, { noticesOf, noticeText }] = await Promise.all([
    import("../../../jobs/review/reviewBook"),
    import("../../../jobs/review/reviewJob"),
    import("../../../jobs/review/reviewLocks"),
  ]);
  return { openReview, recordReview, noticesOf, noticeText };
}
