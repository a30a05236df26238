import { ABSOLUTE, rangeRef } from "../../formula/references";
import { adds, isProduct, weightOf, type DriverNode } from "../../planning/drivers/tree";
import type { SpecCell } from "../spec";
import { numberFormat, type DriverGrid, type TableRows } from "./driverGrid";
import { DRIVER_WORDS as W } from "./driverWords";

/**
 * One row a store with its drivers and what they multiply to, and all stores below.
 *
 * @param named where the stores are named already; without it they are typed here
 */
export function figures(
  grid: DriverGrid,
  section: string,
  side: "target" | "actual",
  named?: TableRows,
): TableRows {
  const { lang, nodes, page } = grid;
  grid.section(section);
  const header = grid.header(nodes.map((node) => grid.label(node)));
  const first = header + 1;
  const last = header + page.stores.length;
  for (const store of page.stores) {
    const row = grid.rows.next;
    grid.rows.add(
      [
        named ? storeName(named, row - first) : store.name,
        ...nodes.map((node): SpecCell => {
          if (!isProduct(node)) return (side === "target" ? store.target : store.actual)?.[node.id] ?? null;
          const parts = node.of.map((part) => grid.at(row, part));
          const product = parts.join("*");
          return { formula: `=IF(COUNT(${parts.join(",")})<${parts.length},"",${product})` };
        }),
      ],
      ["body", "text"],
    );
    grid.rows.format(grid.across(row), "row");
  }
  if (!named) grid.rows.format(rangeRef(first - 1, 0, last - 1, 0), "input");
  const total = grid.rows.add([W.all[lang], ...nodes.map((node) => allStores(grid, node, first, last))]);
  grid.rows.format(grid.across(total), "total");
  nodes.forEach((node, i) => {
    const range = rangeRef(first - 1, i + 1, last - 1, i + 1);
    grid.rows.format(rangeRef(first - 1, i + 1, total - 1, i + 1), "number", numberFormat(node));
    if (isProduct(node)) return;
    grid.rows.format(range, "input");
    const isRate = node.kind === "rate";
    grid.validations.push({
      range,
      rule: { kind: "decimal", min: 0, ...(isRate ? { max: 1 } : {}) },
      prompt: { title: node.name, message: side === "target" ? W.inputTip[lang] : W.actualTip[lang] },
      error: { title: node.name, message: isRate ? W.rateError[lang] : W.numberError[lang] },
    });
  });
  return { header, first, last, total };
}

/** A store as it is called in the first table. */
export function storeName({ first }: TableRows, index: number): SpecCell {
  return { formula: `=$A${first + index}&""` };
}

/** Amounts and products are added up; a rate of all stores is the product's sum by the sum it is weighted with. */
function allStores(grid: DriverGrid, node: DriverNode, first: number, last: number): SpecCell {
  const column = grid.columnOf(node);
  if (adds(node)) {
    const range = rangeRef(first - 1, column, last - 1, column);
    return { formula: `=IF(COUNT(${range})=0,"",SUM(${range}))` };
  }
  const parent = grid.parentOf.get(node.id);
  const weight = parent && weightOf(parent);
  if (!parent || !weight) return null;
  // Stores that lack a figure count on neither side.
  const down = (of: DriverNode) =>
    rangeRef(first - 1, grid.columnOf(of), last - 1, grid.columnOf(of), ABSOLUTE);
  const base = `SUMIFS(${down(weight)},${down(parent)},">=0")`;
  return { formula: `=IF(${base}=0,"",${grid.at(last + 1, parent)}/${base})` };
}
