import type { ColumnSource } from "./columnSource";
import { addressOf } from "../grid";
import { titleYear } from "./measureColumns";
import { readPeriod } from "../periods";
import { problem } from "../problems/problems";
import { cellAt } from "../tables/region";

/** The period of each record; a gap means the one above, an unknown word is reported. The year may stand in the title. */
export function readPeriodColumn(source: ColumnSource): (string | undefined)[] {
  const { region, match, problems } = source;
  const year = titleYear(region);
  let above: string | undefined;
  return region.rows.map((row) => {
    const cell = cellAt(region, row, match.column);
    if (cell === null || cell === "" || typeof cell === "boolean") return above;
    const number = Number(cell);
    const code =
      Number.isInteger(number) && number >= 1 && number <= 12
        ? `${number}月`
        : Number.isInteger(number) && number > 199_000 && number < 210_013
          ? String(cell)
          : cell;
    const period = readPeriod(code);
    if (!period) {
      problems.push(
        problem(
          "period-unreadable",
          region.grid.sheet,
          addressOf(region.grid, row, match.column),
          String(cell),
          { field: source.label },
        ),
      );
      return undefined;
    }
    above = period.year === undefined && year !== undefined ? `${year}-${period.id}` : period.id;
    return above;
  });
}
