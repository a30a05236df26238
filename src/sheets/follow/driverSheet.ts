import { ABSOLUTE, cellRef, columnName, rangeRef } from "../../formula/references";
import type { StorePlan } from "../../planning/drivers/request";
import {
  adds,
  driversOf,
  isProduct,
  nodesOf,
  weightOf,
  type DriverNode,
  type DriverProduct,
} from "../../planning/drivers/tree";
import { say, type Lang } from "../../words";
import { quoted, RowSheet, textWidth } from "../rows";
import type { ChartSpec, ConditionalSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { COLORS, SERIES_COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { DRIVER_WORDS as W } from "./driverWords";
import { waterfall } from "./waterfall";

export interface DriverPage {
  readonly tree: DriverNode;
  readonly stores: readonly StorePlan[];
  readonly title?: string;
  readonly period?: string;
  readonly source?: string;
}

/** Rows, from 1, of a table: its header, its stores, its total. */
interface TableRows {
  readonly header: number;
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

const CHART_HEIGHT = 17;

/**
 * The driver sheet: targets and actuals by store, each driver's part in the gap, what one driver alone must become,
 * and the waterfall from target to actual of the store chosen. Everything but the yellow cells is a formula.
 */
export function driverSheet(page: DriverPage, lang: Lang): SheetSpec {
  return new DriverSheet(page, lang).spec();
}

class DriverSheet {
  private readonly nodes: readonly DriverNode[];
  private readonly drivers: readonly DriverNode[];
  private readonly parentOf = new Map<string, DriverProduct>();
  private readonly rows: RowSheet;
  /** Columns of the page; what helps the formulas stands to the right of them. */
  private readonly width: number;
  private readonly name: string;
  private readonly conditionals: ConditionalSpec[] = [];
  private readonly validations: ValidationSpec[] = [];
  private readonly headers: number[] = [];

  constructor(
    private readonly page: DriverPage,
    private readonly lang: Lang,
  ) {
    this.nodes = nodesOf(page.tree);
    this.drivers = driversOf(page.tree);
    for (const node of this.nodes)
      if (isProduct(node)) for (const part of node.of) this.parentOf.set(part.id, node);
    this.width = Math.max(1 + this.nodes.length, 6 + this.drivers.length);
    this.rows = new RowSheet(this.width + 3);
    this.name = W.tab[lang];
  }

  spec(): SheetSpec {
    const { lang, page, rows } = this;
    const title = page.title ?? say(W.title, lang, { result: page.tree.name });
    rows.add([title], "title");
    rows.add([this.subtitle()], "subtitle");
    rows.skip();
    const target = this.figures(W.targets[lang], "target");
    rows.skip();
    const actual = this.figures(W.actuals[lang], "actual");
    rows.skip();
    const gap = this.gaps(target, actual);
    rows.skip();
    this.required(target, actual);
    rows.skip();
    rows.add([W.chart[lang]], "section");
    const shown = rows.add([W.shown[lang], W.all[lang]]);
    rows.format(`B${shown}`, ["section", "input", "alignLeft"]);
    this.validations.push({
      range: `B${shown}`,
      rule: {
        kind: "listFrom",
        source: `=${rangeRef(gap.first - 1, 0, gap.total - 1, 0, { ...ABSOLUTE, sheet: this.name })}`,
      },
      prompt: { title: W.shown[lang], message: W.shownTip[lang] },
    });
    const chartTop = shown + 1;
    const notes = chartTop + CHART_HEIGHT + 1;
    const fall = this.fall(gap, shown, chartTop);
    return {
      id: "drivers",
      name: this.name,
      tabColor: COLORS.accent,
      blocks: [rows.block(), fall.block, { at: `A${notes}`, cells: [[W.note1[lang]], [W.note2[lang]]] }],
      columns: this.columns(),
      rows: this.headers.map((row) => ({ rows: `${row}`, height: 30 })),
      formats: [...rows.formats, ...fall.formats, { range: `A${notes}:A${notes + 1}`, style: "subtitle" }],
      conditionals: this.conditionals,
      validations: this.validations,
      charts: [fall.chart, this.storesChart(gap, chartTop)],
      freeze: { rows: 2, columns: 1 },
      print: {
        orientation: this.width <= 10 ? "portrait" : "landscape",
        area: rangeRef(0, 0, notes, this.width - 1),
        fitWidth: 1,
        ...(page.stores.length <= 14 ? { fitHeight: 1 } : {}),
        footer: { left: title, right: PAGE_WORDS.pages[lang] },
      },
    };
  }

  private subtitle(): string {
    const { lang, page } = this;
    const formula = `${page.tree.name}${lang === "zh-CN" ? "＝" : " = "}${this.drivers.map(({ name }) => name).join(lang === "zh-CN" ? "×" : " × ")}`;
    return [
      ...(page.period ? [say(W.period, lang, { period: page.period })] : []),
      say(W.subtitle, lang, { formula }),
      ...(page.source ? [say(W.source, lang, { source: page.source })] : []),
    ].join(" · ");
  }

  /** One row a store with its drivers and what they multiply to, and all stores below. */
  private figures(section: string, side: "target" | "actual"): TableRows {
    const { lang, nodes, page } = this;
    this.section(section);
    const header = this.header(nodes.map((node) => this.label(node)));
    const first = header + 1;
    const last = header + page.stores.length;
    for (const store of page.stores) {
      const row = this.rows.next;
      this.rows.add(
        [
          store.name,
          ...nodes.map((node): SpecCell => {
            if (!isProduct(node)) return (side === "target" ? store.target : store.actual)?.[node.id] ?? null;
            const parts = node.of.map((part) => this.at(row, part));
            const product = parts.join("*");
            return {
              formula:
                side === "target"
                  ? `=${product}`
                  : `=IF(COUNT(${parts.join(",")})<${parts.length},"",${product})`,
            };
          }),
        ],
        ["body", "text"],
      );
      this.rows.format(this.across(row), "row");
    }
    const total = this.rows.add([W.all[lang], ...nodes.map((node) => this.allStores(node, first, last))]);
    this.rows.format(this.across(total), "total");
    nodes.forEach((node, i) => {
      const range = rangeRef(first - 1, i + 1, last - 1, i + 1);
      this.rows.format(rangeRef(first - 1, i + 1, total - 1, i + 1), "number", numberFormat(node));
      if (isProduct(node)) return;
      this.rows.format(range, "input");
      const isRate = node.kind === "rate";
      this.validations.push({
        range,
        rule: { kind: "decimal", min: 0, ...(isRate ? { max: 1 } : {}) },
        prompt: { title: node.name, message: side === "target" ? W.inputTip[lang] : W.actualTip[lang] },
        error: { title: node.name, message: isRate ? W.rateError[lang] : W.numberError[lang] },
      });
    });
    return { header, first, last, total };
  }

  /** Amounts and products are added up; a rate of all stores is the product's sum by the sum it is weighted with. */
  private allStores(node: DriverNode, first: number, last: number): SpecCell {
    const column = this.columnOf(node);
    if (adds(node)) {
      const range = rangeRef(first - 1, column, last - 1, column);
      return { formula: `=IF(COUNT(${range})=0,"",SUM(${range}))` };
    }
    const parent = this.parentOf.get(node.id);
    const weight = parent && weightOf(parent);
    if (!parent || !weight) return null;
    const total = last + 1;
    return {
      formula: `=IF(N(${this.at(total, weight)})=0,"",${this.at(total, parent)}/${this.at(total, weight)})`,
    };
  }

  private gaps(target: TableRows, actual: TableRows): TableRows {
    const { lang, drivers, page, rows } = this;
    this.section(W.gaps[lang]);
    const header = this.header(
      [
        W.target[lang],
        W.actual[lang],
        W.gap[lang],
        W.attainment[lang],
        ...drivers.map(({ name }) => name),
        W.cause[lang],
      ],
      [null, W.mean[lang], W.zeros[lang]],
    );
    const first = header + 1;
    const last = header + page.stores.length;
    const partColumn = 5;
    const [mean, zeros] = [this.width + 1, this.width + 2];
    page.stores.forEach((store, index) => {
      const row = first + index;
      const t = (node: DriverNode) => this.at(target.first + index, node);
      const a = (node: DriverNode) => this.at(actual.first + index, node);
      const [T, A, gap] = [`$B${row}`, `$C${row}`, `$D${row}`];
      const known = (formula: string): SpecCell => ({ formula: `=IF(${A}="","",${formula})` });
      const turned = (node: DriverNode) => `(${t(node)}=0)<>(${a(node)}=0)`;
      const [meanCell, zerosCell] = [`$${cellRef(row - 1, mean)}`, `$${cellRef(row - 1, zeros)}`];
      const blanks = Array<SpecCell>(this.width - partColumn - drivers.length - 1).fill(null);
      rows.add([
        store.name,
        known(t(page.tree)),
        { formula: `=${a(page.tree)}` },
        known(`${A}-${T}`),
        known(`IF(${T}=0,"",${A}/${T})`),
        ...drivers.map((driver) =>
          known(
            `IF(OR(${A}=0,${T}=0),IF(${turned(driver)},${gap}/${zerosCell},0),${meanCell}*LN(${a(driver)}/${t(driver)}))`,
          ),
        ),
        this.cause(row),
        ...blanks,
        null,
        known(
          `IF(OR(${A}=0,${T}=0),"",IF(ABS(${A}/${T}-1)<0.0000001,(${A}+${T})/2,(${A}-${T})/LN(${A}/${T})))`,
        ),
        known(drivers.map((driver) => `IF(${turned(driver)},1,0)`).join("+")),
      ]);
      rows.format(this.across(row), "row");
    });
    const sum = (column: number): SpecCell => {
      const range = rangeRef(first - 1, column, last - 1, column);
      return { formula: `=IF(COUNT(${range})=0,"",SUM(${range}))` };
    };
    const total = rows.next;
    rows.add([
      W.all[lang],
      sum(1),
      sum(2),
      sum(3),
      { formula: `=IF(N(B${total})=0,"",C${total}/B${total})` },
      ...drivers.map((_, i) => sum(partColumn + i)),
      this.cause(total),
    ]);
    rows.format(this.across(total), "total");
    const money = numberFormat(page.tree);
    rows.format(rangeRef(first - 1, 1, total - 1, partColumn + drivers.length - 1), "number", money);
    rows.format(rangeRef(first - 1, 3, total - 1, 3), "number", signed(money));
    rows.format(rangeRef(first - 1, 4, total - 1, 4), "number", "0.0%");
    rows.format(
      rangeRef(first - 1, partColumn, total - 1, partColumn + drivers.length - 1),
      "number",
      signed(money),
    );
    rows.format(rangeRef(header - 1, partColumn + drivers.length, total - 1, partColumn + drivers.length), [
      "alignLeft",
      "indent1",
    ]);
    rows.format(rangeRef(header - 1, mean, last - 1, zeros), ["note", "alignRight"], "#,##0.00");
    this.conditionals.push({
      kind: "formula",
      range: rangeRef(first - 1, 3, total - 1, 3),
      formula: `=N($D${first})<0`,
      style: "bad",
    });
    return { header, first, last, total };
  }

  /** The driver that loses most where there is a shortfall, or brings most where there is a surplus. */
  private cause(row: number): SpecCell {
    const parts = rangeRef(row - 1, 5, row - 1, 4 + this.drivers.length);
    const names = this.drivers.map(({ name }) => quoted(name)).join(",");
    const pick = (best: string) => `CHOOSE(MATCH(${best}(${parts}),${parts},0),${names})`;
    return { formula: `=IF(N(D${row})=0,"",IF(D${row}<0,${pick("MIN")},${pick("MAX")}))` };
  }

  private required(target: TableRows, actual: TableRows): void {
    const { lang, drivers, page, rows } = this;
    this.section(W.required[lang]);
    const header = this.header([...drivers.map((driver) => this.label(driver)), W.together[lang]]);
    page.stores.forEach((store, index) => {
      const wanted = this.at(target.first + index, page.tree);
      const reached = this.at(actual.first + index, page.tree);
      const own = (driver: DriverNode) => this.at(actual.first + index, driver);
      const row = rows.add([
        store.name,
        ...drivers.map((driver): SpecCell => {
          const others = drivers
            .filter((other) => other !== driver)
            .map(own)
            .join("*");
          const value = others === "" ? wanted : `${wanted}/(${others})`;
          const rate = !isProduct(driver) && driver.kind === "rate";
          const shown = rate ? `IF(${value}>1,"${W.beyond[lang]}",${value})` : value;
          return {
            formula: `=IF(${reached}="","",${others === "" ? shown : `IF((${others})=0,"—",${shown})`})`,
          };
        }),
        {
          formula: `=IF(N(${reached})=0,"",(${wanted}/${reached})^(1/${drivers.length})-1)`,
        },
      ]);
      rows.format(this.across(row), "row");
    });
    const first = header + 1;
    const last = header + page.stores.length;
    drivers.forEach((driver, i) =>
      rows.format(rangeRef(first - 1, i + 1, last - 1, i + 1), "number", numberFormat(driver)),
    );
    const together = drivers.length + 1;
    rows.format(rangeRef(first - 1, together, last - 1, together), "number", "+0.0%;-0.0%;0.0%");
    this.conditionals.push({
      kind: "formula",
      range: rangeRef(first - 1, 1, last - 1, drivers.length),
      formula: `=ISTEXT(B${first})*(LEN(B${first})>1)`,
      style: "bad",
    });
  }

  private fall(gap: TableRows, shown: number, top: number) {
    const { lang, drivers, page } = this;
    const pick = (column: number): string => {
      const down = (c: number) => rangeRef(gap.first - 1, c, gap.total - 1, c, ABSOLUTE);
      return `IFERROR(N(INDEX(${down(column)},MATCH($B$${shown},${down(0)},0))),0)`;
    };
    return waterfall({
      id: "waterfall",
      title: W.chartWaterfall[lang],
      sheet: this.name,
      row: top - 1,
      column: this.width + 1,
      steps: [
        { label: W.target[lang], kind: "level", amount: pick(1) },
        ...drivers.map(({ name }, i) => ({ label: name, kind: "change" as const, amount: pick(5 + i) })),
        { label: W.actual[lang], kind: "level", amount: pick(2) },
      ],
      from: `A${top}`,
      to: cellRef(top + CHART_HEIGHT - 2, Math.ceil(this.width / 2) - 1),
      numberFormat: numberFormat(page.tree),
      headers: [W.step[lang], W.amount[lang], W.level[lang]],
    });
  }

  private storesChart(gap: TableRows, top: number): ChartSpec {
    const down = (c: number) =>
      rangeRef(gap.first - 1, c, gap.last - 1, c, { ...ABSOLUTE, sheet: this.name });
    return {
      id: "stores",
      kind: "columnStacked",
      title: say(W.chartStores, this.lang, { result: this.label(this.page.tree) }),
      from: cellRef(top - 1, Math.ceil(this.width / 2)),
      to: cellRef(top + CHART_HEIGHT - 2, this.width - 1),
      categories: down(0),
      series: this.drivers.map(({ name }, i) => ({
        name,
        values: down(5 + i),
        color: SERIES_COLORS[i % SERIES_COLORS.length] ?? COLORS.accent,
      })),
      valueAxis: { numberFormat: "#,##0" },
      legend: "bottom",
      gapWidth: 60,
    };
  }

  private section(text: string): void {
    this.rows.add([text], "section");
  }

  private header(labels: readonly string[], beyond: readonly SpecCell[] = []): number {
    const blanks = Array<SpecCell>(this.width - labels.length - 1).fill(null);
    const row = this.rows.add([W.store[this.lang], ...labels, ...blanks, ...beyond]);
    this.rows.format(this.across(row), "header");
    this.rows.format(rangeRef(row - 1, 1, row - 1, this.width - 1), "alignRight");
    this.headers.push(row);
    return row;
  }

  private columns() {
    const label = Math.max(
      ...this.page.stores.map(({ name }) => textWidth(name)),
      textWidth(W.shown[this.lang]),
    );
    return [
      { columns: "A", width: Math.min(34, Math.max(16, label + 4)) },
      { columns: `B:${columnName(this.width - 1)}`, width: 12.5 },
      { columns: columnName(this.width), width: 4 },
      { columns: `${columnName(this.width + 1)}:${columnName(this.width + 9)}`, width: 11 },
    ];
  }

  private label(node: DriverNode): string {
    if (!node.unit) return node.name;
    return this.lang === "zh-CN" ? `${node.name}（${node.unit}）` : `${node.name} (${node.unit})`;
  }

  private columnOf(node: DriverNode): number {
    return this.nodes.indexOf(node) + 1;
  }

  private at(row: number, node: DriverNode): string {
    return `$${cellRef(row - 1, this.columnOf(node))}`;
  }

  private across(row: number): string {
    return rangeRef(row - 1, 0, row - 1, this.width - 1);
  }
}

const DECIMALS = { amount: 0, rate: 1, value: 2 } as const;

function numberFormat(node: DriverNode): string {
  const kind = isProduct(node) ? "amount" : node.kind;
  const places = node.decimals ?? DECIMALS[kind];
  const fraction = places > 0 ? `.${"0".repeat(places)}` : "";
  return kind === "rate" ? `0${fraction}%` : `#,##0${fraction}`;
}

function signed(format: string): string {
  return `+${format};-${format};0`;
}
