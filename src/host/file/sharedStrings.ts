import { joinRuns } from "./cellScan";
import type { Package } from "./package";
import { cellTextMarkup, decodeCellText, spaceAttribute } from "./text";
import { NS, REL, TYPE } from "./vocabulary";
import { withDeclaration } from "./xml";

function partOf(file: Package, workbookPart: string): string | undefined {
  return file.related(workbookPart, REL.sharedStrings)[0]?.target;
}

function items(xml: string): { prefix: string; markups: string[] } {
  const prefix = /<((?:[\w.-]+:)?)sst[\s>/]/.exec(xml)?.[1] ?? "";
  const pattern = new RegExp(`<${prefix}si(?:\\s[^>]*)?(?:/>|>(.*?)</${prefix}si>)`, "gs");
  return { prefix, markups: Array.from(xml.matchAll(pattern), (match) => match[1] ?? "") };
}

/** The file's shared strings by number. */
export function readSharedStrings(file: Package, workbookPart: string): string[] {
  const part = partOf(file, workbookPart);
  if (part === undefined || !file.has(part)) return [];
  const { prefix, markups } = items(file.text(part));
  return markups.map((markup) => decodeCellText(joinRuns(markup, prefix)));
}

/** Collects the texts of written cells; {@link save} appends them to the table and leaves what was there alone. */
export class SharedStringWriter {
  readonly #file: Package;
  readonly #workbookPart: string;
  readonly #existing: number;
  readonly #prefix: string;
  readonly #added = new Map<string, number>();

  constructor(file: Package, workbookPart: string) {
    this.#file = file;
    this.#workbookPart = workbookPart;
    const part = partOf(file, workbookPart);
    const found = part !== undefined && file.has(part) ? items(file.text(part)) : { prefix: "", markups: [] };
    this.#existing = found.markups.length;
    this.#prefix = found.prefix;
  }

  index(text: string): number {
    const known = this.#added.get(text);
    if (known !== undefined) return known;
    const index = this.#existing + this.#added.size;
    this.#added.set(text, index);
    return index;
  }

  save(): void {
    if (this.#added.size === 0) return;
    const p = this.#prefix;
    const markup = Array.from(
      this.#added.keys(),
      (text) => `<${p}si><${p}t${spaceAttribute(text)}>${cellTextMarkup(text)}</${p}t></${p}si>`,
    ).join("");
    const part = partOf(this.#file, this.#workbookPart);
    if (part === undefined || !this.#file.has(part)) {
      this.#file.add(
        "xl/sharedStrings.xml",
        withDeclaration(`<sst xmlns="${NS.main}">${markup}</sst>`),
        TYPE.sharedStrings,
      );
      if (part === undefined)
        this.#file.relate(this.#workbookPart, REL.sharedStrings, "xl/sharedStrings.xml");
      return;
    }
    const xml = this.#file.text(part);
    const close = xml.lastIndexOf(`</${p}sst>`);
    const whole =
      close >= 0
        ? xml.slice(0, close) + markup + xml.slice(close)
        : xml.replace(new RegExp(`(<${p}sst[^>]*)/>\\s*$`), `$1>${markup}</${p}sst>`);
    // The counts are optional; a wrong one is worse than none.
    this.#file.setText(
      part,
      whole.replace(new RegExp(`<${p}sst[^>]*>`), (open) =>
        open.replace(/\s(?:uniqueCount|count)="\d*"/g, ""),
      ),
    );
  }
}
