import { planPeriods } from "../../planning/plan";
import type { MeasureRequest, MixRequest, PlanRequest } from "../../planning/planRequest";
import type { Member, Team } from "../../planning/team";
import type { Phrase } from "../../words";
import { MEASURE_KINDS, RATE_METHODS, SETTINGS, UNIT_KINDS, type Field } from "./requestFields";
import { REQUEST_WORDS as W } from "./requestWords";

/** A request taken apart: single values by path, and tables of records. {@link joinRequest} puts it together again. */
export interface RequestParts {
  readonly settings: ReadonlyMap<string, unknown>;
  readonly tables: readonly RequestTable[];
}

export interface RequestTable {
  readonly id: TableId;
  /** Which one, where there may be several: an axis of the mix. */
  readonly name?: string;
  readonly columns: readonly Field[];
  /** One record a row, by the path of the column; what is not there is left out. */
  readonly rows: readonly Row[];
}

export type Row = Readonly<Record<string, unknown>>;

export const TABLE_TITLES = {
  periods: W.periods,
  units: W.units,
  levels: W.levels,
  limits: W.limits,
  mix: W.mix,
  mixUnits: W.mixUnits,
  mixPeriods: W.mixPeriods,
  measures: W.measures,
  scenarios: W.scenarios,
  team: W.team,
} as const satisfies Record<string, Phrase>;
export type TableId = keyof typeof TABLE_TITLES;

const column = (path: string, label: Phrase, kind: Field["kind"], choices?: Field["choices"]): Field => ({
  path,
  label,
  kind,
  ...(choices ? { choices } : {}),
});
/** A label that is the same in both languages: a name people gave. */
const named = (text: string): Phrase => ({ "zh-CN": text, "en-US": text });

const TEXT_COLUMN = {
  unit: column("unit", W.node, "text"),
  period: column("period", W.period, "text"),
};

export function splitRequest(request: PlanRequest): RequestParts {
  const settings = new Map<string, unknown>();
  for (const { path } of SETTINGS) {
    const value = valueAt(request, path);
    if (value !== undefined) settings.set(path, value);
  }
  return {
    settings,
    tables: [
      ...periodTable(request),
      ...unitTables(request),
      ...(request.limits ? [table("limits", LIMIT_COLUMNS, request.limits)] : []),
      ...(request.mix ?? []).flatMap(mixTables),
      ...(request.measures ? [measureTable(request.measures)] : []),
      ...(request.scenarios ? [table("scenarios", SCENARIO_COLUMNS, request.scenarios)] : []),
      ...(request.team ? [teamTable(request.team)] : []),
    ],
  };
}

function table(id: TableId, columns: readonly Field[], rows: readonly object[], name?: string): RequestTable {
  return { id, columns, rows: rows as readonly Row[], ...(name === undefined ? {} : { name }) };
}

const LIMIT_COLUMNS = [
  column("node", W.node, "text"),
  column("period", W.period, "text"),
  column("lock", W.lock, "number"),
  column("min", W.min, "number"),
  column("max", W.max, "number"),
];
const SCENARIO_COLUMNS = [
  column("name", W.name, "text"),
  column("note", W.note, "text"),
  column("change", W.change, "json"),
];
const MEASURE_COLUMNS = [
  column("name", W.name, "text"),
  column("kind", W.kind, "text", MEASURE_KINDS),
  column("unit", W.unit, "text"),
  column("step", W.step, "number"),
  column("total.value", W.totalValue, "number"),
  column("total.growth", W.totalGrowth, "percent"),
  column("target", W.target, "percent"),
  column("method", W.method, "text", RATE_METHODS),
  column("lowerIsBetter", W.lower, "yesNo"),
  column("more", W.more, "json"),
];

/** What no column of its own says stands in the last one, which is left out when there is nothing of that sort. */
function measureTable(measures: readonly MeasureRequest[]): RequestTable {
  const rows = measures.map(measureRow);
  const columns = MEASURE_COLUMNS.filter(
    ({ kind, path }) => kind !== "json" || rows.some((row) => path in row),
  );
  return table("measures", columns, rows);
}

function measureRow(measure: MeasureRequest): Row {
  const row: Record<string, unknown> = {};
  for (const { path } of MEASURE_COLUMNS) {
    const value = valueAt(measure, path);
    if (value !== undefined) row[path] = value;
  }
  const shown = new Set(MEASURE_COLUMNS.map(({ path }) => path.split(".")[0]));
  const more = Object.entries(measure).filter(([key]) => !shown.has(key));
  return more.length > 0 ? { ...row, more: Object.fromEntries(more) } : row;
}

function periodTable(request: PlanRequest): RequestTable[] {
  const { time } = request;
  if (time?.kind !== "weights" && time?.kind !== "amounts") return [];
  const ids = planPeriods(request).map(({ id }) => id);
  const values = time.kind === "weights" ? time.weights : time.amounts;
  const rows = values.map((value, p) => ({ period: ids[p] ?? String(p + 1), value }));
  return [table("periods", [TEXT_COLUMN.period, column("value", W.value, "number")], rows)];
}

