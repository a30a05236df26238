import { cellRef, rangeRef } from "../formula/references";
import { say, type Lang } from "../words";
import type { RowSpec, SheetSpec, SpecCell } from "./spec";
import { ABOUT_WORDS as W, PAGE_WORDS } from "./words";
import { wrappedHeight } from "./wrap";

/** A heading and what is said under it: a short label and a sentence, both in the person's language. */
export interface AboutSection {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

export interface AboutInput {
  readonly version: string;
  /** Date of the run as it should be read. */
  readonly date: string;
  readonly sections: readonly AboutSection[];
}

const LABEL_WIDTH = 30;
const TEXT_WIDTH = 92;

/** The last sheet: rules, policies, sources and problems in sentences, so that a figure can be defended without us. */
export function aboutSheet({ version, date, sections }: AboutInput, lang: Lang): SheetSpec {
  const cells: SpecCell[][] = [];
  const rows: RowSpec[] = [];
  const headings: number[] = [];
  const first = 3;
  for (const { title, lines } of sections) {
    headings.push(first + cells.length);
    cells.push([title, null]);
    for (const { label, text } of lines) {
      rows.push({
        rows: `${first + cells.length + 1}`,
        height: wrappedHeight([
          [label, LABEL_WIDTH],
          [text, TEXT_WIDTH],
        ]),
      });
      cells.push([label, text]);
    }
    cells.push([null, null]);
  }
  const last = first + cells.length - 1;
  return {
    id: "about",
    name: W.tab[lang],
    blocks: [
      { at: "A1", cells: [[W.title[lang]]] },
      { at: "A2", cells: [[say(W.subtitle, lang, { version, date })]] },
      { at: cellRef(first, 0), cells },
    ],
    columns: [
      { columns: "A:A", width: LABEL_WIDTH },
      { columns: "B:B", width: TEXT_WIDTH },
    ],
    rows,
    formats: [
      { range: "A1", style: "title" },
      { range: "A2", style: "subtitle" },
      { range: rangeRef(first, 0, last, 0), style: ["body", "wrap"] },
      { range: rangeRef(first, 1, last, 1), style: ["body", "wrap"] },
      ...headings.map((row) => ({ range: cellRef(row, 0), style: "section" as const })),
    ],
    print: {
      orientation: "portrait",
      fitWidth: 1,
      footer: { left: W.tab[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}
