import { AttainError } from "../errors";
import type { JobOptions, Stage } from "./types";

/** How much of the whole job each stage takes; the rest of a stage's fraction is reported within it. */
const SPAN: Readonly<Record<Stage, readonly [from: number, to: number]>> = {
  read: [0, 0.2],
  recognise: [0.2, 0.3],
  plan: [0.3, 0.35],
  score: [0.35, 0.4],
  describe: [0.4, 0.45],
  write: [0.45, 0.98],
  finish: [0.98, 1],
};

/** Tells how far a stage is, 0–1, as a fraction of the whole job. */
export function within(stage: Stage, { onProgress }: JobOptions): (fraction: number) => void {
  const [from, to] = SPAN[stage];
  return (fraction) =>
    onProgress?.({ stage, fraction: from + (to - from) * Math.min(1, Math.max(0, fraction)) });
}

/** Lets the page draw and hear a cancel before a stretch of work. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted) throw new AttainError("cancelled");
}
