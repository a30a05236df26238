import { salesScheme } from "../../src/scoring/sales";
import type { People } from "../../src/scoring/scoreTeam";
import type { Scheme } from "../../src/scoring/scheme";
import type { Scored } from "../../src/sheets/analysis/readScored";
import { schemeSheet } from "../../src/sheets/evaluation/scheme";
import { scorecardSheet } from "../../src/sheets/evaluation/scorecard";
import type { NameSpec, SheetSpec } from "../../src/sheets/spec";
import type { Lang } from "../../src/words";
import { salesTeam } from "./salesTeam";

/** The sample team scored: what reading it back gives, and the two sheets it stands on. */
export function scoredBook(
  lang: Lang,
  people: People = salesTeam(),
  scheme: Scheme = salesScheme(lang),
): { readonly scored: Scored; readonly sheets: readonly SheetSpec[]; readonly names: readonly NameSpec[] } {
  const page = schemeSheet(scheme);
  const card = scorecardSheet(scheme, people, { references: page.references });
  return {
    scored: { scheme, people, layout: card.layout, references: page.references },
    sheets: [card.sheet, page.sheet],
    names: page.names,
  };
}
