import { say } from "../../words";
import type { Handout, Sending } from "./handout";
import { idLine, type Identity } from "../identity";
import type { Duty, Master } from "../master/master";
import { coverPage } from "../pages/coverPage";
import { stepAt } from "../pages/coverStep";
import { ratingPage } from "../pages/ratingPage";
import { RATER_WORDS as W } from "../pages/raterWords";

/**
 * A rater's workbook: a cover and the list of those they rate. It says nothing of other raters: no names, no numbers of
 * answers, no weights, no results.
 */
export function raterHandout(
  master: Master,
  rater: string,
  duties: readonly Duty[],
  identity: Identity,
  sending: Sending,
): Handout {
  const { lang, ratings } = master;
  if (!ratings) throw new Error("A rater without ratings");
  const list = ratingPage(master, ratings, duties, rater);
  const people = new Set(duties.map(({ about, unit }) => `${about}\u0001${unit}`)).size;
  const cover = coverPage({
    lang,
    title: say(W.bookTitle, lang, { rater, title: ratings.title }),
    ...sending,
    recipient: rater,
    facts: [
      { label: W.toRate[lang], value: people, numberFormat: "0" },
      {
        label: W.progress[lang],
        value: { formula: `=${list.places.filled}&"${say(W.of, lang, { asked: list.places.asked })}"` },
        main: true,
      },
    ],
    steps: [stepAt(W.howRate, lang, list.sheet.name), { text: W.howPrivate[lang] }],
    idLine: idLine(identity),
    reply: [],
  });
  return {
    spec: { sheets: [cover.sheet, list.sheet], names: [], activate: "cover" },
    fields: [...cover.fields, ...list.fields],
  };
}
