import { ApiError, itemNotFound } from "../apiError";
import { parseAddress, splitAddress, WHOLE, type Area } from "../book/area";
import type { Live } from "../book/live";
import { refOf, type ObjectMaker } from "../client/objects";
import type { HostSheet } from "../book/workbook";

/** The area a name stands for, or undefined when it stands for something else. */
function namedArea(live: Live, name: string, sheet?: HostSheet): Area | undefined {
  const lower = name.toLowerCase();
  const named = live.book.names.filter((each) => each.name.toLowerCase() === lower);
  const found =
    named.find((each) => each.scope === sheet?.id && sheet !== undefined) ??
    named.find((each) => each.scope === undefined);
  return found && areaOfFormula(live, found.formula);
}

/** The area a formula that is one reference stands for: `='Scheme'!$C$5:$D$9`. */
export function areaOfFormula(live: Live, formula: string): Area | undefined {
  const { sheet: sheetName, address } = splitAddress(formula.replace(/^=/, ""));
  const sheet = sheetName === undefined ? undefined : live.findSheet(sheetName);
  const rectangle = parseAddress(address);
  return sheet && rectangle ? { sheet, ...rectangle } : undefined;
}

/** The table's whole range, by its name. */
function tableArea(live: Live, name: string): Area | undefined {
  for (const sheet of live.book.sheets) {
    const table = sheet.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
    const rectangle = table && parseAddress(table.range);
    if (rectangle) return { sheet, ...rectangle };
  }
  return undefined;
}

/**
 * `sheet.getRange(address)`: an address with or without sheet, a name, a table; without address the whole sheet.
 *
 * @throws ApiError ItemNotFound for a sheet that is not there, InvalidArgument for anything that is no address
 */
export function areaOf(live: Live, sheet: HostSheet, address: string | undefined): Area {
  if (address === undefined || address === "") return { sheet, ...WHOLE };
  const { sheet: named, address: local } = splitAddress(address);
  const home = named === undefined ? sheet : live.findSheet(named);
  if (!home) throw itemNotFound("worksheet", named);
  const rectangle = parseAddress(local);
  if (rectangle) return { sheet: home, ...rectangle };
  const found = namedArea(live, local, home) ?? tableArea(live, local);
  if (!found) throw new ApiError("InvalidArgument", `“${address}” is not an address.`);
  return found;
}

/** An argument that is a range or an address. */
export function findArea(live: Live, argument: unknown, maker: ObjectMaker<Area>, sheet: HostSheet): Area {
  const area = refOf(maker, argument);
  if (area) return area;
  if (typeof argument === "string") return areaOf(live, sheet, argument);
  throw new ApiError("InvalidArgument", "A range or an address is expected.");
}
