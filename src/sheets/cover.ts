import { linkTo } from "../formula/links";
import { LANGS, say, type Lang, type Phrase } from "../words";
import type { PageLine } from "./contents";
import { printedWidth } from "./printed";
import { RowSheet } from "./rows";
import type { RowSpec, SheetSpec, SpecCell } from "./spec";
import { ABOUT_WORDS, PAGE_WORDS } from "./words";
import { wrappedHeight } from "./wrap";

/** What a template's first page says. */
export interface CoverInput {
  /** `D10 work-plan`: shown, and read back to know which template a workbook was made from. */
  readonly key: string;
  readonly title: string;
  /** One or two sentences: what it is for. */
  readonly purpose: string;
  /** How to use it, in order. */
  readonly steps: readonly string[];
  /** The other pages. */
  readonly pages: readonly PageLine[];
  readonly version: string;
  /** A company's own template: who made it, as they want to be named; empty when nobody is. */
  readonly company?: { readonly by: string };
  /** What is filled in: example data (the default), nothing, made-up units that make the pages show something, or people's own data. */
  readonly filled?: "examples" | "nothing" | "units" | "own";
}

export const COVER_ID = "cover";

const W = {
  tab: { "zh-CN": "封面", "en-US": "Cover" },
  how: { "zh-CN": "怎样使用", "en-US": "How to use it" },
  colours: { "zh-CN": "颜色", "en-US": "Colours" },
  yellow: { "zh-CN": "黄色单元格", "en-US": "Yellow cells" },
  yellowText: { "zh-CN": "填写：可以改的都在这里", "en-US": "Type here: everything you can change" },
  white: { "zh-CN": "白色单元格", "en-US": "White cells" },
  whiteText: {
    "zh-CN": "公式：点开可以看到怎样算出来的，没有插件也会更新",
    "en-US": "Formulas: click one to see how it is worked out; they go on working without the add-in",
  },
  examples: { "zh-CN": "示例数据", "en-US": "Example data" },
  examplesText: {
    "zh-CN": "现有数据只是示例。在达成窗格点“清空示例数据”，或直接在黄色单元格上改写。",
    "en-US":
      "What is filled in now is an example. Press “Clear the example data” in Attain's pane, or type over the yellow cells.",
  },
  empty: {
    "zh-CN": "没有数据：在黄色单元格填写，或在达成窗格的模板库用自己的数据填入。",
    "en-US": "There are none: fill in the yellow cells, or let Attain's gallery put your data in.",
  },
  units: {
    "zh-CN": "现有单位和数字只是占位。在达成窗格的模板库用自己的数据填入，或在“分解要求”改写。",
    "en-US":
      "Units and figures now are placeholders. Let Attain's gallery put your data in, or change them on the request page.",
  },
  own: {
    "zh-CN": "没有：各页是从工作簿里取来的您自己的数据。",
    "en-US": "There are none: the pages hold your own data, taken from the workbook.",
  },
  company: { "zh-CN": "公司模板", "en-US": "Company template" },
  companyBy: { "zh-CN": "由 {by} 制作", "en-US": "Made by {by}" },
  companyText: {
    "zh-CN": "用自己的方案做成的模板，可以发给同事使用",
    "en-US": "Made from the company's own workbook, to be passed on",
  },
  template: { "zh-CN": "模板", "en-US": "Template" },
  version: { "zh-CN": "版本", "en-US": "Version" },
  madeBy: { "zh-CN": "达成 {version}", "en-US": "Attain {version}" },
} as const satisfies Record<string, Phrase>;

const FILLINGS = ["examples", "nothing", "units", "own"] as const;
const FILLED = { examples: W.examplesText, nothing: W.empty, units: W.units, own: W.own } as const;

const LABEL_WIDTH = 22;
const TEXT_WIDTH = 84;
const PURPOSE_WIDTH = LABEL_WIDTH + TEXT_WIDTH + 2;

