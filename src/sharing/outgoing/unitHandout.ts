import { ABSOLUTE, cellRef, columnName } from "../../formula/references";
import { periodLabel } from "../../planning/calendar";
import type { Plan } from "../../planning/plan";
import { unitId } from "../../planning/organisation";
import { actualsLayout, actualsSheet, type ActualsLayout } from "../../sheets/actuals";
import type { SchemeSheet } from "../../sheets/evaluation/scheme";
import { scorecardSheet } from "../../sheets/evaluation/scorecard";
import { columnWidths } from "../../sheets/printed";
import type { SheetSpec } from "../../sheets/spec";
import { targetsSheet, type TargetsPage } from "../../sheets/plan/targets";
import { ACTUALS_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { say } from "../../words";
import type { Accepts, ReturnField } from "../fields";
import type { Handout, Sending } from "./handout";
import { idLine, type Identity } from "../identity";
import { COUNTS, type Master, type MasterPerson } from "../master/master";
import type { CoverFact } from "../pages/coverFact";
import { coverPage } from "../pages/coverPage";
import { stepAt } from "../pages/coverStep";
import { rulesPage } from "../pages/rulesPage";
import { commonDepth, pathOf, unitPlan } from "./unitPlan";
import { HANDOUT_WORDS as W } from "../words";

/** Enough for eight digits in the size of the figures above the table. */
const TILE_WIDTH = 11;

/** The scorecard's remark says why somebody is not scored, and may take several lines of its column. */
const REMARK_WIDTH = 40;
const ONE_LINE = wrappedHeight([["", REMARK_WIDTH]]);

const NUMBER: Accepts = { kind: "number", min: 0 };

/**
 * A manager's or region's workbook: the product's own target, scorecard and actuals sheets for the people of that
 * unit alone. Their yellow cells hold the master's values and may be typed over.
 */
export function unitHandout(
  master: Master,
  name: string,
  people: readonly MasterPerson[],
  identity: Identity,
  sending: Sending,
  /** Whether its cells are typed into, or only read. */
  { reading = false }: { readonly reading?: boolean } = {},
): Handout {
  const { lang, scheme } = master;
  const unit = shared(people.map((person) => person.unit));
  const manager = shared(people.map((person) => person.manager));
  const source = name;
  const rows = people.map((person) => ({
    unit: person.unit,
    manager: person.manager,
    name: person.name,
    amounts: person.actuals.map(({ value }) => value ?? 0),
    won: person.counts.won?.value ?? 0,
    lost: person.counts.lost?.value ?? 0,
    open: person.counts.open?.value ?? 0,
  }));
  const table = { year: master.baseYear, months: master.months, rows, source };
  const layout = actualsLayout(table, lang);
  const actuals = locked(actualsSheet(table, lang), [
    span(layout.firstRow, layout.firstMonth, layout.lastRow, layout.lastMonth),
    span(layout.firstRow, layout.columns.won, layout.lastRow, layout.columns.open),
  ]);
  const plan = unitPlan(master, name, people);
  const targets = plan && targetsOf(plan, people, layout, source, lang);
  const rules = scheme && rulesPage(scheme);
  const card = scheme && rules && cardOf(master, people, layout, name, rules);
  const year = plan?.periods[0]?.start.slice(0, 4) ?? "";
  const base = String(master.baseYear);
  const actualTotal = cellRef(layout.totalRow, layout.columns.total, { ...ABSOLUTE, sheet: layout.sheet });
  const facts: CoverFact[] = [
    ...(unit === "" || unit === name ? [] : [{ label: W.unit[lang], value: unit }]),
    ...(manager === "" || manager === name ? [] : [{ label: W.manager[lang], value: manager }]),
    { label: W.people[lang], value: people.length, numberFormat: "0" },
    {
      label: say(W.yearActual, lang, { year: base }),
      value: { formula: `=${actualTotal}` },
      numberFormat: "#,##0",
    },
    ...(targets
      ? [
          {
            label: say(W.yearTarget, lang, { year }),
            value: { formula: `=${targets.page.layout.targetTotal}` },
            numberFormat: "#,##0",
            main: true,
          },
        ]
      : []),
  ];
  const title = targets && card ? W.titleBoth : targets ? W.titlePlan : W.titleScore;
  const cover = coverPage({
    lang,
    title: say(title, lang, { name, year, base }),
    ...sending,
    recipient: name,
    facts,
    steps: [
      ...(targets
        ? [stepAt(reading ? W.howReadTargets : W.howUnitTargets, lang, targets.page.sheet.name)]
        : []),
      stepAt(reading ? W.howReadActuals : W.howUnitActuals, lang, actuals.name),
      ...(card ? [stepAt(W.howUnitCard, lang, card.name)] : []),
    ],
    idLine: idLine(identity),
  });
  return {
    spec: {
      sheets: [
        cover.sheet,
        ...(targets ? [targets.page.sheet] : []),
        ...(card ? [card] : []),
        actuals,
        ...(rules ? [rules.sheet] : []),
      ],
      names: [...(targets?.page.names ?? []), ...(rules?.names ?? [])],
      activate: "cover",
    },
    fields: [...cover.fields, ...(targets?.fields ?? []), ...actualFields(people, layout, master)],
  };
}

function shared(values: readonly string[]): string {
  const [first = ""] = values;
  return values.every((value) => value === first) ? first : "";
}

const span = (top: number, left: number, bottom: number, right: number): string =>
  `${cellRef(top, left)}:${cellRef(bottom, right)}`;

function locked(sheet: SheetSpec, inputs: readonly string[]): SheetSpec {
  return { ...sheet, protect: { inputs } };
}

function targetsOf(
  plan: Plan,
  people: readonly MasterPerson[],
  actuals: ActualsLayout,
  source: string,
  lang: Master["lang"],
): { page: TargetsPage; fields: ReturnField[] } {
  const depth = commonDepth(people);
  const ids = people.map((person) => unitId(pathOf(person).slice(depth)));
  const here = { ...ABSOLUTE, sheet: actuals.sheet };
  const history = new Map(
    ids.map((id, i) => [id, cellRef(actuals.firstRow + i, actuals.columns.total, here)]),
  );
  const page = targetsSheet(plan, { lang, source, history });
  const { rows, columns, rowOf, sheet } = page.layout;
  const inputs = ids.map((id) => {
    const row = rowOf.get(id) ?? rows.firstUnit;
    return span(row, columns.firstPeriod, row, columns.lastPeriod);
  });
  const fields = people.flatMap((person, i) => {
    const row = rowOf.get(ids[i] ?? "") ?? rows.firstUnit;
    return plan.periods.map((period, p): ReturnField => {
      const label = periodLabel(period, lang, {
        year: new Set(plan.periods.map(({ start }) => start.slice(0, 4))).size > 1,
      });
      return {
        kind: "target",
        person: i,
        key: String(p),
        sheet: "targets",
        tab: sheet,
        cell: cellRef(row, columns.firstPeriod + p),
        row: { text: person.name, cell: cellRef(row, columns.name) },
        column: { text: label, cell: cellRef(rows.header, columns.firstPeriod + p) },
        accepts: NUMBER,
        label: `${person.name} ${label}`,
      };
    });
  });
  const year = plan.periods[0]?.start.slice(0, 4) ?? "";
  const title = say(W.targetsTitle, lang, { name: source, year, measure: plan.measure });
  return { page: { ...page, sheet: locked(unTiled(page, title), inputs) }, fields };
}

/** The total and the growth above the table are the master's to set. */
function unTiled({ sheet, layout }: TargetsPage, title: string): SheetSpec {
  const tiles = [
    cellRef(layout.rows.tiles, layout.columns.name),
    cellRef(layout.rows.tiles, layout.columns.growthTile),
  ];
  const notes = cellRef(layout.rows.notes, 0);
  const { columns = [] } = sheet;
  const widths = columnWidths(columns, layout.columns.lastPeriod + 1);
  const wider = [layout.columns.name, layout.columns.growthTile, ...Object.values(layout.tileColumns)]
    .filter((column) => (widths[column] ?? 0) < TILE_WIDTH)
    .map((column) => ({ columns: columnName(column), width: TILE_WIDTH }));
  return {
    ...sheet,
    blocks: sheet.blocks
      // How the whole was split says nothing about values typed since.
      .filter(({ at }) => at !== notes)
      .map((block) => (block.at === "A1" ? { ...block, cells: [[title]] } : block)),
    formats: (sheet.formats ?? []).map((format) =>
      tiles.includes(format.range)
        ? { ...format, style: [format.style].flat().filter((each) => each !== "input") }
        : format,
    ),
    validations: (sheet.validations ?? []).filter(({ range }) => !tiles.includes(range)),
    // A small unit's months are narrow, but the sum above one of them is not.
    columns: [...columns, ...wider],
  };
}

function cardOf(
  master: Master,
  people: readonly MasterPerson[],
  layout: ActualsLayout,
  name: string,
  { references, sheet: { name: rulesTab } }: SchemeSheet,
): SheetSpec | undefined {
  const { scheme, lang, baseYear } = master;
  if (!scheme) return undefined;
  const here = { ...ABSOLUTE, sheet: layout.sheet };
  const value = (person: MasterPerson, id: string) => person.inputs.get(id)?.value ?? null;
  const from = (id: string, column: number) =>
    people.map((person, i) =>
      value(person, id) === null ? null : cellRef(layout.firstRow + i, column, here),
    );
  const { sheet, layout: cardRows } = scorecardSheet(
    scheme,
    {
      names: people.map((person) => person.name),
      units: people.map((person) => person.unit),
      inputs: new Map(scheme.inputs.map(({ id }) => [id, people.map((person) => value(person, id))])),
    },
    {
      references,
      title: say(W.cardTitle, lang, { name, year: String(baseYear) }),
      subtitle: say(W.cardSubtitle, lang, { scheme: scheme.name, tab: rulesTab }),
      sources: new Map([
        ["revenue", from("revenue", layout.columns.total)],
        ["won", from("won", layout.columns.won)],
        ["lost", from("lost", layout.columns.lost)],
      ]),
    },
  );
  const { validations: _none, ...rest } = sheet;
  const formats = (sheet.formats ?? []).map((format) => ({
    ...format,
    style: [format.style].flat().filter((each) => each !== "input"),
  }));
  const rows = people.flatMap(({ score }, i) => {
    const height = wrappedHeight([[score?.remark ?? "", REMARK_WIDTH]]);
    return height > ONE_LINE ? [{ rows: `${cardRows.firstRow + i}`, height: height + 2 }] : [];
  });
  return { ...rest, formats, rows: [...(sheet.rows ?? []), ...rows], protect: { inputs: [] } };
}

function actualFields(people: readonly MasterPerson[], layout: ActualsLayout, master: Master): ReturnField[] {
  const { lang, months } = master;
  const field = (
    person: number,
    key: string,
    column: number,
    label: string,
    accepts: Accepts,
  ): ReturnField => {
    const row = layout.firstRow + person;
    const name = people[person]?.name ?? "";
    return {
      kind: "actual",
      person,
      key,
      sheet: "actuals",
      tab: layout.sheet,
      cell: cellRef(row, column),
      row: { text: name, cell: cellRef(row, layout.columns.name) },
      column: { text: label, cell: cellRef(layout.headerRow, column) },
      accepts,
      label: `${name} ${label}`,
    };
  };
  return people.flatMap((_, i) => [
    ...months.map((month, m) => field(i, String(m), layout.firstMonth + m, month, { kind: "number" })),
    ...COUNTS.map((count) =>
      field(i, count, layout.columns[count], ACTUALS_WORDS[count][lang], {
        kind: "number",
        min: 0,
        whole: true,
      }),
    ),
  ]);
}
