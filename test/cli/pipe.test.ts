import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

test("whoever reads no further, as head does, gets no stack trace", async () => {
  const child = spawn(process.execPath, [join(__dirname, "../../src/cli/attain.mjs"), "--help"]);
  let complaint = "";
  child.stderr.on("data", (text) => (complaint += String(text)));
  child.stdout.destroy();
  const [code] = (await once(child, "close")) as [number | null];
  expect({ code, complaint }).toEqual({ code: 0, complaint: "" });
});
