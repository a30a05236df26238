import type { Master, MasterPerson } from "../master/master";
import type { Level } from "../levels";
import { decisionsFor, type MasterReview } from "../review/masterReview";

const NAME = "—";

/**
 * The master as it would be with nobody in it: what its handouts say whoever they are for.
 *
 * @param by who is sent something: the review asks nobody what it asks these
 */
export function nobodysMaster(master: Master, by: Level = "rep"): Master {
  const [first] = master.people;
  return {
    ...master,
    people: first ? [nobody(first)] : [],
    ...(master.review ? { review: nobodysReview(master.review, by) } : {}),
    ...(master.checks
      ? {
          checks: {
            ...master.checks,
            items: master.checks.items.map((item) => ({ ...item, about: NAME, unit: NAME })),
          },
        }
      : {}),
    ...(master.ratings
      ? {
          ratings: {
            ...master.ratings,
            // One of each relation: their words stand in many files.
            duties: [
              ...new Map(
                master.ratings.duties.map((duty) => [`${duty.group} ${duty.period}`, duty]),
              ).values(),
            ].map((duty, i) => ({ ...duty, id: `t${i}`, rater: NAME, about: NAME, unit: NAME })),
          },
        }
      : {}),
  };
}

function nobodysReview(review: MasterReview, level: Level): MasterReview {
  const nameless: MasterReview = {
    ...review,
    rules: { ...review.rules, who: new Map(review.process.stages.map(({ id }) => [id, [NAME]])) },
    process: { ...review.process, stages: review.process.stages.map((stage) => ({ ...stage, who: [NAME] })) },
  };
  const asked = review.people.find(
    (person) => decisionsFor(nameless, person, { level, name: NAME }, "").length > 0,
  );
  const { events, stage } = asked?.standing ?? { events: 0, stage: "" };
  const people = asked
    ? [
        {
          id: "r0",
          label: NAME,
          name: NAME,
          unit: NAME,
          standing: { stage, events },
          score: 0,
          computed: 0,
          grade: "",
          rank: null,
        },
      ]
    : [];
  return { ...nameless, people };
}

function nobody(person: MasterPerson): MasterPerson {
  const { score: _score, ...unscored } = person;
  return { ...unscored, id: "r0", unit: NAME, manager: NAME, name: NAME };
}
