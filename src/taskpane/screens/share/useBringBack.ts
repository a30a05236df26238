import { useState } from "react";
import type { CollectionView, PreparedCollection } from "../../../jobs/sharing/collect";
import type { SharingStep } from "../../../jobs/sharing/takeBack";
import type { Preference } from "../../../sharing/incoming/collection";
import { usePane } from "../../context";
import { loadFiles } from "./jobs";
import { useSendAgain, type SendAgainState } from "./useSendAgain";
import { takeBack } from "./useSendOut";
import type { Sharing } from "./useShare";

export type Decisions = ReadonlyMap<string, Preference>;

export interface BringBackState {
  readonly prepared: PreparedCollection | undefined;
  readonly decisions: Decisions;
  readonly decide: (next: Decisions) => void;
  /** The last merge, as it was previewed. */
  readonly merged?: { readonly view: CollectionView; readonly step?: SharingStep };
  readonly takenBack: boolean;
  readonly again: SendAgainState;
  readonly read: (files: readonly File[]) => Promise<void>;
  readonly merge: () => Promise<void>;
  readonly takeBack: (step: SharingStep) => Promise<void>;
}

/** Returned files: read, held against the master, decided, merged, taken back. */
export function useBringBack(sharing: Sharing): BringBackState {
  const { lang } = usePane();
  const { jobs } = sharing;
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [prepared, setPrepared] = useState<PreparedCollection>();
  const [merged, setMerged] = useState<BringBackState["merged"]>();
  const [takenBack, setTakenBack] = useState(false);
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  // Whoever is sent it once more can no longer answer in the old file: what was read is read anew.
  const again = useSendAgain(sharing, async () => {
    setMerged(merged && { view: merged.view });
    if (prepared) await read(chosen, decisions);
  });

  async function read(files: readonly File[], decided: Decisions = new Map()): Promise<void> {
    if (files.length === 0 || !jobs) return;
    setChosen(files);
    setPrepared(undefined);
    setMerged(undefined);
    setTakenBack(false);
    setDecisions(decided);
    const found = await sharing.run("opening", async (step) => {
      const incoming = await jobs.incomingFiles(
        files.map((file) => ({
          name: file.name,
          modified: new Date(file.lastModified).toISOString(),
          bytes: async () => new Uint8Array(await file.arrayBuffer()),
        })),
      );
      return jobs.prepareCollection(incoming, await loadFiles(), { decisions: decided }, { lang, ...step });
    });
    if (found) setPrepared(found);
  }

  async function merge(): Promise<void> {
    if (!jobs || !prepared) return;
    const done = await sharing.run("merging", async () => {
      await jobs.writeCollection(prepared, { lang });
      return { step: await jobs.stepOf(prepared) };
    });
    if (!done) return;
    setMerged({ view: prepared.view, ...(done.step ? { step: done.step } : {}) });
    setPrepared(undefined);
    await sharing.look();
  }

  return {
    prepared,
    decisions,
    decide: (next) => {
      setDecisions(next);
      if (prepared && jobs) setPrepared(jobs.decideCollection(prepared, { decisions: next }, lang));
    },
    ...(merged ? { merged } : {}),
    takenBack,
    again,
    read: (files) => read(files),
    merge,
    takeBack: (step) =>
      takeBack(sharing, jobs, step, () => {
        setMerged(undefined);
        setTakenBack(true);
      }),
  };
}
