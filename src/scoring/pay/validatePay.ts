import { inputsOf } from "../../formula/expression";
import { say, type Params, type Phrase } from "../../words";
import type { ParamSpec } from "../rule";
import type { Mistake, ParamValue } from "../scheme";
import { bindPay } from "./compilePay";
import type { PayKind } from "./kind";
import type { PayComponent, PayPlan } from "./payPlan";
import { PAY_KINDS, payKind } from "./registry";

const W = {
  id: {
    "zh-CN": "编号“{id}”应以字母开头，只含字母、数字和下划线",
    "en-US": "“{id}” must start with a letter and hold only letters, digits and _",
  },
  twice: { "zh-CN": "编号“{id}”重复", "en-US": "“{id}” is there twice" },
  reserved: {
    "zh-CN": "编号“plan”留给合计的取整；请换一个",
    "en-US": "“plan” is kept for the rounding of the total; take another id",
  },
  none: { "zh-CN": "方案里没有任何发放项目", "en-US": "the plan pays nothing" },
  kind: {
    "zh-CN": "没有“{kind}”这种项目；可用：{kinds}",
    "en-US": "there is no kind “{kind}”; there are {kinds}",
  },
  param: {
    "zh-CN": "没有参数“{key}”；可用：{keys}",
    "en-US": "there is no parameter “{key}”; there are {keys}",
  },
  missing: { "zh-CN": "缺少“{label}”", "en-US": "“{label}” is missing" },
  number: {
    "zh-CN": "“{label}”应为数字，而不是“{value}”",
    "en-US": "“{label}” must be a number, not “{value}”",
  },
  least: { "zh-CN": "“{label}”不应小于 {bound}", "en-US": "“{label}” must be at least {bound}" },
  most: { "zh-CN": "“{label}”不应大于 {bound}", "en-US": "“{label}” must be at most {bound}" },
  choice: { "zh-CN": "“{label}”只能是 {choices}", "en-US": "“{label}” must be one of {choices}" },
  table: { "zh-CN": "缺少“{label}”", "en-US": "“{label}” are missing" },
  role: { "zh-CN": "缺少“{label}”从哪里取数", "en-US": "“{label}” has no source" },
  noRole: {
    "zh-CN": "没有“{key}”这一项；可用：{keys}",
    "en-US": "there is nothing called “{key}”; there are {keys}",
  },
  formula: {
    "zh-CN": "公式“{source}”第 {at} 个字符：{what}（可用：{names}；只能引用前面的项目）",
    "en-US": "formula “{source}”, character {at}: {what} (known: {names}; only what stands before it)",
  },
  component: {
    "zh-CN": "“{label}”应写一个前面项目的编号",
    "en-US": "“{label}” must be the id of one component before it",
  },
  positions: { "zh-CN": "适用岗位不能为空", "en-US": "positions must name at least one" },
  digits: {
    "zh-CN": "取整位数应为 −6 到 6 的整数",
    "en-US": "rounding digits must be a whole number from −6 to 6",
  },
} as const satisfies Record<string, Phrase>;

const ID = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Everything that is wrong with the plan, in one list: where, what, and how to mend it, in the plan's language. */
export function validatePay(plan: PayPlan): Mistake[] {
  const mistakes: Mistake[] = [];
  const add = (where: string, what: Phrase, params: Params = {}): void => {
    mistakes.push({ where, what: say(what, plan.lang, params) });
  };
  const list = (items: readonly string[]): string => items.join(plan.lang === "zh-CN" ? "、" : ", ");
  const ids = [...plan.inputs, ...plan.components].map(({ id }) => id);
  ids.forEach((id, i) => {
    if (!ID.test(id)) add(id, W.id, { id });
    if (id.toLowerCase() === "plan") add(id, W.reserved);
    if (ids.findIndex((other) => other.toLowerCase() === id.toLowerCase()) < i) add(id, W.twice, { id });
  });
  if (!plan.components.some(({ counts }) => counts === "paid" || counts === "later"))
    add("components", W.none);
  for (const component of plan.components) {
    const { id, rule, inputs, round, positions } = component;
    const kind = payKind(rule.kind);
    if (!kind) {
      add(`${id}.rule`, W.kind, { kind: rule.kind, kinds: list(PAY_KINDS.map((one) => one.kind)) });
      continue;
    }
    checkParams(kind, component, add, plan.lang, list);
    const keys = kind.roles.map(({ key }) => key);
    for (const key of Object.keys(inputs))
      if (!keys.includes(key)) add(`${id}.inputs.${key}`, W.noRole, { key, keys: list(keys) });
    for (const { key, label, optional, reads } of kind.roles) {
      const source = (inputs[key] ?? "").trim();
      const where = `${id}.inputs.${key}`;
      if (source === "") {
        if (!optional) add(where, W.role, { label: label[plan.lang] });
        continue;
      }
      const bound = bindPay(plan, id, source);
      if ("mistake" in bound) {
        const { at, message, params } = bound.mistake;
        const what = say(message, plan.lang, params);
        add(where, W.formula, { source, at: at + 1, what, names: list(ids.slice(0, ids.indexOf(id))) });
      } else if (reads === "component") {
        const [read] = inputsOf(bound.expr);
        if (bound.expr.kind !== "input" || !plan.components.some((one) => one.id === read))
          add(where, W.component, { label: label[plan.lang] });
      }
    }
    if (positions && positions.every((position) => position.trim() === ""))
      add(`${id}.positions`, W.positions);
    if (round) checkDigits(round.digits, `${id}.round`, add);
  }
  if (plan.round) checkDigits(plan.round.digits, "round", add);
  return mistakes;
}

type Add = (where: string, what: Phrase, params?: Params) => void;

function checkDigits(digits: number, where: string, add: Add): void {
  if (!Number.isInteger(digits) || Math.abs(digits) > 6) add(where, W.digits);
}

function checkParams(
  kind: PayKind,
  { id, rule }: PayComponent,
  add: Add,
  lang: PayPlan["lang"],
  list: (items: readonly string[]) => string,
): void {
  const specs = [...kind.params, ...kind.tables];
  for (const key of Object.keys(rule))
    if (key !== "kind" && !specs.some((spec) => spec.key === key))
      add(`${id}.${key}`, W.param, { key, keys: list(specs.map((spec) => spec.key)) });
  const check = (where: string, spec: ParamSpec, value: ParamValue | undefined): void => {
    const label = spec.label[lang];
    if (value === undefined || value === null || value === "") {
      if (!spec.optional) add(where, W.missing, { label });
    } else if (spec.choices) {
      if (!Object.hasOwn(spec.choices, String(value)))
        add(where, W.choice, { label, choices: list(Object.keys(spec.choices)) });
    } else if (typeof value !== "number" || !Number.isFinite(value))
      add(where, W.number, { label, value: String(value) });
    else if (spec.min !== undefined && value < spec.min) add(where, W.least, { label, bound: spec.min });
    else if (spec.max !== undefined && value > spec.max) add(where, W.most, { label, bound: spec.max });
  };
  for (const spec of kind.params) check(`${id}.${spec.key}`, spec, rule[spec.key] ?? spec.initial);
  for (const table of kind.tables) {
    const rows = rule[table.key];
    if (!Array.isArray(rows) || rows.length === 0) {
      add(`${id}.${table.key}`, W.table, { label: table.label[lang] });
      continue;
    }
    rows.forEach((row: Readonly<Record<string, ParamValue>>, i) => {
      for (const column of table.columns)
        check(`${id}.${table.key}[${i}].${column.key}`, column, row[column.key] ?? column.initial);
    });
  }
}
