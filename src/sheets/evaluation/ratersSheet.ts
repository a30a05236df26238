import { printFormula } from "../../formula/print";
import { columnName, quoteSheet } from "../../formula/references";
import { NAMES } from "../../scoring/compile";
import { personId, type Evaluation, type EvaluationRow, type EvaluationSet } from "../../scoring/evaluation";
import { RATER_NAMES, missingExpr, ratingExpr } from "../../scoring/raters";
import type { RaterGroup, RaterPlan, SchemeInput } from "../../scoring/scheme";
import { say } from "../../words";
import { quoted, textWidth } from "../rows";
import { inputValidation } from "../scorecardLook";
import type { FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import type { StyleName } from "../style";
import { PAGE_WORDS } from "../words";
import { dueText } from "./tabs";
import { WORDS } from "./words";

export interface RatersPages {
  /** None when nothing of the scheme is given by raters. */
  readonly sheets: readonly SheetSpec[];
  /** For the scorecard: where each rated input's combined score stands, by row. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

export interface RatersOptions {
  /** Makes a sheet's stable id. */
  readonly id: (kind: string) => string;
  /** Final tab names of the ratings and of their sums. */
  readonly names: readonly [ratings: string, summary: string];
  /** Cells of the scheme sheet: weights of groups, smallest numbers of answers. */
  readonly references: ReadonlyMap<string, string>;
}

/** An input that raters give, with who they are. */
interface Rated {
  readonly input: SchemeInput;
  readonly plan: RaterPlan;
}

/** What one rater gives one person. */
interface Entry {
  readonly row: EvaluationRow;
  readonly person: string;
  readonly rater: string;
  readonly group: RaterGroup;
  readonly values: Readonly<Record<string, number | null>>;
}

/** The ratings one by one, and each person's groups put together by their weights. */
export function ratersPages(evaluation: Evaluation, set: EvaluationSet, options: RatersOptions): RatersPages {
  const rated = ratedInputs(set);
  if (rated.length === 0) return { sheets: [], sources: new Map() };
  const entries = entriesOf(evaluation, set, rated);
  const ratings = ratingsSheet(evaluation, rated, entries, options);
  const summary = summarySheet(evaluation, set, rated, entries.length, options);
  return { sheets: [summary.sheet, ratings], sources: summary.sources };
}

function ratedInputs({ scheme }: EvaluationSet): Rated[] {
  return scheme.inputs.flatMap((input) => {
    const plan = scheme.raters?.find(({ id }) => id === input.raters);
    return plan ? [{ input, plan }] : [];
  });
}

const groupsOf = (rated: readonly Rated[]): RaterGroup[] => {
  const found = new Map<string, RaterGroup>();
  for (const { plan } of rated)
    for (const group of plan.groups) if (!found.has(group.id)) found.set(group.id, group);
  return [...found.values()];
};

/** Ratings that are in, duties still open, and an empty line for every group nobody is named for. */
function entriesOf({ request }: Evaluation, set: EvaluationSet, rated: readonly Rated[]): Entry[] {
  const groups = groupsOf(rated);
  const seen = new Set<string>();
  return set.rows.flatMap((row): Entry[] => {
    const person = request.people[row.person];
    const key = person ? personId(person) : row.name;
    // After a transfer both parts of a period share their ratings: one list serves them.
    const once = `${key} ${row.period.id}`;
    if (seen.has(once)) return [];
    seen.add(once);
    return groups.flatMap((group): Entry[] => {
      const given = (request.ratings ?? []).filter(
        (one) =>
          one.person === key &&
          one.group === group.id &&
          (one.period === undefined || one.period === row.period.id),
      );
      const open = (request.raters ?? [])
        .filter((duty) => duty.group === group.id && duty.people.includes(key))
        .filter(({ rater }) => !given.some((one) => one.rater === rater));
      const found = [
        ...given.map(({ rater, values }) => ({ rater, values })),
        ...open.map(({ rater }) => ({ rater, values: {} })),
      ];
      const guess = group.id === "self" ? row.name : group.id === "direct" ? row.manager : "";
      const list = found.length > 0 ? found : [{ rater: guess, values: {} }];
      return list.map(({ rater, values }) => ({ row, person: key, rater, group, values }));
    });
  });
}

const HEADER_ROW = 4;
const FIRST_ROW = 5;

function ratingsSheet(
  { request }: Evaluation,
  rated: readonly Rated[],
  entries: readonly Entry[],
  { id, names: [name] }: RatersOptions,
): SheetSpec {
  const { lang } = request;
  const several = request.periods.length > 1;
  const fixed = ratingColumns(several);
  const width = fixed.length + rated.length;
  const line = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => null),
  ];
  const of: Readonly<Record<string, (entry: Entry) => string>> = {
    period: ({ row }) => row.period.label,
    rater: ({ rater }) => rater,
    group: ({ group }) => group.name,
    person: ({ person }) => person,
  };
  const theirs = ({ group }: Entry, { plan }: Rated): boolean =>
    plan.groups.some((one) => one.id === group.id);
  const lastRow = FIRST_ROW + Math.max(1, entries.length) - 1;
  const letter = (i: number): string => columnName(fixed.length + i);
  const runs = rated.map((one) => runsWhere(entries, (entry) => theirs(entry, one)));
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: `A${HEADER_ROW}:${columnName(width - 1)}${HEADER_ROW}`, style: "header" },
    { range: `A${FIRST_ROW}:${columnName(width - 1)}${lastRow}`, style: ["body", "row"] },
    { range: `${letter(0)}${FIRST_ROW}:${columnName(width - 1)}${lastRow}`, style: ["subtotal", "number"] },
    { range: `${letter(0)}${HEADER_ROW}:${columnName(width - 1)}${HEADER_ROW}`, style: "alignRight" },
    {
      range: `${columnName(fixed.indexOf("rater"))}${FIRST_ROW}:${columnName(fixed.indexOf("rater"))}${lastRow}`,
      style: "input",
    },
  ];
  const inputs = [
    `${columnName(fixed.indexOf("rater"))}${FIRST_ROW}:${columnName(fixed.indexOf("rater"))}${lastRow}`,
  ];
  const validations: ValidationSpec[] = [];
  rated.forEach((one, i) => {
    const { input } = one;
    for (const [first, last] of runsWhere(entries, (entry) => !theirs(entry, one)))
      formats.push({
        range: `${letter(i)}${FIRST_ROW + first}:${letter(i)}${FIRST_ROW + last}`,
        style: "header",
      });
    for (const [first, last] of runs[i] ?? []) {
      const range = `${letter(i)}${FIRST_ROW + first}:${letter(i)}${FIRST_ROW + last}`;
      formats.push({ range, style: ["input", "number"], numberFormat: "General" });
      inputs.push(range);
      validations.push(...inputValidation(input, range, lang));
    }
  });
  return {
    id: id("ratings"),
    name,
    blocks: [
      {
        at: "A1",
        cells: [
          line([say(WORDS.ratingsTitle, lang, { title: request.title })]),
          line([say(WORDS.ratingsNote, lang, { due: dueText(request) })]),
          line([]),
          [...fixed.map((key) => WORDS[key][lang]), ...rated.map(({ input }) => input.name)],
          ...entries.map((entry): SpecCell[] => [
            ...fixed.map((key) => of[key]?.(entry) ?? null),
            ...rated.map((one) => (theirs(entry, one) ? (entry.values[one.input.id] ?? null) : null)),
          ]),
        ],
      },
    ],
    columns: [
      ...fixed.map((key, i) => ({
        columns: columnName(i),
        width: Math.min(24, Math.max(9, ...entries.map((entry) => textWidth(of[key]?.(entry) ?? ""))) + 3),
      })),
      ...rated.map(({ input }, i) => ({
        columns: letter(i),
        width: Math.max(10, Math.ceil(textWidth(input.name) / 2) + 4),
      })),
    ],
    rows: [
      { rows: "1", height: 26 },
      { rows: `${HEADER_ROW}`, height: 32 },
    ],
    formats,
    freeze: { rows: HEADER_ROW, columns: fixed.length },
    validations,
    protect: { inputs },
    filter: `A${HEADER_ROW}:${columnName(width - 1)}${lastRow}`,
    print: {
      orientation: "portrait",
      titleRows: `$${HEADER_ROW}:$${HEADER_ROW}`,
      fitWidth: 1,
      footer: { left: request.title, right: PAGE_WORDS.pages[lang] },
    },
  };
}

