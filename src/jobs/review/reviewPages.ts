import { linkOf } from "../../formula/links";
import { columnIndex } from "../../formula/references";
import { addDays, type ReviewProcess } from "../../scoring/review/review";
import { usualReview } from "../../scoring/review/usualReview";
import type { EvaluationRequest } from "../../scoring/evaluation";
import type { GridValue } from "../../sheets/readBack";
import { followLinks, followReview, withCells, type Following } from "../../sheets/review/follow";
import { logSheet } from "../../sheets/review/logSheet";
import type { ReviewPages } from "../../sheets/review/pages";
import { reviewSheet } from "../../sheets/review/reviewSheet";
import type { SheetSpec, SpecCell, WorkbookSpec } from "../../sheets/spec";
import { parseRange } from "../../formula/references";
import { aboutWithReview } from "./reviewAbout";
import type { ReviewMemory } from "./reviewBook";
import { placesOn, reviewOf, type ReviewSource } from "./reviewSource";

/** The last day the request names, or else three days after its periods. */
export function scoringDue({ due = [], periods }: EvaluationRequest): string {
  const last = due
    .map(({ by }) => by)
    .toSorted()
    .at(-1);
  return last ?? addDays(periods.at(-1)?.to ?? "", 3);
}

/**
 * What an evaluation is called in the log: its title, with the period where that does not say it.
 *
 * @example evaluationName("Scores", "March") // "Scores March"
 */
export function evaluationName(title: string, period: string): string {
  return title.includes(period) ? title : `${title} ${period}`;
}

/** Ids of the review's pages: what was typed into them is read before they are written anew. */
export const REVIEW_PAGES = ["review", "reviewLog"] as const;

/**
 * A workbook to be written with its review's pages after the results, or after the scorecard where there are none;
 * totals and grades take the reviewed score where there is one.
 *
 * @param memory what the log of the workbook so far says; a new review begins without
 * @param due the last day of scoring, for a review that begins
 * @returns the workbook as it is when it holds no scores
 */
export function withReview(spec: WorkbookSpec, memory: ReviewMemory | undefined, due: string): WorkbookSpec {
  const source = sourceOf(spec);
  const found = reviewOf(source);
  if (!found) return spec;
  const { name, lang, subjects, follows, links } = found;
  const pages: ReviewPages = {
    name,
    subjects,
    process: processFor(usualReview(lang, due), memory, name),
    events: memory?.events ?? [],
  };
  const put = [
    ...follows.flatMap((page) => followReview(page, page.formulas, placesOn(page, subjects), pages)),
    ...links.flatMap(({ tab, formulas }) => followLinks(tab, formulas, pages)),
  ];
  const byTab = new Map<string, Following[]>();
  for (const one of put) byTab.set(one.tab, [...(byTab.get(one.tab) ?? []), one]);
  const tabs = spec.sheets.map((sheet) => sheet.name);
  const sheets = spec.sheets
    .filter(({ id }) => !REVIEW_PAGES.some((page) => page === id))
    .map((sheet) =>
      sheet.id === "about"
        ? (aboutWithReview(source.values(sheet.name), { name, tabs }, lang) ?? sheet)
        : sheet,
    )
    .map((sheet) => following(sheet, byTab.get(sheet.name) ?? []));
  const results = sheets.findIndex(({ id }) => id === "results");
  const after = results >= 0 ? results : sheets.findIndex(({ id }) => /^scorecard\b/.test(id));
  return {
    ...spec,
    sheets: [...sheets.slice(0, after + 1), reviewSheet(pages), logSheet(pages), ...sheets.slice(after + 1)],
  };
}

/** Stages and days for this evaluation; who does what is as it was the time before. */
function processFor(usual: ReviewProcess, memory: ReviewMemory | undefined, name: string): ReviewProcess {
  if (!memory) return usual;
  if (memory.events.some(({ period }) => period === name)) return { ...memory.process, lang: usual.lang };
  return {
    ...usual,
    appealDays: memory.process.appealDays,
    stages: usual.stages.map((stage) => ({
      ...stage,
      who: memory.process.stages.find(({ id }) => id === stage.id)?.who ?? stage.who,
    })),
  };
}

/** A page as described, with formulas put into some of its cells. */
export function following(sheet: SheetSpec, put: readonly Following[]): SheetSpec {
  if (put.length === 0) return sheet;
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      const { top, left } = parseRange(block.at);
      const moved = put.map(({ row, column, ...rest }) => ({
        ...rest,
        row: row - top,
        column: column - left,
      }));
      return { ...block, cells: withCells(block.cells, moved) };
    }),
  };
}

/** A spec read as if it were a workbook: its texts and numbers, and what its plain links lead to. */
function sourceOf({ sheets }: WorkbookSpec): ReviewSource {
  const grids = new Map(sheets.map((sheet) => [sheet.name, gridOf(sheet)]));
  const seen = new Map<string, GridValue>();
  const valueOf = (cell: SpecCell | undefined, depth: number): GridValue => {
    if (typeof cell !== "object" || cell === null) return cell ?? null;
    const known = seen.get(cell.formula);
    if (known !== undefined) return known;
    const link = LINK.exec(cell.formula);
    if (!link || depth > 5) return linkOf(cell.formula)?.words ?? null;
    const [, tab = "", column = "A", row = "1"] = link;
    const value = valueOf(
      grids.get(tab.replaceAll("''", "'"))?.[Number(row) - 1]?.[columnIndex(column)],
      depth + 1,
    );
    seen.set(cell.formula, value);
    return value;
  };
  return {
    sheets: sheets.map(({ id, name }) => ({ spec: id, tab: name })),
    values: (tab) => (grids.get(tab) ?? []).map((row) => row.map((cell) => valueOf(cell, 0))),
    formulas: (tab) =>
      (grids.get(tab) ?? []).map((row) =>
        row.map((cell) => (typeof cell === "object" && cell !== null ? cell.formula : (cell ?? ""))),
      ),
  };
}

/** A cell that shows another one, empty where that is empty or not. */
const LINK =
  /^=(?:IF\((?:ISBLANK\()?'(?:[^']|'')+'!\$?[A-Z]+\$?\d+(?:\)|=""),"",)?'((?:[^']|'')+)'!\$?([A-Z]+)\$?(\d+)\)?$/;

function gridOf({ blocks }: SheetSpec): SpecCell[][] {
  const grid: SpecCell[][] = [];
  for (const { at, cells } of blocks) {
    const { top, left } = parseRange(at);
    cells.forEach((row, r) => {
      while (grid.length <= top + r) grid.push([]);
      const line = grid[top + r] ?? [];
      row.forEach((cell, c) => {
        while (line.length < left + c) line.push(null);
        line[left + c] = cell;
      });
    });
  }
  return grid;
}
