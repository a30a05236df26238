import { parseRange } from "../formula/references";
import type { Lang } from "../words";
import type { SheetSpec } from "./spec";

/** A line of a list of pages. */
export interface PageLine {
  /** The tab to go to. */
  readonly to: string;
  /** What stands for it: the tab, or what a family of tabs has in common. */
  readonly tab: string;
  readonly title: string;
}

/** Pages as a reader looks for them: three and more of one kind (one a scheme, one a quarter) stand on one line. */
export function contentsOf(pages: readonly SheetSpec[], lang: Lang): PageLine[] {
  return pages.flatMap((sheet) => {
    const family = pages.filter((page) => kindOf(page) === kindOf(sheet));
    if (family.length < 3) return [{ to: sheet.name, tab: sheet.name, title: pageTitle(sheet) }];
    if (sheet !== family[0]) return [];
    const [kind = ""] = sheet.name.split("·");
    const each = family.map(({ name }) => name.slice(kind.length + 1));
    return [{ to: sheet.name, tab: `${kind}·…`, title: each.join(lang === "zh-CN" ? "、" : ", ") }];
  });
}

const kindOf = ({ id }: SheetSpec): string => /^(.+)-\d+$/.exec(id)?.[1] ?? id;

/** What the page says in its title cell; its tab where it has none. */
export function pageTitle({ name, blocks, formats = [] }: SheetSpec): string {
  const at = formats.find(({ style }) => style === "title")?.range;
  if (at === undefined) return name;
  const { top, left } = parseRange(at);
  const texts = blocks.flatMap((block) => {
    const corner = parseRange(block.at);
    const line = block.cells[top - corner.top] ?? [];
    // A page that is read back keeps a key such as `request:zh-CN` in front of its title.
    return line
      .slice(left - corner.left)
      .flatMap((cell) => (typeof cell === "string" && !/^[a-z]+:/.test(cell) ? [cell] : []));
  });
  return texts[0] ?? name;
}
