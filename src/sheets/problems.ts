import { cellRef, rangeRef } from "../formula/references";
import { compressAddresses } from "../records/tables/addresses";
import { tell } from "../records/problems/message";
import {
  actionOf,
  expectedOf,
  groupProblems,
  titleOf,
  type Problem,
  type ProblemGroup,
} from "../records/problems/problems";
import type { Severity } from "../records/problems/problemKinds";
import { say, type Lang } from "../words";
import { PROBLEM_WORDS as W, SEVERITY_WORDS } from "./problemWords";
import type { FormatSpec, RowSpec, SheetSpec, SpecCell } from "./spec";
import type { StyleName } from "./style";
import { PAGE_WORDS } from "./words";
import { wrappedHeight } from "./wrap";

export interface ProblemsSheetOptions {
  /** How many of one group are listed place by place, where they differ; the rest is written as ranges. Default 40. */
  readonly limitPerGroup?: number;
}

const HEADER_ROW = 3;
const COLUMNS = ["severity", "problem", "count", "sheet", "place", "found", "expected", "action"] as const;
/** Characters, in the order of the columns. */
const WIDTHS = [9, 32, 8, 18, 24, 24, 34, 40] as const;
const LAST_COLUMN = COLUMNS.length - 1;
const COUNT_COLUMN = COLUMNS.indexOf("count");
/** Characters of addresses in one cell, and rows of them in one group, before the rest is only counted. */
const PLACES_LENGTH = 160;
const REST_ROWS = 4;
const SEVERITY_STYLES: Readonly<Record<Severity, StyleName | undefined>> = {
  error: "bad",
  warning: "warn",
  info: undefined,
};

interface Line {
  readonly severity: Severity;
  readonly cells: readonly SpecCell[];
}

/**
 * The sheet of what was odd in the data: one table under one frozen header, groups with their counts first, then the
 * places. What is the same for all places of a group is said once, with the group. Groups and places share the columns,
 * so that one filter serves both.
 */
export function problemsSheet(
  problems: readonly Problem[],
  lang: Lang,
  options: ProblemsSheetOptions = {},
): SheetSpec {
  const limit = options.limitPerGroup ?? 40;
  const groups = groupProblems(problems);
  const summary = groups.map((group) => groupLine(group, lang));
  const details = groups.flatMap((group) => detailLines(group, limit, lang));
  const lines = [...summary, ...details];
  const name = W.tab[lang];
  const subtitle =
    groups.length === 0
      ? W.none[lang]
      : say(W.subtitle, lang, { groups: groups.length, count: problems.length, limit });
  const top: SheetSpec = {
    id: "problems",
    name,
    blocks: [
      { at: "A1", cells: [[W.title[lang]]] },
      { at: "A2", cells: [[subtitle]] },
    ],
    columns: WIDTHS.map((width, i) => ({ columns: columnSpan(i), width })),
    formats: [
      { range: "A1", style: "title" },
      { range: "A2", style: "subtitle" },
    ],
    print: {
      orientation: "landscape",
      fitWidth: 1,
      titleRows: `$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`,
      footer: { left: name, right: PAGE_WORDS.pages[lang] },
    },
  };
  if (lines.length === 0) return top;

  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + lines.length;
  return {
    ...top,
    blocks: [
      ...top.blocks,
      {
        at: cellRef(HEADER_ROW, 0),
        cells: [COLUMNS.map((column) => W[column][lang]), ...lines.map(({ cells }) => cells)],
      },
    ],
    formats: [
      ...(top.formats ?? []),
      { range: rangeRef(HEADER_ROW, 0, HEADER_ROW, LAST_COLUMN), style: "header" },
      { range: cellRef(HEADER_ROW, COUNT_COLUMN), style: "alignRight" },
      { range: rangeRef(first, 0, last, LAST_COLUMN), style: ["body", "row", "wrap"] },
      { range: rangeRef(first, 0, first + summary.length - 1, LAST_COLUMN), style: "subtotal" },
      {
        range: rangeRef(first, COUNT_COLUMN, last, COUNT_COLUMN),
        style: "alignRight",
        numberFormat: "#,##0",
      },
      // Words right after the figures of the count would touch them.
      { range: rangeRef(HEADER_ROW, COUNT_COLUMN + 1, last, COUNT_COLUMN + 1), style: "indent1" },
      ...severityFormats(lines, first),
    ],
    rows: tallRows(lines, first),
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
    filter: rangeRef(HEADER_ROW, 0, last, LAST_COLUMN),
  };
}

function groupLine(group: ProblemGroup, lang: Lang): Line {
  const first = group.problems[0];
  if (!first) return { severity: group.severity, cells: COLUMNS.map(() => null) };
  const places = chunks(group.problems, 1)[0];
  const saysAll = places?.count === group.count;
  return {
    severity: group.severity,
    cells: [
      SEVERITY_WORDS[group.severity][lang],
      tell(titleOf(first), lang),
      group.count,
      group.sheet,
      saysAll ? places.text : say(W.first, lang, { cells: group.firstCells.join(", ") }),
      isAlike(group, lang) ? foundIn(first, lang) : null,
      // What is expected and done is said once for the group when it does not differ from place to place.
      alike(group, (one) => tell(expectedOf(one), lang)),
      alike(group, (one) => tell(actionOf(one), lang)),
    ],
  };
}

