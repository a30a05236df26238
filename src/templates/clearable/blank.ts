/** Formulas that show nothing as long as nothing is known of what they are worked out from. */

/** Functions that say what they need by the cells they are given: one cell that is blank leaves them without a result. */
const PLAIN = new Set(["IF", "OR", "AND", "ROUND", "N", "MAX", "MIN", "ABS", "SQRT", "ISNUMBER"]);
/** Functions that add cells up, and which of their arguments those are. */
const SUMS: Readonly<Record<string, (args: readonly string[]) => readonly string[]>> = {
  SUM: (args) => args,
  SUMIF: (args) => args.slice(2),
  SUMIFS: (args) => args.slice(0, 1),
};
const TEXT = /"(?:[^"]|"")*"/g;
const REFERENCE = /(?<![\w.'!$])((?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?\d+)(:\$?[A-Z]{1,3}\$?\d+)?(?![\w(])/g;
/** The one name whose cell may be empty. */
const TOTAL = /\battain_target_total\b/;

/**
 * The formula, blank while a cell it counts with is: sums while none of theirs is filled, everything else while any is
 * missing. What a formula itself compares with nothing is its own business, and formulas that count are left alone.
 *
 * @param otherwise when a formula of lookups is blank: a condition
 * @example blankUntilKnown("=SUM(B2:B4)", "A1=\"\"") // '=IF(COUNT(B2:B4)=0,"",SUM(B2:B4))'
 * @example blankUntilKnown("=B2/B3", "A1=\"\"") // '=IF(OR(B2="",B3=""),"",B2/B3)'
 */
export function blankUntilKnown(formula: string, otherwise: string): string {
  const body = formula.replace(/^=/, "");
  if (/\bCOUNTA?\(/.test(body)) return formula;
  const calls = callsOf(body);
  const sums = calls.filter(({ name }) => name in SUMS);
  const summed = sums.flatMap(({ name, args }) => SUMS[name]?.(args) ?? []);
  // Sums and what the formula looks at itself set aside, the cells that are left must all be there.
  const rest = withoutCalls(body, [...sums, ...calls.filter(({ name }) => name === "N")]).replace(
    TEXT,
    (text) => (text === '""' ? text : " "),
  );
  const own = new Set([...rest.matchAll(/([^\s(,=<>]+)="("?)/g)].map(([, cell]) => cell));
  const found = [...rest.matchAll(REFERENCE)];
  const lookups =
    calls.some(({ name }) => !PLAIN.has(name) && !(name in SUMS)) ||
    found.some(([, , range]) => range !== undefined);
  const cells = [...new Set(found.flatMap(([, cell]) => (cell !== undefined && !own.has(cell) ? cell : [])))];
  if (TOTAL.test(rest)) cells.push("attain_target_total");
  const needed = lookups ? [otherwise] : cells.map((cell) => `${cell}=""`);
  // Numbers made of whatever is there are added up.
  const added =
    needed.length === 0 && summed.length === 0
      ? calls.flatMap(({ name, args }) => (name === "N" ? args : []))
      : summed;
  const conditions = [...needed, ...(added.length > 0 ? [`COUNT(${[...new Set(added)].join(",")})=0`] : [])];
  const [first, ...more] = conditions;
  if (first === undefined) return formula;
  return `=IF(${more.length === 0 ? first : `OR(${conditions.join(",")})`},"",${body})`;
}

interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Every call of the formula, those inside others as well. */
function callsOf(formula: string): Call[] {
  const calls: Call[] = [];
  const open: { name: string; start: number; args: string[]; from: number }[] = [];
  for (const { at, sign } of signsOf(formula)) {
    const inner = open.at(-1);
    if (sign === "(") {
      const name = /[A-Z][A-Z.]*$/.exec(formula.slice(0, at))?.[0] ?? "";
      open.push({ name, start: at - name.length, args: [], from: at + 1 });
    } else if (inner && sign === ",") {
      inner.args.push(formula.slice(inner.from, at));
      inner.from = at + 1;
    } else if (inner && sign === ")") {
      open.pop();
      const { name, start, args, from } = inner;
      if (name !== "") calls.push({ name, start, end: at + 1, args: [...args, formula.slice(from, at)] });
    }
  }
  return calls;
}

/** Brackets and commas that are not part of a text or of a sheet's name. */
function signsOf(formula: string): { readonly at: number; readonly sign: string }[] {
  return [...formula.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[(),]/g)].flatMap(({ 0: sign, index }) =>
    sign.length === 1 ? [{ at: index, sign }] : [],
  );
}

function withoutCalls(formula: string, calls: readonly Call[]): string {
  const signs = [...formula];
  for (const { start, end } of calls) signs.fill(" ", start, end);
  return signs.join("");
}
