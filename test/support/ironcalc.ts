import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync, Model } from "@ironcalc/wasm";

let started = false;

/** A fresh workbook of the calculation engine behind the embedded host, with one sheet. */
export function newModel(): Model {
  if (!started) {
    const wasm = join(process.cwd(), "node_modules/@ironcalc/wasm/wasm_bg.wasm");
    initSync({ module: readFileSync(wasm) });
    started = true;
  }
  return new Model("w", "en", "UTC", "en");
}
