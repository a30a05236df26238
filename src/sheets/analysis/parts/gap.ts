import { NAMES } from "../../../scoring/names";
import { COLORS } from "../../style";
import { unitsOf } from "../whoIs";
import type { AnalysisRows } from "./analysisRows";
import type { SetPart } from "./setPart";

/** What makes a unit's gap to everybody, by indicator, for the unit that is picked. Returns the part's first row. */
export function addGap(page: AnalysisRows, set: SetPart): number {
  const units = unitsOf(set.scored);
  const heading = page.heading("gap");
  const source = set.scored.live === true ? set.heat.range("unit") : undefined;
  const chosen = page.pick("chooseUnit", set.firstOf("unit", units), units, source);
  const first = page.header(["indicator", "unitMean", "allMean", "part"]);
  const ofUnit = [set.column("unit"), chosen];
  const [own, all] = [set.count(...ofUnit), set.count()];
  const against = (row: number) => ({ formula: `=IF(OR(B${row}="",C${row}=""),"",B${row}-C${row})` });
  for (const { section, indicator } of set.indicators) {
    const worth = set.worth(section);
    const points = NAMES.points(indicator.id);
    page.add([
      set.label(indicator.id),
      { formula: `=IF(${own}=0,"",${set.sum(points, ...ofUnit)}/${own}${worth})` },
      { formula: `=IF(${all}=0,"",${set.sum(points)}/${all}${worth})` },
      against(page.next),
    ]);
  }
  const last = page.next - 1;
  const totalRow = last + 2;
  page.add([
    page.word("rest"),
    null,
    null,
    { formula: `=IF(D${totalRow}="","",ROUND(D${totalRow}-SUM(D${first}:D${last}),2))` },
  ]);
  page.add([
    page.word("gapTotal"),
    { formula: `=IF(${own}=0,"",${set.sum(NAMES.total, ...ofUnit)}/${own})` },
    { formula: `=IF(${all}=0,"",${set.sum(NAMES.total)}/${all})` },
    against(totalRow),
  ]);
  page.body(first, totalRow, "0.00");
  page.formats.push(
    { range: `D${first}:D${totalRow}`, style: "number", numberFormat: "+0.00;-0.00;0.00" },
    { range: `A${totalRow}:D${totalRow}`, style: "total" },
  );
  page.chart(heading, {
    id: `gap${set.tail}`,
    kind: "bar",
    title: page.word("gapChart"),
    categories: page.ref(`$A$${first}:$A$${last + 1}`),
    series: [
      {
        name: page.word("part"),
        values: page.ref(`$D$${first}:$D$${last + 1}`),
        color: COLORS.accent,
        labels: { numberFormat: "+0.0;-0.0;0" },
      },
    ],
    legend: "none",
    categoryAxis: { reverse: true },
    valueAxis: { hidden: true },
  });
  return page.close(heading);
}
