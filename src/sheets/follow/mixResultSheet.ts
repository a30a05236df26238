import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import type { MixPlan } from "../../planning/mix";
import type { Plan } from "../../planning/plan";
import { say, type Lang } from "../../words";
import { PlanPage, amountWidth, periodHeaders } from "../plan/page";
import { amountFormat, exactly } from "../plan/sums";
import type { MixDetail } from "../plan/mixDetailSheet";
import { textWidth } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { lightColours } from "./lights";
import { MIX_RESULT_WORDS as W } from "./mixResultWords";

export interface MixResultOptions {
  readonly lang: Lang;
  /** Where the axis' planned amounts stand. */
  readonly detail: MixDetail;
  /** Formula of what a part came to in a period of last year; worked out once and for all where there is none. */
  readonly last?: (part: string, period: number) => string | undefined;
  /** Stable id of the sheet where several axes are followed; `mixResult` unless said. */
  readonly id?: string;
  /** What was reached of each part, by period, as far as it is known. */
  readonly actuals?: readonly (readonly number[])[];
}

/** Points of a hundred that a share may be off before its light turns yellow. */
const TOLERANCE = 2;
const SETTING_ROW = 3;
const CHART_ROWS = 9;
const OFF_FORMAT = '+0.0;-0.0;"0.0"';

/**
 * An axis followed period by period: last year's mix, the plan's and the actual one beside each other in amounts, then
 * in shares with how far they are off and a light. Actuals are typed; all else is live.
 */
export function mixResultSheet(plan: Plan, mix: MixPlan, options: MixResultOptions): SheetSpec {
  return new MixResult(plan, mix, options).sheet();
}

/** Columns of a part in the table of amounts, and in that of shares. */
type AmountColumn = "last" | "planned" | "actual";
type ShareColumn = AmountColumn | "off" | "light";

class MixResult {
  private readonly page: PlanPage;
  private readonly amountColumns: readonly AmountColumn[];
  private readonly shareColumns: readonly ShareColumn[];
  private readonly tolerance = cellRef(SETTING_ROW, 1, ABSOLUTE);
  /** Rows of the table of amounts: first and last period, sums over everything and to date. */
  private rows = { first: 0, last: 0, whole: 0, toDate: 0 };

  constructor(
    private readonly plan: Plan,
    private readonly mix: MixPlan,
    private readonly options: MixResultOptions,
  ) {
    const knowsLast =
      plan.root.history.some((amount) => amount > 0) &&
      mix.parts.every(({ lastShare }) => lastShare !== undefined);
    this.amountColumns = knowsLast ? ["last", "planned", "actual"] : ["planned", "actual"];
    this.shareColumns = [...this.amountColumns, "off", "light"];
    const width =
      1 +
      Math.max(
        (mix.parts.length + 1) * this.amountColumns.length,
        mix.parts.length * this.shareColumns.length,
      );
    this.page = new PlanPage(options.id ?? "mixResult", W.tab[options.lang], width, options.lang);
  }

  sheet(): SheetSpec {
    const { page, plan, mix, options } = this;
    const { lang } = options;
    const title = say(W.title, lang, { measure: plan.measure, axis: mix.name });
    page.title(title, say(W.subtitle, lang, { unit: plan.unit }));
    this.setting();
    this.summary();
    this.amounts();
    this.shares();
    page.note((this.amountColumns.includes("last") ? W.note : W.notePlain)[lang]);
    page.wide(0, 0, Math.max(16, textWidth(W.tolerance[lang]) + 1));
    page.wide(
      1,
      page.width - 1,
      Math.max(lang === "zh-CN" ? 8.5 : 11, amountWidth(plan.total, plan.step) - 1),
    );
    return page.sheet({
      footer: title,
      tabColor: COLORS.good,
      freeze: { rows: SETTING_ROW + 1, columns: 1 },
      onePage: page.width <= 20,
    });
  }

  private setting(): void {
    const { page, options } = this;
    const { lang } = options;
    page.plain([W.tolerance[lang], TOLERANCE]);
    page.rows.format(cellRef(SETTING_ROW, 0), "kpiLabel");
    page.rows.format(cellRef(SETTING_ROW, 1), ["input", "number"], "0.0");
    page.validations.push({
      range: cellRef(SETTING_ROW, 1),
      rule: { kind: "decimal", min: 0, max: 100 },
      prompt: { title: W.tolerance[lang], message: W.toleranceTip[lang] },
    });
    page.skip();
  }

