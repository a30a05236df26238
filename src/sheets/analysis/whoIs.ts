import { quoteSheet } from "../../formula/references";
import { cellOf } from "../evaluation/scorecard";
import type { SpecCell } from "../spec";
import type { Scored } from "./readScored";

/** A person's unit and name: as they were read, or, where people are still to be typed in, as the scorecard says. */
export function whoIs({ people, layout, live }: Scored, person: number): readonly [SpecCell, SpecCell] {
  if (live !== true) return [people.units[person] ?? "", people.names[person] ?? ""];
  const cell = (column: string): SpecCell => ({
    formula: `=${quoteSheet(layout.sheet)}!${cellOf(layout, column, layout.firstRow + person)}`,
  });
  return [cell("unit"), cell("name")];
}

/** Units somebody is in, each once; lines kept free have none. */
export function unitsOf({ people }: Scored): string[] {
  return [...new Set(people.units)].filter((unit) => unit !== "");
}
