import { NAMES } from "../../../scoring/names";
import { COLORS } from "../../style";
import type { AnalysisRows } from "./analysisRows";
import type { SetPart } from "./setPart";

/** How far each indicator falls short of its full points, on average. Returns the part's first row. */
export function addLosses(page: AnalysisRows, set: SetPart): number {
  const heading = page.heading("losses");
  const first = page.header(["indicator", "full", "meanPoints", "lost"]);
  for (const { section, indicator } of set.indicators) {
    const row = page.next;
    const worth = set.worth(section);
    page.add([
      set.label(indicator.id),
      { formula: `=${set.parameter(NAMES.weight(indicator.id)) ?? "0"}${worth}` },
      {
        formula: `=IF(${set.count()}=0,"",${set.sum(NAMES.points(indicator.id))}/${set.count()}${worth})`,
      },
      { formula: `=IF(C${row}="","",B${row}-C${row})` },
    ]);
  }
  const last = page.next - 1;
  page.body(first, last, "0.00");
  page.chart(heading, {
    id: `losses${set.tail}`,
    kind: "bar",
    title: page.word("lossChart"),
    categories: page.ref(`$A$${first}:$A$${last}`),
    series: [
      {
        name: page.word("lost"),
        values: page.ref(`$D$${first}:$D$${last}`),
        color: COLORS.accent,
        labels: { numberFormat: "0.0" },
      },
    ],
    legend: "none",
    categoryAxis: { reverse: true },
    valueAxis: { hidden: true },
  });
  return page.close(heading);
}
