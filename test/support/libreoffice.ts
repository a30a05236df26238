import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { cellRef } from "../../src/formula/references";
import { openXlsx } from "../../src/host/file/open";
import type { Scalar } from "../../src/host/book/workbook";
import { requireTool } from "./tools";

const run = promisify(execFile);

/** Values by sheet and A1 address; empty cells are absent. */
export type SheetValues = ReadonlyMap<string, ReadonlyMap<string, Scalar>>;

/** Recalculates every formula on opening, whatever results the file brings along. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const SHARED = join(tmpdir(), "attain-libreoffice");
/** So many run side by side, each with a profile of its own. */
const SEATS = Array.from({ length: availableParallelism() }, (_, seat) => join(SHARED, String(seat)));
const TIMEOUT_MS = 180_000;
/** On top of it for every further workbook of one run. */
const EACH_MS = 20_000;
/** After this a lock is one that a killed test run has left behind. */
const STALE_MS = 900_000;

/**
 * The workbook's values as LibreOffice calculates them, at full precision, errors included.
 *
 * @example (await recalculate(bytes)).get("目标分解")?.get("C5") // 12006641
 */
export async function recalculate(bytes: Uint8Array): Promise<SheetValues> {
  const [values = new Map()] = await recalculateAll([bytes]);
  return values;
}

/** The same for several workbooks, in a single start of LibreOffice: it takes longer than a workbook does. */
export async function recalculateAll(books: readonly Uint8Array[]): Promise<SheetValues[]> {
  const names = books.map((_, i) => `in${i}.xlsx`);
  return inFolder(async (folder) => {
    await Promise.all(books.map((bytes, i) => writeFile(join(folder, names[i] ?? ""), bytes)));
    await convert(folder, names, "xlsx:Calc MS Excel 2007 XML", join(folder, "out"));
    const all: SheetValues[] = [];
    for (const name of names) {
      const bytes = new Uint8Array(await readFile(join(folder, "out", name)));
      const { sheets } = await openXlsx(bytes, "recalculated.xlsx");
      all.push(new Map(sheets.map((sheet) => [sheet.name, valuesOf(sheet.cells)])));
    }
    return all;
  });
}

function valuesOf(
  cells: ReadonlyMap<number, ReadonlyMap<number, { readonly value: Scalar }>>,
): Map<string, Scalar> {
  const values = new Map<string, Scalar>();
  for (const [row, line] of cells)
    for (const [column, { value }] of line) if (value !== null) values.set(cellRef(row, column), value);
  return values;
}

/** The workbook's visible sheets as one PDF. */
export function toPdf(bytes: Uint8Array): Promise<Uint8Array> {
  return savedAs(bytes, "pdf");
}

/** The workbook opened, and saved in another format or once more in its own. */
export async function savedAs(
  bytes: Uint8Array,
  format: "pdf" | "xlsx" | "xls" | "ods" | "csv",
): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, "in.xlsx"), bytes);
    const target = join(folder, "saved");
    await convert(folder, ["in.xlsx"], format, target);
    return new Uint8Array(await readFile(join(target, `in.${format}`)));
  });
}

/** The workbook's pages as PNG files in `folder`, in order; returns their paths. */
export async function toPng(bytes: Uint8Array, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  await inFolder(async (work) => {
    await writeFile(join(work, "in.pdf"), await toPdf(bytes));
    await run(requireTool("pdftoppm"), ["-r", "100", "-png", join(work, "in.pdf"), join(folder, "page")]);
  });
  const files = await readdir(folder);
  return files
    .filter((file) => /^page-\d+\.png$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "attain-convert-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(
  folder: string,
  files: readonly string[],
  format: string,
  target: string,
): Promise<void> {
  await inSeat(async (seat) => {
    await mkdir(join(seat, "user"), { recursive: true });
    const settings = join(seat, "user", "registrymodifications.xcu");
    await writeFile(settings, ALWAYS_RECALCULATE);
    const profile = `-env:UserInstallation=${pathToFileURL(seat).href}`;
    await run(
      requireTool("libreoffice"),
      [
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        format,
        "--outdir",
        target,
        ...files.map((file) => join(folder, file)),
      ],
      { timeout: TIMEOUT_MS + EACH_MS * (files.length - 1) },
    );
  });
}

/** A profile serves one LibreOffice at a time, and test files run side by side. */
async function inSeat(work: (seat: string) => Promise<void>): Promise<void> {
  await mkdir(SHARED, { recursive: true });
  for (;;) {
    for (const seat of SEATS) {
      const lock = `${seat}.lock`;
      if (!(await takeLock(lock))) continue;
      try {
        return await work(seat);
      } finally {
        await rm(lock, { recursive: true, force: true });
      }
    }
    await new Promise((resume) => setTimeout(resume, 150));
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > STALE_MS) await rm(lock, { recursive: true, force: true });
    return false;
  }
}
