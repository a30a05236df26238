import { DIV0, BLANK, NUMBER, TEXT } from "./column";
import type { EvaluateColumns } from "./kernels/arguments";
import { arithmetic, numeric, power, roundAway, roundToZero } from "./kernels/arithmetic";
import { COUNT_ONLY, fold } from "./kernels/fold";
import { choose, comparison, conditions, kindTest, negate, rescue } from "./kernels/logic";
import { find, item, marginal, match, passed, rank, size, sumif } from "./kernels/lookup";
import { join } from "./kernels/text";
import {
  added,
  divided,
  greatest,
  heldLoop,
  least,
  multiplied,
  roundLoop,
  startedLoop,
  subtracted,
} from "./loops";
import { COMPARE_DIGITS, ROUNDING_LIFT, excelRound } from "./rounding";

/** How a function is written: an operator with its precedence, or a template in which `{0}` is the first argument. */
type Printing =
  | { readonly operator: string; readonly precedence: number }
  | { readonly prefix: string; readonly precedence: number }
  | { readonly call: string }
  | { readonly template: string; readonly precedence?: number };

interface FunctionSpec {
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  readonly evaluate: EvaluateColumns;
  readonly print: Printing;
}

/** As many arguments as a formula is ever given. */
const MANY = 250;

const spec = (
  arity: number | readonly [number, number],
  evaluate: EvaluateColumns,
  print: Printing,
): FunctionSpec => ({
  arity: typeof arity === "number" ? [arity, arity] : arity,
  evaluate,
  print,
});

/**
 * Every function there is: how many arguments, what it does to columns, how Excel writes it. Templates use only what
 * Excel 2010, WPS, LibreOffice and the live workbook of the host calculate alike.
 */
const FUNCTIONS = {
  add: spec(
    2,
    arithmetic(added, (x, y) => x + y, 0),
    { operator: "+", precedence: 3 },
  ),
  sub: spec(
    2,
    arithmetic(subtracted, (x, y) => x - y, 0),
    { operator: "-", precedence: 3 },
  ),
  mul: spec(
    2,
    arithmetic(multiplied, (x, y) => x * y, 1),
    { operator: "*", precedence: 4 },
  ),
  div: spec(
    2,
    arithmetic(divided, (x, y) => x / y, 1, true),
    { operator: "/", precedence: 4 },
  ),
  pow: spec(
    2,
    numeric((x, y) => (x === 0 && y < 0 ? { error: DIV0 } : power(x, y))),
    { operator: "^", precedence: 5 },
  ),
  neg: spec(
    1,
    numeric((x) => 0 - x),
    { prefix: "-", precedence: 6 },
  ),

  eq: spec(
    2,
    comparison((order) => order === 0),
    { operator: "=", precedence: 1 },
  ),
  ne: spec(
    2,
    comparison((order) => order !== 0),
    { operator: "<>", precedence: 1 },
  ),
  lt: spec(
    2,
    comparison((order) => order < 0),
    { operator: "<", precedence: 1 },
  ),
  le: spec(
    2,
    comparison((order) => order <= 0),
    { operator: "<=", precedence: 1 },
  ),
  gt: spec(
    2,
    comparison((order) => order > 0),
    { operator: ">", precedence: 1 },
  ),
  ge: spec(
    2,
    comparison((order) => order >= 0),
    { operator: ">=", precedence: 1 },
  ),
  join: spec(2, join, { operator: "&", precedence: 2 }),

  if: spec(3, choose, { call: "IF" }),
  iferror: spec(2, rescue, { call: "IFERROR" }),
  and: spec([1, MANY], conditions(false), { call: "AND" }),
  or: spec([1, MANY], conditions(true), { call: "OR" }),
  not: spec(1, negate, { call: "NOT" }),
  isnumber: spec(
    1,
    kindTest((kind) => kind === NUMBER),
    { call: "ISNUMBER" },
  ),
  isblank: spec(
    1,
    kindTest((kind) => kind === BLANK),
    { call: "ISBLANK" },
  ),
  istext: spec(
    1,
    kindTest((kind) => kind === TEXT),
    { call: "ISTEXT" },
  ),

  min: spec(
    [1, MANY],
    fold(Infinity, Math.min, (x, n) => (n === 0 ? 0 : x), false, least),
    { call: "MIN" },
  ),
  max: spec(
    [1, MANY],
    fold(-Infinity, Math.max, (x, n) => (n === 0 ? 0 : x), false, greatest),
    { call: "MAX" },
  ),
  sum: spec(
    [1, MANY],
    fold(
      0,
      (x, y) => x + y,
      (x) => x,
      false,
      added,
    ),
    { call: "SUM" },
  ),
  count: spec(
    [1, MANY],
    fold(0, COUNT_ONLY, (_, n) => n, true),
    { call: "COUNT" },
  ),
  average: spec(
    [1, MANY],
    fold(
      0,
      (x, y) => x + y,
      (x, n) => (n === 0 ? { error: DIV0 } : x / n),
    ),
    { call: "AVERAGE" },
  ),
  abs: spec(1, numeric(Math.abs), { call: "ABS" }),
  int: spec(1, numeric(Math.floor), { call: "INT" }),
  rounddown: spec(2, numeric(roundToZero), { call: "ROUNDDOWN" }),
  roundup: spec(2, numeric(roundAway), { call: "ROUNDUP" }),
  /** Rounds half away from zero, lifted over the noise of binary fractions. */
  round: spec(
    2,
    numeric((x, digits) => excelRound(x * ROUNDING_LIFT, digits), roundLoop),
    { template: "ROUND({0:4}*(1+1E-12),{1})" },
  ),
  /** The value as it is held against bounds. */
  held: spec(
    1,
    numeric((x) => excelRound(x, COMPARE_DIGITS), heldLoop),
    { template: `ROUND({0},${COMPARE_DIGITS})` },
  ),
  /** Started units: 2.1 and 3 are 3, and so is 3.0000000000000004. */
  started: spec(
    1,
    numeric((x) => 0 - Math.floor(0 - excelRound(x, COMPARE_DIGITS)), startedLoop),
    {
      template: `-INT(-ROUND({0},${COMPARE_DIGITS}))`,
      precedence: 6,
    },
  ),

  passed: spec(3, passed, {
    template: `SUMPRODUCT(({1}<>"")*(({1}<ROUND({0},${COMPARE_DIGITS}))+({1}=ROUND({0},${COMPARE_DIGITS}))*({2}<>">")))`,
  }),
  size: spec(1, size, { call: "ROWS" }),
  item: spec(2, item, { call: "INDEX" }),
  marginal: spec(3, marginal, { template: "SUMPRODUCT(({0:2}>{1})*({0:4}-{1})*{2})" }),
  sumif: spec(3, sumif, { call: "SUMIF" }),
  match: spec(2, match, { template: "MATCH({0},{1},0)" }),
  find: spec(2, find, { template: 'MATCH(TRUE,INDEX({1}&""={0:3}&"",0),0)' }),
  rank: spec(3, rank, { call: "RANK" }),
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof FUNCTIONS;

export function functionSpec(name: FunctionName): FunctionSpec {
  return FUNCTIONS[name];
}