  /** The shares to date, a row a part, with their chart: what the tables below come to. */
  private summary(): void {
    const { page, mix, options, shareColumns, amountColumns, plan } = this;
    const { lang } = options;
    const [parts, each] = [mix.parts.length, shareColumns.length];
    const top = page.section(say(W.summary, lang, { axis: mix.name }));
    const header = page.header([mix.name, ...shareColumns.map((id) => W[id][lang])]);
    const first = page.next;
    const last = first + parts - 1;
    // Below: each table's title, parts' names, header and periods, and two sums, with an empty row between.
    const table = 3 + plan.periods.length + 2;
    const shareTotals = Math.max(last + 1, top + CHART_ROWS) + table + 1 + table - 1;
    mix.parts.forEach(({ name }, k) => {
      page.line([
        name,
        ...shareColumns.map((_, i): SpecCell => ({ formula: `=${cellRef(shareTotals, 1 + k * each + i)}` })),
      ]);
    });
    const column = (id: ShareColumn): number => 1 + shareColumns.indexOf(id);
    page.numbers(first, last, 1, column("actual"), "0.0%");
    page.numbers(first, last, column("off"), column("off"), OFF_FORMAT);
    const lights = rangeRef(first, column("light"), last, column("light"));
    page.rows.format(cellRef(header, column("light")), "alignCenter");
    page.rows.format(lights, "alignCenter");
    page.conditionals.push(...lightColours(lights, cellRef(first, column("light"))));
    while (page.next < top + CHART_ROWS) page.skip();
    const colors = { last: COLORS.accentSoft, planned: COLORS.target, actual: COLORS.accent };
    page.charts.push({
      id: "mixResult",
      kind: "column",
      title: W.chart[lang],
      from: cellRef(top, shareColumns.length + 2),
      to: cellRef(top + CHART_ROWS - 2, page.width - 1),
      categories: page.ref(first, 0, last, 0),
      series: amountColumns.map((id) => ({
        name: W[id][lang],
        values: page.ref(first, column(id), last, column(id)),
        color: colors[id],
        labels: { numberFormat: "0%" },
      })),
      valueAxis: { hidden: true, min: 0 },
      // Above the columns it would stand among their labels: the chart is a low one.
      legend: "bottom",
      gapWidth: 60,
    });
  }

  private amounts(): void {
    const { page, plan, mix, options, amountColumns } = this;
    const { lang } = options;
    const each = amountColumns.length;
    const parts = mix.parts.length;
    const hasLast = amountColumns.includes("last");
    page.section(say(hasLast ? W.amounts : W.amountsPlain, lang, { axis: mix.name }));
    this.groups([...mix.parts.map(({ name }) => name), W.total[lang]], each);
    page.header([
      W.period[lang],
      ...[...mix.parts, null].flatMap(() => amountColumns.map((id) => W[id][lang])),
    ]);
    const first = page.next;
    const last = first + plan.periods.length - 1;
    this.rows = { first, last, whole: last + 1, toDate: last + 2 };
    periodHeaders(plan.periods, lang).forEach((label, p) => {
      const row = page.next;
      page.line([
        label,
        ...mix.parts.flatMap((_, k) => amountColumns.map((id) => this.amount(id, k, p))),
        ...amountColumns.map((id, i) => this.acrossParts(id, row, i)),
      ]);
    });
    const columns = Array.from({ length: (parts + 1) * each }, (_, i) => i + 1);
    page.plain([
      W.whole[lang],
      ...columns.map((c): SpecCell => ({ formula: `=${this.added(rangeRef(first, c, last, c), c)}` })),
    ]);
    // Like with like: last year and plan only of the periods that have an actual.
    const known = rangeRef(first, columns.length, last, columns.length, ABSOLUTE);
    page.plain([
      W.toDate[lang],
      ...columns.map((c): SpecCell => {
        const cells = rangeRef(first, c, last, c);
        return {
          formula: `=IF(COUNT(${known})=0,"",${exactly(`SUMIF(${known},">-1E+99",${cells})`, plan.step)})`,
        };
      }),
    ]);
    const { whole, toDate } = this.rows;
    page.rows.format(rangeRef(whole, 0, whole, columns.length), "total");
    page.rows.format(rangeRef(toDate, 0, toDate, columns.length), "subtotal");
    page.numbers(first, toDate, 1, columns.length, amountFormat(plan.step));
    mix.parts.forEach((_, k) => {
      const column = 1 + k * each + amountColumns.indexOf("actual");
      const range = rangeRef(first, column, last, column);
      page.rows.format(range, "input");
      page.validations.push({
        range,
        rule: { kind: "decimal" },
        prompt: { title: W.actual[lang], message: say(W.actualTip, lang, { unit: plan.unit }) },
        error: { title: W.actual[lang], message: W.numberError[lang] },
      });
    });
    page.skip();
  }

