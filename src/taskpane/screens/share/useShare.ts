import { useCallback, useEffect, useRef, useState } from "react";
import { AttainError } from "../../../errors";
import type { SharingView } from "../../../jobs/sharing/share";
import type { FileProgress } from "../../../jobs/sharing/sharing";
import { usePane } from "../../context";
import { loadShare, type ShareJobs } from "./jobs";

/** What is under way, with how far it is and the way out. */
export interface Doing {
  readonly what: Work;
  readonly progress?: FileProgress;
  /** Absent while the workbook is written to: that is done whole or not at all. */
  readonly cancel?: () => void;
}

/** Files being made or read; the workbook being written to: what was sent, what came back, one step back. */
export type Work = "making" | "opening" | "noting" | "merging" | "takingBack";
/** What can be broken off: nothing has been written yet. */
export const CANCELLABLE: ReadonlySet<Work> = new Set<Work>(["making", "opening"]);

/** A step of a job while it runs: it tells about progress and hears a cancel. */
export interface Step {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FileProgress) => void;
  /** Goes on to write to the workbook. @throws AttainError `cancelled` for a cancel that came just before */
  readonly write: (what: Work) => void;
}

export interface Sharing {
  readonly jobs: ShareJobs | undefined;
  /** Undefined while the workbook is read, or when it has nothing to share. */
  readonly view: SharingView | undefined;
  readonly empty: boolean;
  readonly doing: Doing | undefined;
  readonly error: unknown;
  readonly cancelled: boolean;
  /** Runs one job at a time; undefined when it failed or was cancelled, which the screen then says. */
  readonly run: <T>(what: Work, work: (step: Step) => Promise<T>) => Promise<T | undefined>;
  /** Reads the workbook again. */
  readonly look: () => Promise<void>;
}

/** The screen's jobs, what the workbook has to share, and how the last job went. */
export function useShare(): Sharing {
  const { lang } = usePane();
  const [jobs, setJobs] = useState<ShareJobs>();
  const [view, setView] = useState<SharingView>();
  const [empty, setEmpty] = useState(false);
  const [doing, setDoing] = useState<Doing>();
  const [error, setError] = useState<unknown>();
  const [cancelled, setCancelled] = useState(false);
  const busy = useRef(false);
  const open = useRef(true);
  const leaving = useRef(new AbortController());

  const read = useCallback(async (share: ShareJobs): Promise<void> => {
    try {
      const found = await share.readSharing({});
      if (open.current) setView(found);
    } catch (reason) {
      if (!open.current) return;
      if (reason instanceof AttainError && reason.code === "no-master") setEmpty(true);
      else setError(reason);
    }
  }, []);

  useEffect(() => {
    open.current = true;
    const controller = new AbortController();
    leaving.current = controller;
    loadShare().then(
      (share) => {
        if (!open.current) return;
        setJobs(share);
        void read(share);
      },
      (reason: unknown) => {
        if (open.current) setError(reason);
      },
    );
    return () => {
      open.current = false;
      // Who leaves the screen gives up what is still being made or read.
      controller.abort();
    };
  }, [read, lang]);

  const run = useCallback(async <T>(what: Work, work: (step: Step) => Promise<T>): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    const controller = new AbortController();
    const leave = (): void => controller.abort();
    leaving.current.signal.addEventListener("abort", leave);
    setError(undefined);
    setCancelled(false);
    const cancel = (): void => controller.abort();
    const way = CANCELLABLE.has(what) ? { cancel } : {};
    setDoing({ what, ...way });
    try {
      return await work({
        signal: controller.signal,
        onProgress: (progress) => setDoing({ what, progress, ...way }),
        write: (writing) => {
          if (controller.signal.aborted) throw new AttainError("cancelled");
          setDoing({ what: writing });
        },
      });
    } catch (reason) {
      if (reason instanceof AttainError && reason.code === "cancelled") setCancelled(true);
      else setError(reason);
      return undefined;
    } finally {
      leaving.current.signal.removeEventListener("abort", leave);
      busy.current = false;
      setDoing(undefined);
    }
  }, []);

  const look = useCallback(async () => {
    if (jobs) await read(jobs);
  }, [jobs, read]);

  return { jobs, view, empty, doing, error, cancelled, run, look };
}
