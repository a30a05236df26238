import { AttainError } from "../../errors";
import { call, input, inputsOf, substitute, text, vector, type Expr } from "../../formula/expression";
import { parseFormula, type FormulaMistake } from "../../formula/parse";
import { say } from "../../words";
import { PEOPLE, POSITIONS, WAITING, type PayKind } from "./kind";
import type { PayComponent, PayPlan, Rounding } from "./payPlan";
import { payKind } from "./registry";
import { PAY_WORDS } from "./words";

/** Names inside a compiled pay plan; inputs and components go by their own id. */
export const PAY_NAMES = {
  param: (component: string, key: string) => `${component}.${key}`,
  noData: (component: string) => `${component}.noData`,
  digits: (component: string) => `${component}.digits`,
  exact: (item: string) => `exact:${item}`,
  paid: "pay:paid",
  later: "pay:later",
  remark: "pay:remark",
  planDigits: "plan.digits",
} as const;

export interface PayStep {
  readonly name: string;
  readonly expr: Expr;
}

export interface CompiledComponent {
  readonly component: PayComponent;
  readonly kind: PayKind;
  /** Inputs and earlier components it reads. */
  readonly reads: readonly string[];
  /** The amount before rounding, present when the plan rounds it. */
  readonly exact?: PayStep;
  readonly amount: PayStep;
}

/** A pay plan as expressions, in the order they depend on each other. */
export interface CompiledPay {
  readonly plan: PayPlan;
  readonly components: readonly CompiledComponent[];
  readonly exactPaid?: PayStep;
  readonly paid: PayStep;
  /** Absent when nothing is kept for later. */
  readonly later?: PayStep;
  readonly remark: PayStep;
  readonly needs: { readonly positions: boolean; readonly managers: boolean };
}

/** The manager's manager, found among the people themselves; nobody is "". */
export const UPPER: Expr = call(
  "iferror",
  call(
    "join",
    call(
      "item",
      vector(PEOPLE.all(PEOPLE.manager)),
      call("match", input(PEOPLE.manager), vector(PEOPLE.all(PEOPLE.name))),
    ),
    text(""),
  ),
  text(""),
);

/**
 * The plan as expressions over its inputs and parameters.
 *
 * @throws AttainError `scheme-invalid` for what `validatePay` reports: call that first to get all mistakes at once
 */
export function compilePay(plan: PayPlan): CompiledPay {
  const components = plan.components.map((component) => compileComponent(plan, component));
  const counting = (counts: PayComponent["counts"]) =>
    plan.components.filter((component) => component.counts === counts).map(({ id }) => input(id));
  const paid = counting("paid");
  const deducted = counting("deducted");
  const later = counting("later");
  const sum = (terms: readonly Expr[]): Expr => (terms.length === 0 ? call("sum", 0) : call("sum", ...terms));
  const total = deducted.length === 0 ? sum(paid) : call("sub", sum(paid), sum(deducted));
  const settled = unlessWaiting([...paid, ...deducted], total);
  const exactPaid = plan.round && { name: PAY_NAMES.exact("paid"), expr: settled };
  return {
    plan,
    components,
    ...(exactPaid && { exactPaid }),
    paid: {
      name: PAY_NAMES.paid,
      expr:
        plan.round && exactPaid ? rounded(input(exactPaid.name), plan.round, PAY_NAMES.planDigits) : settled,
    },
    ...(later.length > 0 && { later: { name: PAY_NAMES.later, expr: unlessWaiting(later, sum(later)) } }),
    remark: { name: PAY_NAMES.remark, expr: remarkOf(plan, components) },
    needs: {
      positions: plan.components.some(({ positions }) => positions !== undefined),
      managers: components.some(({ kind }) => kind.kind === "chain"),
    },
  };
}

