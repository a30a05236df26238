import type { Cell } from "../book/workbook";

/** What the calculator knows of a sheet. */
export interface Mirror {
  /** Index of the sheet in the model; not its place in the workbook. */
  index: number;
  /** Whether its cells are in the model: only sheets with formulas, or that formulas speak of, need be. */
  loaded: boolean;
  /** Cells of a loaded sheet whose input is out of date in the model. */
  readonly stale: Map<number, Cell | undefined>;
  readonly formulas: Map<number, Cell>;
  /** How often its formulas speak of which sheets, by name in lower case. */
  readonly speaksOf: Map<string, number>;
  /** Columns already set to the exact format. */
  exactColumns: number;
}

export function newMirror(index: number): Mirror {
  return {
    index,
    loaded: false,
    stale: new Map(),
    formulas: new Map(),
    speaksOf: new Map(),
    exactColumns: 0,
  };
}

/**
 * Sheets so that each comes after those its formulas read. Of two that read each other the one that reads less comes
 * first; what does not depend on one another comes backwards, since what sums up mostly stands in front.
 */
export function inOrderOfUse<S extends { readonly name: string }, M extends Pick<Mirror, "speaksOf">>(
  mirrors: ReadonlyMap<S, M>,
): [S, M][] {
  const backwards = [...mirrors].reverse();
  const byName = new Map(backwards.map((entry) => [entry[0].name.toLowerCase(), entry]));
  const ordered = new Set<[S, M]>();
  const begun = new Set<S>();
  const visit = (entry: [S, M]): void => {
    if (begun.has(entry[0])) return;
    begun.add(entry[0]);
    for (const [name, times] of entry[1].speaksOf) {
      const read = byName.get(name);
      const back = read?.[1].speaksOf.get(entry[0].name.toLowerCase()) ?? 0;
      if (read && back <= times) visit(read);
    }
    ordered.add(entry);
  };
  for (const entry of backwards) visit(entry);
  return [...ordered];
}
