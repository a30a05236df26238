import { utf8Bytes } from "../write/chunk";
import type { OurSheet, State } from "../state/state";

/** Settings hold about 1 MB a file; this leaves half of it to others. */
const MOST_BYTES = 500_000;

const withoutInputs = ({ spec, id, tab }: OurSheet): OurSheet => ({ spec, id, tab });

/** What gives way, in this order, when a state would be too large to store. Nobody misses it but a very large workbook. */
const SHEDDING: readonly ((state: State) => State)[] = [
  (state) => state,
  ({ previous, ...state }) =>
    previous
      ? {
          ...state,
          previous: {
            ...previous,
            state: previous.state && { ...previous.state, sheets: previous.state.sheets.map(withoutInputs) },
          },
        }
      : state,
  (state) => ({ ...state, sheets: state.sheets.map(withoutInputs) }),
  // A step back that leaves formulas of other sheets pointing nowhere is worse than none.
  ({ previous, ...state }) => (previous?.formulas ? state : { ...state, ...(previous && { previous }) }),
];

/** The state, made to fit into the workbook's settings. */
export function storable(state: State): State {
  let shed = state;
  for (const lighten of SHEDDING) {
    shed = lighten(shed);
    if (utf8Bytes(JSON.stringify(shed)) <= MOST_BYTES) return shed;
  }
  return shed;
}
