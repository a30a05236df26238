import { say, type Lang } from "../../words";
import type { SheetSpec, WorkbookSpec } from "../../sheets/spec";
import { carryOver, contentOfGrid, findEdits, remember } from "./carry";
import { findFormulas, withFormulas, type CellFormula } from "./cellFormulas";
import type { GivenFormula, OurSheet } from "../state/state";
import { findMentions, readContents, type SheetContent } from "./mentions";
import { planNames, type NamePlan } from "../names";
import type { Session } from "../session";
import { findOurSheets, type SheetInfo, type Snapshot } from "./survey";
import { asideTab, freeTab, isAsideTab, LONGEST_TAB, newRun, stagedTab } from "../tabs";
import type { Rewrite } from "../state/rewrites";
import type { Undo } from "./journal";
import { WORDS } from "../words";

/** Something a person did on one of our sheets, and where it is now. */
export interface Kept {
  readonly sheet: string;
  /** The new cell that holds what was typed; absent when the whole old sheet was kept. */
  readonly cell?: string;
  readonly value?: string | number | boolean | null;
  /** Tab under which the old sheet is kept because a person had edited it. */
  readonly keptAs?: string;
}

export interface PlannedSheet {
  readonly spec: SheetSpec;
  readonly staged: string;
  /** Final tab name. */
  readonly tab: string;
  readonly memory: Pick<OurSheet, "fingerprint" | "inputs">;
  /** The sheet it replaces. */
  readonly old: SheetInfo | undefined;
  /** The name that sheet gets, and whether people still see it. */
  readonly aside: string;
  readonly keptVisible: boolean;
}

export interface RunPlan {
  readonly sheets: readonly PlannedSheet[];
  readonly names: NamePlan;
  readonly rewrites: readonly Rewrite[];
  /** Those of the rewrites that were asked for, so that one step back puts them back too. */
  readonly formulas: readonly GivenFormula[];
  readonly kept: readonly Kept[];
  /** What the run before the last had set aside: one step back is kept, not two. */
  readonly dropped: readonly SheetInfo[];
}

function oldAsides({ state, sheets }: Snapshot): SheetInfo[] {
  return state ? sheets.filter(({ name, visibility }) => isAsideTab(name) && visibility !== "Visible") : [];
}

/**
 * What becomes of values typed into sheets that are replaced: carried over, or given up for what the spec says; of some
 * sheets only, by the ids of their specs.
 */
export type TypedInputs = "carry" | "replace" | { readonly replace: readonly string[] };

function carries(inputs: TypedInputs, spec: string): boolean {
  return typeof inputs === "object" ? !inputs.replace.includes(spec) : inputs === "carry";
}

/**
 * Decides everything before anything changes: which sheets are replaced, what the new ones are called, what people
 * typed and where it goes, which formulas and names elsewhere must follow.
 */
