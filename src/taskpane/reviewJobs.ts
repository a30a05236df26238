import type * as book from "../jobs/reviewBook";
import type * as job from "../jobs/reviewJob";
import type * as locks from "../jobs/reviewLocks";

/** What the review screen asks for. All of it rejects with AttainError. */
export type ReviewJobs = Pick<typeof book, "openReview"> &
  Pick<typeof job, "recordReview"> &
  Pick<typeof locks, "noticesOf" | "noticeText">;

/** Fetched when the screen is first opened. */
export async function loadReview(): Promise<ReviewJobs> {
  const [{ openReview }, { recordReview }, { noticesOf, noticeText }] = await Promise.all([
    import("../jobs/reviewBook"),
    import("../jobs/reviewJob"),
    import("../jobs/reviewLocks"),
  ]);
  return { openReview, recordReview, noticesOf, noticeText };
}
