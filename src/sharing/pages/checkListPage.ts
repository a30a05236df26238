import { columnName, quoteSheet } from "../../formula/references";
import type { Check } from "../../forms/workPlan";
import { textWidth } from "../../sheets/rows";
import type { RowSpec, SheetSpec, SpecCell } from "../../sheets/spec";
import { COLORS, type StyleName } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { say, type Lang } from "../../words";
import { CHECK_PAGE_WORDS as W } from "../checkWords";
import { valueOf } from "../checks";
import type { Accepts } from "../fields";
import type { CheckItem, Checks, Master } from "../master/master";
import type { Page } from "./page";
import { SheetDraft } from "./sheetDraft";

const HEADER = 4;
const FIRST = HEADER + 1;

/** Which earlier checks each check may see. */
const SEEN: Readonly<Record<Check, readonly Check[]>> = { own: [], unit: ["own"], centre: ["own", "unit"] };
export const CHECK_HEADERS = { own: W.own, unit: W.ofUnit, centre: W.centre } as const;

interface ListColumn {
  readonly header: string;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  readonly cell: (item: CheckItem, i: number) => SpecCell;
  /** Typed by the recipient: the master's column it goes into. */
  readonly asks?: {
    readonly key: string;
    readonly accepts: (item: CheckItem) => Accepts;
    readonly prompt: (item: CheckItem) => string;
  };
}

/** What the check is called; a plan that is its unit's own is not named twice. */
export function checkTitle(lang: Lang, { title }: Checks, check: Check, name: string): string {
  const params = { name, title, check: CHECK_HEADERS[check][lang] };
  return say(name === title ? W.titleAlone : W.title, lang, params);
}

export interface CheckPlaces {
  /** How many items are checked, as a formula without `=`. */
  readonly checked: string;
}

/** Items one below the other, the earlier checks for reading, this one's cells in yellow. */
export function checkListPage(
  { lang }: Master,
  checks: Checks,
  items: readonly CheckItem[],
  check: Check,
  name: string,
): Page<CheckPlaces> {
  const tab = W.tab[lang];
  const draft = new SheetDraft("checks", tab);
  const columns = columnsOf(lang, checks, items, check);
  const end = columnName(columns.length - 1);
  const last = FIRST + items.length - 1;
  draft.put("A1", checkTitle(lang, checks, check, name), "title");
  draft.put("A2", W.note[lang], "subtitle");
  draft.row(
    `A${HEADER}`,
    columns.map(({ header }) => header),
    "header",
  );
  draft.format(`A${FIRST}:${end}${last}`, ["body", "row"]);
  const inputs: string[] = [];
  const heights: RowSpec[] = [];
  items.forEach((item, i) => {
    const row = FIRST + i;
    draft.row(
      `A${row}`,
      columns.map(({ cell }) => cell(item, i)),
    );
    heights.push({ rows: `${row}`, height: Math.max(20, wrappedHeight([[item.what, WHAT_WIDTH - 2]]) + 6) });
    columns.forEach(({ asks }, c) => {
      if (!asks) return;
      const cell = `${columnName(c)}${row}`;
      const { key, accepts, prompt } = asks;
      const header = columns[c]?.header ?? "";
      draft.input(
        cell,
        { kind: "item", person: i, key, label: `${item.about} ${item.what} ${header}` },
        { row: `A${row}`, column: `${columnName(c)}${HEADER}` },
        accepts(item),
        { title: header.slice(0, 30), prompt: prompt(item), error: W.error[lang] },
      );
    });
  });
  columns.forEach(({ style, numberFormat, asks }, c) => {
    const letter = columnName(c);
    const styles = [style].flat();
    draft.format(`${letter}${FIRST}:${letter}${last}`, asks ? ["input", ...styles] : styles, numberFormat);
    if (styles.includes("number")) draft.format(`${letter}${HEADER}`, "alignRight");
    if (asks) inputs.push(`${letter}${FIRST}:${letter}${last}`);
  });
  const sheet: SheetSpec = {
    id: draft.id,
    name: tab,
    tabColor: COLORS.accent,
    blocks: draft.blocks(),
    columns: columns.map(({ width }, c) => ({ columns: columnName(c), width })),
    rows: [{ rows: "1", height: 26 }, { rows: `${HEADER}`, height: 32 }, ...heights],
    formats: draft.formats,
    validations: draft.validations,
    protect: { inputs },
    freeze: { rows: HEADER, columns: 0 },
    print: {
      orientation: "landscape",
      area: `A1:${end}${last}`,
      titleRows: `$${HEADER}:$${HEADER}`,
      fitWidth: 1,
      footer: { left: name, right: PAGE_WORDS.pages[lang] },
    },
  };
  const own = columnName(columns.length - 1);
  const span = `${quoteSheet(tab)}!$${own}$${FIRST}:$${own}$${last}`;
  return { sheet, fields: draft.fields, places: { checked: `COUNTA(${span})` } };
}

