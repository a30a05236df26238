/** The sharing screen as a person uses it: real files made in the pane, saved, filled in and chosen again. */
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Locator } from "playwright-core";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { SHARE_HOME_WORDS as H } from "../../src/taskpane/screens/home/shareWords";
import { SHARE_WORDS as W } from "../../src/taskpane/screens/share/words";
import { say, type Lang, type Phrase } from "../../src/words";
import type { OpenedPage } from "./previewPage";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface SomeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a phrase says before its first blank, as a pattern. */
export function starts(phrase: Phrase, lang: Lang): RegExp {
  return new RegExp(`^${(phrase[lang].split(/[{（(]/)[0] ?? "").replace(/[.*+?^$()|[\]\\…]/g, "\\$&")}`);
}

/** From home to the sharing screen, once it has read the workbook. */
export async function openShare(opened: OpenedPage, workbook: HostWorkbook, lang: Lang): Promise<void> {
  await opened.openWorkbook(workbook);
  await opened.button(H.open[lang]).click();
  await side(opened, lang, "out").waitFor({ timeout: 30_000 });
}

export function side({ button }: OpenedPage, lang: Lang, which: "out" | "back"): Locator {
  return button(new RegExp(`^${W[which][lang]}$`));
}

/** Saves what a link holds. */
export async function save({ page }: OpenedPage, link: Locator): Promise<SomeFile> {
  await link.waitFor({ timeout: 120_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  return { name: download.suggestedFilename(), bytes };
}

/** Makes everything there is to make and saves the archive. */
export async function sendOut(opened: OpenedPage, lang: Lang): Promise<Record<string, Uint8Array>> {
  await opened.button(new RegExp(W.make[lang].replace("{n}", "\\d+"))).click();
  const archive = await save(opened, opened.pane.getByRole("link", { name: starts(W.download, lang) }));
  expect(archive.name).toMatch(/^attain-\w+-\d\.zip$/);
  return unzipSync(archive.bytes);
}

/** Chooses returned files and waits until they have been read. */
export async function bringBack(opened: OpenedPage, lang: Lang, files: readonly SomeFile[]): Promise<void> {
  const back = side(opened, lang, "back");
  if ((await back.getAttribute("aria-pressed")) !== "true") await back.click();
  await opened.pane
    .locator('input[type="file"]')
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: XLSX, buffer: Buffer.from(bytes) })));
}

/** The row of a list that speaks of somebody. */
export function row({ pane }: OpenedPage, list: string | RegExp, text: string): Locator {
  return pane.getByRole("list", { name: list }).getByRole("listitem").filter({ hasText: text });
}

/** What the button says that merges so many cells. */
export const mergeWords = (lang: Lang, n: number): string => say(n === 1 ? W.mergeOne : W.merge, lang, { n });
/** What is said once so many cells have been merged. */
export const mergedWords = (lang: Lang, n: number): string =>
  say(n === 1 ? W.mergedOne : W.merged, lang, { n });

/** Merges so many cells. */
export async function merge({ button, pane }: OpenedPage, lang: Lang, n: number): Promise<void> {
  await button(mergeWords(lang, n)).click({ timeout: 60_000 });
  await pane.getByText(mergedWords(lang, n)).waitFor({ timeout: 60_000 });
}
