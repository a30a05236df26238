import { input, inputsOf, substitute, type Expr } from "../formula/expression";
import { parseFormula, type FormulaMistake } from "../formula/parse";
import type { Scheme } from "./scheme";

interface OrderedInput {
  readonly id: string;
  readonly expr: Expr;
  readonly reads: readonly string[];
}

/** The computed inputs each after those it reads, or the ids that go round in a circle. */
export function orderInputs(
  scheme: Scheme,
): { readonly inputs: readonly OrderedInput[] } | { readonly circle: readonly string[] } {
  const bound = new Map(
    scheme.inputs.flatMap(({ id, formula }) => {
      const parsed = formula === undefined ? undefined : bindInput(scheme, formula);
      return parsed && "expr" in parsed
        ? [[id, { id, expr: parsed.expr, reads: parsed.inputs }] as const]
        : [];
    }),
  );
  const done: OrderedInput[] = [];
  const path: string[] = [];
  const visit = (id: string): readonly string[] | undefined => {
    const entry = bound.get(id);
    if (!entry || done.includes(entry)) return undefined;
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    path.push(id);
    for (const read of entry.reads) {
      const circle = visit(read);
      if (circle) return circle;
    }
    path.pop();
    done.push(entry);
    return undefined;
  };
  for (const id of bound.keys()) {
    const circle = visit(id);
    if (circle) return { circle };
  }
  return { inputs: done };
}

/** A formula of the scheme over its inputs, by id or by name, or what is wrong with it. */
export function bindInput(
  scheme: Scheme,
  source: string,
): { expr: Expr; inputs: string[] } | { mistake: FormulaMistake } {
  const idOf = new Map(scheme.inputs.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
  const parsed = parseFormula(source, new Set(idOf.keys()));
  if ("mistake" in parsed) return parsed;
  const expr = substitute(parsed.expr, (leaf) =>
    leaf.kind === "input" ? input(idOf.get(leaf.name) ?? leaf.name) : undefined,
  );
  return { expr, inputs: inputsOf(expr) };
}
