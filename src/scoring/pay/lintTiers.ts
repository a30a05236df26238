import { say, type Lang, type Params, type Phrase } from "../../words";
import { amount } from "../bands";
import { numberOf, tableOf } from "../rule";
import type { ParamRow } from "../scheme";
import type { PayComponent, PayPlan } from "./payPlan";
import { LINT } from "./lintWords";

/** Something about the tiers that people should know before anyone is paid by them. */
export interface PayFinding {
  /** `gap` and `overlap` leave open what is paid, `falls` pays less for more: none of them should go out. */
  readonly problem: keyof typeof LINT;
  readonly severity: "error" | "warning" | "note";
  /** Path inside the plan: `commission.tiers[1]`, rows counted from 0. */
  readonly where: string;
  /** What happens there, with numbers. */
  readonly what: string;
  /** How to mend it. */
  readonly mend: string;
}

/** A tier as people write it; `to` is only checked, what counts is where the next tier starts. */
interface Tier {
  readonly from: number;
  readonly owns: boolean;
  readonly to?: number;
  readonly toOwned: boolean;
  readonly value: number;
}

/**
 * Looks through every tier, step, gate and accelerator of a plan for gaps, overlaps, cliffs and tiers that never matter.
 * Rows may say `to` and `toSide` (`<` or `≤`) besides `from`, as tiers are often written; they are held against each other.
 *
 * @example lintPay(plan).filter(({ severity }) => severity === "error") // must be mended first
 */
export function lintPay(plan: PayPlan): PayFinding[] {
  const findings = plan.components.flatMap((component) => {
    const lint = LINTERS[component.rule.kind];
    return lint ? lint(new Report(component, plan.lang, plan.currency), component) : [];
  });
  return [...findings, ...lintShares(plan)];
}

class Report {
  readonly findings: PayFinding[] = [];

  constructor(
    private readonly component: PayComponent,
    readonly lang: Lang,
    private readonly currency: string,
  ) {}

  add(problem: keyof typeof LINT, place: string, params: Params): void {
    const { severity, what, mend } = LINT[problem];
    const values = { name: this.component.name, currency: this.currency, ...params };
    const write = (phrase: Phrase): string => say(phrase, this.lang, values);
    const where = `${this.component.id}.${place}`;
    this.findings.push({ problem, severity, where, what: write(what), mend: write(mend) });
  }
}

type Linter = (report: Report, component: PayComponent) => PayFinding[];

const LINTERS: Readonly<Record<string, Linter>> = {
  commission: lintCommission,
  steps: (report, { rule }) => {
    const tiers = tiersOf(tableOf(rule, "steps"), "amount");
    bounds(report, "steps", tiers, true);
    tiers.forEach((tier, i) => {
      const below = tiers[i + 1];
      if (!below) return;
      const at = amount(tier.from, report.lang, true);
      const params = { at, before: below.value, after: tier.value, jump: tier.value - below.value };
      if (tier.value < below.value) report.add("falls", `steps[${i}]`, params);
      else report.add("step", `steps[${i}]`, params);
    });
    return report.findings;
  },
  gate: (report, { rule }) => {
    const at = numberOf(rule, "gate");
    if (at > 0) report.add("gate", "gate", { at: amount(at, report.lang, true) });
    return report.findings;
  },
};

