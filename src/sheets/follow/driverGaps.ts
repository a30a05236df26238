import { cellRef, rangeRef } from "../../formula/references";
import { isProduct, type DriverNode } from "../../planning/drivers/tree";
import { quoted } from "../rows";
import type { SpecCell } from "../spec";
import { storeName } from "./driverFigures";
import { numberFormat, signed, type DriverGrid, type TableRows } from "./driverGrid";
import { DRIVER_WORDS as W } from "./driverWords";

/** Each driver's part in every store's gap, by the formula of `src/planning/drivers/contributions.ts`. */
export function gaps(grid: DriverGrid, target: TableRows, actual: TableRows): TableRows {
  const { lang, drivers, page, rows } = grid;
  grid.section(W.gaps[lang]);
  const header = grid.header(
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
  const [mean, zeros] = [grid.width + 1, grid.width + 2];
  page.stores.forEach((_, index) => {
    const row = first + index;
    const t = (node: DriverNode) => grid.at(target.first + index, node);
    const a = (node: DriverNode) => grid.at(actual.first + index, node);
    const [T, A, gap] = [`$B${row}`, `$C${row}`, `$D${row}`];
    const known = (formula: string): SpecCell => ({ formula: `=IF(OR(${A}="",${T}=""),"",${formula})` });
    const turned = (node: DriverNode) => `(${t(node)}=0)<>(${a(node)}=0)`;
    const [meanCell, zerosCell] = [`$${cellRef(row - 1, mean)}`, `$${cellRef(row - 1, zeros)}`];
    const blanks = Array<SpecCell>(grid.width - partColumn - drivers.length - 1).fill(null);
    rows.add([
      storeName(target, index),
      { formula: `=IF(${A}="","",${t(page.tree)})` },
      { formula: `=${a(page.tree)}` },
      known(`${A}-${T}`),
      known(`IF(${T}=0,"",${A}/${T})`),
      ...drivers.map((driver) =>
        known(
          `IF(OR(${A}=0,${T}=0),IF(${turned(driver)},${gap}/${zerosCell},0),${meanCell}*LN(${a(driver)}/${t(driver)}))`,
        ),
      ),
      cause(grid, row),
      ...blanks,
      null,
      known(
        `IF(OR(${A}=0,${T}=0),"",IF(ABS(${A}/${T}-1)<0.0000001,(${A}+${T})/2,(${A}-${T})/LN(${A}/${T})))`,
      ),
      known(drivers.map((driver) => `IF(${turned(driver)},1,0)`).join("+")),
    ]);
    rows.format(grid.across(row), "row");
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
    cause(grid, total),
  ]);
  rows.format(grid.across(total), "total");
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
  grid.conditionals.push({
    kind: "formula",
    range: rangeRef(first - 1, 3, total - 1, 3),
    formula: `=N($D${first})<0`,
    style: "bad",
  });
  return { header, first, last, total };
}

/** The driver that loses most where there is a shortfall, or brings most where there is a surplus. */
function cause(grid: DriverGrid, row: number): SpecCell {
  const parts = rangeRef(row - 1, 5, row - 1, 4 + grid.drivers.length);
  const names = grid.drivers.map(({ name }) => quoted(name)).join(",");
  const pick = (best: string) => `CHOOSE(MATCH(${best}(${parts}),${parts},0),${names})`;
  return { formula: `=IF(N(D${row})=0,"",IF(D${row}<0,${pick("MIN")},${pick("MAX")}))` };
}

/** What one driver alone must become to meet the target, and by how much all together would have to change. */
export function required(grid: DriverGrid, target: TableRows, actual: TableRows): void {
  const { lang, drivers, page, rows } = grid;
  grid.section(W.required[lang]);
  const header = grid.header([...drivers.map((driver) => grid.label(driver)), W.together[lang]]);
  page.stores.forEach((_, index) => {
    const wanted = grid.at(target.first + index, page.tree);
    const reached = grid.at(actual.first + index, page.tree);
    const own = (driver: DriverNode) => grid.at(actual.first + index, driver);
    const row = rows.add([
      storeName(target, index),
      ...drivers.map((driver): SpecCell => {
        const others = drivers
          .filter((other) => other !== driver)
          .map(own)
          .join("*");
        const value = others === "" ? wanted : `${wanted}/(${others})`;
        const rate = !isProduct(driver) && driver.kind === "rate";
        const shown = rate ? `IF(${value}>1,"${W.beyond[lang]}",${value})` : value;
        return {
          formula: `=IF(OR(${reached}="",${wanted}=""),"",${others === "" ? shown : `IF((${others})=0,"—",${shown})`})`,
        };
      }),
      {
        formula: `=IF(OR(N(${reached})=0,${wanted}=""),"",(${wanted}/${reached})^(1/${drivers.length})-1)`,
      },
    ]);
    rows.format(grid.across(row), "row");
  });
  const first = header + 1;
  const last = header + page.stores.length;
  drivers.forEach((driver, i) =>
    rows.format(rangeRef(first - 1, i + 1, last - 1, i + 1), "number", numberFormat(driver)),
  );
  const together = drivers.length + 1;
  rows.format(rangeRef(first - 1, together, last - 1, together), "number", "+0.0%;-0.0%;0.0%");
  grid.conditionals.push({
    kind: "formula",
    range: rangeRef(first - 1, 1, last - 1, drivers.length),
    formula: `=ISTEXT(B${first})*(LEN(B${first})>1)`,
    style: "bad",
  });
}
