import { linkTo } from "../formula/links";
import { cellRef, rangeRef } from "../formula/references";
import { say, type Lang } from "../words";
import type { PageLine } from "./contents";
import type { Grid, GridValue } from "./readBack";
import type { RowSpec, SheetSpec, SpecCell } from "./spec";
import { ABOUT_WORDS as W, PAGE_WORDS } from "./words";
import { wrappedHeight } from "./wrap";

/** A heading and what is said under it: a short label and a sentence, both in the person's language. */
export interface AboutSection {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

interface Line {
  readonly label: string;
  readonly text: string;
  /** The tab its label leads to. */
  readonly to?: string;
}

export interface AboutInput {
  /** The pages of the workbook, to go to. */
  readonly pages?: readonly PageLine[];
  readonly version: string;
  /** Date of the run as it should be read. */
  readonly date: string;
  readonly sections: readonly AboutSection[];
}

const LABEL_WIDTH = 30;
const TEXT_WIDTH = 92;

/** The last sheet: rules, policies, sources and problems in sentences, so that a figure can be defended without us. */
export function aboutSheet({ pages = [], version, date, sections }: AboutInput, lang: Lang): SheetSpec {
  const cells: SpecCell[][] = [];
  const rows: RowSpec[] = [];
  const headings: number[] = [];
  const first = 3;
  const contents = pages.map(({ to, tab, title }) => ({ label: tab, text: title, to }));
  const all: readonly (Omit<AboutSection, "lines"> & { readonly lines: readonly Line[] })[] = [
    ...(contents.length > 0 ? [{ title: W.contents[lang], lines: contents }] : []),
    ...sections,
  ];
  for (const { title, lines } of all) {
    headings.push(first + cells.length);
    cells.push([title, null]);
    for (const { label, text, to } of lines) {
      rows.push({
        rows: `${first + cells.length + 1}`,
        height: wrappedHeight([
          [label, LABEL_WIDTH],
          [text, TEXT_WIDTH],
        ]),
      });
      cells.push([to === undefined ? label : { formula: linkTo(to, label) }, text]);
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
      { range: rangeRef(first, 0, last, 1), style: ["body", "wrap"] },
      ...(contents.length > 0
        ? [{ range: rangeRef(first + 1, 0, first + contents.length, 0), style: "link" as const }]
        : []),
      ...headings.map((row) => ({ range: cellRef(row, 0), style: ["section", "oneLine"] as const })),
    ],
    print: {
      orientation: "portrait",
      fitWidth: 1,
      footer: { left: W.tab[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

/** What the page says, read back. */
export interface ReadAbout {
  readonly subtitle: string;
  readonly pages: readonly PageLine[];
  readonly sections: readonly AboutSection[];
}

/**
 * @param rows the page's values from A1 on
 * @param tabs of the workbook, in order: where a line stands for several, it leads to the first
 */
export function readAbout(rows: Grid, tabs: readonly string[], lang: Lang): ReadAbout {
  const said = (value: GridValue | undefined): string => (typeof value === "string" ? value.trim() : "");
  const all: { title: string; lines: { label: string; text: string }[] }[] = [];
  for (const [label, text] of rows.slice(3).map((row) => [said(row[0]), said(row[1])] as const)) {
    if (label === "") continue;
    if (text === "") all.push({ title: label, lines: [] });
    else all.at(-1)?.lines.push({ label, text });
  }
  const isContents = ({ title }: { title: string }): boolean => title === W.contents[lang];
  return {
    subtitle: said(rows[1]?.[0]),
    pages: all.filter(isContents).flatMap(({ lines }) =>
      lines.flatMap(({ label, text }) => {
        const family = label.endsWith("…") ? label.slice(0, -1) : undefined;
        const to = tabs.find((tab) => (family === undefined ? tab === label : tab.startsWith(family)));
        return to === undefined ? [] : [{ to, tab: label, title: text }];
      }),
    ),
    sections: all.filter((section) => !isContents(section)),
  };
}
