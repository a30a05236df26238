import { AttainError } from "../../errors";
import { findArea, listAreas } from "../../excel/read/areas";
import { readSelection } from "../../excel/navigate";
import { writeXmlPart } from "../../excel/state/xmlPart";
import type { Grid } from "../../records/grid";
import { MEMORY_NAMESPACE, memoryXml } from "../../records/memory";
import { placeOf, pointedFrom, type Pointed } from "../../records/tables/pointed";
import { findTables } from "../../records/tables/tables";
import { isBesideName } from "../beside/known";
import { surveySource, theirGrids, type Surveyed } from "./survey";
import type { JobOptions } from "../types";

/** Another table than the one taken: what is selected, a whole sheet, an Excel table or defined name, or none in particular. */
export type Point = "selection" | "all" | { readonly sheet: string } | { readonly name: string };

/**
 * Reads from the table a person points at, and keeps that in the workbook; nothing is read again but where it is.
 *
 * @throws AttainError `point-empty` when there is no table, `sheet-missing`
 */
export async function pointAt(
  { source }: Surveyed,
  point: Point,
  { lang }: Pick<JobOptions, "lang">,
): Promise<Surveyed> {
  const { from: _, ...memory } = source.memory;
  const from = point === "all" ? undefined : await pointedBy(source.grids, point);
  const now = { ...memory, ...(from ? { from } : {}) };
  const made = surveySource({ ...source, memory: now }, lang);
  const tables = theirGrids({ ...source, memory: now })
    .filter(({ sheet }) => sheet === from?.sheet)
    .flatMap(findTables);
  if (from && tables.length === 0)
    throw new AttainError("point-empty", { name: placeOf(from) }, { sheet: from.sheet });
  await writeXmlPart(MEMORY_NAMESPACE, memoryXml(now));
  return made;
}

async function pointedBy(grids: readonly Grid[], point: Exclude<Point, "all">): Promise<Pointed> {
  const gridOf = (name: string): Grid => {
    const grid = grids.find(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
    if (!grid) throw new AttainError("sheet-missing", { name }, { sheet: name });
    return grid;
  };
  if (point === "selection") {
    const { sheet, address } = await readSelection();
    return pointedFrom(gridOf(sheet), address);
  }
  if ("sheet" in point) return { sheet: gridOf(point.sheet).sheet };
  const area = await findArea(point.name);
  if (!area) throw new AttainError("point-empty", { name: point.name });
  return { sheet: gridOf(area.sheet).sheet, range: area.range, name: area.name };
}

/** What can be pointed at by name. */
export interface PointChoices {
  readonly sheets: readonly string[];
  readonly areas: readonly {
    readonly kind: "table" | "name";
    readonly name: string;
    readonly place: string;
  }[];
}

export async function pointChoices({ source }: Surveyed): Promise<PointChoices> {
  const areas = await listAreas();
  const sheets = source.grids.map(({ sheet }) => sheet);
  return {
    sheets,
    areas: areas
      .filter(({ sheet, name }) => sheets.includes(sheet) && !isBesideName(name))
      .map(({ kind, name, sheet, range }) => ({ kind, name, place: `${sheet}!${range}` })),
  };
}
