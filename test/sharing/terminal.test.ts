/** Out and back as a script does it: real processes on real files. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { CollectionView } from "../../src/jobs/sharing/collect";
import { fillIn } from "./fillIn";
import { REPLY_CELL } from "./planted";

const start = join(__dirname, "../../src/cli/attain.mjs");

function attain(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [start, ...args, "--lang", "en-US"], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

let folder = "";
let master = "";
const at = (...names: string[]) => join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-sharing-"));
  expect(await attain("demo", "-o", folder)).toMatchObject({ code: 0 });
  const sent = await attain("distribute", at("attain-en-US.xlsx"), "-o", at("out"), "--pattern", "{name}");
  expect(sent).toMatchObject({ code: 0 });
  master = at("attain-en-US-distributed.xlsx");
});

test("distributing leaves a workbook each, the list, and the master to collect with", async () => {
  const files = await readdir(at("out"));
  expect(files.filter((name) => name.endsWith(".xlsx"))).toHaveLength(35);
  expect(files).toEqual(expect.arrayContaining(["Anna Snelling.xlsx", "handouts.csv", "handouts.json"]));
  expect(await readFile(at("out", "handouts.csv"), "utf8")).toContain(
    "Anna Snelling.xlsx,Anna Snelling,Central",
  );
});

test("an archive instead of a folder", async () => {
  const { code } = await attain(
    "distribute",
    at("attain-en-US.xlsx"),
    "-o",
    at("units"),
    "--by",
    "region",
    "--zip",
    at("units.zip"),
  );
  expect(code).toBe(0);
  const names = Object.keys(unzipSync(new Uint8Array(await readFile(at("units.zip")))));
  expect(names).toEqual(["Central-2018.xlsx", "East-2018.xlsx", "West-2018.xlsx"]);
  // The regions' master has replaced the reps'; the other tests need theirs again.
  await attain("distribute", at("attain-en-US.xlsx"), "-o", at("out"), "--pattern", "{name}");
});

test("what cannot be written half-way leaves neither workbooks nor a master that knows of them", async () => {
  await mkdir(at("half", "East-2018.xlsx"), { recursive: true });
  const { code, err } = await attain(
    ...[
      "distribute",
      at("attain-en-US.xlsx"),
      "-o",
      at("half"),
      "--to",
      "units",
      "--master",
      at("half.xlsx"),
    ],
  );
  expect(code).not.toBe(0);
  expect(err).toContain("file-unwritable");
  expect(err).toContain("East-2018.xlsx");
  expect(await readdir(at("half"))).toEqual(["East-2018.xlsx"]);
  await expect(readFile(at("half.xlsx"))).rejects.toThrow();
});

test("preview says what would change, collecting does it, and again is the master byte for byte", async () => {
  await mkdir(at("back"));
  const bytes = new Uint8Array(await readFile(at("out", "Anna Snelling.xlsx")));
  const filled = await fillIn(bytes, {
    Cover: { [REPLY_CELL]: "With proposals" },
    "My targets": { D7: 40_000 },
  });
  await writeFile(at("back", "my answer.xlsx"), filled);
  await writeFile(at("back", "notes.txt"), "not a workbook");

  const preview = await attain("collect", master, at("back"), "--preview", "--json");
  expect(preview.code).toBe(0);
  const view = JSON.parse(preview.out) as CollectionView;
  expect(view.changes).toMatchObject([{ person: "Anna Snelling", after: 40_000, file: "my answer.xlsx" }]);
  expect(view.files).toMatchObject([
    { status: "taken" },
    { status: "refused", faults: [{ code: "not-xlsx" }] },
  ]);
  expect(view.missing).toHaveLength(34);

  expect(await attain("collect", master, at("back"), "-o", at("merged.xlsx"))).toMatchObject({ code: 0 });
  const again = await attain("collect", at("merged.xlsx"), at("back"), "-o", at("again.xlsx"));
  expect(again.out).toContain("Nothing new; the master is unchanged.");
  expect(await readFile(at("again.xlsx"))).toEqual(await readFile(at("merged.xlsx")));
});

test("what cannot be done is one line and an exit code", async () => {
  expect(await attain("collect", at("attain-en-US.xlsx"), at("out"), "--preview")).toMatchObject({ code: 3 });
  const { code, err } = await attain(
    "distribute",
    at("attain-en-US.xlsx"),
    "-o",
    at("x"),
    "--pattern",
    "{nmae}",
  );
  expect(code).toBe(2);
  expect(err).toContain(
    "attain: usage: --pattern knows no “{nmae}”; it takes {unit}, {manager}, {name}, {period}",
  );
});
