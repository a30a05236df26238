import { say } from "../../words";
import { maskNames, type LeakGuard } from "../leaks";
import type { Master } from "../master/master";
import type { CoverFact } from "../pages/coverFact";
import { stepAt, type CoverStep } from "../pages/coverStep";
import type { Page } from "../pages/page";
import { stageLabels } from "../../sheets/review/pages";
import { decidePage } from "./decidePage";
import {
  decisionsFor,
  type AskedReview,
  type Decider,
  type MasterReview,
  type ReviewedPerson,
} from "./masterReview";
import { signPage } from "./signPage";
import { SIGN_WORDS as W, type Decision } from "./words";

/** What a review adds to a workbook that is sent: lines of its cover, and the page to sign or decide on. */
export interface ReviewPart {
  readonly facts: readonly CoverFact[];
  readonly steps: readonly CoverStep[];
  readonly page?: Page;
  /** Whom the page asks about, by the number its cells have. */
  readonly asked: readonly AskedReview[];
}

/**
 * The review's part of a recipient's workbook; undefined where the review has nothing to say there.
 *
 * @param ids of the people the workbook is about
 * @param day the day it is sent
 * @param guard whose names may stand in it: reasons were typed by people and may name others, who are left out
 */
export function reviewPart(
  { review, people, checks }: Master,
  decider: Decider,
  ids: ReadonlySet<string>,
  day: string,
  guard: LeakGuard,
): ReviewPart | undefined {
  if (!review || people.length === 0) return undefined;
  const mine = review.people.filter(({ id, score }) => ids.has(id) && score !== null).map(guarded(guard));
  const choices = new Map(mine.map((person) => [person.id, decisionsFor(review, person, decider, day)]));
  return decider.level === "rep"
    ? ownPart(review, mine[0], choices, checks !== undefined)
    : reviewersPart(review, decider.name, mine, choices);
}

/** Reasons without the names of people who have no business in the workbook. */
function guarded(guard: LeakGuard): (person: ReviewedPerson) => ReviewedPerson {
  return ({ reason, ...person }) =>
    reason === undefined ? person : { ...person, reason: maskNames(reason, guard) };
}

function ownPart(
  review: MasterReview,
  person: ReviewedPerson | undefined,
  choices: ReadonlyMap<string, readonly Decision[]>,
  /** Whether the cover says the score anyway. */
  scored: boolean,
): ReviewPart | undefined {
  if (!person) return undefined;
  const { lang } = review.process;
  const { stage, since, adjusted } = person.standing;
  const name = stageLabels(review.process).get(stage) ?? stage;
  const facts: CoverFact[] = [
    ...(scored || adjusted === undefined
      ? []
      : [{ label: W.counts[lang], value: person.score, numberFormat: "0.00", main: true }]),
    {
      label: W.coverFact[lang],
      value: since === undefined ? name : say(W.stageSince, lang, { stage: name, since: since.slice(0, 10) }),
    },
  ];
  const own = choices.get(person.id) ?? [];
  if (own.length === 0) return { facts, steps: [], asked: [] };
  const ranked = review.people.filter(({ rank }) => rank !== null).length;
  const page = signPage(review, person, own, ranked);
  return {
    facts: [...facts, { label: W.yours[lang], value: { formula: `=${page.places.state}` } }],
    steps: [stepAt(W.howSign, lang, page.sheet.name)],
    page,
    asked: [askedOf(person)],
  };
}

function reviewersPart(
  review: MasterReview,
  name: string,
  people: readonly ReviewedPerson[],
  choices: ReadonlyMap<string, readonly Decision[]>,
): ReviewPart | undefined {
  const asked = people.filter(({ id }) => (choices.get(id) ?? []).length > 0);
  if (asked.length === 0) return undefined;
  const { lang } = review.process;
  const page = decidePage(review, name, people, choices);
  const { decided, asked: count } = page.places;
  return {
    facts: [
      {
        label: W.toDecide[lang],
        value: { formula: `=${decided}&"${say(W.progressOf, lang, { asked: count })}"` },
        main: true,
      },
    ],
    steps: [stepAt(W.howDecide, lang, page.sheet.name)],
    page,
    // The page lists those who are asked about first, in this order.
    asked: asked.map(askedOf),
  };
}

const askedOf = ({ id, standing: { stage, events }, score }: ReviewedPerson): AskedReview => ({
  person: id,
  stage,
  events,
  score,
});

/** The master with the scores that count after the review, where its people are shown. */
export function withReviewedScores(master: Master): Master {
  const reviewed = new Map((master.review?.people ?? []).map((person) => [person.id, person]));
  if (reviewed.size === 0) return master;
  return {
    ...master,
    people: master.people.map((person) => {
      const found = reviewed.get(person.id);
      if (!found || found.score === null || !person.score) return person;
      const score = { ...person.score, total: found.score, grade: found.grade, rank: found.rank };
      const [only, ...more] = person.cards ?? [];
      return {
        ...person,
        score,
        ...(only && more.length === 0 ? { cards: [{ ...only, score: { ...only.score, ...score } }] } : {}),
      };
    }),
  };
}
