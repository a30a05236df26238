import { runSession, type Session } from "../session";
import { addressIn } from "../../formula/references";

/** A range with a name of its own: an Excel table or a defined name. */
export interface NamedArea {
  readonly kind: "table" | "name";
  readonly name: string;
  readonly sheet: string;
  /** A1 form without the sheet. */
  readonly range: string;
}

/** Every visible Excel table and named range of more than one cell on a visible sheet. Two round trips. */
export async function listAreas(): Promise<NamedArea[]> {
  return runSession({ doing: "reading" }, async (session) => {
    const { tables, names } = session.workbook;
    tables.load("items/id,items/name");
    names.load("items/name,items/visible,items/type");
    await session.sync();
    const asked = [
      ...tables.items.map(({ id, name }) => ask("table", name, tables.getItem(id).getRange())),
      ...names.items
        .filter(({ visible, type }) => visible && type === "Range")
        .map(({ name }) => ask("name", name, names.getItem(name).getRangeOrNullObject())),
    ];
    return answers(session, asked);
  });
}

/** Where a table or a named range stands now; undefined when there is none of that name. Two round trips. */
export async function findArea(name: string): Promise<NamedArea | undefined> {
  return runSession({ doing: "reading" }, async (session) => {
    const table = session.workbook.tables.getItemOrNullObject(name).load("name");
    const named = session.workbook.names.getItemOrNullObject(name).load("name,type");
    await session.sync();
    const asked = [
      ...(table.isNullObject ? [] : [ask("table", table.name, table.getRange())]),
      ...(named.isNullObject || named.type !== "Range"
        ? []
        : [ask("name", named.name, named.getRangeOrNullObject())]),
    ];
    const [found] = await answers(session, asked);
    return found;
  });
}

interface Asked extends Pick<NamedArea, "kind" | "name"> {
  readonly area: Excel.Range;
}

function ask(kind: NamedArea["kind"], name: string, area: Excel.Range): Asked {
  area.load("address,cellCount");
  area.worksheet.load("name,visibility");
  return { kind, name, area };
}

async function answers(session: Session, asked: readonly Asked[]): Promise<NamedArea[]> {
  if (asked.length === 0) return [];
  await session.sync();
  return asked.flatMap(({ kind, name, area }) =>
    area.isNullObject || area.cellCount < 2 || area.worksheet.visibility !== "Visible"
      ? []
      : [{ kind, name, sheet: area.worksheet.name, range: addressIn(area.address).replaceAll("$", "") }],
  );
}
