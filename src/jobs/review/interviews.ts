import { applyWorkbook, type ApplyReport } from "../../excel/apply";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { weighedIndicators } from "../../scoring/analysis/analysis";
import { scoreTeam, type IndicatorScore } from "../../scoring/scoreTeam";
import { TabNames } from "../../sheets/evaluation/tabs";
import { interviewSheet, type Agreement } from "../../sheets/review/interviewSheet";
import { readInterview, type Interview } from "../../sheets/review/readInterview";
import { fromA1, openScored, personNamed } from "../evaluation/scored";
import type { JobOptions } from "../types";

/** The most lines for what did not go well. */
const WEAK = 3;

/**
 * Adds a page for a feedback interview for each of the people named, begun with where they lost points, and with what
 * was agreed before and whether it got better.
 *
 * @param people names; everybody with a score when empty
 * @param earlier interviews of the period before, as `readInterviews` reads them
 * @throws AttainError `no-scores`, `unknown-name`, and what writing throws
 */
export async function writeInterviews(
  people: readonly string[],
  earlier: readonly Interview[],
  { lang, signal }: JobOptions,
): Promise<ApplyReport> {
  const options = signal ? { signal } : {};
  const scored = await openScored(options);
  const cards = scoreTeam(scored.scheme, scored.people);
  const chosen =
    people.length > 0
      ? people.map((name) => personNamed(scored, name))
      : cards.flatMap(({ total }, i) => (total === null ? [] : [i]));
  const weighed = weighedIndicators(scored.scheme);
  const indicators = weighed.map(({ indicator }) => indicator);
  const agreed = earlier
    .flatMap((one) => one.agreed)
    .map((one): Agreement => {
      const { indicator: _, ...plain } = one;
      const id = indicators.find(({ name }) => name === one.indicator)?.id;
      return id === undefined ? plain : { ...plain, indicator: id };
    });
  const tabs = new TabNames(scored.scheme.lang);
  const sheets = chosen.map((i, n) => {
    const name = scored.people.names[i] ?? "";
    const lost = lostBy(cards[i]?.indicators ?? [], weighed);
    const page = interviewSheet(scored, name, agreed, lost);
    return { ...page, id: `interview-${n + 1}`, name: tabs.claim(`${page.name} ${name}`) };
  });
  return applyWorkbook({ sheets, names: [], activate: sheets[0]?.id ?? "" }, { lang, ...options });
}

/** Where most points were lost, as a line to talk about: `Sales attained: 72.0 / 80`. */
function lostBy(
  scores: readonly IndicatorScore[],
  indicators: ReturnType<typeof weighedIndicators>,
): string[] {
  return indicators
    .flatMap(({ section, indicator: { id, name, weight } }) => {
      const points = scores.find((one) => one.id === id)?.points ?? null;
      // What a point is worth depends on its section.
      const lost = points === null ? 0 : (weight - points) * section.weight;
      return points === null || lost <= 0 ? [] : [{ name, weight, points, lost }];
    })
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, WEAK)
    .map(({ name, weight, points }) => `${name}: ${points.toFixed(1)} / ${weight}`);
}

/** The interviews filled in in the open workbook. */
export async function readInterviews({ signal }: Pick<JobOptions, "signal"> = {}): Promise<Interview[]> {
  const ours = (await readState())?.sheets ?? [];
  const tabs = ours.filter(({ spec }) => /^interview\b/.test(spec)).map(({ tab }) => tab);
  if (tabs.length === 0) return [];
  const grids = await readGrids({ sheets: tabs, ...(signal ? { signal } : {}) });
  return grids.flatMap((grid) => readInterview(fromA1(grid)) ?? []);
}
