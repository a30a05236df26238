import { SingleBar } from "cli-progress";
import type { FileProgress } from "../jobs/sharing/sharing";
import type { Lang } from "../words";
import { SHARING_WORDS as W } from "./sharingWords";

/** A bar that counts files, only where a person watches it. */
export function filesProgress(lang: Lang): { onProgress(progress: FileProgress): void; stop(): void } {
  if (!process.stderr.isTTY) return { onProgress: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: `{bar} {value}/{total} ${W.files[lang]} {file}`,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let started = false;
  return {
    onProgress({ done, total, file }) {
      if (!started) bar.start(total, 0, { file: "" });
      started = true;
      bar.update(done, { file });
    },
    stop: () => bar.stop(),
  };
}

/** Ctrl+C asks the job to stop where nothing is half done; a second one ends the process. Call `release` when it is over. */
export function interruptible(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("SIGINT", stop);
  return { signal: controller.signal, release: () => process.off("SIGINT", stop) };
}
