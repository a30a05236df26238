import { fullOf, indicatorsOf, type Scheme, type Section } from "../scheme";
import type { Scorecard } from "../scoreTeam";

/** How far an indicator falls short of its full points, over everybody with a total. All in points of the total. */
export interface Loss {
  readonly id: string;
  readonly name: string;
  readonly full: number;
  readonly mean: number;
  /** Negative where people on average score more than full. */
  readonly lost: number;
}

/** Why a unit's mean total differs from everybody's. */
export interface UnitGap {
  readonly unit: string;
  readonly mean: number;
  readonly gap: number;
  /** Points of the gap by indicator. */
  readonly parts: ReadonlyMap<string, number>;
  /** What indicators do not account for: weights carried by others, caps, vetoes, rounding. */
  readonly rest: number;
}

/** What one point of an indicator is worth in the total. */
export function worthOf(section: Section, scheme: Scheme): number {
  return scheme.sections.length === 1 && fullOf(section) === section.weight
    ? 1
    : section.weight / fullOf(section);
}

/** Indicators among the 100: add-ons and vetoes have no full points to fall short of. */
export function weighedIndicators(scheme: Scheme): ReturnType<typeof indicatorsOf> {
  return indicatorsOf(scheme).filter(({ indicator }) => indicator.weight > 0);
}

/** Where points are lost, in the scheme's order. An indicator left out for somebody counts as none of its points. */
export function lossesOf(scheme: Scheme, cards: readonly Scorecard[]): Loss[] {
  const scored = cards.filter(({ total }) => total !== null);
  return weighedIndicators(scheme).map(({ section, indicator: { id, name, weight } }) => {
    const worth = worthOf(section, scheme);
    const mean = scored.length === 0 ? 0 : worth * meanPoints(scored, id);
    return { id, name, full: worth * weight, mean, lost: worth * weight - mean };
  });
}

/**
 * How many totals lie in each band; a band holds its lower edge.
 *
 * @param edges ascending; the first band is everything below the first edge, the last everything from the last on
 * @example distributionOf([55, 60, 100], [60, 100]) // [1, 1, 1]
 */
export function distributionOf(totals: readonly (number | null)[], edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const total of totals) {
    if (total === null) continue;
    const band = edges.filter((edge) => total >= edge).length;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  return counts;
}

/** Each unit's gap to everybody's mean, taken apart by indicator; parts and rest add up to the gap. */
export function gapsOf(scheme: Scheme, cards: readonly Scorecard[]): UnitGap[] {
  const scored = cards.filter(({ total }) => total !== null);
  const meanTotal = (some: readonly Scorecard[]): number =>
    some.reduce((sum, { total }) => sum + (total ?? 0), 0) / some.length;
  return [...new Set(scored.map(({ unit }) => unit))].map((unit) => {
    const own = scored.filter((card) => card.unit === unit);
    const gap = meanTotal(own) - meanTotal(scored);
    const parts = new Map(
      weighedIndicators(scheme).map(({ section, indicator: { id } }) => [
        id,
        worthOf(section, scheme) * (meanPoints(own, id) - meanPoints(scored, id)),
      ]),
    );
    const explained = [...parts.values()].reduce((sum, part) => sum + part, 0);
    return { unit, mean: meanTotal(own), gap, parts, rest: gap - explained };
  });
}

function meanPoints(cards: readonly Scorecard[], id: string): number {
  const points = cards.map((card) => card.indicators.find((one) => one.id === id)?.points ?? 0);
  return points.reduce((sum, one) => sum + one, 0) / cards.length;
}
