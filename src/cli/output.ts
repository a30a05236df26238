import { SingleBar } from "cli-progress";
import { describeError } from "../errors";
import type { JobOptions } from "../jobs/types";
import { langOf, say, type Lang } from "../words";
import { STAGE_WORDS } from "./words";

/** The language asked for, or the terminal's. */
export function chooseLang(option: string | undefined): Lang {
  return langOf(option ?? localeOf(process.env));
}

/**
 * The locale an environment names: what is empty counts as not set. Where it names none, as on Windows, the system's own.
 *
 * @example localeOf({ LC_ALL: "", LANG: "zh_CN.UTF-8" }) // "zh_CN.UTF-8"
 */
export function localeOf(
  env: Readonly<Record<string, string | undefined>>,
  system: string = Intl.DateTimeFormat().resolvedOptions().locale,
): string {
  return [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((one) => one) ?? system;
}

/** A line a script can read: `attain: no-data: No usable data was found. …`; an indented list may go on from it. */
export function errorLine(error: unknown, lang: Lang): string {
  const { code, what, where, remedy } = describeError(error, lang);
  // Chinese full stops bring their own space.
  const gap = /[。！？]$/.test(what) ? "" : " ";
  return `attain: ${code}: ${where ? `${where}: ` : ""}${what}${gap}${remedy}`.replaceAll(/\n(?! {2})/g, " ");
}

/**
 * A progress bar on standard error, only where a person watches it: nothing is drawn into a pipe or a log.
 * Call `stop` when the work is over, whatever its end.
 */
export function progressBar(lang: Lang): {
  readonly onProgress: NonNullable<JobOptions["onProgress"]>;
  readonly stop: () => void;
} {
  if (!process.stderr.isTTY) return { onProgress: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: "{bar} {percentage}% {stage}",
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(100, 0, { stage: "" });
  return {
    onProgress: ({ stage, fraction }) =>
      bar.update(Math.round(fraction * 100), { stage: say(STAGE_WORDS[stage], lang) }),
    stop: () => bar.stop(),
  };
}
