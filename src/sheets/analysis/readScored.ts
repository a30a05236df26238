import { columnIndex, parseRange } from "../../formula/references";
import { NAMES } from "../../scoring/names";
import type { Places } from "../../scoring/explain/step";
import type { Mistake, Scheme } from "../../scoring/scheme";
import type { People } from "../../scoring/scoreTeam";
import { readScheme } from "../evaluation/readScheme";
import { text, type Grid, type GridValue } from "../readBack";
import { schemeSheet } from "../evaluation/scheme";
import { scorecardSheet } from "../evaluation/scorecard";
import type { ScorecardLayout } from "../evaluation/scorecardLayout";

/** A sheet's values from A1 on, with its tab. */
export interface Page {
  readonly tab: string;
  readonly rows: Grid;
}

/** A finished workbook's scores, as its own sheets say now: what people changed since the run counts. */
export interface Scored {
  readonly scheme: Scheme;
  readonly people: People;
  readonly layout: ScorecardLayout;
  /** Parameters of the scheme → where they stand. */
  readonly references: ReadonlyMap<string, string>;
  /** Whether units and names follow the scorecard's cells, for people typed in later. Absent: they stand as read. */
  readonly live?: boolean;
}

export type ReadScored = { readonly scored: Scored } | { readonly mistakes: readonly Mistake[] };

/**
 * Reads a scheme sheet and the scorecard made from it.
 *
 * @returns the mistakes instead when the scheme sheet has any, or the scorecard does not belong to it
 */
export function readScored(schemePage: Page, cardPage: Page): ReadScored {
  const { scheme, mistakes } = readScheme(schemePage.rows, schemePage.tab);
  if (!scheme || mistakes.length > 0) return { mistakes };
  const { references } = schemeSheet(scheme, schemePage.tab);
  const layout = layoutOf(scheme, references, cardPage);
  if (!layout) return { mistakes: [{ where: cardPage.tab, what: STRANGER[scheme.lang] }] };
  const people = peopleOf(scheme, layout, cardPage.rows);
  const lastRow = layout.firstRow + people.names.length - 1;
  return { scored: { scheme, people, layout: { ...layout, lastRow }, references } };
}

/** Where a person's values and the scheme's parameters stand, for explanations. */
export function placesOf({ layout, references }: Scored, person: number): Places {
  return {
    value: (name) => {
      const letter = layout.columns.get(name);
      return letter === undefined ? undefined : `'${layout.sheet}'!${letter}${layout.firstRow + person}`;
    },
    parameter: (name) => references.get(name),
  };
}

const STRANGER = {
  "zh-CN": "表头与考核方案对不上，请重新生成绩效考核表",
  "en-US": "the headers do not fit the scheme; make the scorecard again",
} as const;

/** The columns follow from the scheme and from what is known of people; the headers tell which of these it was. */
function layoutOf(
  scheme: Scheme,
  references: ReadonlyMap<string, string>,
  page: Page,
): ScorecardLayout | undefined {
  for (const more of [{}, { exempt: [] }, { periods: [] }, { exempt: [], periods: [] }]) {
    const people: People = { names: [], units: [], inputs: new Map(), ...more };
    const { sheet, layout } = scorecardSheet(scheme, people, { references, sheetName: page.tab });
    const [block] = sheet.blocks;
    const { top } = parseRange(block?.at ?? "A1");
    const headers = block?.cells[layout.headerRow - 1 - top] ?? [];
    const found = page.rows[layout.headerRow - 1] ?? [];
    const same = headers.every((header, i) => typeof header !== "string" || header === text(found[i]));
    const whole = found.slice(headers.length).every((cell) => text(cell) === "");
    if (same && whole) return layout;
  }
  return undefined;
}

function peopleOf(scheme: Scheme, { columns, firstRow }: ScorecardLayout, rows: Grid): People {
  const at = (row: readonly GridValue[], name: string): GridValue => {
    const letter = columns.get(name);
    return letter === undefined ? null : (row[columnIndex(letter)] ?? null);
  };
  const people: (readonly GridValue[])[] = [];
  for (const row of rows.slice(firstRow - 1)) {
    // The average row has no name.
    if (text(at(row, "name")) === "") break;
    people.push(row);
  }
  const texts = (name: string): string[] => people.map((row) => text(at(row, name)));
  return {
    names: texts("name"),
    units: texts("unit"),
    inputs: new Map(
      scheme.inputs
        .filter(({ formula }) => formula === undefined)
        .map(({ id }) => [id, people.map((row) => plain(at(row, id)))]),
    ),
    ...(columns.has("period") && { periods: texts("period") }),
    ...(columns.has(NAMES.exempt) && { exempt: texts(NAMES.exempt) }),
  };
}

function plain(value: GridValue): GridValue {
  return value === "" ? null : value;
}
