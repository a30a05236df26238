import type { Phrase } from "../words";
import { call, input, lit, text, type Expr } from "./expression";
import { functionSpec, type FunctionName } from "./functions";

/** What is wrong with a formula, and where: `at` counts characters from 0. */
export interface FormulaMistake {
  readonly at: number;
  readonly message: Phrase;
  readonly params: Readonly<Record<string, string>>;
}

export type Parsed = { readonly expr: Expr } | { readonly mistake: FormulaMistake };

/** Functions people may use in their own formulas, as Excel names them. */
const USER_FUNCTIONS: Readonly<Record<string, FunctionName>> = {
  ABS: "abs",
  AND: "and",
  AVERAGE: "average",
  IF: "if",
  IFERROR: "iferror",
  INT: "int",
  ISBLANK: "isblank",
  ISNUMBER: "isnumber",
  MAX: "max",
  MIN: "min",
  NOT: "not",
  OR: "or",
  ROUND: "round",
  ROUNDDOWN: "rounddown",
  ROUNDUP: "roundup",
  SUM: "sum",
};

/**
 * Functions that are short for others, so that every spreadsheet program calculates them alike.
 * - `LOOKUP(x, from1, value1, from2, value2, …)`: the value of the last bound that x reaches; below the first it is
 *   the first value. Bounds ascend and belong to their own value.
 * - `SWITCH(x, a, value1, b, value2, …, otherwise)`: the value beside what x equals.
 */
const SHORTHANDS: Readonly<Record<string, (args: readonly Expr[]) => Expr | undefined>> = {
  LOOKUP: ([x, ...pairs]) => {
    const [, value] = pairs;
    if (!x || !value || pairs.length % 2 !== 0) return undefined;
    return pairsOf(pairs.slice(2)).reduce(
      (below, [from, reached]) => call("if", call("ge", call("held", x), from), reached, below),
      value,
    );
  },
  SWITCH: ([x, ...rest]) => {
    const otherwise = rest.at(-1);
    if (!x || !otherwise || rest.length < 3 || rest.length % 2 !== 1) return undefined;
    return pairsOf(rest.slice(0, -1)).reduceRight(
      (below, [word, value]) => call("if", call("eq", x, word), value, below),
      otherwise,
    );
  },
};

function pairsOf(list: readonly Expr[]): [Expr, Expr][] {
  const pairs: [Expr, Expr][] = [];
  for (let i = 0; i + 1 < list.length; i += 2) {
    const [key, value] = [list[i], list[i + 1]];
    if (key && value) pairs.push([key, value]);
  }
  return pairs;
}

/** Punctuation of Chinese keyboards and print, read as the formula sign it stands for. */
const SIGNS: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "，": ",",
  "、": ",",
  "×": "*",
  "÷": "/",
  "＋": "+",
  "－": "-",
  "−": "-",
  "＊": "*",
  "／": "/",
  "＝": "=",
  "＞": ">",
  "＜": "<",
  "≥": ">=",
  "≤": "<=",
  "≠": "<>",
  "％": "%",
};

const MESSAGES = {
  character: { "zh-CN": "不认识的字符“{found}”", "en-US": "unexpected character “{found}”" },
  expected: {
    "zh-CN": "“{found}”处应为数字、名称或括号",
    "en-US": "a number, a name or a bracket is expected at “{found}”",
  },
  close: { "zh-CN": "“{found}”处缺少右括号", "en-US": "a closing bracket is missing at “{found}”" },
  rest: { "zh-CN": "“{found}”多余", "en-US": "“{found}” is left over" },
  function: { "zh-CN": "没有名为“{found}”的函数", "en-US": "there is no function “{found}”" },
  arguments: {
    "zh-CN": "函数“{found}”的参数个数不对",
    "en-US": "“{found}” has the wrong number of arguments",
  },
  name: { "zh-CN": "没有名为“{found}”的输入项", "en-US": "there is no input named “{found}”" },
  deep: { "zh-CN": "公式嵌套太深", "en-US": "the formula is nested too deeply" },
} as const satisfies Record<string, Phrase>;

type TokenKind = "number" | "text" | "name" | "sign" | "end";
interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|"((?:[^"]|"")*)"|([\p{L}_][\p{L}\p{N}_.]*)|(<=|>=|<>|[-+*/^&=<>(),%（），、×÷＋－−＊／＝＞＜≥≤≠％]))/uy;

