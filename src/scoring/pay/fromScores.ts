import { compileScheme } from "../compile";
import { NAMES } from "../names";
import type { Scheme } from "../scheme";

/** What a pay plan may take from a scorecard: `total`, `grade`, `missed`, inputs, measures, points, sections. */
export function sourcesOf(scheme: Scheme): string[] {
  const { inputs, indicators, sections } = compileScheme(scheme);
  return [
    NAMES.total,
    NAMES.grade,
    NAMES.missed,
    ...scheme.inputs.map(({ id }) => id),
    ...(inputs ?? []).map(({ name }) => name),
    ...indicators.flatMap(({ measure, points }) => [...(measure ? [measure.name] : []), points.name]),
    ...sections.map(({ name }) => name),
  ].filter((name, i, all) => all.indexOf(name) === i);
}
