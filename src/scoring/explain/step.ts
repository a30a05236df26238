import type { Scalar } from "../../formula/column";

/** Where the values of this person and the scheme's parameters stand, as `'Scorecard'!N6`. */
export interface Places {
  /** A person's value by its name in the compiled scheme: an input's id, `total`, `points:<indicator>` … */
  readonly value?: (name: string) => string | undefined;
  /** A parameter or table column of the scheme. */
  readonly parameter?: (name: string) => string | undefined;
}

/** One link of the chain: a sentence with its numbers, where it stands, and what it is made of. */
export interface ExplainStep {
  readonly kind:
    | "total"
    | "grade"
    | "rank"
    | "section"
    | "indicator"
    | "rule"
    | "parameter"
    | "measure"
    | "points"
    | "policy"
    | "input"
    | "origin";
  /** Section, indicator or input id, parameter key, policy name; `total`, `grade`, `rank`. */
  readonly id: string;
  readonly text: string;
  /** Percents are fractions. */
  readonly value: Scalar;
  /** The calculation with the numbers put in, where there is one. */
  readonly workings?: string;
  /** With sheet: `'Scorecard'!N6`. */
  readonly cell?: string;
  readonly steps: readonly ExplainStep[];
}

/** A step without the members that it does not have. */
export function makeStep(
  kind: ExplainStep["kind"],
  id: string,
  value: Scalar,
  rest: Pick<ExplainStep, "text" | "steps"> & {
    readonly workings?: string;
    readonly cell?: string | undefined;
  },
): ExplainStep {
  const { text, steps, workings, cell } = rest;
  return {
    kind,
    id,
    value,
    text,
    steps,
    ...(workings !== undefined && { workings }),
    ...(cell !== undefined && { cell }),
  };
}

/** The chain as lines, each level indented by two spaces; cells stand at the end in brackets. */
export function explainLines(step: ExplainStep, depth = 0): string[] {
  const place = step.cell === undefined ? "" : `  [${step.cell.replaceAll("$", "")}]`;
  return [
    `${"  ".repeat(depth)}${step.text}${place}`,
    ...step.steps.flatMap((below) => explainLines(below, depth + 1)),
  ];
}
