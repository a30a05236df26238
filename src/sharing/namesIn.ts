import type { Master } from "./master";
import type { Addressee } from "./recipients";

/** Every name that has some business in the recipient's file. */
export function namesOf({ name, unit, manager, people, items = [] }: Addressee): string[] {
  return [
    name,
    unit,
    manager,
    ...people.flatMap((person) => [person.unit, person.manager, person.name]),
    ...items.flatMap((item) => [item.about, item.unit]),
  ];
}

/** The names of everybody and every unit in a master, once each. */
export function namesIn({ people, ratings, checks }: Master): string[] {
  return [
    ...new Set([
      ...people.flatMap(({ unit, manager, name }) => [unit, manager, name]),
      ...(checks?.items ?? []).flatMap(({ about, unit }) => [about, unit]),
      ...(ratings?.duties ?? []).flatMap(({ rater, about, unit }) => [rater, about, unit]),
    ]),
  ];
}
