/** Whatever is typed: the driver sheet's parts of the gap are the engine's. */
import fc from "fast-check";
import { contributions } from "../../../src/planning/drivers/contributions";
import { driversBook } from "../../../src/jobs/follow/drivers";
import { CalculatedBook } from "../../support/ironcalc";
import "../../support/seed";

const IDS = ["passersBy", "entry", "conversion", "ticket"] as const;
/** Where the drivers stand in a row of figures, and their parts in the row of the gap. */
const COLUMNS = ["B", "C", "E", "G"] as const;
const PARTS = ["F", "G", "H", "I"] as const;

test("parts of the gap, cell by cell, zeros and equal values among them", () => {
  const one = Object.fromEntries(IDS.map((id) => [id, 1]));
  const spec = driversBook({ stores: [{ name: "A", target: one, actual: one }] }, { lang: "en-US" });
  const book = new CalculatedBook(spec.sheets);
  const drivers = fc.tuple(
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 })),
    fc.oneof(fc.constant(0), fc.constant(0.1), fc.double({ min: 0.001, max: 1, noNaN: true })),
    fc.oneof(fc.constant(0.2), fc.double({ min: 0.001, max: 1, noNaN: true })),
    fc.oneof(fc.constant(500), fc.integer({ min: 1, max: 3000 })),
  );
  fc.assert(
    fc.property(drivers, drivers, (target, actual) => {
      COLUMNS.forEach((column, i) => {
        book.set("Drivers", `${column}6`, target[i] ?? 0);
        book.set("Drivers", `${column}11`, actual[i] ?? 0);
      });
      const expected = contributions(target, actual);
      const scale = Math.max(1, ...expected.map(Math.abs));
      PARTS.forEach((column, i) => {
        const shown = Number(book.read("Drivers", `${column}16`));
        expect(Math.abs(shown - (expected[i] ?? NaN)) / scale).toBeLessThan(1e-9);
      });
    }),
    { numRuns: 60 },
  );
});