function lintCommission(report: Report, component: PayComponent): PayFinding[] {
  const { rule, inputs } = component;
  const tiers = tiersOf(tableOf(rule, "tiers"), "rate");
  const measured = (inputs["measure"] ?? "").trim() !== "";
  bounds(report, "tiers", tiers, false);
  const lowest = tiers.at(-1);
  if (lowest && lowest.from > 0)
    report.add("nothingBelow", `tiers[${tiers.length - 1}]`, { at: amount(lowest.from, report.lang) });
  const whole = rule["mode"] !== "marginal";
  tiers.forEach((tier, i) => {
    const below = tiers[i + 1];
    if (!below) return;
    const place = `tiers[${i}]`;
    const at = amount(tier.from, report.lang);
    const rates = {
      at,
      low: amount(below.value, report.lang, true),
      high: amount(tier.value, report.lang, true),
    };
    if (!whole) {
      if (tier.value < below.value) report.add("slows", place, rates);
    } else if (measured) {
      if (tier.value < below.value) report.add("rateFalls", place, rates);
      else if (tier.value > below.value) report.add("rateCliff", place, rates);
    } else {
      const [before, after] = [tier.from * below.value, tier.from * tier.value];
      const params = { at, before, after, jump: after - before };
      if (after < before)
        report.add("falls", place, { ...params, until: tier.value > 0 ? before / tier.value : Infinity });
      else if (after > before) report.add("cliff", place, params);
    }
  });
  const from = numberOf(rule, "accelerateFrom");
  const accelerator = numberOf(rule, "accelerator");
  if (from > 0 && accelerator > 1)
    report.add("accelerator", "accelerateFrom", { at: amount(from, report.lang, true), times: accelerator });
  const cap = numberOf(rule, "cap");
  tiers.forEach((tier, i) => {
    const earned = earnedAt(tiers, i, whole);
    if (!measured && earned >= cap)
      report.add("capped", `tiers[${i}]`, { at: amount(tier.from, report.lang), cap });
  });
  return report.findings;
}

/** What the tiers below have earned when tier `i` starts. */
function earnedAt(tiers: readonly Tier[], i: number, whole: boolean): number {
  const tier = tiers[i];
  const below = tiers[i + 1];
  if (!tier || !below) return 0;
  if (whole) return tier.from * below.value;
  return tiers
    .slice(i + 1)
    .reduce((sum, one, k) => sum + ((tiers[i + k]?.from ?? 0) - one.from) * one.value, 0);
}

/** Order, gaps and overlaps between neighbouring tiers. */
function bounds(report: Report, table: string, tiers: readonly Tier[], percent: boolean): void {
  tiers.forEach((tier, i) => {
    const below = tiers[i + 1];
    if (!below) return;
    const place = `${table}[${i + 1}]`;
    const write = (value: number): string => amount(value, report.lang, percent);
    if (!(below.from < tier.from)) {
      const same = below.from === tier.from;
      report.add(same ? "overlap" : "order", place, { from: write(tier.from), to: write(below.from) });
      return;
    }
    if (below.to === undefined) return;
    const params = { from: write(Math.min(below.to, tier.from)), to: write(Math.max(below.to, tier.from)) };
    if (below.to < tier.from) report.add("gap", place, params);
    else if (below.to > tier.from) report.add("overlap", place, params);
    else if (below.toOwned && tier.owns) report.add("ownedTwice", place, params);
    else if (!below.toOwned && !tier.owns) report.add("ownedByNone", place, params);
  });
}

function tiersOf(rows: readonly ParamRow[], value: string): Tier[] {
  return rows.map((row) => ({
    from: typeof row["from"] === "number" ? row["from"] : -Infinity,
    owns: row["side"] !== ">",
    ...(typeof row["to"] === "number" && { to: row["to"] }),
    toOwned: row["toSide"] === "≤",
    value: Number(row[value]),
  }));
}

/** Parts of the same base that do not make a whole: 50 % + 35 % + 10 %. */
function lintShares(plan: PayPlan): PayFinding[] {
  const groups = new Map<string, PayComponent[]>();
  for (const component of plan.components) {
    const { kind } = component.rule;
    if (component.counts !== "paid" || component.positions || (kind !== "share" && kind !== "pool")) continue;
    const base = component.inputs[kind === "pool" ? "gross" : "base"]?.trim() ?? "";
    groups.set(base, [...(groups.get(base) ?? []), component]);
  }
  return [...groups].flatMap(([base, parts]) => {
    const sum = parts.reduce((total, { rule }) => total + numberOf(rule, "share"), 0);
    const [first] = parts;
    if (!first || parts.length < 2 || Math.abs(sum - 1) < 1e-9) return [];
    const report = new Report(first, plan.lang, plan.currency);
    report.add("shares", "share", {
      base: plan.inputs.find(({ id }) => id === base)?.name ?? base,
      sum: amount(sum, plan.lang, true),
      parts: parts.map(({ name }) => name).join(plan.lang === "zh-CN" ? "、" : ", "),
    });
    return report.findings;
  });
}
