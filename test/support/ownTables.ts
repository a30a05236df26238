/** A form's example as a person's own tables: under tabs of their own, in a workbook that remembers nothing. */
import { openXlsx } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { writeTemplate } from "../../src/jobs/template/template";
import { findTemplate } from "../../src/templates/gallery";
import { exampleCells } from "../../src/templates/template";
import type { Lang } from "../../src/words";

export interface OwnCell {
  readonly tab: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
}

export interface OwnTables {
  readonly bytes: Uint8Array;
  /** What was typed. */
  readonly cells: readonly OwnCell[];
}

/** Templates that are filled from tables of their own kind. */
export const FORMS = ["D10", "D11", "D12", "D16", "D20", "C1", "C2"] as const;

export async function ownTables(id: string, lang: Lang): Promise<OwnTables> {
  const template = findTemplate(id);
  if (!template) throw new RangeError(id);
  const host = createNodeHost();
  await writeTemplate(id, { lang });
  const tabs = new Map(template.book(lang).sheets.map(({ id: spec, name }) => [spec, name]));
  const cells = exampleCells(template, lang).flatMap(({ sheet, row, column, value }) => {
    const tab = tabs.get(sheet);
    return tab === undefined || value === null ? [] : [{ tab: `Own ${tab}`, row, column, value }];
  });
  host.calculate();
  await Excel.run(async (context) => {
    for (const name of tabs.values()) context.workbook.worksheets.getItem(name).name = `Own ${name}`;
    await context.sync();
  });
  return { bytes: await saveXlsx(host.workbook), cells };
}

export async function openForgetful(bytes: Uint8Array): Promise<Host> {
  const workbook = await openXlsx(bytes, "own.xlsx");
  workbook.settings.clear();
  return createNodeHost(workbook);
}

/** Every cell that says `was` says `now`; how many did. */
export async function replaceCells({ workbook }: Host, was: string, now: string): Promise<number> {
  const places = workbook.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, { value, formula }]) =>
        formula === undefined && value === was ? [{ name, row, column }] : [],
      ),
    ),
  );
  await Excel.run(async (context) => {
    for (const { name, row, column } of places)
      context.workbook.worksheets.getItem(name).getCell(row, column).values = [[now]];
    await context.sync();
  });
  return places.length;
}
