import type { Check } from "../../forms/workPlan";
import { say, type Phrase } from "../../words";
import { CHECK_PAGE_WORDS as W } from "../checkWords";
import type { Handout, Sending } from "./handout";
import { idLine, type Identity } from "../identity";
import type { CheckItem, Master, MasterPerson } from "../master/master";
import { breakdownPage, howBreakdown } from "../pages/breakdownPage";
import { checkListPage, checkTitle } from "../pages/checkListPage";
import type { CoverFact } from "../pages/coverFact";
import { coverPage } from "../pages/coverPage";
import { stepAt } from "../pages/coverStep";
import { HANDOUT_WORDS } from "../words";
import { rankText } from "../rankText";

const HOW: Readonly<Record<Check, Phrase>> = { own: W.howOwn, unit: W.howUnit, centre: W.howCentre };

/**
 * A workbook for one of the three checks: the person's own items, a unit's with what its people said, or everybody's
 * with what units said. A person's own also says the score as of the day of sending.
 */
export function checkHandout(
  master: Master,
  check: Check,
  name: string,
  items: readonly CheckItem[],
  people: readonly MasterPerson[],
  identity: Identity,
  sending: Sending,
): Handout {
  const { lang, checks } = master;
  if (!checks) throw new Error("A check without items");
  const list = checkListPage(master, checks, items, check, name);
  const [first] = items;
  const person =
    check === "own"
      ? master.people.find((one) => one.name === first?.about && one.unit === first.unit)
      : undefined;
  const breakdown = breakdownPage(check === "centre" ? master.people : people, {
    lang,
    name,
    title: master.title ?? checks.title,
  });
  const count = new Set(items.map(({ about, unit }) => `${unit}\u0001${about}`)).size;
  const cover = coverPage({
    lang,
    title: checkTitle(lang, checks, check, name),
    ...sending,
    recipient: name,
    facts: [
      ...(person ? scoreFacts(master, person) : []),
      ...(check === "own" ? [] : [{ label: W.people[lang], value: count, numberFormat: "0" }]),
      {
        label: W.progress[lang],
        value: { formula: `=${list.places.checked}&"${say(W.progressOf, lang, { count: items.length })}"` },
        main: true,
      },
    ],
    steps: [stepAt(HOW[check], lang, list.sheet.name), ...(breakdown ? [howBreakdown(lang)] : [])],
    idLine: idLine(identity),
    reply: [],
  });
  return {
    spec: {
      sheets: [cover.sheet, list.sheet, ...(breakdown ? [breakdown.sheet] : [])],
      names: [],
      activate: "cover",
    },
    fields: [...cover.fields, ...list.fields],
  };
}

/** The rank needs everybody else: it is a plain text as of the day of sending. */
function scoreFacts(master: Master, person: MasterPerson): CoverFact[] {
  const { unit, manager, score } = person;
  const { lang } = master;
  const facts: CoverFact[] = [];
  if (unit !== "") facts.push({ label: HANDOUT_WORDS.unit[lang], value: unit });
  if (manager !== "") facts.push({ label: HANDOUT_WORDS.manager[lang], value: manager });
  if (!score || score.total === null) return facts;
  facts.push(
    { label: HANDOUT_WORDS.total[lang], value: score.total, numberFormat: "0.0#", main: true },
    { label: HANDOUT_WORDS.grade[lang], value: score.grade },
  );
  const { rank } = score;
  if (rank !== null)
    facts.push({
      label: HANDOUT_WORDS.rank[lang],
      value: rankText(master, person, rank),
    });
  return facts;
}
