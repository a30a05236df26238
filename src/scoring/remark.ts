import { call, input, text, type Expr } from "../formula/expression";
import { NAMES } from "./names";
import { AS_IS, LEFT_OUT, NOT_SCORED, UNKNOWN, ZERO_TARGET } from "./rule";
import { effectOf, type VetoEffect } from "./rules/veto";
import type { CompiledIndicator } from "./compiled";
import type { Scheme } from "./scheme";
import { REMARKS } from "./words";

const VETO_WORDS: Readonly<Record<VetoEffect, keyof typeof REMARKS>> = {
  zeroTotal: "vetoTotal",
  capGrade: "vetoGrade",
  cancelRewards: "vetoRewards",
};

/** Why there is no total, which policies stand behind the points, which vetoes struck: one sentence an indicator. */
export function remarkOf(scheme: Scheme, indicators: readonly CompiledIndicator[], exempt: boolean): Expr {
  const word = (key: keyof typeof REMARKS): Expr => text(REMARKS[key][scheme.lang]);
  const chain = (...parts: Expr[]): Expr => parts.reduce((joined, part) => call("join", joined, part));
  const sentences = indicators.flatMap(({ indicator: { id, rule: use }, measured, rule }): Expr[] => {
    const points = input(NAMES.points(id));
    const value = input(measured);
    const outcome = call(
      "if",
      call("eq", points, text(NOT_SCORED)),
      text(""),
      call(
        "if",
        call("eq", points, text(LEFT_OUT)),
        word("leftOut"),
        chain(word("counted"), points, word("points")),
      ),
    );
    const sentence = (cause: Expr, then: Expr = outcome): Expr =>
      chain(...spaced(word("start")), input(NAMES.label(id)), cause, then, word("end"));
    if (rule.standing === "veto") {
      const struck = call("gt", call("max", 0, value), 0);
      return [call("if", struck, sentence(word(VETO_WORDS[effectOf(use)]), text("")), text(""))];
    }
    // Nothing to add is the usual case and needs no words.
    if (rule.standing === "addOn") return [];
    const unusual = (mark: string, cause: Expr, otherwise: Expr): Expr =>
      call("if", call("eq", value, text(mark)), cause, otherwise);
    const unreadable = mentions(rule.measure?.expr, UNKNOWN)
      ? unusual(UNKNOWN, word("unknown"), word("noData"))
      : word("noData");
    const absent =
      "zeroTarget" in rule.policies ? unusual(ZERO_TARGET, word("zeroTarget"), unreadable) : unreadable;
    const fine = text("");
    const present =
      "negative" in rule.policies
        ? call(
            "if",
            call("and", call("lt", value, 0), call("ne", input(NAMES.outcome(id, "negative")), text(AS_IS))),
            sentence(word("negative")),
            fine,
          )
        : fine;
    return [call("if", call("isnumber", value), present, sentence(absent))];
  });
  const remark = chain(
    call("if", call("isnumber", input(NAMES.total)), text(""), word("notScored")),
    ...sentences,
  );
  if (!exempt) return remark;
  const told = call("if", nothingEntered(scheme), word("nothing"), remark);
  return call("if", call("ne", input(NAMES.exempt), text("")), input(NAMES.exempt), told);
}

/** Whether every input is still empty: months to come need no sentence a line. */
function nothingEntered({ inputs }: Scheme): Expr {
  // What the period before brought along is nothing that was entered for this one.
  const own = inputs.filter(({ previousOf }) => previousOf === undefined);
  const words = own.filter(({ format, choices }) => format === "word" || choices);
  const numbers = own.filter((one) => !words.includes(one));
  const conditions = [
    ...(numbers.length > 0 ? [call("eq", call("count", ...numbers.map(({ id }) => input(id))), 0)] : []),
    ...words.map(({ id }) => call("eq", input(id), text(""))),
  ];
  return conditions.length > 1 ? call("and", ...conditions) : (conditions[0] ?? call("not", true));
}

const spaced = (word: Expr): Expr[] => (word.kind === "text" && word.value === "" ? [] : [word]);

function mentions(expr: Expr | undefined, word: string): boolean {
  if (expr?.kind === "text") return expr.value === word;
  return expr?.kind === "call" && expr.args.some((arg) => mentions(arg, word));
}
