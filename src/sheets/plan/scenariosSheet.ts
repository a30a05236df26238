import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import { planNodes, type PlanNode } from "../../planning/plan";
import type { ScenarioPlan } from "../../planning/planSet";
import { say, type Lang } from "../../words";
import type { NameSpec, SheetSpec, SpecCell } from "../spec";
import { SERIES_COLORS } from "../style";
import { PlanPage, amountWidth, nameWidth, periodHeaders, periodsText } from "./page";
import { amountFormat } from "./sums";
import { PLAN_PAGE_WORDS as W } from "./words";

/** More rows than this would not be read side by side: then units that have others below them are enough. */
const ROWS_SHOWN = 90;
/** The cell with the name of the scenario to look at. */
const SCENARIO_PICK = "attain_scenario";

/**
 * Scenarios side by side, unit by unit and period by period. The yellow cell picks one, and the last columns show it
 * against the base. The one in use is named; its targets are what the other pages hold.
 */
export function scenariosSheet(
  scenarios: readonly ScenarioPlan[],
  lang: Lang,
): { readonly sheet: SheetSpec; readonly names: readonly NameSpec[] } | null {
  const base = scenarios[0]?.plan;
  if (!base) return null;
  const names = scenarios.map(({ name }) => (name === "" ? W.base[lang] : name));
  const inUse = names[scenarios.findIndex(({ chosen }) => chosen)] ?? names[0] ?? "";
  const count = scenarios.length;
  const page = new PlanPage("scenarios", W.scenariosTab[lang], Math.max(count + 4, 6), lang);
  const title = say(W.scenariosTitle, lang, { measure: base.measure });
  page.title(title, say(W.subtitle, lang, { ...periodsText(base), unit: base.unit }));
  page.rows.add([W.pick[lang]], "kpiLabel");
  const pick = page.next;
  page.rows.add([inUse], ["section", "alignLeft"]);
  page.rows.format(cellRef(pick, 0), "input");
  page.note(say(W.inUse, lang, { name: inUse }));
  page.skip();

  const picked = count + 1;
  const tops = [base.root, ...base.root.children];
  const all = planNodes(base.root);
  const below = all.length <= ROWS_SHOWN ? all : all.filter(({ children }) => children.length > 0);
  const heading = [...names, W.picked[lang], W.againstBase[lang], W.change[lang]];
  const header = page.header([W.unit[lang], ...heading]);
  const first = page.next;
  const options = { ...ABSOLUTE, sheet: page.name };
  page.validations.push({ range: cellRef(pick, 0), rule: { kind: "list", values: names } });
  const pickName = { name: SCENARIO_PICK, refersTo: `=${cellRef(pick, 0, options)}`, comment: W.pick[lang] };
  const cells = (row: number, values: readonly number[]): SpecCell[] => [
    ...values,
    {
      formula: `=INDEX(${rangeRef(row, 1, row, count)},MATCH(${SCENARIO_PICK},${rangeRef(header, 1, header, count, ABSOLUTE)},0))`,
    },
    { formula: `=${cellRef(row, picked)}-${cellRef(row, 1)}` },
    { formula: `=IF(${cellRef(row, 1)}=0,"",${cellRef(row, picked)}/${cellRef(row, 1)}-1)` },
  ];
  const byId = scenarios.map(({ plan }) => new Map(planNodes(plan.root).map((node) => [node.id, node])));
  const unitCells = ({ id }: PlanNode, row: number): SpecCell[] =>
    cells(
      row,
      byId.map((found) => found.get(id)?.total ?? 0),
    );
  page.units(tops, unitCells);
  const last = page.next - 1;
  const format = amountFormat(base.step);
  page.numbers(first, last, 1, picked + 1, format);
  page.numbers(first, last, picked + 2, picked + 2, "+0.0%;-0.0%;0.0%");
  page.skip();
  for (const { name, note } of scenarios)
    if (note !== "") page.note(say(W.scenarioNote, lang, { name, note }));

  page.chart(
    {
      id: "scenarios",
      kind: "column",
      title: say(W.scenariosChart, lang, { level: base.levels[0] ?? W.unitLevel[lang] }),
      categories: page.ref(first + 1, 0, last, 0),
      series: names.slice(0, SERIES_COLORS.length).map((name, i) => ({
        name,
        values: page.ref(first + 1, i + 1, last, i + 1),
        color: SERIES_COLORS[i] ?? SERIES_COLORS[0],
      })),
      valueAxis: { title: base.unit, numberFormat: "#,##0", min: 0 },
      legend: "top",
      gapWidth: 60,
    },
    Math.min(page.width - 1, 7),
  );
  page.section(W.scenarioMonths[lang]);
  page.header([W.period[lang], ...heading]);
  const months = page.next;
  periodHeaders(base.periods, lang).forEach((label, p) => {
    const row = page.next;
    page.line([
      label,
      ...cells(
        row,
        scenarios.map(({ plan }) => plan.root.target[p] ?? 0),
      ),
    ]);
  });
  page.numbers(months, page.next - 1, 1, picked + 1, format);
  page.numbers(months, page.next - 1, picked + 2, picked + 2, "+0.0%;-0.0%;0.0%");
  if (below.length > tops.length) {
    page.skip();
    page.section(W.scenarioUnits[lang]);
    page.header([W.unit[lang], ...heading]);
    const firstUnit = page.next;
    page.units(below, unitCells);
    page.numbers(firstUnit, page.next - 1, 1, picked + 1, format);
    page.numbers(firstUnit, page.next - 1, picked + 2, picked + 2, "+0.0%;-0.0%;0.0%");
  }
  page.wide(0, 0, nameWidth(base));
  page.wide(
    1,
    page.width - 1,
    Math.max(13, amountWidth(Math.max(...scenarios.map(({ plan }) => plan.total)), base.step)),
  );
  return {
    sheet: page.sheet({ footer: title, freeze: { rows: header + 1, columns: 1 } }),
    names: [pickName],
  };
}