const OPERATORS: readonly Readonly<Record<string, FunctionName>>[] = [
  { "=": "eq", "<>": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge" },
  { "&": "join" },
  { "+": "add", "-": "sub" },
  { "*": "mul", "/": "div" },
  { "^": "pow" },
];

const DEEPEST = 60;

/**
 * Reads a formula that a person wrote over named inputs. Never run as code: names that are not among `names` and
 * functions outside a short list are mistakes. Full-width signs (，（）×÷≥) are read as meant; a leading `=` is fine.
 *
 * @example parseFormula("won / (won + lost)", new Set(["won", "lost"]))
 */
export function parseFormula(source: string, names: ReadonlySet<string>): Parsed {
  try {
    const tokens = tokenize(source);
    return { expr: new Parser(tokens, names).whole() };
  } catch (error) {
    if (error instanceof Mistaken) return { mistake: error.mistake };
    throw error;
  }
}

class Mistaken extends Error {
  readonly mistake: FormulaMistake;
  constructor(message: keyof typeof MESSAGES, token: { at: number; text: string }) {
    super(message);
    this.mistake = { at: token.at, message: MESSAGES[message], params: { found: token.text } };
  }
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = /^\s*[=＝]/.exec(source)?.[0].length ?? 0;
  const end = source.trimEnd().length;
  while (at < end) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (!found) {
      const start = at + (/^\s*/.exec(source.slice(at))?.[0].length ?? 0);
      throw new Mistaken("character", { at: start, text: source.charAt(start) });
    }
    const [whole, number, quoted, name, sign] = found;
    const start = at + whole.length - whole.trimStart().length;
    if (number !== undefined) tokens.push({ kind: "number", text: number, at: start });
    else if (quoted !== undefined)
      tokens.push({ kind: "text", text: quoted.replaceAll('""', '"'), at: start });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, at: start });
    else tokens.push({ kind: "sign", text: SIGNS[sign ?? ""] ?? sign ?? "", at: start });
    at = TOKEN.lastIndex;
  }
  tokens.push({ kind: "end", text: "", at: source.length });
  return tokens;
}

class Parser {
  private place = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly names: ReadonlySet<string>,
  ) {}

  whole(): Expr {
    const expr = this.level(0);
    if (this.token.kind !== "end") throw new Mistaken("rest", this.token);
    return expr;
  }

  private get token(): Token {
    return this.tokens[this.place] ?? { kind: "end", text: "", at: 0 };
  }

  private take(sign: string): boolean {
    if (this.token.kind !== "sign" || this.token.text !== sign) return false;
    this.place += 1;
    return true;
  }

  /** Operators of one strength, worked from the left as Excel does (`2^3^2` is 64). */
  private level(strength: number): Expr {
    const operators = OPERATORS[strength];
    if (!operators) return this.unary();
    let left = this.level(strength + 1);
    for (;;) {
      const fn = this.token.kind === "sign" ? operators[this.token.text] : undefined;
      if (!fn) return left;
      this.place += 1;
      left = call(fn, left, this.level(strength + 1));
    }
  }

  /** Signs bind more tightly than powers, as in Excel: -2^2 is 4. */
  private unary(): Expr {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Mistaken("deep", this.token);
    const expr = this.take("-") ? call("neg", this.unary()) : this.take("+") ? this.unary() : this.percent();
    this.depth -= 1;
    return expr;
  }

  private percent(): Expr {
    let expr = this.primary();
    while (this.take("%")) expr = call("div", expr, 100);
    return expr;
  }

  private primary(): Expr {
    const { token } = this;
    this.place += 1;
    if (token.kind === "number") return lit(Number(token.text));
    if (token.kind === "text") return text(token.text);
    if (token.kind === "name") return this.named(token);
    if (token.kind === "sign" && token.text === "(") {
      const expr = this.level(0);
      if (!this.take(")")) throw new Mistaken("close", this.token);
      return expr;
    }
    throw new Mistaken("expected", token);
  }

  private named(token: Token): Expr {
    if (this.take("(")) return this.functionCall(token);
    if (this.names.has(token.text)) return input(token.text);
    const word = token.text.toUpperCase();
    if (word === "TRUE" || word === "FALSE") return lit(word === "TRUE");
    throw new Mistaken("name", token);
  }

  private functionCall(token: Token): Expr {
    const name = token.text.toUpperCase();
    const fn = Object.hasOwn(USER_FUNCTIONS, name) ? USER_FUNCTIONS[name] : undefined;
    const shorthand = Object.hasOwn(SHORTHANDS, name) ? SHORTHANDS[name] : undefined;
    if (!fn && !shorthand) throw new Mistaken("function", token);
    const args: Expr[] = [];
    if (!this.take(")")) {
      do args.push(this.level(0));
      while (this.take(","));
      if (!this.take(")")) throw new Mistaken("close", this.token);
    }
    if (!fn) {
      const expanded = shorthand?.(args);
      if (!expanded) throw new Mistaken("arguments", token);
      return expanded;
    }
    const [fewest, most] = functionSpec(fn).arity;
    if (args.length < fewest || args.length > most) throw new Mistaken("arguments", token);
    return call(fn, ...args);
  }
}
