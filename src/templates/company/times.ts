import { AUDIT_WORDS } from "../../jobs/evaluation/evaluationAudit";
import type { EvaluationPeriod } from "../../scoring/evaluation";
import { WORDS } from "../../sheets/evaluation/words";
import type { Lang } from "../../words";
import { pageOf, wordsAt, type TemplateSource } from "./source";

export interface Times {
  /** As the page about the numbers lists them; empty when it does not. */
  readonly periods: readonly EvaluationPeriod[];
  /** Months in which newcomers are not scored. */
  readonly newcomers?: number;
}

/** Where the data page says how many months newcomers have, from 0: `A3`, with what it means beside it. */
const MONTHS_ROW = 2;

/** When an evaluation takes place, from the pages that say so in words. */
export function readTimes(source: TemplateSource, lang: Lang): Times {
  const about = pageOf(source, "about");
  const line = about?.values.findIndex(([label]) => label === AUDIT_WORDS.periods[lang]) ?? -1;
  const periods = wordsAt(about, line, 1)
    .split(/；|; /)
    .flatMap((text): EvaluationPeriod[] => {
      const [, label = "", from = "", to = ""] =
        /^(.*) (\d{4}-\d\d-\d\d)–(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
      return from === "" ? [] : [{ id: from.slice(0, 7), label, from, to }];
    });
  const data = pageOf(source, "data");
  const months = data?.values[MONTHS_ROW]?.[0];
  const said = wordsAt(data, MONTHS_ROW, 1) === WORDS.newcomerMonths[lang];
  return { periods, ...(said && typeof months === "number" ? { newcomers: months } : {}) };
}
