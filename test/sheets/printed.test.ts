/** Where pages end and what stands above them. */
import fc from "fast-check";
import { decimalFormat } from "../../src/sheets/evaluation/decimals";
import { pagesFor, printedAcross } from "../../src/sheets/evaluation/widths";
import { pageBreaks } from "../../src/sheets/printed";

/** The columns of the analysis page: tables on the left, charts on the right. */
const ANALYSIS = [26, 12, 12, 12, 3, 10, 10, 10, 10, 10, 10];

describe("page breaks", () => {
  test("what fits one page has none", () => {
    expect(pageBreaks(ANALYSIS, [3, 18, 33, 48], 62, 16)).toEqual([]);
  });

  test("a fifth part needs a second page, and both are about equally full", () => {
    expect(pageBreaks(ANALYSIS, [3, 18, 33, 48, 63], 77, 16)).toEqual([33]);
  });

  test("always between parts, never more on a page than it holds unless one part alone is longer", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (sizes, landscape) => {
          const starts = sizes.map((_, i) => 1 + sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
          const last = sizes.reduce((sum, size) => sum + size, 0);
          const breaks = pageBreaks(ANALYSIS, starts, last, 16, { landscape, pages: 1 });
          const room = landscape ? 31 : 65;
          const pages = [1, ...breaks].map((from, i) => [from, (breaks[i] ?? last + 1) - 1] as const);
          for (const [from, to] of pages) {
            expect(starts).toContain(from);
            const parts = starts.filter((start) => start >= from && start <= to);
            if (parts.length > 1) expect(to - from + 1).toBeLessThanOrEqual(room);
          }
        },
      ),
    );
  });
});

describe("a table across pages", () => {
  const table = { title: "Results", names: "B", from: 4, to: 30 };

  test("on one page it has its own title", () => {
    expect(printedAcross([12, 12, 9], table)).toEqual({ fitWidth: 1 });
  });

  test("on several the title stands above each, and names are repeated beside the figures", () => {
    const widths = Array.from({ length: 30 }, () => 10);
    expect(printedAcross(widths, table)).toEqual({
      fitWidth: pagesFor(widths),
      titleColumns: "$A:$B",
      area: "A4:AD30",
      header: "Results",
    });
  });
});

test.each([
  [{ max: 20 }, [18, 16], "General"],
  [{ max: 31 }, [1, 0.5], "#,##0.0"],
  [{}, [115.25, 400], "#,##0.00"],
  [{}, [1200, 800], "#,##0.00"],
  [{}, [], "#,##0.00"],
])("typed figures of %j such as %j show as %s", (input, values, format) => {
  expect(decimalFormat(input, values)).toBe(format);
});