function unitTables({ organisation }: PlanRequest): RequestTable[] {
  if (organisation?.kind === "levels") {
    const columns = [column("kind", W.method, "text", UNIT_KINDS), column("weights", W.byWeights, "json")];
    return [table("levels", columns, organisation.levels)];
  }
  const values =
    organisation?.kind === "weights"
      ? organisation.weights
      : organisation?.kind === "amounts"
        ? organisation.amounts
        : undefined;
  if (!values) return [];
  const rows = Object.entries(values).map(([unit, value]) => ({ unit, value }));
  return [table("units", [TEXT_COLUMN.unit, column("value", W.value, "number")], rows)];
}

function mixTables({ name, parts, units, periods }: MixRequest): RequestTable[] {
  const shares = parts.map((part, i) => column(`shares.${i}`, named(part.name), "percent"));
  const rows = (values: Readonly<Record<string, readonly number[]>>, key: string): Row[] =>
    Object.entries(values).map(([id, own]) => ({
      [key]: id,
      ...Object.fromEntries(own.map((share, i) => [`shares.${i}`, share])),
    }));
  return [
    table(
      "mix",
      [
        column("name", W.part, "text"),
        column("share", W.share, "percent"),
        column("lastShare", W.lastShare, "percent"),
      ],
      parts,
      name,
    ),
    ...(units ? [table("mixUnits", [TEXT_COLUMN.unit, ...shares], rows(units, "unit"), name)] : []),
    ...(periods ? [table("mixPeriods", [TEXT_COLUMN.period, ...shares], rows(periods, "period"), name)] : []),
  ];
}

/** Members' figures in columns: a total in one, periods in one each. Columns nobody uses are left out. */
function teamTable(team: Team): RequestTable {
  const rows = team.members.map(memberRow);
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const deepest = Math.max(team.levels.length, ...team.members.map(({ path }) => path.length));
  const periods = Math.max(
    0,
    ...team.members.flatMap(({ history, proposal }) => [lengthOf(history), lengthOf(proposal)]),
  );
  const inPeriods = (path: string, label: Phrase): Field[] =>
    Array.from({ length: periods }, (_, p) =>
      column(
        `${path}.${p}`,
        { "zh-CN": `${label["zh-CN"]} ${p + 1}`, "en-US": `${label["en-US"]} ${p + 1}` },
        "number",
      ),
    );
  const measures = [...new Set(team.members.flatMap((member) => Object.keys(member.measures ?? {})))];
  const columns = [
    ...Array.from({ length: deepest }, (_, i) =>
      column(`path.${i}`, named(team.levels[i] ?? `${i + 1}`), "text"),
    ),
    column("history", W.history, "number"),
    ...inPeriods("history", W.history),
    column("weight", W.weight, "number"),
    column("headcount", W.headcount, "number"),
    column("start", W.start, "date"),
    column("end", W.end, "date"),
    column("proposal", W.proposal, "number"),
    ...inPeriods("proposal", W.proposal),
    ...measures.flatMap((name) => [
      column(`measures ${name} history`, labelled(name, W.history), "number"),
      column(`measures ${name} rate`, labelled(name, W.rate), "percent"),
      column(`measures ${name} more`, labelled(name, W.more), "json"),
    ]),
  ];
  return table(
    "team",
    columns.filter(({ path }) => path.startsWith("path.") || used.has(path)),
    rows,
  );
}

function labelled(name: string, label: Phrase): Phrase {
  return { "zh-CN": `${name}${label["zh-CN"]}`, "en-US": `${name}: ${label["en-US"]}` };
}

function memberRow({ path, history, proposal, measures, ...rest }: Member): Row {
  const row: Record<string, unknown> = { ...rest };
  path.forEach((name, i) => (row[`path.${i}`] = name));
  for (const [key, value] of [
    ["history", history],
    ["proposal", proposal],
  ] as const) {
    if (typeof value === "number") row[key] = value;
    else value?.forEach((one, p) => (row[`${key}.${p}`] = one));
  }
  for (const [name, { history: past, rate, ...more }] of Object.entries(measures ?? {})) {
    if (typeof past === "number") row[`measures ${name} history`] = past;
    if (rate !== undefined) row[`measures ${name} rate`] = rate;
    const left = { ...more, ...(typeof past === "object" ? { history: past } : {}) };
    if (Object.keys(left).length > 0 || (past === undefined && rate === undefined))
      row[`measures ${name} more`] = left;
  }
  return row;
}

function lengthOf(values: readonly number[] | number | undefined): number {
  return typeof values === "object" ? values.length : 0;
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (here, key) => (typeof here === "object" && here !== null ? (here as Row)[key] : undefined),
      value,
    );
}
