import { columnIndex, columnName, LAST_COLUMN, LAST_ROW } from "../../formula/references";

/**
 * Functions newer than Excel 2007. A file names them with a prefix so that older programs know they do not know them;
 * without it Excel shows `#NAME?`. People never see the prefix.
 */
const FUTURE_FUNCTIONS = new Set(
  `ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT
  BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST
  CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL
  DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML
  FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR
  FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC
  IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT
  MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC
  PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE
  RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST
  TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE
  WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);
/** These two carry a second prefix. */
const WORKSHEET_FUTURE_FUNCTIONS = new Set(["FILTER", "SORT"]);

/** Text literals, quoted sheet names and bracketed references stay as they are; everything else may be rewritten. */
const PARTS = /("(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\])/;

function outsideQuotes(formula: string, rewrite: (code: string) => string): string {
  return formula
    .split(PARTS)
    .map((part, i) => (i % 2 === 0 ? rewrite(part) : part))
    .join("");
}

/**
 * A formula as the file has it: no `=`, functions newer than Excel 2007 with their prefix.
 *
 * @example formulaToFile('=MAXIFS(A:A,B:B,"IFS(")') // '_xlfn.MAXIFS(A:A,B:B,"IFS(")'
 */
export function formulaToFile(formula: string): string {
  return outsideQuotes(withParameterPrefixes(formula.replace(/^=/, "")), (code) =>
    code.replace(/(?<![\w.\\])([A-Z][A-Z0-9.]*)(?=\()/gi, (name: string) => {
      const upper = name.toUpperCase();
      if (WORKSHEET_FUTURE_FUNCTIONS.has(upper)) return `_xlfn._xlws.${upper}`;
      return FUTURE_FUNCTIONS.has(upper) ? `_xlfn.${upper}` : name;
    }),
  );
}

const BINDS_NAMES = /(?<![\w.\\])(LET|LAMBDA)\s*\(/gi;

/** Names that `LET` and `LAMBDA` bind carry a prefix of their own. */
function withParameterPrefixes(formula: string): string {
  const code = withoutTexts(formula);
  const bound = new Set<string>();
  for (const match of code.matchAll(BINDS_NAMES)) {
    const parts = argumentsFrom(code, match.index + match[0].length).slice(0, -1);
    const names = match[1]?.toUpperCase() === "LET" ? parts.filter((_, i) => i % 2 === 0) : parts;
    for (const name of names) bound.add(name.trim().toLowerCase());
  }
  if (bound.size === 0) return formula;
  const NAME = /(?<![\p{L}\p{N}_.\\$!])([\p{L}_][\p{L}\p{N}_.]*)(?![\p{L}\p{N}_.(!:])/gu;
  const prefixed = (name: string): string => (bound.has(name.toLowerCase()) ? `_xlpm.${name}` : name);
  return outsideQuotes(formula, (each) => each.replace(NAME, prefixed));
}

/** A formula as long as before with everything in quotes blanked out: brackets and commas in there do not count. */
export function withoutTexts(formula: string): string {
  return formula
    .split(PARTS)
    .map((part, i) => (i % 2 === 0 ? part : " ".repeat(part.length)))
    .join("");
}

/** The arguments of a call whose opening bracket ends at `start`, in a formula {@link withoutTexts}. */
export function argumentsFrom(code: string, start: number): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of code.slice(start)) {
    if (letter === ")" && depth === 0) break;
    if (letter === "(" || letter === "{") depth += 1;
    if (letter === ")" || letter === "}") depth -= 1;
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** A file's formula as Excel shows it. @example formulaFromFile("_xlfn.IFNA(A1,0)") // "=IFNA(A1,0)" */
export function formulaFromFile(text: string): string {
  return `=${text.includes("_xl") ? outsideQuotes(text, (code) => code.replace(/_xlfn\.(?:_xlws\.)?|_xlpm\.|_xludf\./gi, "")) : text}`;
}

const REFERENCE =
  /(?<![\w.\\$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(\\!])|(?<![\w.\\$:])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(\\!$])|(?<![\w.\\$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])/g;

/**
 * A formula copied `rows` down and `columns` to the right: relative references move, `$` ones stay.
 * That is how a file's shared formulas are meant.
 *
 * @example shiftFormula("=A1*$B$1", 2, 1) // "=B3*$B$1"
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string, name: string): string =>
    fixed + (fixed ? name : columnName(wrap(columnIndex(name) + columns, LAST_COLUMN)));
  const row = (fixed: string, number: string): string =>
    fixed + (fixed ? number : wrap(Number(number) - 1 + rows, LAST_ROW) + 1);
  return outsideQuotes(formula, (code) =>
    code.replace(REFERENCE, (whole: string, ...groups: (string | undefined)[]) => {
      const [f1 = "", c1, f2 = "", r1, f3 = "", c2, f4 = "", c3, f5 = "", r2, f6 = "", r3] = groups;
      if (c1 !== undefined && r1 !== undefined) return isColumn(c1) ? column(f1, c1) + row(f2, r1) : whole;
      if (c2 !== undefined && c3 !== undefined)
        return isColumn(c2) && isColumn(c3) ? `${column(f3, c2)}:${column(f4, c3)}` : whole;
      if (r2 !== undefined && r3 !== undefined) return `${row(f5, r2)}:${row(f6, r3)}`;
      return whole;
    }),
  );
}

function isColumn(name: string): boolean {
  return columnIndex(name) <= LAST_COLUMN;
}

/** Past the sheet's edge a reference comes in again at the other side. */
function wrap(index: number, last: number): number {
  const size = last + 1;
  return ((index % size) + size) % size;
}
