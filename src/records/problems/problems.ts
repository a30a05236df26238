import type { Message, MessageParams } from "./message";
import { PROBLEMS, type ProblemCode, type Severity } from "./problemKinds";

/** One odd thing, with its place. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 cell or range. */
  readonly cell: string;
  /** What stands there, as text; empty for an empty cell. */
  readonly found: string;
  /** Fills the places of the kind's title, expected and action. */
  readonly params: MessageParams;
}

export function problem(
  code: ProblemCode,
  sheet: string,
  cell: string,
  found: string,
  params: MessageParams = {},
): Problem {
  return { code, severity: PROBLEMS[code].severity, sheet, cell, found, params };
}

export const titleOf = (p: Problem): Message => ({ phrase: PROBLEMS[p.code].title, params: p.params });
export const expectedOf = (p: Problem): Message => ({ phrase: PROBLEMS[p.code].expected, params: p.params });
export const actionOf = (p: Problem): Message => ({ phrase: PROBLEMS[p.code].action, params: p.params });

/** Problems of one kind about one column of one sheet. */
export interface ProblemGroup {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly sheet: string;
  readonly count: number;
  /** The first few cells, for showing. */
  readonly firstCells: readonly string[];
  readonly problems: readonly Problem[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const SHOWN_CELLS = 3;

/**
 * The list in groups: errors first, then by how many there are. Every problem stays in its group, in reading order.
 */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const one of problems) {
    const field = one.params["field"];
    const key = `${one.code}\n${one.sheet}\n${typeof field === "object" ? field["en-US"] : (field ?? "")}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      const { code, severity, sheet } = first;
      return [
        {
          code,
          severity,
          sheet,
          count: group.length,
          firstCells: group.slice(0, SHOWN_CELLS).map(({ cell }) => cell),
          problems: group,
        },
      ];
    })
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count);
}
