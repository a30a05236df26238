import { useState } from "react";
import type { Addressed, SharingView } from "../../../jobs/sharing/share";
import type { SharingStep } from "../../../jobs/sharing/takeBack";
import { DEFAULT_PATTERN, strayPlace } from "../../../sharing/outgoing/fileNames";
import type { Level } from "../../../sharing/levels";
import type { Lang } from "../../../words";
import { usePane } from "../../context";
import { loadFiles, type ShareJobs } from "./jobs";
import { divisionsFrom, draftsOf, type LeaderDraft } from "./leaderDrafts";
import { useFileLink, type FileLink } from "./useFileLink";
import type { Sharing } from "./useShare";

/** The usual file names, in the language they are typed in. */
const PATTERNS: Readonly<Record<Lang, string>> = {
  "zh-CN": "{单位}-{姓名}-{期间}",
  "en-US": DEFAULT_PATTERN.replace(/\.xlsx$/, ""),
};

/** What is typed about a sending. */
export interface SendChoices {
  readonly level: Level;
  readonly pattern: string;
  readonly due: string;
  readonly message: string;
}

export interface SendOutState {
  /** Who could be sent to, with how many workbooks that makes. */
  readonly levels: readonly { readonly level: Level; readonly count: number }[];
  readonly choices: SendChoices;
  readonly choose: (change: Partial<SendChoices>) => void;
  readonly drafts: readonly LeaderDraft[];
  readonly setDrafts: (drafts: readonly LeaderDraft[]) => void;
  readonly list: readonly Addressed[];
  /** The files' names in the list's order; undefined for a pattern that cannot be used. */
  readonly names: readonly string[] | undefined;
  /** What stands for nothing in the pattern. */
  readonly stray: string | undefined;
  readonly ready: boolean;
  readonly made?: { readonly link: FileLink; readonly count: number; readonly step?: SharingStep };
  readonly takenBack: boolean;
  readonly make: () => Promise<void>;
  readonly takeBack: (step: SharingStep) => Promise<void>;
}

/** Leaders typed and not sent yet, for as long as the pane is open; by the units they are about. */
const typedLeaders = new Map<string, readonly LeaderDraft[]>();

/** Sending out: what is chosen, which files that makes, and the making. */
export function useSendOut(sharing: Sharing): SendOutState {
  const { lang } = usePane();
  const { jobs, view } = sharing;
  const [typed, setTyped] = useState<Partial<SendChoices>>({});
  const [link, setFile] = useFileLink(lang);
  const [made, setMade] = useState<{ readonly count: number; readonly step?: SharingStep }>();
  const [takenBack, setTakenBack] = useState(false);
  const [, setTurn] = useState(0);

  const units = view?.units.map(({ name }) => name) ?? [];
  const about = units.join("\u0001");
  const drafts = typedLeaders.get(about) ?? draftsOf(view?.divisions ?? {}, units);
  const { divisions, problem } = divisionsFrom(drafts);
  const levels = levelsOf(view, Object.keys(divisions).length);
  const choices: SendChoices = {
    level: levels[0]?.level ?? "rep",
    pattern: PATTERNS[lang],
    due: "",
    message: "",
    ...typed,
  };
  const { level, pattern } = choices;
  const list =
    level === "division"
      ? (jobs?.leadersFor(divisions, view?.units ?? []) ?? [])
      : (view?.recipients.find((one) => one.level === level)?.list ?? []);
  const names = jobs?.namesFor(list, pattern, view?.period ?? "");

  async function make(): Promise<void> {
    if (!jobs) return;
    setFile(undefined);
    setMade(undefined);
    setTakenBack(false);
    const done = await sharing.run("making", async (step) => {
      const options = { lang, ...step };
      const prepared = await jobs.prepareDistribution(
        {
          by: level,
          ...(pattern.trim() === "" ? {} : { pattern }),
          ...given("due", choices.due),
          ...given("message", choices.message),
          ...(level === "division" ? { divisions } : {}),
        },
        options,
      );
      const handouts = await jobs.makeHandouts(prepared, await loadFiles(), options);
      const bytes = jobs.archiveOf(handouts);
      step.write("noting");
      await jobs.recordDistribution(prepared);
      return { prepared, bytes, count: handouts.length, step: await jobs.stepOf(prepared) };
    });
    if (!done) return;
    const { issue } = done.prepared.distribution.record;
    setFile({ name: `attain-${level}-${issue}.zip`, bytes: done.bytes });
    setMade({ count: done.count, ...(done.step ? { step: done.step } : {}) });
    await sharing.look();
  }

  return {
    levels,
    choices,
    choose: (change) => setTyped({ ...typed, ...change }),
    drafts,
    setDrafts: (next) => {
      typedLeaders.set(about, next);
      setTurn((turn) => turn + 1);
    },
    list,
    names,
    stray: strayPlace(pattern),
    ready: names !== undefined && list.length > 0 && (level !== "division" || problem === undefined),
    ...(link && made ? { made: { link, ...made } } : {}),
    takenBack,
    make,
    takeBack: (step) =>
      takeBack(sharing, jobs, step, () => {
        setFile(undefined);
        setMade(undefined);
        setTakenBack(true);
      }),
  };
}

/** One step back, and what the workbook then holds. */
export async function takeBack(
  sharing: Sharing,
  jobs: ShareJobs | undefined,
  step: SharingStep,
  then: () => void,
): Promise<void> {
  if (!jobs) return;
  const done = await sharing.run("takingBack", () => jobs.takeBackSharing(step).then(() => true));
  if (!done) return;
  then();
  await sharing.look();
}

/** Division leaders are named here, so they can be sent to wherever there are units. */
function levelsOf(view: SharingView | undefined, leaders: number): { level: Level; count: number }[] {
  const levels = (view?.recipients ?? []).map(({ level, list }) => ({ level, count: list.length }));
  return view && view.units.length > 0 ? [...levels, { level: "division", count: leaders }] : levels;
}

/** @example given("due", " ") // {} */
export function given<K extends string>(key: K, text: string): Partial<Record<K, string>> {
  const trimmed = text.trim();
  return trimmed === "" ? {} : ({ [key]: trimmed } as Record<K, string>);
}
