import { GRAINS, type Grain } from "../../planning/calendar";
import type { Phrase } from "../../words";
import { REQUEST_WORDS as W } from "./requestWords";

/** What a cell of the request sheet holds, and how it is written and read. */
export type FieldKind =
  "text" | "number" | "percent" | "date" | "yesNo" | "numbers" | "percents" | "dates" | "json" | "present";

export interface Field {
  /** Where in the request: `horizon.from`. */
  readonly path: string;
  readonly label: Phrase;
  readonly kind: FieldKind;
  /** Words for each value there can be. */
  readonly choices?: Readonly<Record<string, Phrase>>;
}

const GRAIN_WORDS: Readonly<Record<Grain, Phrase>> = {
  year: W.year,
  half: W.half,
  quarter: W.quarter,
  month: W.month,
  tenDay: W.tenDay,
  week: W.week,
  day: W.day,
};

const choice = (path: string, label: Phrase, choices: Readonly<Record<string, Phrase>>): Field => ({
  path,
  label,
  kind: "text",
  choices,
});
const field = (path: string, label: Phrase, kind: FieldKind): Field => ({ path, label, kind });

const COUNTRIES = { CN: W.calendarChina, none: W.calendarWeekends };
export const UNIT_KINDS = {
  history: W.byHistory,
  even: W.byEven,
  weights: W.byWeights,
  headcount: W.byHeads,
  amounts: W.byHand,
  levels: W.byLevel,
};
export const TIME_KINDS = {
  history: W.shapeHistory,
  even: W.byEven,
  weights: W.shapeWeights,
  workingDays: W.shapeDays,
  amounts: W.byHand,
};
export const SETTLE_KINDS = {
  topDown: W.settleTopDown,
  proposals: W.settleProposals,
  scale: W.settleScale,
  between: W.settleBetween,
};
export const RATE_METHODS = { same: W.rateSame, points: W.ratePoints, gap: W.rateGap };
export const MEASURE_KINDS = { amount: W.kindAmount, rate: W.kindRate };

/** Every single value of a request, in the order of the sheet. Lists of records are tables. */
export const SETTINGS: readonly Field[] = [
  field("title", W.title, "text"),
  field("measure", W.measure, "text"),
  field("unit", W.unit, "text"),
  field("step", W.step, "number"),
  field("lowerIsBetter", W.lower, "yesNo"),
  field("horizon.from", W.from, "date"),
  field("horizon.to", W.to, "date"),
  choice("horizon.grain", W.grain, Object.fromEntries(GRAINS.map((grain) => [grain, GRAIN_WORDS[grain]]))),
  field("horizon.fiscalStart", W.fiscalStart, "number"),
  field("total.value", W.totalValue, "number"),
  field("total.growth", W.totalGrowth, "percent"),
  choice("time.kind", W.timeKind, TIME_KINDS),
  field("time.own", W.timeOwn, "yesNo"),
  choice("time.gaps", W.timeGaps, { zero: W.gapsZero, average: W.gapsAverage }),
  field("time.workingDays", W.timePace, "present"),
  choice("time.workingDays.country", W.country, COUNTRIES),
  field("time.workingDays.holidays", W.holidays, "dates"),
  field("time.workingDays.workdays", W.workdays, "dates"),
  field("time.calendar", W.timeCalendar, "present"),
  choice("time.calendar.country", W.country, COUNTRIES),
  field("time.calendar.holidays", W.holidays, "dates"),
  field("time.calendar.workdays", W.workdays, "dates"),
  choice("organisation.kind", W.unitKind, UNIT_KINDS),
  field("ramp", W.ramp, "percents"),
  choice("newcomers", W.newcomers, { zero: W.newcomersZero, average: W.newcomersAverage }),
  field("padding", W.padding, "percents"),
  field("tiers.stretch.value", W.stretchValue, "number"),
  field("tiers.stretch.ratio", W.stretchRatio, "percent"),
  field("tiers.floor.value", W.floorValue, "number"),
  field("tiers.floor.ratio", W.floorRatio, "percent"),
  choice("settle.kind", W.settleKind, SETTLE_KINDS),
  field("settle.part", W.settlePart, "percent"),
  field("chosen", W.chosen, "text"),
  field("team.company", W.company, "text"),
];