function alike(group: ProblemGroup, text: (one: Problem) => string): string | null {
  const first = group.problems[0];
  if (!first) return null;
  const said = text(first);
  return group.problems.every((one) => sameParams(one, first) || text(one) === said) ? said : null;
}

const foundIn = ({ found }: Problem, lang: Lang): string => (found === "" ? W.empty[lang] : found);

/** Nothing but the place differs: a list of them would say one thing over and over. */
function isAlike(group: ProblemGroup, lang: Lang): boolean {
  const [first] = group.problems;
  return (
    group.problems.every(({ found }) => found === first?.found) &&
    alike(group, (one) => tell(expectedOf(one), lang)) !== null &&
    alike(group, (one) => tell(actionOf(one), lang)) !== null
  );
}

function sameParams(a: Problem, b: Problem): boolean {
  for (const name in a.params) if (a.params[name] !== b.params[name]) return false;
  return true;
}

function detailLines(group: ProblemGroup, most: number, lang: Lang): Line[] {
  const { severity } = group;
  const same = isAlike(group, lang);
  if (same && chunks(group.problems, 1)[0]?.count === group.count) return [];
  const limit = same ? 0 : most;
  const listed = group.problems.slice(0, limit).map((one): Line => {
    return {
      severity,
      cells: [
        SEVERITY_WORDS[severity][lang],
        tell(titleOf(one), lang),
        1,
        one.sheet,
        one.cell,
        foundIn(one, lang),
        tell(expectedOf(one), lang),
        tell(actionOf(one), lang),
      ],
    };
  });
  const rest = group.problems.slice(limit);
  const first = rest[0];
  if (!first) return listed;

  const places = chunks(rest, REST_ROWS);
  const told = places.reduce((sum, { count }) => sum + count, 0);
  const from = rest[told];
  const to = rest[rest.length - 1];
  if (from && to)
    places.push({ text: say(W.more, lang, { first: from.cell, last: to.cell }), count: rest.length - told });
  const expected = alike(group, (one) => tell(expectedOf(one), lang));
  const action = alike(group, (one) => tell(actionOf(one), lang));
  const together = places.map(({ text, count }): Line => {
    return {
      severity,
      cells: [
        SEVERITY_WORDS[severity][lang],
        tell(titleOf(first), lang),
        count,
        group.sheet,
        text,
        same ? foundIn(first, lang) : W.rest[lang],
        expected,
        action,
      ],
    };
  });
  return [...listed, ...together];
}

interface Places {
  readonly text: string;
  readonly count: number;
}

/** Places in reading order as texts of bounded length, each with how many problems it stands for; `most` texts at most. */
function chunks(problems: readonly Problem[], most: number): Places[] {
  const found: Places[] = [];
  const textOf = (from: number, to: number) =>
    compressAddresses(problems.slice(from, to).map(({ cell }) => cell)).join(", ");
  let start = 0;
  while (start < problems.length && found.length < most) {
    // Doubling finds a nearly full cell in few steps however the addresses compress.
    let end = Math.min(start + 12, problems.length);
    let text = textOf(start, end);
    while (end < problems.length) {
      const next = Math.min(end + (end - start), problems.length);
      const longer = textOf(start, next);
      if (longer.length > PLACES_LENGTH) break;
      end = next;
      text = longer;
    }
    found.push({ text, count: end - start });
    start = end;
  }
  return found;
}

/** One format for each run of lines of one severity, in its first column. */
function severityFormats(lines: readonly Line[], firstRow: number): FormatSpec[] {
  const formats: FormatSpec[] = [];
  let start = 0;
  for (let i = 1; i <= lines.length; i++) {
    const severity = lines[start]?.severity;
    if (lines[i]?.severity === severity && i < lines.length) continue;
    const style = severity && SEVERITY_STYLES[severity];
    if (style) formats.push({ range: rangeRef(firstRow + start, 0, firstRow + i - 1, 0), style });
    start = i;
  }
  return formats;
}

function columnSpan(index: number): string {
  const letter = String.fromCharCode(65 + index);
  return `${letter}:${letter}`;
}

/** Heights of the lines whose texts take more than one line of their column. */
function tallRows(lines: readonly Line[], first: number): RowSpec[] {
  const line = wrappedHeight([["", 1]]);
  return lines.flatMap(({ cells }, i) => {
    const height = wrappedHeight(WIDTHS.map((width, c) => [String(cells[c] ?? ""), width]));
    return height > line ? [{ rows: `${first + i + 1}`, height }] : [];
  });
}
