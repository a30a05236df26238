import { parseState, STATE_KEY } from "../../excel/state/state";
import { runOf } from "../../jobs/runRecord";
import { MEMORY_NAMESPACE } from "../../records/memory";
import type { ColorsSeen } from "../../templates/company/colors";
import { markedSpec, type SourcePage, type TemplateSource } from "../../templates/company/source";
import { TEMPLATE_NAMESPACE } from "../../templates/company/part";
import { REFUSED, refusedIn, type Refused } from "../../templates/company/refused";
import type { HostSheet, HostWorkbook, Scalar } from "../book/workbook";
import { readTheme, sheetParts } from "./book";
import { openXlsx } from "./open";
import { Package } from "./package";

/** A file as a company template is made from it, or used as one. */
export interface TemplateFile {
  readonly source: TemplateSource;
  readonly colors: ColorsSeen;
  /** What is in it that a template may not carry, in the order of {@link REFUSED}. */
  readonly refused: readonly Refused[];
}

/** Rows and columns from A1 in which titles and headers stand. */
const LOOKED_AT = { rows: 8, columns: 6 } as const;
const FIRST_ACCENT = 4;

/**
 * Reads a workbook beside the open one; Excel has no part in it.
 *
 * @throws AttainError `file-unreadable`
 */
export async function readTemplateFile(bytes: Uint8Array, name: string): Promise<TemplateFile> {
  const workbook = await openXlsx(bytes, name);
  const file = Package.open(bytes);
  const state = parseState(workbook.settings.get(STATE_KEY));
  const ours = state?.sheets ?? [];
  const pages = workbook.sheets.flatMap((sheet): SourcePage[] => {
    if (sheet.visibility !== "Visible") return [];
    const values = valuesOf(sheet);
    const spec = ours.find(({ tab }) => tab === sheet.name)?.spec ?? markedSpec(values);
    return [{ spec, tab: sheet.name, values }];
  });
  const part = workbook.customXml.find(({ xml }) => xml.includes(TEMPLATE_NAMESPACE))?.xml;
  const run = runOf(workbook.customXml.find(({ xml }) => xml.includes(MEMORY_NAMESPACE))?.xml, state?.at);
  const linked = sheetParts(file).some(({ part: path }) => file.has(path) && reachesOut(file, path));
  const refused = new Set([...refusedIn(file.paths()), ...(linked ? (["links"] as const) : [])]);
  return {
    source: { pages, ...(part === undefined ? {} : { part }), ...(run ? { run } : {}) },
    colors: { headers: headerColors(workbook), theme: accents(file) },
    refused: REFUSED.filter((what) => refused.has(what)),
  };
}

/** A hyperlink or an object of the sheet that leads out of the file. */
function reachesOut(file: Package, part: string): boolean {
  return file.relations(part).some(({ external }) => external);
}

function valuesOf({ cells }: HostSheet): SourcePage["values"] {
  const last = [...cells.keys()].reduce((a, b) => Math.max(a, b), -1);
  return Array.from({ length: last + 1 }, (_, row) => {
    const line = cells.get(row);
    const width = [...(line?.keys() ?? [])].reduce((a, b) => Math.max(a, b), -1);
    return Array.from({ length: width + 1 }, (_, column) => plain(line?.get(column)?.value ?? null));
  });
}

const plain = (value: Scalar): string | number | boolean | null =>
  typeof value === "object" && value !== null ? value.error : value;

function headerColors({ sheets, styles }: HostWorkbook): string[] {
  return sheets.flatMap(({ cells, tabColor }) => [
    ...(tabColor === undefined || tabColor === "" ? [] : [tabColor]),
    ...Array.from({ length: LOOKED_AT.rows }, (_, row) =>
      Array.from({ length: LOOKED_AT.columns }, (_, column) => {
        const style = styles[cells.get(row)?.get(column)?.style ?? 0];
        return [style?.fill, style?.color].flatMap((color) => color ?? []);
      }),
    ).flat(2),
  ]);
}

function accents(file: Package): string[] {
  return readTheme(file)
    .slice(FIRST_ACCENT, FIRST_ACCENT + 2)
    .map((color) => `#${color}`);
}