export async function planRun(
  session: Session,
  spec: WorkbookSpec,
  snapshot: Snapshot,
  lang: Lang,
  inputs: TypedInputs = "carry",
  wanted: readonly CellFormula[] = [],
): Promise<RunPlan> {
  const run = newRun();
  const found = findOurSheets(snapshot);
  const olds = new Map(
    spec.sheets.flatMap(({ id }) => {
      const old = found.get(id);
      return old ? [[id, old] as const] : [];
    }),
  );
  const leaving = new Set([...olds.values()].map(({ sheet }) => sheet.id));
  const staying = snapshot.sheets.filter(({ id, name }) => !leaving.has(id) && !isAsideTab(name));
  const dropped = oldAsides(snapshot);
  const contents =
    olds.size === 0 && dropped.length === 0
      ? new Map<string, SheetContent>()
      : await readContents(session, [...staying, ...[...olds.values()].map(({ sheet }) => sheet)], leaving);

  const taken = new Set(
    snapshot.sheets.filter(({ id }) => !leaving.has(id)).map(({ name }) => name.toLowerCase()),
  );
  const claim = (name: string): string => {
    const free = freeTab(name, taken);
    taken.add(free.toLowerCase());
    return free;
  };
  // A tab that a person renamed keeps its name, so those are claimed first.
  const renamedTabs = new Map(
    [...olds]
      .filter(([, { ours, sheet }]) => sheet.name !== ours.tab)
      .map(([id, { sheet }]) => [id, claim(sheet.name)]),
  );
  const tabs = new Map(spec.sheets.map(({ id, name }) => [id, renamedTabs.get(id) ?? claim(name)]));

  const kept: Kept[] = [];
  const sheets = spec.sheets.map((sheet, index): PlannedSheet => {
    const old = olds.get(sheet.id);
    const tab = tabs.get(sheet.id) ?? sheet.name;
    const planned = { staged: stagedTab(run, index), tab, memory: remember(sheet), old: old?.sheet };
    const content = old && contents.get(old.sheet.id);
    if (!old || !content) return { ...planned, spec: sheet, aside: asideTab(run, index), keptVisible: false };
    const { typed, edited } = findEdits(
      old.ours,
      contentOfGrid(content.formulas, content.values, content.area.top, content.area.left),
    );
    const carried = carryOver(sheet, carries(inputs, sheet.id) ? typed : []);
    kept.push(...carried.placed.map(({ cell, value }) => ({ sheet: tab, cell, value })));
    const keptVisible = edited || carried.homeless.length > 0;
    const aside = keptVisible
      ? claim(say(WORDS.editedTab, lang, { name: old.sheet.name.slice(0, LONGEST_TAB - 9) }))
      : asideTab(run, index);
    if (keptVisible) kept.push({ sheet: tab, keptAs: aside });
    return { ...planned, spec: carried.spec, aside, keptVisible };
  });

  const replaced = new Map(sheets.flatMap(({ old, tab }) => (old ? [[old.name, tab] as const] : [])));
  const open = new Set([...found.values()].map(({ sheet }) => sheet.id));
  const moving = { replaced, dropped: dropped.map(({ name }) => name) };
  const finals = new Map(sheets.map(({ spec: { name }, tab }) => [name, tab]));
  const mentions = await findMentions(session, staying, open, contents, moving);
  const asked = await findFormulas(session, staying, contents, wanted, finals);
  return {
    sheets,
    names: planNames(spec.names, snapshot.names, snapshot.state?.names ?? [], finals, replaced),
    rewrites: withFormulas(mentions, asked),
    formulas: asked,
    dropped,
    kept,
  };
}

export function undoOf(snapshot: Snapshot, plan: RunPlan, added: readonly string[]): Undo {
  const asides = new Map(plan.sheets.flatMap(({ old, aside }) => (old ? [[old.id, aside] as const] : [])));
  return {
    sheets: snapshot.sheets.map((sheet) => {
      const aside = asides.get(sheet.id);
      return aside === undefined ? sheet : { ...sheet, aside };
    }),
    active: snapshot.active,
    selection: snapshot.selection,
    added,
    names: plan.names.before,
    newNames: plan.names.add.map(({ name }) => name),
    rewrites: plan.rewrites,
    stateText: snapshot.stateText ?? null,
  };
}

/** All sheets in their order after the run: each new one in its predecessor's place, or after the sheet before it in the
 * spec. Empty when the new ones simply come last, where they already are. */
export function orderAfter(snapshot: Snapshot, plan: RunPlan, ids: readonly string[]): string[] {
  if (plan.sheets.every(({ old }) => old === undefined)) return [];
  const order = snapshot.sheets.map(({ id }) => id);
  const last: string[] = [];
  let previous: string | undefined;
  plan.sheets.forEach(({ old, keptVisible }, index) => {
    const id = ids[index] ?? "";
    const at = old === undefined ? -1 : order.indexOf(old.id);
    if (old !== undefined && at >= 0) {
      order.splice(at, 1, id, ...(keptVisible ? [old.id] : []));
      if (!keptVisible) last.push(old.id);
    } else {
      order.splice(previous === undefined ? order.length : order.indexOf(previous) + 1, 0, id);
    }
    previous = id;
  });
  return [...order, ...last];
}
