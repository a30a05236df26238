import { assert, option, property, integer } from "fast-check";
import { applyWorkbook } from "../../src/excel/apply";
import { createNodeHost } from "../../src/host/node";
import { READABLE, VISIBLE, contrast, isColor, lookOf, paletteOf } from "../../src/sheets/palette";
import type { SheetSpec, WorkbookSpec } from "../../src/sheets/spec";
import { COLORS, STYLES } from "../../src/sheets/style";

const anyColor = integer({ min: 0, max: 0xffffff }).map(
  (value) => `#${value.toString(16).padStart(6, "0").toUpperCase()}`,
);

test("contrast is WCAG's: black on white 21, #767676 on white just readable", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 6);
  expect(contrast("#767676", "#FFFFFF")).toBeCloseTo(4.54, 2);
});

test("a colour that can be read stays as it is; a yellow is darkened until it can", () => {
  expect(paletteOf({ main: "#00695C" }).accent).toBe("#00695C");
  const { accent } = paletteOf({ main: "#FFD400" });
  expect(accent).not.toBe("#FFD400");
  expect(contrast(accent, "#FFFFFF")).toBeGreaterThan(READABLE);
});

test("whatever the company's colours, headings can be read, bars be seen, and the target stands apart", () => {
  assert(
    property(anyColor, option(anyColor, { nil: undefined }), (main, second) => {
      const palette = paletteOf({ main, ...(second === undefined ? {} : { second }) });
      for (const color of Object.values(palette)) expect(isColor(color)).toBe(true);
      expect(contrast(palette.accent, "#FFFFFF")).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(palette.accent, palette.headerFill)).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(COLORS.ink, palette.headerFill)).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(COLORS.ink, palette.totalFill)).toBeGreaterThanOrEqual(READABLE);
      if (second === undefined) expect(palette.target).not.toBe(palette.accent);
      else expect(contrast(palette.target, "#FFFFFF")).toBeGreaterThanOrEqual(VISIBLE);
    }),
    { numRuns: 1000 },
  );
});

test("inputs stay yellow and lights green, amber and red", () => {
  const { styles } = lookOf({ main: "#7A1FA2" });
  for (const name of ["input", "good", "warn", "bad", "badFill", "body"] as const)
    expect(styles[name]).toEqual(STYLES[name]);
  expect(styles.section.color).toBe("#7A1FA2");
  expect(styles.header.borderBottom?.color).toBe("#7A1FA2");
});

const page = (id: string): SheetSpec => ({
  id,
  name: id,
  tabColor: COLORS.accent,
  blocks: [
    {
      at: "A1",
      cells: [
        ["a", "b"],
        [1, 2],
      ],
    },
  ],
  formats: [
    { range: "A1:B1", style: "header" },
    { range: "A2", style: "section" },
  ],
  conditionals: [{ kind: "dataBar", range: "B2", color: COLORS.accentSoft }],
  charts: [
    {
      id: "c",
      kind: "column",
      title: "t",
      from: "D1",
      to: "H9",
      categories: `${id}!A1:B1`,
      series: [{ name: "s", values: `${id}!A2:B2` }],
    },
  ],
});

const book = (id: string): WorkbookSpec => ({ sheets: [page(id)], names: [], activate: id });

test("pages, tabs, bars and charts follow, and so do pages written into the workbook later", async () => {
  const host = createNodeHost();
  const main = "#00695C";
  await applyWorkbook({ ...book("one"), colors: { main } });
  await applyWorkbook(book("two"));
  const { accentSoft, headerFill } = paletteOf({ main });
  for (const name of ["one", "two"]) {
    const sheet = host.workbook.sheets.find((each) => each.name === name);
    const style = (row: number) => host.workbook.styles[sheet?.cells.get(row)?.get(0)?.style ?? 0];
    expect(sheet?.tabColor).toBe(main);
    expect(style(0)?.fill).toBe(headerFill);
    expect(style(1)?.color).toBe(main);
    expect(sheet?.conditionals).toMatchObject([{ color: accentSoft }]);
    expect(sheet?.charts[0]?.series[0]?.color).toBe(main);
  }
});