const WHAT_WIDTH = 40;

function columnsOf(
  lang: Master["lang"],
  { gives, more }: Checks,
  items: readonly CheckItem[],
  check: Check,
): ListColumn[] {
  const points = gives === "points";
  const several = (of: (item: CheckItem) => string): boolean => new Set(items.map(of)).size > 1;
  const text = (header: string, of: (item: CheckItem) => string): ListColumn => ({
    header,
    width: Math.min(20, Math.max(textWidth(header), ...items.map((item) => textWidth(of(item)))) + 3),
    style: "text",
    cell: of,
  });
  const seen = (of: Check): ListColumn => ({
    header: CHECK_HEADERS[of][lang],
    width: 12,
    style: points ? ["number", "muted"] : ["text", "muted"],
    ...(points ? { numberFormat: "0.##" } : {}),
    cell: ({ cells }) => valueOf(cells, of),
  });
  return [
    // Words of their own for each row, so that it is found again when rows have moved.
    { header: W.number[lang], width: 6, style: ["text", "muted"], cell: (_, i) => `${i + 1}.` },
    ...(check !== "own" && several(({ unit }) => unit) ? [text(W.unit[lang], ({ unit }) => unit)] : []),
    ...(check !== "own" ? [text(W.person[lang], ({ about }) => about)] : []),
    ...(several(({ period }) => period) ? [text(W.period[lang], ({ period }) => period)] : []),
    { header: W.what[lang], width: WHAT_WIDTH, style: ["wrap", "text"], cell: ({ what }) => what },
    ...(points
      ? [
          {
            header: W.full[lang],
            width: 8,
            style: ["number", "muted"] as const,
            numberFormat: "0.##",
            cell: ({ full }: CheckItem) => full ?? null,
          },
          {
            header: W.points[lang],
            width: 11,
            style: "number" as const,
            numberFormat: "0.00",
            cell: ({ stands }: CheckItem) => stands,
          },
        ]
      : []),
    ...(check === "own" || points ? [] : [text(W.status[lang], ({ stands }) => String(stands ?? ""))]),
    ...(check === "own"
      ? more.map(({ key, name, choices }): ListColumn => ({
          header: name,
          width: choices ? 11 : 26,
          style: choices ? "text" : ["wrap", "text"],
          cell: ({ cells }) => valueOf(cells, key),
          asks: {
            key,
            accepts: () => (choices ? { kind: "choice", values: choices } : { kind: "text" }),
            prompt: () => W.anyPrompt[lang],
          },
        }))
      : []),
    ...SEEN[check].map(seen),
    {
      header: CHECK_HEADERS[check][lang],
      width: 13,
      style: points ? ["number", "strong"] : ["text", "strong"],
      ...(points ? { numberFormat: "0.##" } : {}),
      cell: ({ cells }) => valueOf(cells, check),
      asks: {
        key: check,
        accepts: ({ full }) =>
          points
            ? { kind: "number", min: 0, ...(full === undefined ? {} : { max: full }) }
            : { kind: "choice", values: [W.yes[lang], W.no[lang]] },
        prompt: ({ full }) =>
          points ? say(W.pointsPrompt, lang, { full: full ?? "…" }) : W.donePrompt[lang],
      },
    },
  ];
}