  private amount(id: AmountColumn, part: number, period: number): SpecCell {
    const { plan, mix, options } = this;
    const { detail } = options;
    if (id === "actual") return options.actuals?.[part]?.[period] ?? null;
    if (id === "last") {
      const live = options.last?.(mix.parts[part]?.name ?? "", period);
      return live === undefined
        ? (plan.root.history[period] ?? 0) * (mix.parts[part]?.lastShare ?? 0)
        : { formula: `=${live}` };
    }
    const name = `"${(mix.parts[part]?.name ?? "").replaceAll('"', '""')}"`;
    return {
      formula: `=${exactly(`SUMIF(${detail.parts},${name},${detail.periods[period] ?? ""})`, plan.step)}`,
    };
  }

  /** Parts added up; of actuals nothing while none is there. */
  private acrossParts(id: AmountColumn, row: number, offset: number): SpecCell {
    const each = this.amountColumns.length;
    const cells = this.mix.parts.map((_, k) => cellRef(row, 1 + k * each + offset)).join(",");
    const sum = exactly(`SUM(${cells})`, this.plan.step);
    return { formula: id === "actual" ? `=IF(COUNT(${cells})=0,"",${sum})` : `=${sum}` };
  }

  private added(range: string, column: number): string {
    const sum = exactly(`SUM(${range})`, this.plan.step);
    const each = this.amountColumns.length;
    return this.amountColumns[(column - 1) % each] === "actual" ? `IF(COUNT(${range})=0,"",${sum})` : sum;
  }

  private shares(): void {
    const { page, plan, mix, options, shareColumns } = this;
    const { lang } = options;
    const each = shareColumns.length;
    page.section(say(W.shares, lang, { axis: mix.name }));
    this.groups(
      mix.parts.map(({ name }) => name),
      each,
    );
    const header = page.header([
      W.period[lang],
      ...mix.parts.flatMap(() => shareColumns.map((id) => W[id][lang])),
    ]);
    const first = page.next;
    const labels = [...periodHeaders(plan.periods, lang), W.whole[lang], W.toDate[lang]];
    labels.forEach((label, i) => {
      // What is reached of the whole so far is no mix to be held against the whole plan's.
      const actual = this.rows.first + i !== this.rows.whole;
      page.line([
        label,
        ...mix.parts.flatMap((_, k) => this.share(page.next, this.rows.first + i, k, actual)),
      ]);
    });
    const last = page.next - 1;
    page.rows.format(rangeRef(last - 1, 0, last - 1, mix.parts.length * each), "total");
    page.rows.format(rangeRef(last, 0, last, mix.parts.length * each), "subtotal");
    mix.parts.forEach((_, k) => {
      const column = (id: ShareColumn): number => 1 + k * each + shareColumns.indexOf(id);
      page.numbers(first, last, 1 + k * each, column("actual"), "0.0%");
      page.numbers(first, last, column("off"), column("off"), OFF_FORMAT);
      const lights = rangeRef(first, column("light"), last, column("light"));
      page.rows.format(cellRef(header, column("light")), "alignCenter");
      page.rows.format(lights, "alignCenter");
      page.conditionals.push(...lightColours(lights, cellRef(first, column("light"))));
    });
  }

  /** A part's shares of its row in the table of amounts. */
  private share(row: number, amounts: number, part: number, actual: boolean): SpecCell[] {
    const { amountColumns, shareColumns } = this;
    const [width, parts] = [amountColumns.length, this.mix.parts.length];
    const start = 1 + part * shareColumns.length;
    const here = (id: ShareColumn): string => cellRef(row, start + shareColumns.indexOf(id));
    const of = (id: AmountColumn): SpecCell => {
      const own = cellRef(amounts, 1 + part * width + amountColumns.indexOf(id));
      const all = cellRef(amounts, 1 + parts * width + amountColumns.indexOf(id));
      return { formula: `=IF(N(${all})=0,"",N(${own})/${all})` };
    };
    if (!actual) return [...amountColumns.map((id) => (id === "actual" ? null : of(id))), null, null];
    const off = `ROUND(ABS(${here("off")}),6)`;
    return [
      ...amountColumns.map(of),
      {
        formula: `=IF(OR(${here("actual")}="",${here("planned")}=""),"",(${here("actual")}-${here("planned")})*100)`,
      },
      {
        formula: `=IF(ISNUMBER(${here("off")}),IF(${off}<=${this.tolerance},"●",IF(${off}<=2*${this.tolerance},"▲","▼")),"")`,
      },
    ];
  }

  /** Names of the parts, a line above their columns. */
  private groups(names: readonly string[], each: number): void {
    const { page } = this;
    const row = page.plain([
      null,
      ...names.flatMap((name) => [name, ...Array.from({ length: each - 1 }, () => null)]),
    ]);
    page.rows.format(rangeRef(row, 0, row, names.length * each), "group");
  }
}