/** A formula of the plan over inputs and earlier components, by id or by name, or what is wrong with it. */
export function bindPay(
  plan: PayPlan,
  before: string,
  source: string,
): { readonly expr: Expr } | { readonly mistake: FormulaMistake } {
  const ids = new Map<string, string>();
  const at = plan.components.findIndex(({ id }) => id === before);
  for (const { id, name } of [...plan.inputs, ...plan.components.slice(0, Math.max(at, 0))]) {
    ids.set(name, id);
    ids.set(id, id);
  }
  const parsed = parseFormula(source, new Set(ids.keys()));
  if ("mistake" in parsed) return parsed;
  const expr = substitute(parsed.expr, (leaf) =>
    leaf.kind === "input" ? input(ids.get(leaf.name) ?? leaf.name) : undefined,
  );
  return { expr };
}

function compileComponent(plan: PayPlan, component: PayComponent): CompiledComponent {
  const { id, rule, inputs, round } = component;
  const kind = payKind(rule.kind);
  if (!kind) throw new AttainError("scheme-invalid", { detail: `${id}: ${rule.kind}` });
  const given = kind.roles.filter(({ key, optional }) => !optional || (inputs[key] ?? "").trim() !== "");
  const roles = new Map<string, Expr>();
  for (const { key } of given) {
    const bound = bindPay(plan, id, inputs[key] ?? "");
    if ("mistake" in bound) {
      const { message, params } = bound.mistake;
      throw new AttainError("scheme-invalid", { detail: `${id}.${key}: ${say(message, plan.lang, params)}` });
    }
    roles.set(key, bound.expr);
  }
  const body = substitute(kind.amount({ use: rule, has: (role) => roles.has(role) }), (leaf) => {
    if (leaf.name.startsWith("person.") || leaf.name.startsWith("all:")) return leaf;
    const role = roles.get(leaf.name);
    // A whole column of an earlier component: everybody's amounts.
    if (leaf.kind === "vector")
      return vector(role?.kind === "input" ? PEOPLE.all(role.name) : PAY_NAMES.param(id, leaf.name));
    return role ?? input(PAY_NAMES.param(id, leaf.name));
  });
  const columns = kind.roles.flatMap(({ key, reads }) => (reads === "component" ? [key] : []));
  const reads = [
    ...new Set([...roles].flatMap(([key, expr]) => (columns.includes(key) ? [] : inputsOf(expr)))),
  ];
  const settled = forPosition(component, complete(component, reads, body));
  if (!round) return { component, kind, reads, amount: { name: id, expr: settled } };
  const exact = { name: PAY_NAMES.exact(id), expr: settled };
  return {
    component,
    kind,
    reads,
    exact,
    amount: { name: id, expr: rounded(input(exact.name), round, PAY_NAMES.digits(id)) },
  };
}

/** The amount where everything it reads is a number; else it waits, or is nothing, as the plan says. */
function complete({ id }: PayComponent, reads: readonly string[], body: Expr): Expr {
  if (reads.length === 0) return body;
  const all = call("eq", call("count", ...reads.map(input)), reads.length);
  return call("if", all, body, input(PAY_NAMES.noData(id)));
}

function forPosition({ id, positions }: PayComponent, amount: Expr): Expr {
  if (!positions) return amount;
  const among = call("match", input(PEOPLE.position), vector(PAY_NAMES.param(id, POSITIONS)));
  return call("if", call("isnumber", among), amount, 0);
}

function rounded(value: Expr, { mode }: Rounding, digits: string): Expr {
  const whole = call(mode === "down" ? "rounddown" : "round", value, input(digits));
  return call("if", call("isnumber", value), whole, text(WAITING));
}

function unlessWaiting(parts: readonly Expr[], sum: Expr): Expr {
  if (parts.length === 0) return sum;
  return call("if", call("eq", call("count", ...parts), parts.length), sum, text(WAITING));
}

/** Which data each person's pay is waiting for. */
function remarkOf(plan: PayPlan, components: readonly CompiledComponent[]): Expr {
  const names = new Map(plan.inputs.map(({ id, name }) => [id, name]));
  const lacking = [...new Set(components.flatMap(({ reads }) => reads))].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [call("if", call("isnumber", input(id)), text(""), text(`${name} `))];
  });
  if (lacking.length === 0) return text("");
  const list = lacking.reduce((joined, one) => call("join", joined, one));
  return call(
    "if",
    call("isnumber", input(PAY_NAMES.paid)),
    text(""),
    call("join", text(PAY_WORDS.missing[plan.lang]), list),
  );
}
