import type { Period } from "../../planning/calendar";
import type { MissingRater, Scheme, SchemeInput } from "../../scoring/scheme";
import type { Lang } from "../../words";
import type { CheckRanges } from "../pages/checkRanges";
import type { MasterReview } from "../review/masterReview";

/** A number of the master that a returned workbook may change, and where it stands. */
export interface MasterCell {
  readonly tab: string;
  /** `F12` */
  readonly cell: string;
  readonly value: number | null;
}

/** The same for a cell that may hold a word. */
export interface ItemCell {
  readonly tab: string;
  readonly cell: string;
  readonly value: number | string | null;
}

/** A person as the master's own sheets show them now: with everything that was typed there since the run. */
export interface MasterPerson {
  /** The same for the same unit, manager and name; tells nothing about them. */
  readonly id: string;
  readonly unit: string;
  readonly manager: string;
  readonly name: string;
  /** By month of the base year, whole currency units. */
  readonly actuals: readonly MasterCell[];
  readonly counts: Readonly<Partial<Record<Count, MasterCell>>>;
  /** By period of the plan; empty without one. */
  readonly targets: readonly MasterCell[];
  /** The scheme's inputs as the scorecard shows them. */
  readonly inputs: ReadonlyMap<string, MasterCell>;
  readonly score?: PersonScore;
  /** Of an evaluation: the person's scorecards, one a period and scheme. */
  readonly cards?: readonly MasterCard[];
}

export interface PersonScore {
  readonly total: number | null;
  readonly grade: string;
  readonly rank: number | null;
  readonly remark: string;
}

/** One person's scorecard of an evaluation. */
export interface MasterCard {
  readonly scheme: Scheme;
  /** As people read it; empty in an evaluation of one period. */
  readonly period: string;
  /** Inputs as they stand, by id: typed ones with the cell people type into, others as the scorecard shows them. */
  readonly inputs: ReadonlyMap<string, MasterCell>;
  /** Ids of the inputs that are typed. */
  readonly typed: ReadonlySet<string>;
  readonly score: PersonScore;
  /** Points by indicator id; null where there are none. */
  readonly points: ReadonlyMap<string, MasterCell>;
  /** What the scorecard shows, by the names of the compiled scheme: inputs, measures, points, sections, the total. */
  readonly shown?: ReadonlyMap<string, number | string>;
}

export type Count = "won" | "lost" | "open";
export const COUNTS: readonly Count[] = ["won", "lost", "open"];

/** Something of the master that somebody other than its owner may answer for: a rating, a check, a task. */
export interface MasterItem {
  /** Tells nothing about whose it is. */
  readonly id: string;
  /** Whose. */
  readonly about: string;
  readonly unit: string;
  /** By column. */
  readonly cells: ReadonlyMap<string, ItemCell>;
}

/** What one rater gives one person. */
export interface Duty extends MasterItem {
  readonly rater: string;
  /** The relation in which they rate, as people read it. */
  readonly group: string;
  /** Empty in an evaluation of one period. */
  readonly period: string;
}

/** Everything of an evaluation that raters give. */
export interface Ratings {
  readonly title: string;
  readonly duties: readonly Duty[];
  /** What is rated, by column. */
  readonly columns: ReadonlyMap<string, SchemeInput>;
  /** What becomes of missing raters, and from how many answers on a group is shown. */
  readonly plans: readonly {
    readonly name: string;
    readonly missing: MissingRater;
    readonly groups: readonly { readonly name: string; readonly smallest: number }[];
  }[];
  /** How many ratings nobody is named for. */
  readonly unnamed: number;
}

/** One thing the person, the unit and the supervision centre check in turn. */
export interface CheckItem extends MasterItem {
  /** An indicator's name, or a task's text. */
  readonly what: string;
  /** Period or week it belongs to; empty when there is only one. */
  readonly period: string;
  /** What may be given at most; absent where the answer is yes or no. */
  readonly full?: number;
  /** What the workbook itself says: points worked out, or the task's status. */
  readonly stands: number | string | null;
  /** How it is scored, as people read it. */
  readonly rule: string;
}

/** Three checks over every item: `own`, then `unit`, then `centre`, each in its cell. */
export interface Checks {
  readonly title: string;
  /** Points given, or done: yes or no. */
  readonly gives: "points" | "done";
  readonly items: readonly CheckItem[];
  /** Columns the person fills in besides the own check, with what may be chosen; any text without choices. */
  readonly more: readonly {
    readonly key: string;
    readonly name: string;
    readonly choices?: readonly string[];
  }[];
}

/** What distributing and collecting need of a master workbook. */
export interface Master {
  readonly lang: Lang;
  /** The year of the actuals. */
  readonly baseYear: number;
  readonly months: readonly string[];
  readonly people: readonly MasterPerson[];
  readonly plan?: { readonly measure: string; readonly unit: string; readonly periods: readonly Period[] };
  readonly scheme?: Scheme;
  /** What an evaluation is called. */
  readonly title?: string;
  readonly ratings?: Ratings;
  readonly checks?: Checks;
  /** Of an evaluation under review: who stands where. */
  readonly review?: MasterReview;
  /** Where a work plan's own list of tasks stands. */
  readonly taskRanges?: CheckRanges;
}

/**
 * How many people somebody's rank is among: everybody scored, or, of an evaluation, those scored by the same scheme in
 * the same period, which is named where there are several schemes. A review ranks everybody on its board.
 */
export function rankedAmong(
  { people, review }: Master,
  { id, cards = [] }: MasterPerson,
): { readonly count: number; readonly scheme?: string } {
  if (review?.people.some((reviewed) => reviewed.id === id && reviewed.score !== null))
    return { count: review.people.filter(({ rank }) => rank !== null).length };
  const scored = ({ total }: PersonScore): boolean => total !== null;
  const own = cards.findLast(({ score }) => scored(score));
  if (!own) return { count: people.filter(({ score }) => score && scored(score)).length };
  const all = people.flatMap((person) => person.cards ?? []);
  const same = all.filter(({ scheme, period }) => scheme.id === own.scheme.id && period === own.period);
  const several = all.some(({ scheme }) => scheme.id !== own.scheme.id);
  return {
    count: same.filter(({ score }) => scored(score)).length,
    ...(several ? { scheme: own.scheme.name } : {}),
  };
}
