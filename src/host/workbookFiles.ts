import { unzipSync } from "fflate";
import { applyWorkbook } from "../excel/apply";
import type { WorkbookFiles } from "../jobs/sharing/sharing";
import type { ReturnedCell, ReturnedSheet } from "../sharing/incoming/returned";
import { beside, type OfficeClient } from "./client/client";
import { createWorkbook } from "./book/emptyWorkbook";
import { readComments } from "./file/comments";
import { openXlsx } from "./file/open";
import { saveXlsx } from "./file/save";
import { unescapeXml } from "./file/xml";
import { createHost, type Engine } from "./host";
import type { Cell, HostSheet } from "./book/workbook";

const FIRST_TAB = "attain-first";

/** Makes and reads files in hosts of their own, beside the open workbook, which the jobs go on talking to. */
export function workbookFiles(client: OfficeClient, engine: Engine): WorkbookFiles {
  return {
    async make(spec, { title, customXml, remember = false }, lang) {
      const book = createWorkbook("handout.xlsx", FIRST_TAB);
      const host = createHost({ client, engine, workbook: book, apart: true });
      await beside(client, host, () => applyWorkbook(spec, { lang }));
      await beside(client, host, () =>
        client.excel.run(async (context) => {
          context.workbook.worksheets.getItem(FIRST_TAB).delete();
          await context.sync();
        }),
      );
      // What a master remembers of its runs means nothing to a recipient.
      if (!remember) book.settings.clear();
      book.customXml.push({ id: `{${globalThis.crypto.randomUUID().toUpperCase()}}`, xml: customXml });
      book.properties.title = title;
      host.calculate();
      return saveXlsx(book);
    },
    texts: textsOf,
    async read(bytes, name) {
      const book = await openXlsx(bytes, name);
      const savedAt = modifiedOf(bytes);
      return {
        sheets: book.sheets.map(returnedSheet),
        customXml: book.customXml.map(({ xml }) => xml),
        comments: readComments(bytes),
        ...(savedAt === undefined ? {} : { savedAt }),
      };
    },
  };
}

/** Every text of every part: what stands between tags and in attributes, XML undone, and the parts' names. */
export function textsOf(bytes: Uint8Array): Set<string> {
  const texts = new Set<string>();
  const decoder = new TextDecoder();
  for (const [part, content] of Object.entries(unzipSync(bytes))) {
    texts.add(part);
    for (const [, attribute, text] of decoder.decode(content).matchAll(/="([^"]*)"|>([^<]+)</g)) {
      const found = unescapeXml(attribute ?? text ?? "").trim();
      if (found !== "") texts.add(found);
    }
  }
  return texts;
}

function modifiedOf(bytes: Uint8Array): string | undefined {
  const part = unzipSync(bytes, { filter: ({ name }) => name === "docProps/core.xml" })["docProps/core.xml"];
  const text = part && /<dcterms:modified[^>]*>([^<]+)</.exec(new TextDecoder().decode(part))?.[1];
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function returnedSheet(sheet: HostSheet): ReturnedSheet {
  return {
    tab: sheet.name,
    hidden: sheet.visibility !== "Visible",
    protected: sheet.protection !== undefined,
    cell: (row, column) => {
      const cell = sheet.cells.get(row)?.get(column);
      return cell && returnedCell(cell);
    },
    *cells() {
      for (const [row, line] of sheet.cells)
        for (const [column, cell] of line) {
          const returned = returnedCell(cell);
          if (returned) yield { row, column, cell: returned };
        }
    },
  };
}

function returnedCell({ value, formula }: Cell): ReturnedCell | undefined {
  if (value === null && formula === undefined) return undefined;
  const content =
    typeof value === "object" && value !== null ? { value: null, error: value.error } : { value };
  return { ...content, ...(formula === undefined ? {} : { formula }) };
}
