import type { Lang } from "../../words";
import type { Jobs, Place } from "./jobs";
import type { FlowEvent } from "./reducer";
import { mayExplain, type FlowState } from "./state";
import type { Store } from "./store";
import type { Turns } from "./turns";

interface WatchingContext {
  readonly store: Store<FlowState, FlowEvent>;
  readonly loadJobs: () => Promise<Jobs>;
  readonly lang: () => Lang;
  /** Milliseconds of rest before a change or a selection is taken up. */
  readonly rest: number;
  /** Shared with the readings people ask for: the newest counts. */
  readonly surveys: Turns;
  readonly preview: () => Promise<void>;
  readonly explain: (sheet: string, address: string) => Promise<void>;
}

/** With more single changes than this, a sheet is read as a whole. */
const MANY = 100;

/** Follows what people change and select in the workbook; each call begins anew, for the workbook open then. */
export function createWatching({ store, loadJobs, lang, rest, surveys, preview, explain }: WatchingContext) {
  /** By worksheet id, the cells edited since it was read; undefined where cells have moved. */
  const changed = new Map<string, readonly string[] | undefined>();
  let changes: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => Promise<void>) | undefined;

  /** What our own writing changes is no news. */
  function noteChange({ sheetId, address, moved = false }: Place): void {
    if (isRunning()) {
      // Should somebody change that sheet later, what we wrote there is read along.
      changed.set(sheetId, undefined);
      return;
    }
    const before = changed.has(sheetId) ? changed.get(sheetId) : [];
    changed.set(sheetId, moved || !before || before.length >= MANY ? undefined : [...before, address]);
    clearTimeout(changes);
    changes = setTimeout(() => void refresh(), rest * 2);
  }

  let selecting: ReturnType<typeof setTimeout> | undefined;

  /** A score that is selected is explained, unless somebody is in the middle of a job. */
  function noteSelection(place: Place): void {
    clearTimeout(selecting);
    const sheet = scorecardOf(store.get(), place.sheetId);
    if (sheet === undefined || !mayExplain(store.get())) return;
    selecting = setTimeout(() => void explain(sheet, place.address), rest);
  }

  function isRunning(): boolean {
    const { writing: state } = store.get();
    return state.status === "writing" || (state.status === "done" && state.restore === "running");
  }

  /** Changes that have been read; what came in the meantime stays. */
  function forget(sheet: string, read: readonly string[] | undefined): void {
    const now = changed.get(sheet);
    if (now === read) changed.delete(sheet);
    else if (now && read) changed.set(sheet, now.slice(read.length));
  }

  /** Quietly: what is on the screen stays until the new reading is there. */
  async function refresh(tries = 5): Promise<void> {
    const { survey: before } = store.get();
    if (isRunning()) return;
    if (before.status !== "ready") {
      if (before.status === "loading") changes = setTimeout(() => void refresh(tries), rest * 4);
      return;
    }
    const taken = new Map(changed);
    const edited = new Map([...taken].flatMap(([sheet, cells]) => (cells ? [[sheet, cells]] : [])));
    const turn = surveys.next();
    try {
      const surveyed = await (
        await loadJobs()
      ).refreshSheets(before.value, [...taken.keys()], { lang: lang(), signal: turn.signal, edited });
      if (turn.isLatest()) for (const [sheet, cells] of taken) forget(sheet, cells);
      if (!turn.isLatest() || surveyed === before.value) return;
      store.send({ type: "survey.ended", surveyed });
      if (store.get().prepared.status === "loading") await preview();
    } catch {
      // The next cell may be under way already: Excel answers once it is entered.
      if (turn.isLatest() && tries > 1) changes = setTimeout(() => void refresh(tries - 1), rest * 8);
    }
  }

  return {
    async stop(): Promise<void> {
      await stopWatching?.().catch(() => undefined);
      stopWatching = undefined;
    },
    async begin(): Promise<void> {
      try {
        const { watch } = await loadJobs();
        stopWatching = await watch({ onChanged: noteChange, onSelectionChanged: noteSelection });
      } catch {
        // Without events the pane is as right; “Read again” is always there.
      }
    },
  };
}

/** The tab when the sheet is a scorecard of ours. */
function scorecardOf({ survey }: FlowState, sheetId: string): string | undefined {
  const page = survey.value?.survey.lastRun?.pages.find(({ id }) => id === sheetId);
  return page && /^scorecard\b/.test(page.spec) ? page.tab : undefined;
}
