import type { Memory } from "../../scoring/consequences/outcomes";
import type { ConsequencePolicy } from "../../scoring/consequences/policy";
import { say } from "../../words";
import { textWidth } from "../rows";
import type { ColumnSpec, SheetSpec, SpecCell } from "../spec";
import { PAGE_WORDS } from "../words";
import type { Scored } from "./readScored";
import { standingChart, standingConditionals, standingFormats, standingValidations } from "./standingLook";
import { COLUMNS, standingPlaces } from "./standingPlaces";
import { actionRows, gradeRows, numberRows, peopleRows, shareRows } from "./standingRows";
import { STANDING_WORDS as W } from "./standingWords";

export interface StandingLayout {
  readonly sheet: string;
  /** First and last person's row, from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: Readonly<Record<string, string>>;
  /** The policy's numbers by their name in `STANDING`. */
  readonly policy: ReadonlyMap<string, string>;
}

/** So many people and the counts below them still fit a page with the chart in one piece. */
const MOST_ON_A_PAGE = 20;

const HEADERS = [
  "unit",
  "person",
  "total",
  "grade",
  "rank",
  "fromEnd",
  "tied",
  "size",
  "lastBefore",
  "warnings",
  "previous",
  "forced",
  "moved",
  "action",
] as const satisfies readonly (keyof typeof W)[];

/**
 * Final grades and consequences, live over the scorecard: forced shares, rewards, last, warned, last again. The policy's
 * numbers and what earlier periods left behind are yellow cells.
 *
 * @param before what earlier periods left behind, as `followPeriods` remembers it
 */
export function standingSheet(
  scored: Scored,
  policy: ConsequencePolicy,
  before: ReadonlyMap<string, Memory> = new Map(),
): { readonly sheet: SheetSpec; readonly layout: StandingLayout } {
  const { people } = scored;
  const { lang } = policy;
  const word = (key: keyof typeof W): string => W[key][lang];
  const places = standingPlaces(scored, policy);
  const { sheet, header, first, last } = places;
  const lines: readonly (readonly SpecCell[])[] = [
    [word("title")],
    [say(W.note, lang, { ties: word(policy.ties) })],
    [],
    [word("policy")],
    ...shareRows(policy, places),
    ...numberRows(policy),
    [],
    [null, null, null, null, word("compared"), null, null, null, word("history")],
    HEADERS.map(word),
    ...peopleRows(scored, policy, before, places),
    [],
    [],
    [word("grade"), null, word("byScore"), word("final")],
    ...gradeRows(places),
    [],
    [word("action"), null, word("count")],
    ...actionRows(policy, places),
    [],
    [word("signatures")],
  ];
  return {
    layout: { sheet, firstRow: first, lastRow: last, columns: COLUMNS, policy: places.policy },
    sheet: {
      id: "standing",
      name: sheet,
      blocks: [{ at: "A1", cells: lines.map(padded) }],
      columns: widths(people),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${header}`, height: 32 },
      ],
      formats: standingFormats(policy, places),
      freeze: { rows: header, columns: 2 },
      conditionals: standingConditionals(places),
      validations: standingValidations(policy, places),
      filter: `A${header}:N${Math.max(header, last)}`,
      charts: [standingChart(policy, places)],
      print: {
        orientation: "landscape",
        titleRows: `$${header}:$${header}`,
        fitWidth: 1,
        // So that the chart is not cut in two: all on one page, or the counts and the chart on one of their own.
        ...(people.names.length <= MOST_ON_A_PAGE
          ? { fitHeight: 1 }
          : { breaksBefore: [places.grades.header] }),
        area: `A1:N${places.signatures}`,
        footer: { left: word("title"), right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}

function padded(line: readonly SpecCell[]): SpecCell[] {
  return [...line, ...Array.from({ length: HEADERS.length - line.length }, () => null)];
}

function widths({ units, names }: Scored["people"]): ColumnSpec[] {
  return [
    { columns: "A", width: Math.min(24, Math.max(16, ...units.map(textWidth)) + 3) },
    { columns: "B", width: Math.min(24, Math.max(12, ...names.map(textWidth)) + 3) },
    { columns: "C", width: 10 },
    { columns: "D", width: 16 },
    { columns: "E:H", width: 10 },
    { columns: "I:K", width: 12 },
    { columns: "L", width: 16 },
    { columns: "M", width: 10 },
    { columns: "N", width: 20 },
  ];
}
