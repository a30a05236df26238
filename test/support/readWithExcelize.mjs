/**
 * Prints every sheet's values as another library reads them from the file, cached results included:
 * `node readWithExcelize.mjs file.xlsx`. A process of its own, since the library compiles its module in ways jest's
 * sandbox does not allow.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init } from "excelize-wasm";

const excelize = await init(createRequire(import.meta.url).resolve("excelize-wasm/excelize.wasm.gz"));
const file = excelize.OpenReader(new Uint8Array(readFileSync(process.argv[2] ?? "")));
if (file.error) throw new Error(file.error);
const { list } = file.GetSheetList();
const values = list.map((sheet) => [sheet, file.GetRows(sheet, { RawCellValue: true }).result]);
process.stdout.write(JSON.stringify(Object.fromEntries(values)));
