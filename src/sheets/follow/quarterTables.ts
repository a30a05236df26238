import { cellRef, rangeRef } from "../../formula/references";
import { groupOf, periodLabel, periodsBetween, type Period } from "../../planning/calendar";
import type { Plan, PlanNode } from "../../planning/plan";
import type { Lang } from "../../words";
import { PlanPage } from "../plan/page";
import { PLAN_PAGE_WORDS } from "../plan/words";
import type { SpecCell } from "../spec";
import { lightColours } from "./lights";
import { QUARTER_WORDS as W } from "./quarterWords";

/** A quarter and the periods of the plan that lie in it, first and last counted from 0. */
export interface Quarter {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/** Columns a quarter takes: what was due, what it came to, their rate, its light. */
export const EACH = 4;

/** Rows of a table that another adds up, first and last counted from 0. */
export interface TableRows {
  readonly first: number;
  readonly last: number;
}

/** Tables of one shape: a row a top unit, four columns a quarter, the company below. */
export class QuarterTables {
  readonly quarters: readonly Quarter[];
  readonly tops: readonly PlanNode[];
  readonly page: PlanPage;

  constructor(
    private readonly plan: Plan,
    private readonly lang: Lang,
  ) {
    this.quarters = quartersOf(plan, lang);
    this.page = new PlanPage("quarters", W.tab[lang], 2 + EACH * this.quarters.length, lang);
    this.tops = topsOf(plan);
  }

  /** How many rows a table has: the top units, and the company when it has any. */
  get count(): number {
    return this.tops.length + (this.tops.length > 1 ? 1 : 0);
  }

  /** A row a top unit, then the company's; `cells` is told the rows it adds up. */
  lines(cells: (node: PlanNode, row: number, rows?: TableRows) => SpecCell[]): number {
    const { page, tops, plan } = this;
    const first = page.next;
    for (const node of tops) page.line([node.name, ...cells(node, page.next)]);
    if (tops.length > 1) {
      const rows = { first, last: page.next - 1 };
      const own = cells(plan.root, page.next, rows);
      const total = page.plain([plan.root.name, ...own]);
      page.rows.format(rangeRef(total, 0, total, own.length), "total");
    }
    return first;
  }

  /** @param heads of each quarter's columns; `last` of what stands after them */
  heading(section: string, heads: readonly string[], last: readonly string[] = []): void {
    const { page, quarters } = this;
    page.section(section);
    const row = page.plain([null, ...quarters.flatMap(({ label }) => [label, null, null, null])]);
    page.rows.format(rangeRef(row, 0, row, page.width - 1), "group");
    const header = page.header([
      this.plan.levels[0] ?? PLAN_PAGE_WORDS.unitLevel[this.lang],
      ...quarters.flatMap(() => heads),
      ...last,
    ]);
    quarters.forEach((_, q) => {
      page.rows.format(cellRef(header, (q + 1) * EACH), "alignCenter");
    });
  }

  looks(first: number, amount: string, share: string): void {
    const { page, quarters } = this;
    const last = first + this.count - 1;
    for (let q = 0; q < quarters.length; q++) {
      const column = 1 + q * EACH;
      page.numbers(first, last, column, column + 1, amount);
      page.numbers(first, last, column + 2, column + 2, share);
      const lights = rangeRef(first, column + 3, last, column + 3);
      page.rows.format(lights, "alignCenter");
      page.conditionals.push(...lightColours(lights, cellRef(first, column + 3)));
    }
  }

  typed(first: number, what: { readonly name: string; readonly tip: string; readonly rate?: boolean }): void {
    const { page, quarters, tops } = this;
    quarters.forEach((_, q) => {
      const range = rangeRef(first, 2 + q * EACH, first + tops.length - 1, 2 + q * EACH);
      page.rows.format(range, "input");
      page.validations.push({
        range,
        rule: what.rate ? { kind: "decimal", min: 0, max: 1 } : { kind: "decimal" },
        prompt: { title: what.name, message: what.tip },
        error: {
          title: what.name,
          message: (what.rate ? W.rateError : W.numberError)[this.lang],
        },
      });
    });
  }
}

/** The company's top units; the company itself when it has none. */
function topsOf({ root }: Plan): readonly PlanNode[] {
  return root.children.length > 0 ? root.children : [root];
}

function quartersOf(plan: Plan, lang: Lang): Quarter[] {
  const [first, last] = [plan.periods[0], plan.periods.at(-1)];
  if (!first || !last) return [];
  const quarters: readonly Period[] = periodsBetween(first.start, last.end, "quarter");
  const groups = groupOf(plan.periods, quarters);
  const years = new Set(quarters.map(({ start }) => start.slice(0, 4)));
  return quarters.flatMap((quarter, q) => {
    const from = groups.indexOf(q);
    return from < 0
      ? []
      : [
          {
            label: periodLabel(quarter, lang, { year: years.size > 1 }),
            first: from,
            last: groups.lastIndexOf(q),
          },
        ];
  });
}
