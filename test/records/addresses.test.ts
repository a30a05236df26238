import fc from "fast-check";
import { compressAddresses } from "../../src/records/tables/addresses";
import { columnName } from "../../src/formula/references";
import { parseArea } from "../../src/records/grid";

test("neighbours below each other become one range, column by column", () => {
  expect(compressAddresses(["D5", "D6", "D7", "D8", "D9", "D12"])).toEqual(["D5:D9", "D12"]);
  expect(compressAddresses(["D12", "B2", "D11", "AA3"])).toEqual(["B2", "D11:D12", "AA3"]);
  expect(compressAddresses(["F2:F8801", "D5", "F2:F8801"])).toEqual(["D5", "F2:F8801"]);
});

test("no cell is lost, none is added", () => {
  const cell = fc.record({ column: fc.nat(40), row: fc.nat(60) });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const addresses = cells.map(({ column, row }) => `${columnName(column)}${row + 1}`);
      const expanded = compressAddresses(addresses).flatMap((range) => {
        const area = parseArea(range);
        if (!area) throw new Error(range);
        return Array.from(
          { length: area.toRow - area.fromRow + 1 },
          (_, i) => `${columnName(area.fromColumn)}${area.fromRow + i + 1}`,
        );
      });
      expect(expanded.sort()).toEqual([...new Set(addresses)].sort());
    }),
  );
});
