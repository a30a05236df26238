import { cellRef, rangeRef } from "../../formula/references";
import type { StorePlan } from "../../planning/drivers/request";
import {
  driversOf,
  isProduct,
  nodesOf,
  type Driver,
  type DriverNode,
  type DriverProduct,
} from "../../planning/drivers/tree";
import type { Lang } from "../../words";
import { RowSheet } from "../rows";
import type { ConditionalSpec, SpecCell, ValidationSpec } from "../spec";
import { DRIVER_WORDS as W } from "./driverWords";

export interface DriverPage {
  readonly tree: DriverNode;
  readonly stores: readonly StorePlan[];
  readonly title?: string;
  readonly period?: string;
  readonly source?: string;
}

/** Rows, from 1, of a table: its header, its stores, its total. */
export interface TableRows {
  readonly header: number;
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** What the tables of the driver sheet share: its rows so far, and where which driver stands. */
export class DriverGrid {
  readonly nodes: readonly DriverNode[];
  readonly drivers: readonly Driver[];
  readonly parentOf = new Map<string, DriverProduct>();
  readonly rows: RowSheet;
  /** Columns of the page; what helps the formulas stands to the right of them. */
  readonly width: number;
  readonly name: string;
  readonly conditionals: ConditionalSpec[] = [];
  readonly validations: ValidationSpec[] = [];
  /** Header rows, from 1. */
  readonly headers: number[] = [];

  constructor(
    readonly page: DriverPage,
    readonly lang: Lang,
  ) {
    this.nodes = nodesOf(page.tree);
    this.drivers = driversOf(page.tree);
    for (const node of this.nodes)
      if (isProduct(node)) for (const part of node.of) this.parentOf.set(part.id, node);
    this.width = Math.max(1 + this.nodes.length, 6 + this.drivers.length);
    this.rows = new RowSheet(this.width + 3);
    this.name = W.tab[lang];
  }

  section(text: string): void {
    this.rows.add([text], "section");
  }

  header(labels: readonly string[], beyond: readonly SpecCell[] = []): number {
    const blanks = Array<SpecCell>(this.width - labels.length - 1).fill(null);
    const row = this.rows.add([W.store[this.lang], ...labels, ...blanks, ...beyond]);
    this.rows.format(this.across(row), "header");
    this.rows.format(rangeRef(row - 1, 1, row - 1, this.width - 1), "alignRight");
    this.headers.push(row);
    return row;
  }

  label(node: DriverNode): string {
    if (!node.unit) return node.name;
    return this.lang === "zh-CN" ? `${node.name}（${node.unit}）` : `${node.name} (${node.unit})`;
  }

  columnOf(node: DriverNode): number {
    return this.nodes.indexOf(node) + 1;
  }

  at(row: number, node: DriverNode): string {
    return `$${cellRef(row - 1, this.columnOf(node))}`;
  }

  across(row: number): string {
    return rangeRef(row - 1, 0, row - 1, this.width - 1);
  }
}

const DECIMALS = { amount: 0, rate: 1, value: 2 } as const;

export function numberFormat(node: DriverNode): string {
  const kind = isProduct(node) ? "amount" : node.kind;
  const places = node.decimals ?? DECIMALS[kind];
  const fraction = places > 0 ? `.${"0".repeat(places)}` : "";
  return kind === "rate" ? `0${fraction}%` : `#,##0${fraction}`;
}

export function signed(format: string): string {
  return `+${format};-${format};0`;
}