/** The first page of a template: what it is for and how to use it, for somebody who got the file by mail. */
export function coverSheet(input: CoverInput, lang: Lang): SheetSpec {
  const rows = new RowSheet(2);
  const heights: RowSpec[] = [{ rows: "1", height: 30 }];
  const line = (label: SpecCell, text: string, shown = String(label ?? "")): void => {
    const row = rows.add([label, text], "body");
    rows.format(`A${row}`, ["alignLeft", "wrap"]);
    rows.format(`B${row}`, "wrap");
    heights.push({
      rows: `${row}`,
      height:
        wrappedHeight([
          [text, TEXT_WIDTH],
          [shown, LABEL_WIDTH - 0.5],
        ]) + 4,
    });
  };
  rows.add([input.title], "title");
  for (const part of linesOf(input.purpose))
    heights.push({ rows: `${rows.add([part], "subtitle")}`, height: 16 });
  rows.skip();
  rows.add([W.how[lang]], "section");
  input.steps.forEach((step, i) => line(i + 1, step));
  rows.skip();
  rows.add([ABOUT_WORDS.contents[lang]], "section");
  for (const { to, tab, title } of input.pages) {
    line({ formula: linkTo(to, tab) }, title, tab);
    rows.format(`A${rows.next - 1}`, "link");
  }
  rows.skip();
  rows.add([W.colours[lang]], "section");
  line(W.yellow[lang], W.yellowText[lang]);
  rows.format(`A${rows.next - 1}`, "input");
  line(W.white[lang], W.whiteText[lang]);
  line(W.examples[lang], FILLED[input.filled ?? "examples"][lang]);
  rows.skip();
  const end = rows.next;
  if (input.company) {
    const { by } = input.company;
    line(W.company[lang], by === "" ? W.companyText[lang] : say(W.companyBy, lang, { by }));
  }
  if (input.key !== "") line(W.template[lang], input.key);
  line(W.version[lang], say(W.madeBy, lang, { version: input.version }));
  rows.format(`A${end}:B${rows.next - 1}`, "muted");
  return {
    id: COVER_ID,
    name: W.tab[lang],
    blocks: [rows.block()],
    columns: [
      { columns: "A", width: LABEL_WIDTH },
      { columns: "B", width: TEXT_WIDTH },
    ],
    rows: heights,
    formats: rows.formats,
    print: {
      orientation: "portrait",
      area: `A1:B${rows.next - 1}`,
      fitWidth: 1,
      footer: { left: input.title, right: PAGE_WORDS.pages[lang] },
    },
  };
}

/** A text in lines as wide as the page: cells beside each other are not merged, so a long one would run out of it. */
function linesOf(text: string): string[] {
  const words = text.match(/[\u2E80-\uFFFF]|[^\u2E80-\uFFFF\s]+\s*|\s+/g) ?? [];
  return words
    .reduce<string[]>(
      (lines, word) => {
        const line = lines.at(-1) ?? "";
        // A full stop or comma stays with its word.
        const fits = printedWidth(line + word.trimEnd()) <= PURPOSE_WIDTH || /^[，。；：、）]/.test(word);
        return fits ? [...lines.slice(0, -1), line + word] : [...lines, word];
      },
      [""],
    )
    .map((line) => line.trimEnd());
}

/** What a cover says, read back: in whichever language, and whoever changed its words. */
export interface ReadCover {
  readonly lang: Lang;
  /** The gallery's id after the number; undefined when it names no template of the gallery. */
  readonly template?: string;
  readonly title: string;
  readonly purpose: string;
  readonly steps: readonly string[];
  /** What the pages were filled with when they were made; undefined where somebody has written something else there. */
  readonly filled?: NonNullable<CoverInput["filled"]>;
  /** Of a company's own template: who made it. */
  readonly company?: { readonly by: string };
}

/** @returns undefined when the page is no cover */
export function readCoverPage(values: readonly (readonly unknown[])[]): ReadCover | undefined {
  const said = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
  const lang = LANGS.find((one) => values.some(([label]) => label === W.version[one]));
  if (lang === undefined) return undefined;
  const textBeside = (label: string): string | undefined => {
    const line = values.find(([first]) => first === label);
    return line === undefined ? undefined : said(line[1]);
  };
  const template = textBeside(W.template[lang])?.split(" ")[1];
  const holds = textBeside(W.examples[lang]);
  const filled = FILLINGS.find((one) => FILLED[one][lang] === holds);
  const company = textBeside(W.company[lang]);
  const [before = "", after = ""] = W.companyBy[lang].split("{by}");
  const named = company?.startsWith(before) === true && company.endsWith(after);
  return {
    lang,
    ...(template === undefined ? {} : { template }),
    ...(filled === undefined ? {} : { filled }),
    title: said(values[0]?.[0]),
    purpose: paragraph(values.slice(1).map(([first]) => said(first))),
    steps: values.flatMap(([number, text]) => (typeof number === "number" ? [said(text)] : [])),
    ...(company === undefined
      ? {}
      : { company: { by: named ? company.slice(before.length, company.length - after.length) : "" } }),
  };
}

/** Lines up to the first empty one, as the text they were made of. */
function paragraph(lines: readonly string[]): string {
  const end = lines.indexOf("");
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .reduce(
      (text, line) => (/[\u2E80-\uFFFF]$/.test(text) || text === "" ? text + line : `${text} ${line}`),
      "",
    );
}
