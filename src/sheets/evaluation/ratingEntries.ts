import { personId, type Evaluation, type EvaluationRow } from "../../scoring/evaluation";
import { levelOf, plainLevel } from "../../scoring/levels";
import type { RaterGroup, RaterPlan, Scheme, SchemeInput } from "../../scoring/scheme";

/** An input that raters give, with who they are. */
export interface Rated {
  readonly input: SchemeInput;
  readonly plan: RaterPlan;
}

/** What one rater gives one person in a period, given or still to come. */
export interface RatingEntry {
  readonly row: EvaluationRow;
  readonly person: string;
  readonly rater: string;
  readonly group: RaterGroup;
  readonly values: Readonly<Record<string, number | string | null>>;
  /** Keys of the columns that are theirs to rate. */
  readonly columns: ReadonlySet<string>;
}

/** Every rating of an evaluation: one column a thing to rate, one entry a rater and person. */
export interface RatingList {
  readonly columns: readonly {
    readonly key: string;
    readonly input: SchemeInput;
    /** Names of the groups that rate it. */
    readonly groups: readonly string[];
  }[];
  readonly entries: readonly RatingEntry[];
}

/** Schemes that rate the same thing under the same name, in numbers or in the same words, share its column. */
export const columnKey = ({ id, name, levels }: SchemeInput): string =>
  [`${id} ${name}`, ...(levels ?? []).map(({ word }) => plainLevel(word))].join("\u0001");

/** What was given as it stands in the list: of a word the scheme's own spelling. */
export function entered(
  { id, levels = [] }: SchemeInput,
  values: RatingEntry["values"],
): number | string | null {
  const value = values[id] ?? null;
  return levelOf(levels, value)?.word ?? value;
}

export function ratedInputs(scheme: Scheme): Rated[] {
  return scheme.inputs.flatMap((input) => {
    const plan = scheme.raters?.find(({ id }) => id === input.raters);
    return plan ? [{ input, plan }] : [];
  });
}

/** Ratings that are in, duties still open, and an empty entry for every group nobody is named for. */
export function ratingList(evaluation: Evaluation): RatingList {
  const columns = new Map<string, { input: SchemeInput; groups: Set<string> }>();
  const entries = new Map<string, RatingEntry>();
  for (const { scheme, rows } of evaluation.sets) {
    const rated = ratedInputs(scheme);
    for (const { input, plan } of rated) {
      const column = columns.get(columnKey(input)) ?? { input, groups: new Set<string>() };
      columns.set(columnKey(input), column);
      for (const { name } of plan.groups) column.groups.add(name);
    }
    for (const row of rows.filter(({ name }) => name !== "")) {
      for (const group of groupsOf(rated)) {
        const theirs = rated.filter(({ plan }) => plan.groups.some(({ id }) => id === group.id));
        for (const entry of entriesFor(evaluation, row, group)) {
          // After a transfer both parts of a period share their ratings.
          const key = [entry.person, row.period.id, group.id, entry.rater].join("\n");
          const before = entries.get(key);
          const own = theirs.map(({ input }) => columnKey(input));
          entries.set(key, { ...entry, columns: new Set([...(before?.columns ?? []), ...own]) });
        }
      }
    }
  }
  return {
    columns: [...columns].map(([key, { input, groups }]) => ({ key, input, groups: [...groups] })),
    entries: [...entries.values()],
  };
}

function groupsOf(rated: readonly Rated[]): RaterGroup[] {
  const found = new Map<string, RaterGroup>();
  for (const { plan } of rated)
    for (const group of plan.groups) if (!found.has(group.id)) found.set(group.id, group);
  return [...found.values()];
}

function entriesFor(
  { request }: Evaluation,
  row: EvaluationRow,
  group: RaterGroup,
): Omit<RatingEntry, "columns">[] {
  const own = request.people[row.person];
  const person = own ? personId(own) : row.name;
  const given = (request.ratings ?? []).filter(
    (one) =>
      one.person === person &&
      one.group === group.id &&
      (one.period === undefined || one.period === row.period.id),
  );
  const open = (request.raters ?? [])
    .filter((duty) => duty.group === group.id && duty.people.includes(person))
    .filter(({ rater }) => !given.some((one) => one.rater === rater));
  const found = [
    ...given.map(({ rater, values }) => ({ rater, values })),
    ...open.map(({ rater }) => ({ rater, values: {} })),
  ];
  const guess = group.id === "self" ? row.name : group.id === "direct" ? row.manager : "";
  const list = found.length > 0 ? found : [{ rater: guess, values: {} }];
  return list.map(({ rater, values }) => ({ row, person, rater, group, values }));
}
