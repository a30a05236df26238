import type { HostSheet, PageState } from "../book/workbook";
import { SHEET_ORDER, SHEET_PROPERTIES_ORDER } from "./sheetOrder";
import {
  attr,
  attributes,
  child,
  children,
  ensureChild,
  escapeText,
  flagAttr,
  numberAttr,
  putChild,
  remove,
  setAttr,
  textOf,
  type Element,
} from "./xml";

const POINTS_PER_INCH = 72;

/** Office.js' paper names and the file's numbers. */
const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
};
const PAPER_NAMES = new Map(Object.entries(PAPERS).map(([name, number]) => [number, name]));

const MARGINS = ["left", "right", "top", "bottom", "header", "footer"] as const;
/** Inches, as Excel's "normal" margins. */
const NORMAL_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;

/** Page set-up without print area and titles, which are names of the workbook. */
export function readPage(worksheet: Element): PageState {
  const setup = child(worksheet, "pageSetup");
  const page: PageState = {};
  const orientation = attr(setup, "orientation");
  if (orientation === "landscape") page.orientation = "Landscape";
  if (orientation === "portrait") page.orientation = "Portrait";
  const paper = PAPER_NAMES.get(numberAttr(setup, "paperSize") ?? 0);
  if (paper !== undefined) page.paperSize = paper;
  const margins = child(worksheet, "pageMargins");
  if (margins)
    page.margins = Object.fromEntries(
      MARGINS.map((side) => [side, round((numberAttr(margins, side) ?? 0) * POINTS_PER_INCH)]),
    );
  const fit = flagAttr(child(worksheet, "sheetPr", "pageSetUpPr"), "fitToPage");
  const scale = numberAttr(setup, "scale");
  if (fit) {
    const across = numberAttr(setup, "fitToWidth") ?? 1;
    const down = numberAttr(setup, "fitToHeight") ?? 1;
    page.zoom = {
      ...(across ? { horizontalFitToPages: across } : {}),
      ...(down ? { verticalFitToPages: down } : {}),
    };
  } else if (scale !== undefined && scale !== 100) page.zoom = { scale };
  if (flagAttr(child(worksheet, "printOptions"), "horizontalCentered")) page.centerHorizontally = true;
  const breaks = children(child(worksheet, "rowBreaks")).flatMap((each) => numberAttr(each, "id") ?? []);
  if (breaks.length > 0) page.rowBreaks = breaks;
  const header = readSections(textOf(child(worksheet, "headerFooter", "oddHeader")));
  const footer = readSections(textOf(child(worksheet, "headerFooter", "oddFooter")));
  return { ...page, ...(header ? { header } : {}), ...(footer ? { footer } : {}) };
}

function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}

type Sections = NonNullable<PageState["header"]>;
const SECTION_NAMES = { L: "left", C: "center", R: "right" } as const;

function readSections(text: string): Sections | undefined {
  if (text === "") return undefined;
  const sections: Sections = {};
  const marked = /^&[LCR]/i.test(text) ? text : `&C${text}`;
  // `&&` is an ampersand, so a section mark stands after an even number of them.
  for (const [, mark = "C", content = ""] of marked.matchAll(/&([LCR])((?:&&|&[^LCR]|[^&])*)/gi)) {
    sections[SECTION_NAMES[mark.toUpperCase() as keyof typeof SECTION_NAMES]] = content;
  }
  return sections;
}

function sectionsText(sections: Sections | undefined): string {
  if (!sections) return "";
  return Object.entries(SECTION_NAMES)
    .map(([mark, name]) => (sections[name] ? `&${mark}${sections[name]}` : ""))
    .join("");
}

export function writePage(worksheet: Element, { page }: HostSheet): void {
  writeFit(worksheet, page);
  const options = child(worksheet, "printOptions");
  if (page.centerHorizontally !== undefined || options) {
    setAttr(
      ensureChild(worksheet, "printOptions", SHEET_ORDER),
      "horizontalCentered",
      page.centerHorizontally || undefined,
    );
    const made = child(worksheet, "printOptions");
    if (made?.attributes.length === 0) remove(made);
  }
  const inches = (side: (typeof MARGINS)[number]): number => {
    const points = page.margins?.[side];
    return points === undefined
      ? (numberAttr(child(worksheet, "pageMargins"), side) ?? NORMAL_MARGINS[side])
      : points / POINTS_PER_INCH;
  };
  putChild(
    worksheet,
    "pageMargins",
    `<pageMargins${attributes(Object.fromEntries(MARGINS.map((side) => [side, inches(side)])))}/>`,
    SHEET_ORDER,
  );
  const setup = ensureChild(worksheet, "pageSetup", SHEET_ORDER);
  const paper = page.paperSize === undefined ? undefined : PAPERS[page.paperSize.replace(/^Paper/i, "")];
  if (paper !== undefined) setAttr(setup, "paperSize", paper);
  if (page.orientation !== undefined) setAttr(setup, "orientation", page.orientation.toLowerCase());
  if (setup.attributes.length === 0) remove(setup);
  writeHeaderFooter(worksheet, page);
  writeRowBreaks(worksheet, page);
}

function writeRowBreaks(worksheet: Element, { rowBreaks = [] }: PageState): void {
  const breaks = rowBreaks.map((row) => `<brk${attributes({ id: row, max: 16383, man: 1 })}/>`);
  const count = breaks.length;
  const counts = attributes({ count, manualBreakCount: count });
  putChild(
    worksheet,
    "rowBreaks",
    count > 0 ? `<rowBreaks${counts}>${breaks.join("")}</rowBreaks>` : undefined,
    SHEET_ORDER,
  );
}

function writeFit(worksheet: Element, { zoom }: PageState): void {
  const across = zoom?.horizontalFitToPages;
  const down = zoom?.verticalFitToPages;
  const fit = across !== undefined || down !== undefined;
  const known = child(worksheet, "sheetPr", "pageSetUpPr");
  if (fit || known) {
    const properties = ensureChild(
      ensureChild(worksheet, "sheetPr", SHEET_ORDER),
      "pageSetUpPr",
      SHEET_PROPERTIES_ORDER,
    );
    setAttr(properties, "fitToPage", fit || undefined);
  }
  const setup = ensureChild(worksheet, "pageSetup", SHEET_ORDER);
  setAttr(setup, "scale", fit ? undefined : zoom?.scale);
  // 0 pages high means: as many as it takes.
  setAttr(setup, "fitToWidth", fit ? (across ?? 0) : undefined);
  setAttr(setup, "fitToHeight", fit ? (down ?? 0) : undefined);
}

function writeHeaderFooter(worksheet: Element, page: PageState): void {
  const header = sectionsText(page.header);
  const footer = sectionsText(page.footer);
  const known = child(worksheet, "headerFooter");
  if (!known && !header && !footer) return;
  const holder = ensureChild(worksheet, "headerFooter", SHEET_ORDER);
  const order = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
  putChild(holder, "oddHeader", header ? `<oddHeader>${escapeText(header)}</oddHeader>` : undefined, order);
  putChild(holder, "oddFooter", footer ? `<oddFooter>${escapeText(footer)}</oddFooter>` : undefined, order);
  if (children(holder).length === 0 && holder.attributes.length === 0) remove(holder);
}
