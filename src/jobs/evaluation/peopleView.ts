import { columnName } from "../../formula/references";
import { MEASURE_FIELDS } from "../../records/fields/measureFields";
import { PERSON_FIELDS } from "../../records/fields/personFields";
import type { PeopleReading } from "../../records/people/measures";
import type { PeopleFile } from "../../records/people/peopleFile";
import type { Mapping } from "../../records/columns/recognise";
import { tell } from "../../records/problems/message";
import { say, type Lang } from "../../words";
import { MONTHLY_WORDS as W } from "./monthlyWords";
import { ALL_PERIODS, periodName, usualPeriod, type PeopleRun } from "./peopleRun";
import { groupViews, regionRange } from "../read/surveyView";
import type { ChartView, ColumnView, PersonView, Preview, Survey, TableView } from "../types";

const SAMPLE_ROWS = 5;

/** What was understood of a file about people, in sentences of one language. */
export function peopleSurvey(
  file: PeopleFile,
  workbook: string,
  lang: Lang,
  remembered: Mapping | undefined,
): Survey {
  const { people, periods, fields, figures, readings, problems } = file;
  const incomplete = new Set(
    problems
      .filter(({ code }) => code === "person-not-everywhere")
      .map(({ sheet, cell }) => `${sheet}!${cell}`),
  );
  const label = (id: string) => MEASURE_FIELDS.find((field) => field.id === id)?.label[lang] ?? id;
  const named = periods.map((id) => ({ id, name: periodName(id, lang) }));
  return {
    workbook,
    kind: "people",
    ready: people.length > 0 && figures.length > 0,
    tables: readings.map((reading) => tableView(reading, lang, remembered ?? {})),
    problems: groupViews({ problems }, lang),
    facts: {
      people: people.length,
      deals: 0,
      won: 0,
      wonValue: 0,
      file: {
        complete: people.filter(({ sheet, cell }) => !incomplete.has(`${sheet}!${cell}`)).length,
        fields: fields.map(label),
        periods: named.length > 1 ? [...named, { id: ALL_PERIODS, name: W.allPeriods[lang] }] : named,
        period: usualPeriod(file),
      },
    },
  };
}

function tableView(
  { region, recognition, measures }: PeopleReading,
  lang: Lang,
  remembered: Mapping,
): TableView {
  const { grid } = region;
  // Turned tables have no columns of the sheet to point at.
  const letters = (column: number) =>
    grid.transposed ? `${grid.left + column + 1}` : columnName(grid.left + column);
  const who = PERSON_FIELDS.flatMap(({ id, label }): ColumnView[] => {
    const match = recognition.who.fields[id];
    if (!match && id !== "rep") return [];
    return [
      {
        field: id,
        label: label[lang],
        header: match?.header ?? "",
        ...(match ? { column: letters(match.column) } : {}),
        confidence: match?.confidence ?? 0,
        reason: match ? tell(match.reason, lang) : "",
        needed: id === "rep",
        ...(remembered[id] === undefined ? {} : { settled: true }),
      },
    ];
  });
  const figures = MEASURE_FIELDS.flatMap(({ id, label }): ColumnView[] => {
    const columns = recognition.measures.filter(({ field }) => field === id);
    const [first] = columns;
    const last = columns.at(-1);
    if (!first) return [];
    return [
      {
        field: id,
        label: label[lang],
        header: last === first ? first.header : `${first.header} … ${last?.header ?? ""}`,
        column: letters(first.column),
        confidence: columns.reduce((sum, { confidence }) => sum + confidence, 0) / columns.length,
        reason: "",
        needed: false,
        ...(remembered[id] === undefined ? {} : { settled: true }),
      },
    ];
  });
  const columns = [...who, ...figures];
  const sample = region.rows.slice(0, SAMPLE_ROWS).map((row) =>
    columns.map(({ field }) => {
      const person = recognition.who.fields[field as keyof typeof recognition.who.fields];
      const at = person?.column ?? recognition.measures.find((measure) => measure.field === field)?.column;
      const value = at === undefined ? null : (grid.values[row]?.[at] ?? null);
      return typeof value === "number"
        ? value.toLocaleString(lang, { useGrouping: false })
        : String(value ?? "");
    }),
  );
  return {
    role: "people",
    sheet: grid.sheet,
    range: regionRange(region),
    rows: new Set(measures.map(({ person }) => person)).size || region.rows.length,
    columns,
    choices: grid.transposed
      ? []
      : region.columns.map(({ column, header }) => ({ column: letters(column), header })),
    sample,
  };
}

/** What scoring a file about people would write. */
export function peoplePreview(
  { cards, scheme, title, unused }: PeopleRun,
  sheets: Preview["sheets"],
  lang: Lang,
  schemeSheet: string | undefined,
): Preview {
  const people = cards
    .map(({ name, unit, rank, total, grade, remark }): PersonView => ({
      name,
      unit,
      ...(rank === null ? {} : { rank }),
      ...(total === null ? { reason: remark } : { total }),
      ...(grade === null ? {} : { grade }),
    }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
  const grades = scheme.grades.map(({ name }) => ({
    name,
    count: cards.filter(({ grade }) => grade === name).length,
  }));
  return {
    title,
    units: [],
    months: [],
    baseTotal: 0,
    targetTotal: 0,
    people,
    grades,
    charts: chartsOf(people, grades, cards, lang),
    sheets,
    notes: [
      W.notePeople[lang],
      ...(unused.length > 0
        ? [
            say(W.noteUnused, lang, {
              fields: new Intl.ListFormat(lang, { type: "conjunction" }).format(unused),
            }),
          ]
        : []),
    ],
    nodes: [],
    scheme: {
      name: scheme.name,
      whole: scheme,
      ...(schemeSheet === undefined ? {} : { sheet: schemeSheet }),
      indicators: scheme.sections.flatMap((section) =>
        section.indicators.map(({ name, weight }) => ({
          name,
          section: section.name,
          weight: Math.round(weight * section.weight) / 100,
        })),
      ),
    },
    left: cards.flatMap(({ name, unit, total, remark }) =>
      total === null ? [{ name, unit, reason: remark }] : [],
    ),
  };
}

function chartsOf(
  people: readonly PersonView[],
  grades: Preview["grades"],
  cards: PeopleRun["cards"],
  lang: Lang,
): ChartView[] {
  const scored = people.flatMap(({ name, total }) => (total === undefined ? [] : [{ name, total }]));
  const units = [...new Set(cards.map(({ unit }) => unit))].flatMap((name) => {
    const totals = cards.flatMap(({ unit, total }) => (unit === name && total !== null ? [total] : []));
    return totals.length === 0
      ? []
      : [{ name, mean: totals.reduce((sum, one) => sum + one, 0) / totals.length }];
  });
  const charts: ChartView[] = [
    {
      id: "ranking",
      kind: "bar",
      title: W.chartRanking[lang],
      categories: scored.map(({ name }) => name),
      series: [{ name: W.total[lang], values: scored.map(({ total }) => total) }],
      unit: "points",
    },
    {
      id: "grades",
      kind: "column",
      title: W.chartGrades[lang],
      categories: grades.map(({ name }) => name),
      series: [{ name: W.people[lang], values: grades.map(({ count }) => count) }],
      unit: "people",
    },
    {
      id: "regions",
      kind: "column",
      title: W.chartUnits[lang],
      categories: units.length > 1 ? units.map(({ name }) => name) : [],
      series: [{ name: W.total[lang], values: units.map(({ mean }) => Math.round(mean * 100) / 100) }],
      unit: "points",
    },
  ];
  return charts.filter(({ categories }) => categories.length > 0);
}
