/** attain interview: pages for the talks, what was agreed read back, and next month whether it got better. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { openXlsx } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import { createNodeHost } from "../../src/host/node";
import { oneMonth } from "../support/evaluations";

test("a talk with Bob in March, followed up in April", async () => {
  const folder = await mkdtemp(join(tmpdir(), "attain-interview-"));
  const at = (name: string): string => join(folder, name);
  const said: string[] = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  const run = (...args: string[]): Promise<number> => main([...args, "--lang", "en-US"]);
  await writeFile(at("m.json"), JSON.stringify(oneMonth()));
  expect(await run("evaluate", "--request", at("m.json"), "-o", at("m.xlsx"))).toBe(0);
  expect(await run("interview", at("m.xlsx"), "-o", at("talk.xlsx"), "--person", "Bob")).toBe(0);

  const host = createNodeHost(await openXlsx(new Uint8Array(await readFile(at("talk.xlsx"))), "talk.xlsx"));
  const sheet = host.workbook.sheets.find(({ name }) => name === "Feedback Bob");
  const rows = [...(sheet?.cells ?? [])].map(([row, line]) => [row, line.get(0)?.value] as const);
  const row = (words: string): number => (rows.find(([, value]) => value === words)?.[0] ?? 0) + 1;
  // 30 of 100 lost at 30 % of the total weigh more than 8 of 80 at 70 %.
  expect(rows.find(([place]) => place === row("What did not"))?.[1]).toBe("Attitude: 70.0 / 100");
  await host.run(async ({ workbook }) => {
    const page = workbook.worksheets.getItem("Feedback Bob");
    const line = row("Agreed improvements") + 2;
    page.getRange(`A${line}`).values = [["Sales attained: twenty visits a week"]];
    page.getRange(`D${line}`).values = [["end of April"]];
  });
  await writeFile(at("filled.xlsx"), await saveXlsx(host.workbook));
  said.length = 0;
  expect(await run("interview", at("filled.xlsx"))).toBe(0);
  expect(said).toEqual(["Bob: Sales attained: twenty visits a week (by end of April)"]);

  const april = oneMonth();
  const better = april.people.map((who) =>
    who.name === "Bob" ? { ...who, inputs: { ...who.inputs, sales: 1000 } } : who,
  );
  await writeFile(at("a.json"), JSON.stringify({ ...april, title: "April 2026", people: better }));
  expect(await run("evaluate", "--request", at("a.json"), "-o", at("a.xlsx"))).toBe(0);
  const args = ["--person", "Bob", "--earlier", at("filled.xlsx")];
  expect(await run("interview", at("a.xlsx"), "-o", at("talk2.xlsx"), ...args)).toBe(0);
  const next = await openXlsx(new Uint8Array(await readFile(at("talk2.xlsx"))), "talk2.xlsx");
  const lines = [...(next.sheets.find(({ name }) => name === "Feedback Bob")?.cells.values() ?? [])];
  const agreed = lines.find((line) => line.get(0)?.value === "Sales attained: twenty visits a week");
  expect([3, 4, 5].map((column) => agreed?.get(column)?.value)).toEqual([0.9, 1, "● better"]);
  jest.restoreAllMocks();
}, 180_000);
