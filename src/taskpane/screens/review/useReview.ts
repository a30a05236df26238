import { useEffect, useState } from "react";
import type { ReviewBook, Reviewed } from "../../../jobs/review/reviewBook";
import type { ReviewNotice } from "../../../jobs/review/reviewLocks";
import { EVENT_WORDS, type EventKind } from "../../../scoring/review/events";
import { usePane, useSay } from "../../context";
import { loadReview, type ReviewJobs } from "./jobs";
import { REVIEW_WORDS as W } from "./words";

/** The review of the open workbook and how the last step went. */
export function useReview() {
  const t = useSay();
  const { lang } = usePane();
  const [jobs, setJobs] = useState<ReviewJobs>();
  const [book, setBook] = useState<ReviewBook>();
  const [notices, setNotices] = useState<readonly ReviewNotice[]>([]);
  const [doing, setDoing] = useState(false);
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      const review = await loadReview();
      const found = await review.openReview({});
      const changed = await review.noticesOf(found);
      if (gone) return;
      setJobs(review);
      setBook(found);
      setNotices(changed);
    };
    open().catch((reason: unknown) => {
      if (!gone) setError(reason);
    });
    return () => {
      gone = true;
    };
  }, []);

  async function record(
    kind: EventKind,
    people: readonly Reviewed[],
    more: { readonly by: string; readonly reason?: string; readonly score?: number },
  ): Promise<boolean> {
    if (!jobs || doing) return false;
    setDoing(true);
    setSaid(undefined);
    setError(undefined);
    try {
      const names = people.map(({ person }) => person);
      const done = await jobs.recordReview([{ kind, people: names, ...more }], { lang });
      setBook(done.book);
      setNotices(done.notices);
      setSaid(t(W.recorded, { event: EVENT_WORDS[kind][lang], n: String(done.recorded.length) }));
      return true;
    } catch (reason) {
      setError(reason);
      return false;
    } finally {
      setDoing(false);
    }
  }

  return { book, notices, jobs, doing, said, error, record };
}
