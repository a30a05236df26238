import { COLORS, SERIES_COLORS } from "../../style";
import type { AnalysisRows } from "./analysisRows";
import type { SetPart } from "./setPart";

/**
 * One person's share of full points beside the unit's and everybody's, for the person who is picked.
 *
 * @param source where names stand once each, for the list; the heat map's unless said
 * @returns the part's first row and the cell with the person's name
 */
export function addRadar(
  page: AnalysisRows,
  set: SetPart,
  source: string = set.heat.range("name"),
): { readonly radar: number; readonly person: string } {
  const heading = page.heading("radar");
  const names = [...new Set(set.scored.people.names)];
  const person = page.pick("choosePerson", set.firstOf("name", names), names, source);
  const first = page.header(["indicator", "self", "unitMean", "allMean"]);
  const [unitColumn, nameColumn] = [set.heat.range("unit"), set.heat.range("name")];
  const unit = `INDEX(${unitColumn},MATCH(${person},${nameColumn},0))`;
  for (const { indicator } of set.indicators)
    page.add([
      set.label(indicator.id),
      set.meanShare(indicator.id, nameColumn, person),
      set.meanShare(indicator.id, unitColumn, unit),
      set.meanShare(indicator.id),
    ]);
  const last = page.next - 1;
  page.body(first, last, "0%");
  const series = (column: string, name: "self" | "unitMean" | "allMean", color: string) => ({
    name: page.word(name),
    values: page.ref(`$${column}$${first}:$${column}$${last}`),
    color,
  });
  page.chart(heading, {
    id: `radar${set.tail}`,
    // With fewer than three corners a radar is a line.
    kind: last - first + 1 >= 3 ? "radar" : "column",
    title: page.word("radarChart"),
    categories: page.ref(`$A$${first}:$A$${last}`),
    series: [
      series("B", "self", COLORS.accent),
      series("C", "unitMean", SERIES_COLORS[1]),
      series("D", "allMean", COLORS.muted),
    ],
    legend: "bottom",
    valueAxis: { min: 0, numberFormat: "0%" },
  });
  return { radar: page.close(heading), person };
}
