import type { Master, MasterPerson } from "./master";

const NAME = "—";

/** The master as it would be with nobody in it: what its handouts say whoever they are for. */
export function nobodysMaster(master: Master): Master {
  const [first] = master.people;
  return {
    ...master,
    people: first ? [nobody(first)] : [],
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

function nobody(person: MasterPerson): MasterPerson {
  const { score: _score, ...unscored } = person;
  return { ...unscored, id: "r0", unit: NAME, manager: NAME, name: NAME };
}
