import { printFormula } from "../../formula/print";
import { quoteSheet } from "../../formula/references";
import { NOTHING_BEFORE, keyOf, type Memory } from "../../scoring/consequences/outcomes";
import { ACTIONS, type ConsequencePolicy } from "../../scoring/consequences/policy";
import { STANDING as S, actionOf, forcedGrade, quotaOf } from "../../scoring/consequences/standing";
import { ACTION_WORDS } from "../../scoring/consequences/words";
import { NAMES } from "../../scoring/names";
import { cellOf } from "../evaluation/scorecard";
import type { SpecCell } from "../spec";
import type { Scored } from "./readScored";
import { COLUMNS, POLICY_NUMBERS, type StandingPlaces } from "./standingPlaces";
import { STANDING_WORDS as W } from "./standingWords";
import { whoIs } from "./whoIs";

type Row = readonly SpecCell[];

/** A line a forced share: of whom, how many, the grade, and what becomes of the others. */
export function shareRows(policy: ConsequencePolicy, places: StandingPlaces): Row[] {
  const { lang } = policy;
  return policy.shares.map((share, i) => {
    // Within units everybody's group has a size of its own.
    const size = policy.scope === "overall" ? `COUNT(${places.all(S.total)})` : "";
    const quota = printFormula(quotaOf(policy, i), (name) =>
      name === S.size ? size : (places.policy.get(name) ?? ""),
    );
    return [
      W[share.end][lang],
      null,
      share.share,
      share.grade,
      ...(size ? [{ formula: `=${quota}` }, W.quota[lang]] : [null, null]),
      ...(share.others === undefined ? [] : [W.others[lang], share.others]),
    ];
  });
}

export function numberRows(policy: ConsequencePolicy): Row[] {
  return POLICY_NUMBERS.map(([word]) => [W[word][policy.lang], null, policy[word]]);
}

/** A row a person: rank and group of this period, what earlier periods left behind, and what follows. */
export function peopleRows(
  scored: Scored,
  policy: ConsequencePolicy,
  before: ReadonlyMap<string, Memory>,
  places: StandingPlaces,
): Row[] {
  const { people, layout } = scored;
  const { all, gradeList } = places;
  const cell = (column: keyof typeof COLUMNS, row: number): string => `$${COLUMNS[column]}${row}`;
  const counting = (row: number, condition: string): string => {
    const group = policy.scope === "unit" ? `(${all("unit")}=${cell("unit", row)})*` : "";
    return `SUMPRODUCT(${group}(${all(S.total)}<>"")*${condition})`;
  };
  const ifScored = (row: number, formula: string): SpecCell => ({
    formula: `=IF(ISNUMBER(${cell(S.total, row)}),${formula},"")`,
  });
  const place = (grade: string): string => `MATCH(${grade},${gradeList},0)`;
  return people.names.map((name, i) => {
    const row = places.first + i;
    const card = (column: string): string =>
      `${quoteSheet(layout.sheet)}!${cellOf(layout, column, layout.firstRow + i)}`;
    // Lines kept free have no past.
    const free = scored.live === true && name === "";
    const memory = before.get(keyOf(name, people.units[i])) ?? NOTHING_BEFORE;
    /** Whose rewards a veto has cancelled is not rewarded, however high the rank. */
    const rewards = layout.columns.has(NAMES.rewards)
      ? `IF(${card(NAMES.rewards)}="",${places.policy.get(S.reward) ?? "0"},0)`
      : undefined;
    const print = (expr: Parameters<typeof printFormula>[0]): SpecCell => ({
      formula: `=${printFormula(
        expr,
        (called) =>
          (called === S.reward ? rewards : undefined) ??
          places.policy.get(called) ??
          cell(called as keyof typeof COLUMNS, row),
      )}`,
    });
    const [total, grade, final] = [cell(S.total, row), cell(S.grade, row), cell(S.forced, row)];
    return [
      ...whoIs(scored, i),
      { formula: `=${card(NAMES.total)}` },
      { formula: `=${card(NAMES.grade)}` },
      ifScored(row, `${counting(row, `(${all(S.total)}>${total})`)}+1`),
      ifScored(row, `${counting(row, `(${all(S.total)}<${total})`)}+1`),
      ifScored(row, counting(row, `(${all(S.total)}=${total})`)),
      ifScored(row, counting(row, "1")),
      // Nothing is kept of those who have no past either: somebody else may come to stand on their line.
      free || memory === NOTHING_BEFORE ? null : memory.lastInARow,
      free || memory === NOTHING_BEFORE ? null : memory.warnings.length,
      memory.total,
      print(forcedGrade(policy)),
      {
        formula: `=IF(OR(${final}="",${final}=${grade}),"",IF(${place(final)}<${place(grade)},"▲","▼"))`,
      },
      print(actionOf(policy)),
    ];
  });
}

/** How many people have each grade, by score and in the end. */
export function gradeRows({ gradeCells, grades, all }: StandingPlaces): Row[] {
  return gradeCells.map((cell, i) => [
    { formula: `=${cell}` },
    null,
    { formula: `=COUNTIF(${all(S.grade)},$A${grades.header + 1 + i})` },
    { formula: `=COUNTIF(${all(S.forced)},$A${grades.header + 1 + i})` },
  ]);
}

/** How many people each consequence meets. */
export function actionRows({ lang }: ConsequencePolicy, { actions, all }: StandingPlaces): Row[] {
  return ACTIONS.map((action, i) => [
    ACTION_WORDS[action][lang],
    null,
    { formula: `=COUNTIF(${all("action")},$A${actions.header + 1 + i})` },
  ]);
}
