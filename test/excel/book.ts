import type { Host } from "../../src/host/host";
import type { HostSheet, HostWorkbook } from "../../src/host/book/workbook";
import type { SheetSpec, WorkbookSpec } from "../../src/sheets/spec";

/** Everything a person or a program could see of a workbook, as plain data to compare. */
export function dump({ workbook }: Host): unknown {
  return JSON.parse(
    plainReferences(
      JSON.stringify({
        sheets: workbook.sheets.map((sheet) => dumpSheet(workbook, sheet)),
        active: workbook.activeSheet,
        selection: workbook.selection,
        names: [...workbook.names].sort((a, b) => a.name.localeCompare(b.name)),
        settings: [...workbook.settings].sort(),
        customXml: workbook.customXml,
        protected: workbook.protected,
      }),
    ),
  );
}

/** Excel writes `Targets!A1` for `'Targets'!A1`; the host keeps the quotes after a rename. */
const plainReferences = (text: string): string => text.replace(/'([A-Za-z_]\w*)'!/g, "$1!");

function dumpSheet({ styles }: HostWorkbook, sheet: HostSheet): object {
  const cells = [...sheet.cells].flatMap(([row, line]) =>
    [...line].map(([column, { value, formula, style }]) => ({
      at: `R${row}C${column}`,
      value: formula === undefined ? value : null,
      formula,
      style: styles[style],
    })),
  );
  const {
    id,
    name,
    visibility,
    tabColor,
    showGridlines,
    frozen,
    merges,
    validations,
    conditionals,
    charts,
    tables,
    protection,
    page,
    autoFilter,
  } = sheet;
  return {
    ...{
      id,
      name,
      visibility,
      tabColor,
      showGridlines,
      frozen,
      merges,
      validations,
      conditionals,
      charts,
      tables,
      protection,
      page,
      autoFilter,
    },
    cells: cells.sort((a, b) => a.at.localeCompare(b.at)),
    rows: [...sheet.rows].sort(([a], [b]) => a - b),
    columns: [...sheet.columns].sort(([a], [b]) => a - b),
  };
}

export function sheetOf(host: Host, name: string): HostSheet {
  const sheet = host.workbook.sheets.find((each) => each.name === name);
  if (!sheet)
    throw new Error(`No sheet “${name}” among ${host.workbook.sheets.map((each) => each.name).join(", ")}`);
  return sheet;
}

/** The tabs people see, in order. */
export const tabs = (host: Host): string[] =>
  host.workbook.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);

/** Content of a cell: its formula if it has one. */
export function cellAt(host: Host, sheet: string, row: number, column: number): unknown {
  const cell = sheetOf(host, sheet).cells.get(row)?.get(column);
  return cell?.formula ?? cell?.value ?? null;
}

export function valueAt(host: Host, sheet: string, row: number, column: number): unknown {
  host.calculate();
  return sheetOf(host, sheet).cells.get(row)?.get(column)?.value ?? null;
}

export interface SmallOptions {
  readonly targets?: Readonly<Record<string, number>>;
  readonly cap?: number;
  readonly names?: { readonly targets: string; readonly overview: string };
}

/** A sheet of targets with yellow inputs, an overview with formulas and a chart over it, and two defined names. */
export function smallSpec({
  targets = { Ann: 100, Bob: 200, "=Eve": 300 },
  cap = 1.2,
  names = { targets: "Targets", overview: "Overview" },
}: SmallOptions = {}): WorkbookSpec {
  const people = Object.entries(targets);
  const last = 3 + people.length;
  const ref = `'${names.targets.replaceAll("'", "''")}'!`;
  const targetsSheet: SheetSpec = {
    id: "targets",
    name: names.targets,
    tabColor: "#1F5FA8",
    blocks: [
      {
        at: "A1",
        cells: [
          ["Targets", null, null],
          ["Cap", cap, null],
          ["Rep", "Target", "Capped"],
        ],
      },
      {
        at: "A4",
        cells: people.map(([rep, target], i) => [rep, target, { formula: `=B${4 + i}*Score_Cap` }]),
      },
    ],
    columns: [
      { columns: "A", width: 20 },
      { columns: "B:C", width: 12 },
    ],
    rows: [{ rows: "1", height: 24 }],
    formats: [
      { range: "A1", style: "title" },
      { range: "A3:C3", style: "header" },
      { range: `B4:B${last}`, style: ["number", "input"], numberFormat: "#,##0" },
    ],
    freeze: { rows: 3, columns: 1 },
    conditionals: [
      { kind: "formula", range: `C4:C${last}`, formula: `=$C4>Score_Cap*150`, style: "badFill" },
      { kind: "dataBar", range: `B4:B${last}`, color: "#9DBFE3" },
    ],
    validations: [
      {
        range: `B4:B${last}`,
        rule: { kind: "decimal", min: 0 },
        prompt: { title: "Target", message: "Whole units" },
      },
    ],
    print: { orientation: "landscape", titleRows: "$1:$3", fitWidth: 1, footer: { center: "&P / &N" } },
    protect: { inputs: [`B4:B${last}`] },
  };
  const overview: SheetSpec = {
    id: "overview",
    name: names.overview,
    blocks: [
      {
        at: "A1",
        cells: [
          ["Overview", null],
          ["Total", { formula: `=SUM(${ref}B4:B${last})` }],
          ["Sum of capped", { formula: "=SUM(Capped)" }],
        ],
      },
    ],
    charts: [
      {
        id: "byRep",
        kind: "column",
        title: "Bob carries most",
        from: "D2",
        to: "K16",
        categories: `${ref}A4:A${last}`,
        series: [
          { name: "Target", values: `${ref}B4:B${last}`, labels: { numberFormat: "#,##0" } },
          { name: "Capped", values: `${ref}C4:C${last}`, kind: "line", color: "#E08A1E" },
        ],
        gapWidth: 60,
      },
    ],
  };
  return {
    sheets: [overview, targetsSheet],
    names: [
      { name: "Score_Cap", refersTo: `=${ref}$B$2` },
      { name: "Capped", refersTo: `=${ref}$C$4:$C$${last}`, comment: "Targets after the cap" },
    ],
    activate: "overview",
  };
}
