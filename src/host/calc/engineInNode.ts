import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as ironcalc from "@ironcalc/wasm";
import type { Engine } from "../host";

let ready = false;

/** IronCalc in Node: its WebAssembly read from the package, once. */
export function loadEngine(): Engine {
  if (!ready) {
    ironcalc.initSync({
      module: readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")),
    });
    ready = true;
  }
  return ironcalc;
}
