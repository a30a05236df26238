import type { WorkbookSpec } from "../../sheets/spec";
import { say } from "../../words";
import type { ReturnField } from "../fields";
import { idLine, type Identity } from "../identity";
import type { Master, MasterPerson } from "../master/master";
import { actualsPage } from "../pages/actualsPage";
import { cardPage } from "../pages/cardPage";
import type { CoverFact } from "../pages/coverFact";
import { coverPage } from "../pages/coverPage";
import { stepAt } from "../pages/coverStep";
import type { Page } from "../pages/page";
import { rulesPage } from "../pages/rulesPage";
import { targetsPage } from "../pages/targetsPage";
import type { AskedReview } from "../review/masterReview";
import type { ReviewPart } from "../review/reviewHandout";
import { HANDOUT_WORDS as W } from "../words";
import { rankText } from "../rankText";

/** When it goes out and when it should be back, as people read days. */
export interface Sending {
  readonly date: string;
  readonly due?: string;
  /** A word from whoever sends it, on every cover. */
  readonly message?: string;
  /** Why it is sent once more; stands in front of everything. */
  readonly notice?: string;
  /** What the review of an evaluation adds to it. */
  readonly review?: ReviewPart;
}

/** One recipient's workbook before it is a file. */
export interface Handout {
  readonly spec: WorkbookSpec;
  /** The cells that come back. */
  readonly fields: readonly ReturnField[];
  /** Whose review it asks a decision on. */
  readonly review?: readonly AskedReview[];
}

/**
 * One person's workbook, made anew from that person's numbers: cover, targets, actuals, scorecard, rules. Nobody
 * else's name or number goes in, so none can come out.
 */
export function personHandout(
  master: Master,
  person: MasterPerson,
  identity: Identity,
  sending: Sending,
): Handout {
  const { lang, scheme } = master;
  const targets = targetsPage(master, person);
  const actuals = actualsPage(master, person);
  const rules = scheme && rulesPage(scheme);
  const card = scheme && rules && cardPage(master, person, scheme, rules, actuals.places);
  const year = master.plan?.periods[0]?.start.slice(0, 4) ?? "";
  const base = String(master.baseYear);
  const facts: CoverFact[] = [
    ...(person.unit === "" ? [] : [{ label: W.unit[lang], value: person.unit }]),
    ...(person.manager === "" ? [] : [{ label: W.manager[lang], value: person.manager }]),
    {
      label: say(W.yearActual, lang, { year: base }),
      value: { formula: `=${actuals.places.total}` },
      numberFormat: "#,##0",
    },
  ];
  if (targets) {
    const { asked } = targets.places;
    facts.push(
      {
        label: say(W.yearTarget, lang, { year }),
        value: { formula: `=${asked}` },
        numberFormat: "#,##0",
        main: true,
      },
      {
        label: W.growth[lang],
        value: { formula: `=IF(${actuals.places.total}=0,"—",${asked}/${actuals.places.total}-1)` },
        numberFormat: '"▲ "0.0%;"▼ "0.0%;"●"',
      },
    );
  }
  if (card) {
    const rank = person.score?.rank ?? null;
    facts.push(
      {
        label: say(W.score, lang, { year: base }),
        value: { formula: `=${card.places.total}` },
        numberFormat: "0.0",
        main: true,
      },
      { label: W.grade[lang], value: { formula: `=${card.places.grade}` } },
      {
        label: W.rank[lang],
        value: rank === null ? W.notScored[lang] : rankText(master, person, rank),
      },
    );
  }
  const title = targets && card ? W.titleBoth : targets ? W.titlePlan : W.titleScore;
  const cover = coverPage({
    lang,
    title: say(title, lang, { name: person.name, year, base }),
    ...sending,
    recipient: person.name,
    facts,
    steps: [
      ...(targets ? [stepAt(W.howTargets, lang, targets.sheet.name)] : []),
      stepAt(W.howActuals, lang, actuals.sheet.name),
      ...(card ? [stepAt(W.howCard, lang, card.sheet.name)] : []),
    ],
    idLine: idLine(identity),
  });
  const pages: Page[] = [cover, ...(targets ? [targets] : []), actuals, ...(card ? [card] : [])];
  return {
    spec: {
      sheets: [...pages.map(({ sheet }) => sheet), ...(rules ? [rules.sheet] : [])],
      names: rules?.names ?? [],
      activate: "cover",
    },
    fields: pages.flatMap(({ fields }) => fields),
  };
}
