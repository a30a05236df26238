import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { examine } from "./examine";

/** Examines the files it is told of, one at a time; in a process of its own so that a hang ends nothing else. */
process.on("message", (message: { readonly file: string; readonly keep?: string }) => {
  void (async () => {
    const { saved, ...outcome } = await examine(message.file, new Uint8Array(await readFile(message.file)));
    if (saved && message.keep !== undefined)
      await writeFile(join(message.keep, `${basename(message.file).replace(/\.\w+$/, "")}.xlsx`), saved);
    process.send?.(outcome);
  })();
});