function ratingColumns(several: boolean): ("period" | "rater" | "group" | "person")[] {
  return several ? ["period", "rater", "group", "person"] : ["rater", "group", "person"];
}

/** Runs of entries that hold, as first and last place. */
function runsWhere(entries: readonly Entry[], holds: (entry: Entry) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  entries.forEach((entry, i) => {
    if (!holds(entry)) return;
    const run = runs.at(-1);
    if (run?.[1] === i - 1) run[1] = i;
    else runs.push([i, i]);
  });
  return runs;
}

interface SummaryColumn {
  readonly group: string;
  readonly header: string;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  readonly typed?: boolean;
  readonly cell: (row: EvaluationRow, place: number) => SpecCell;
}

const SUM_HEADER = 5;
const SUM_FIRST = 6;

function summarySheet(
  { request }: Evaluation,
  set: EvaluationSet,
  rated: readonly Rated[],
  entries: number,
  options: RatersOptions,
): { readonly sheet: SheetSpec; readonly sources: ReadonlyMap<string, readonly string[]> } {
  const { lang } = request;
  const [ratingsName, name] = options.names;
  const several = request.periods.length > 1;
  const fixed = ratingColumns(several);
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const lastEntry = FIRST_ROW + Math.max(1, entries) - 1;
  const list = (column: number): string =>
    `${quoteSheet(ratingsName)}!$${columnName(column)}$${FIRST_ROW}:$${columnName(column)}$${lastEntry}`;
  const columns: SummaryColumn[] = [];
  /** Column letter by what stands in it. */
  const letters = new Map<string, string>();
  const add = (key: string, column: SummaryColumn): void => {
    letters.set(key, columnName(columns.length));
    columns.push(column);
  };
  const at = (key: string, place: number): string => `$${letters.get(key) ?? ""}${SUM_FIRST + place}`;
  const keyOf = (row: EvaluationRow): string => {
    const person = request.people[row.person];
    return person ? personId(person) : row.name;
  };
  const text = (key: "period" | "person", of: (row: EvaluationRow) => string): void =>
    add(key, {
      group: "",
      header: word(key),
      width: Math.min(24, Math.max(9, ...set.rows.map((row) => textWidth(of(row)))) + 3),
      style: "text",
      cell: of,
    });
  if (several) text("period", ({ period }) => period.label);
  text("person", keyOf);
  const plans = [...new Map(rated.map(({ plan }) => [plan.id, plan])).values()];
  for (const plan of plans) {
    plan.groups.forEach((group, i) =>
      add(`${plan.id}.${group.id}`, {
        group: i === 0 ? plan.name : "",
        header: say(WORDS.groupWeight, lang, { group: group.name }),
        width: 10,
        style: "number",
        numberFormat: "General",
        typed: true,
        cell: (row) => {
          const own = request.people[row.person]?.raterWeights?.[plan.id]?.[group.id];
          const reference = options.references.get(NAMES.raterWeight(plan.id, group.id));
          return own ?? (reference === undefined ? group.weight : { formula: `=${reference}` });
        },
      }),
    );
  }
  rated.forEach(({ input, plan }, i) => {
    const column = list(fixed.length + i);
    plan.groups.forEach((group, g) =>
      add(`${input.id}@${group.id}`, {
        group: g === 0 ? input.name : "",
        header: group.name,
        width: Math.max(9, textWidth(group.name) + 2),
        style: "number",
        numberFormat: "#,##0.0#",
        cell: (_, place) => {
          const conditions: [number, string][] = [
            ...(several ? [[fixed.indexOf("period"), at("period", place)] as [number, string]] : []),
            [fixed.indexOf("person"), at("person", place)],
            [fixed.indexOf("group"), quoted(group.name)],
          ];
          const matches = conditions.map(([where, what]) => `${list(where)},${what}`).join(",");
          // A condition on size counts numbers only.
          const count = `COUNTIFS(${matches},${column},">=-1E+99")`;
          const smallest = options.references.get(NAMES.raterSmallest(plan.id, group.id)) ?? "1";
          const sum = `SUMIFS(${column},${conditions.map(([where, what]) => `${list(where)},${what}`).join(",")})`;
          return { formula: `=IF(${count}<MAX(1,${smallest}),"",${sum}/${count})` };
        },
      }),
    );
    const resolve =
      (place: number) =>
      (leaf: string): string => {
        const group = plan.groups.find(({ id }) => leaf === RATER_NAMES.mean(id));
        if (group) return at(`${input.id}@${group.id}`, place);
        const weighted = plan.groups.find(({ id }) => leaf === RATER_NAMES.weight(id));
        return at(`${plan.id}.${weighted?.id ?? ""}`, place);
      };
    add(`${input.id}=`, {
      group: "",
      header: word("combined"),
      width: 10,
      style: ["subtotal", "number"],
      numberFormat: "#,##0.0#",
      cell: (_, place) => ({ formula: `=${printFormula(ratingExpr(plan), resolve(place))}` }),
    });
    add(`${input.id}?`, {
      group: "",
      header: word("missing"),
      width: 40,
      style: ["text", "muted", "indent1"],
      cell: (_, place) => ({ formula: `=${printFormula(missingExpr(plan, lang), resolve(place))}` }),
    });
  });
  const rows = set.rows.map((row, place) => columns.map((column) => column.cell(row, place)));
  const lastRow = SUM_FIRST + rows.length - 1;
  const end = columnName(columns.length - 1);
  const blank = columns.map(() => null);
  const weightRanges = columns.flatMap(({ typed }, i) =>
    typed === true ? [`${columnName(i)}${SUM_FIRST}:${columnName(i)}${lastRow}`] : [],
  );
  const combined = rated.map(({ input }) => letters.get(`${input.id}=`) ?? "");
  return {
    sources: new Map(
      rated.map(({ input }, i) => [
        input.id,
        set.rows.map((_, place) => `${quoteSheet(name)}!$${combined[i] ?? ""}$${SUM_FIRST + place}`),
      ]),
    ),
    sheet: {
      id: options.id("raters"),
      name,
      blocks: [
        {
          at: "A1",
          cells: [
            [say(WORDS.summaryTitle, lang, { title: request.title }), ...blank.slice(1)],
            [word("summaryNote"), ...blank.slice(1)],
            blank,
            columns.map(({ group }) => group || null),
            columns.map(({ header }) => header),
            ...rows,
          ],
        },
      ],
      columns: columns.map(({ width }, i) => ({ columns: columnName(i), width })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${SUM_HEADER}`, height: 32 },
      ],
      formats: [
        { range: "A1", style: "title" },
        { range: "A2", style: "subtitle" },
        { range: `A${SUM_HEADER - 1}:${end}${SUM_HEADER - 1}`, style: "group" },
        { range: `A${SUM_HEADER}:${end}${SUM_HEADER}`, style: "header" },
        { range: `A${SUM_FIRST}:${end}${lastRow}`, style: ["body", "row"] },
        ...columns.flatMap(({ style, numberFormat, typed }, i): FormatSpec[] => {
          const letter = columnName(i);
          const styles: readonly StyleName[] = typed === true ? ["input", ...[style].flat()] : [style].flat();
          const range = `${letter}${SUM_FIRST}:${letter}${lastRow}`;
          return [
            { range, style: styles, ...(numberFormat !== undefined && { numberFormat }) },
            ...([style].flat().includes("number")
              ? [{ range: `${letter}${SUM_HEADER}`, style: "alignRight" as const }]
              : []),
          ];
        }),
      ],
      freeze: { rows: SUM_HEADER, columns: several ? 2 : 1 },
      validations: weightRanges.map((range): ValidationSpec => ({
        range,
        rule: { kind: "decimal", min: 0, max: 100 },
      })),
      protect: { inputs: weightRanges },
      print: {
        orientation: "landscape",
        titleRows: `$${SUM_HEADER - 1}:$${SUM_HEADER}`,
        titleColumns: "$A:$A",
        fitWidth: 1,
        footer: { left: request.title, right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}
