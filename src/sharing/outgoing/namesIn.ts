import type { Master } from "../master/master";
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

/** What the schemes call things: words that everybody reads, whoever else is called the same. */
export function schemeWords({ people, scheme, title }: Master): string[] {
  const schemes = new Set([
    ...(scheme ? [scheme] : []),
    ...people.flatMap(({ cards = [] }) => cards.map((card) => card.scheme)),
  ]);
  return [
    ...(title === undefined ? [] : [title]),
    ...[...schemes].flatMap(({ name, inputs, sections, raters = [] }) => [
      name,
      ...inputs.map((input) => input.name),
      ...sections.flatMap((section) => [section.name, ...section.indicators.map((one) => one.name)]),
      ...raters.flatMap((plan) => [plan.name, ...plan.groups.map((group) => group.name)]),
    ]),
  ];
}
