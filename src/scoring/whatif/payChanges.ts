import { AttainError } from "../../errors";
import { payKind } from "../pay/registry";
import type { PayComponent, PayPlan } from "../pay/payPlan";
import { paramOf } from "../rule";
import type { ParamRow, ParamValue } from "../scheme";
import type { Change, Made } from "./changes";

const PREFIX = /^(?:pay|薪酬)\./i;
const ROW = /^(\w+)\[(\d+)\]$/;

/**
 * Changes to the pay plan start with `pay.`: `pay.commission.tiers[1].rate`, `pay.bonus.share`, `pay.digits`.
 *
 * @example splitChanges([{ path: "pay.bonus.share", value: 0.4 }]).pay // [{ path: "bonus.share", value: 0.4 }]
 */
export function splitChanges(changes: readonly Change[]): {
  readonly scheme: readonly Change[];
  readonly pay: readonly Change[];
} {
  const isPay = ({ path }: Change): boolean => PREFIX.test(path);
  return {
    scheme: changes.filter((change) => !isPay(change)),
    pay: changes.filter(isPay).map(({ path, value }) => ({ path: path.replace(PREFIX, ""), value })),
  };
}

/**
 * The plan with the changes made; what was made names its path with `pay.` in front.
 *
 * @param changes paths without `pay.`: `<component>.<parameter>`, `<component>.<table>[<row>].<column>`,
 *   `<component>.digits`, `digits`; names stand for ids, rows count from 1 as on the sheet
 * @throws AttainError `unknown-name` for a path that leads nowhere
 */
export function applyPayChanges(
  plan: PayPlan,
  changes: readonly Change[],
): { readonly plan: PayPlan; readonly made: readonly Made[] } {
  const made: Made[] = [];
  let current = plan;
  for (const change of changes) {
    const next = changed(current, change, (before) =>
      made.push({ path: `pay.${change.path}`, before, after: change.value }),
    );
    if (!next)
      throw new AttainError("unknown-name", {
        name: `pay.${change.path}`,
        known: payPathsOf(plan).join(", "),
      });
    current = next;
  }
  return { plan: current, made };
}

type Note = (before: ParamValue) => void;

function changed(plan: PayPlan, { path, value }: Change, note: Note): PayPlan | undefined {
  const [owner = "", ...rest] = path.split(".");
  if (path === "digits" && plan.round) {
    note(plan.round.digits);
    return { ...plan, round: { ...plan.round, digits: Number(value) } };
  }
  const component = plan.components.find(({ id, name }) => id === owner || name === owner);
  const other = component && changedComponent(component, rest, value, note);
  return other && { ...plan, components: plan.components.map((one) => (one === component ? other : one)) };
}

function changedComponent(
  component: PayComponent,
  [first = "", column, ...more]: readonly string[],
  value: Change["value"],
  note: Note,
): PayComponent | undefined {
  const { rule, round } = component;
  const kind = payKind(rule.kind);
  if (!kind || more.length > 0) return undefined;
  if (column === undefined) {
    const spec = kind.params.find(({ key }) => key === first);
    if (spec) {
      note(paramOf(rule, spec));
      return { ...component, rule: { ...rule, [first]: value } };
    }
    if (first !== "digits" || !round) return undefined;
    note(round.digits);
    return { ...component, round: { ...round, digits: Number(value) } };
  }
  const [, table = "", row = ""] = ROW.exec(first) ?? [];
  const rows = rule[table];
  const known = kind.tables.some(
    ({ key, columns }) => key === table && columns.some((one) => one.key === column),
  );
  if (!known || !Array.isArray(rows)) return undefined;
  const at = Number(row) - 1;
  const entry = (rows as readonly ParamRow[])[at];
  if (!entry) return undefined;
  note(entry[column] ?? null);
  const other = (rows as readonly ParamRow[]).map((one, i) => (i === at ? { ...one, [column]: value } : one));
  return { ...component, rule: { ...rule, [table]: other } };
}

/** Every path of a plan that can be changed, with `pay.` in front. */
function payPathsOf({ components, round }: PayPlan): string[] {
  return [
    ...components.flatMap(({ id, rule, round: own }) => {
      const kind = payKind(rule.kind);
      const params = kind?.params.map(({ key }) => `pay.${id}.${key}`) ?? [];
      const tables = kind?.tables.flatMap(({ key, columns }) =>
        columns.map((column) => `pay.${id}.${key}[1].${column.key}`),
      );
      return [...params, ...(tables ?? []), ...(own ? [`pay.${id}.digits`] : [])];
    }),
    ...(round ? ["pay.digits"] : []),
  ];
}
