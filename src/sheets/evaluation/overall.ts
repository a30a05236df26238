import { columnName, parseRange } from "../../formula/references";
import { NAMES } from "../../scoring/names";
import type { Evaluation, PersonResult } from "../../scoring/evaluation";
import type { Totals } from "../analysis/parts/totals";
import type { Scored } from "../analysis/readScored";
import type { ResultsSheet } from "./resultsSheet";
import { UNIT_NUMBER, unitLines } from "./unitLines";

/** Who stands on the results page, in its order: whoever was there in some period. */
function onResults({ results }: Evaluation): PersonResult[] {
  return results.filter(({ periods }) => periods.some(({ places }) => places.length > 0));
}

/**
 * The results page as pages read a scorecard: one line a person with the total over all schemes and periods, its grade
 * and ranks. Grades are those of the first scheme; whoever asks makes sure that they are everybody's.
 *
 * @param first the first scheme's pages, for its grades and where they stand
 */
export function overallScored(evaluation: Evaluation, results: ResultsSheet, first: Scored): Scored {
  const lines = onResults(evaluation);
  const columns = new Map<string, string>();
  for (const key of [
    "unit",
    "name",
    NAMES.total,
    NAMES.light,
    NAMES.grade,
    "rank",
    "unitRank",
    NAMES.rewards,
  ]) {
    if (!results.has(key)) continue;
    columns.set(key, columnName(parseRange(results.range(key)).left));
  }
  return {
    scheme: { ...first.scheme, lang: evaluation.request.lang },
    people: {
      names: lines.map(({ name }) => name),
      units: lines.map(({ unit }) => unit),
      inputs: new Map(),
    },
    references: first.references,
    live: true,
    layout: {
      sheet: parseRange(results.range("total")).sheet ?? "",
      headerRow: results.firstRow - 1,
      firstRow: results.firstRow,
      lastRow: results.lastRow,
      columns,
    },
  };
}

/** Everybody's totals as the results page has them, for the analysis. */
export function totalsOfResults(evaluation: Evaluation, results: ResultsSheet): Totals {
  const lines = onResults(evaluation);
  const { periods } = evaluation.request;
  return {
    range: results.range,
    names: lines.map(({ name }) => name),
    units: lines.map(({ unit }) => unit),
    ...(results.has(UNIT_NUMBER) && {
      unitLines: unitLines(
        results,
        [...new Set(lines.map(({ unit }) => unit))].filter((unit) => unit !== ""),
      ),
    }),
    periods:
      periods.length < 2
        ? []
        : periods.map(({ id, label }) => {
            const range = results.range(`period:${id}`);
            return {
              label,
              own: (person) => `INDEX(${range},MATCH(${person},${results.range("name")},0))`,
              all: () => `AVERAGE(${range})`,
            };
          }),
  };
}
