import { columnName } from "../../formula/references";
import { pageBreaks } from "../printed";
import { textWidth } from "../rows";
import type { SheetSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import { weighedIndicators } from "../../scoring/analysis/analysis";
import { ANALYSIS_PAGE_WORDS as W } from "./analysisWords";
import type { HeatLayout } from "./heatSheet";
import { AnalysisRows } from "./parts/analysisRows";
import { addGap } from "./parts/gap";
import { addLosses } from "./parts/losses";
import { addRadar } from "./parts/radar";
import { SetPart } from "./parts/setPart";
import { addDistribution, addTrend, addUnits, totalsOfCard, type Totals } from "./parts/totals";
import type { Scored } from "./readScored";
import { unitsOf } from "./whoIs";

/** Points a line takes. */
const ROW = 16;

/** First rows of the parts about one scheme, from 1: the line of the heading. */
export interface SetRows {
  readonly losses: number;
  /** Absent among several schemes where everybody of this one is in one unit. */
  readonly gap?: number;
  readonly radar: number;
}

/** First rows of the parts, those of the first scheme among them. */
export interface AnalysisLayout extends SetRows {
  readonly sheet: string;
  readonly distribution: number;
  readonly trend?: number;
  /** Only with several schemes. */
  readonly units?: number;
  /** One entry a scheme. */
  readonly sets: readonly SetRows[];
  /** The cell in which a period is picked, with several. */
  readonly period?: string;
}

/** Everybody scored by one scheme, and where their shares of full points stand. */
export interface AnalysedSet {
  readonly scored: Scored;
  readonly heat: HeatLayout;
}

/**
 * Where points are lost, how totals are spread, what makes a unit's gap, one person all round and over time: tables of
 * live formulas over the scorecards and the heat map, each with its native chart and pick lists. With several schemes
 * what concerns everybody stands first, then one scheme after the other; with several periods one can be picked.
 * Printed pages are filled with as many whole parts as they hold.
 *
 * @param totals where everybody's totals over all schemes and periods stand; the only scorecard's unless said
 */
export function analysisSheet(
  sets: readonly AnalysedSet[],
  totals?: Totals,
): { readonly sheet: SheetSpec; readonly layout: AnalysisLayout } {
  const [first] = sets;
  if (!first) throw new RangeError("There is nothing to analyse");
  const { lang } = first.scored.scheme;
  const page = new AnalysisRows(W.tab[lang], lang);
  const everybody = totals ?? totalsOfCard(first.scored);
  page.add([page.word("title")]);
  page.add([page.word("note")]);
  page.formats.push({ range: "A1", style: "title" }, { range: "A2", style: "subtitle" });
  const period = periodCell(page, first.scored);
  const parts = sets.map(
    ({ scored, heat }, i) =>
      new SetPart(scored, heat, i === 0 ? "" : `-${i + 1}`, period && criterion(page, period)),
  );
  const rows = sets.length === 1 ? together(page, parts, everybody) : apart(page, parts, everybody);
  const widths = [labelWidth(sets), 12, 12, 12, 3, 10, 10, 10, 10, 10, 10];
  const breaks = pageBreaks(widths, page.starts, page.cells.length, ROW);
  return {
    layout: {
      sheet: page.sheet,
      ...rows,
      ...(period !== undefined && { period: period.replaceAll("$", "") }),
    },
    sheet: {
      id: "analysis",
      name: page.sheet,
      blocks: [{ at: "A1", cells: page.cells }],
      columns: widths.map((width, i) => ({ columns: columnName(i), width })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `2:${page.cells.length}`, height: ROW },
        ...page.titles.map((row) => ({ rows: `${row}`, height: 26 })),
      ],
      formats: page.formats,
      charts: page.charts,
      validations: page.validations,
      print: {
        orientation: "portrait",
        fitWidth: 1,
        area: `A1:K${page.cells.length}`,
        ...(breaks.length > 0 && { breaksBefore: breaks }),
        footer: { left: page.word("title"), right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}

type PartRows = Omit<AnalysisLayout, "sheet" | "period">;

/** One scheme: a single run of parts, in which the person picked serves the trend too. */
function together(page: AnalysisRows, parts: readonly SetPart[], totals: Totals): PartRows {
  const [set] = parts as [SetPart];
  const losses = addLosses(page, set);
  const distribution = addDistribution(page, totals);
  const gap = addGap(page, set);
  const several = totals.periods.length > 1;
  const { radar, person } = addRadar(page, set, several ? totals.range("name") : undefined);
  const own = { losses, gap, radar };
  return { ...own, sets: [own], distribution, ...(several && { trend: addTrend(page, totals, person) }) };
}

/** Several schemes: everybody first, then one scheme after the other. */
function apart(page: AnalysisRows, parts: readonly SetPart[], totals: Totals): PartRows {
  const distribution = addDistribution(page, totals);
  const units =
    new Set(totals.units.filter((unit) => unit !== "")).size > 1 ? addUnits(page, totals) : undefined;
  const trend = totals.periods.length > 1 ? addTrend(page, totals) : undefined;
  const sets = parts.map((set): SetRows => {
    page.about(set.scored.scheme.name);
    const losses = addLosses(page, set);
    const gap = unitsOf(set.scored).length > 1 ? addGap(page, set) : undefined;
    return { losses, ...(gap !== undefined && { gap }), radar: addRadar(page, set).radar };
  });
  const [first = { losses: 0, radar: 0 }] = sets;
  return {
    ...first,
    sets,
    distribution,
    ...(units !== undefined && { units }),
    ...(trend !== undefined && { trend }),
  };
}

/** Where one of several periods is picked, or all of them. */
function periodCell(page: AnalysisRows, { people }: Scored): string | undefined {
  const labels = [...new Set(people.periods ?? [])];
  if (labels.length < 2) return undefined;
  const all = page.word("allPeriods");
  return page.pick("choosePeriod", all, [all, ...labels]);
}

/** All periods are any text at all. */
function criterion(page: AnalysisRows, cell: string): string {
  return `IF(${cell}="${page.word("allPeriods")}","*",${cell})`;
}

function labelWidth(sets: readonly AnalysedSet[]): number {
  const names = sets.flatMap(({ scored }) =>
    weighedIndicators(scored.scheme).map(({ indicator }) => indicator.name),
  );
  return Math.min(34, Math.max(24, ...names.map(textWidth)) + 3);
}
