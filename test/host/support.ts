import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";

/** Writes a block at an address of a sheet and reads it (or another) back. */
export async function typed(
  host: Host,
  address: string,
  values: unknown[][],
): Promise<{
  values: unknown[][];
  formulas: unknown[][];
  text: string[][];
  valueTypes: string[][];
  numberFormat: string[][];
}> {
  return host.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.values = values;
    range.load("values,formulas,text,valueTypes,numberFormat");
    await context.sync();
    const { values: read, formulas, text, valueTypes, numberFormat } = range;
    return { values: read, formulas, text, valueTypes, numberFormat };
  });
}

/** The code of the Office.js error a job ends with; "" when it ends well. */
export async function codeOf(host: Host, job: (context: Excel.RequestContext) => unknown): Promise<string> {
  try {
    await host.run(async (context) => {
      await job(context);
      await context.sync();
    });
    return "";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

export const newHost = (): Host => createNodeHost();

export const sheet1 = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem("Sheet1");

/** Lets events, which come in a turn of their own, arrive. */
export const eventsArrive = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
