import { say, type Lang, type Phrase } from "../../words";

/** How a page is filled in, and its tab, to which the line leads. */
export interface CoverStep {
  readonly text: string;
  readonly tab?: string;
}

/** A step about a page, whose phrase names it `{tab}`. */
export function stepAt(phrase: Phrase, lang: Lang, tab: string): CoverStep {
  return { text: say(phrase, lang, { tab }), tab };
}
