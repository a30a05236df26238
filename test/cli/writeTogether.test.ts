/** Five hundred workbooks and their list are written whole or not at all, whatever the disk says half-way. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTogether, type FileToWrite } from "../../src/cli/writeTogether";

let folder = "";
let files: FileToWrite[] = [];
const at = (i: number): string => join(folder, `${i}.xlsx`);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-together-"));
  files = [
    ...Array.from({ length: 500 }, (_, i) => ({ file: at(i), bytes: `workbook ${i}` })),
    { file: join(folder, "handouts.csv"), bytes: "list" },
  ];
  // Of an earlier sending.
  await writeFile(at(3), "sent in March");
  await writeFile(at(400), "filled in");
});

afterEach(() => rm(folder, { recursive: true }));

/** Every file of the folder with what it holds; a folder or a device as such. */
async function standing(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  return Object.fromEntries(
    await Promise.all(
      entries.map(async (entry) => [
        entry.name,
        entry.isFile() ? await readFile(join(folder, entry.name), "utf8") : "no file",
      ]),
    ),
  );
}

const OBSTACLES: readonly (readonly [string, put: () => Promise<void>, detail: string])[] = [
  ["a folder stands where a workbook should", () => mkdir(at(250)), "it is a folder."],
  // A device that is always full.
  ["the disk is full", () => symlink("/dev/full", at(250)), "the disk is full."],
];

test.each(OBSTACLES)(
  "%s: nothing is changed, and the same again succeeds once it is gone",
  async (_what, put, detail) => {
    await put();
    const before = await standing();
    await expect(writeTogether(files)).rejects.toMatchObject({
      code: "file-unwritable",
      params: { name: at(250), detail: { "en-US": detail } },
    });
    expect(await standing()).toEqual(before);
    await rm(at(250), { recursive: true });
    await writeTogether(files);
    const after = await standing();
    expect(Object.keys(after)).toHaveLength(501);
    expect([after["3.xlsx"], after["250.xlsx"], after["handouts.csv"]]).toEqual([
      "workbook 3",
      "workbook 250",
      "list",
    ]);
  },
);

test("the master that cannot be written takes all of it back", async () => {
  const before = await standing();
  const last = () => Promise.reject(new Error("in use"));
  await expect(writeTogether(files, { last })).rejects.toThrow("in use");
  expect(await standing()).toEqual(before);
});

test("cancelled half-way nothing is left", async () => {
  const before = await standing();
  const controller = new AbortController();
  const writing = writeTogether(files, { signal: controller.signal });
  setTimeout(() => controller.abort(), 5);
  await expect(writing).rejects.toMatchObject({ code: "cancelled" });
  expect(await standing()).toEqual(before);
});

test("a file that goes while others take their places stops it, and those go again", async () => {
  const before = await standing();
  const signal = {
    get aborted(): boolean {
      // The last look before the files take their places: one of those written is gone.
      void rm(`${at(120)}.${process.pid}.tmp`, { force: true });
      return false;
    },
  } as AbortSignal;
  await expect(writeTogether(files, { signal })).rejects.toMatchObject({ code: "file-unwritable" });
  expect(await standing()).toEqual(before);
});
