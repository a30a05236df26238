import { AttainError } from "../../errors";
import { shortDigest } from "../digest";
import { groupBy } from "../groupBy";
import { CHECK_PAGE_WORDS as W } from "../checkWords";
import { LEVEL_WORDS } from "../words";
import { reviewersOf } from "../review/masterReview";
import type { Level } from "../levels";
import type { CheckItem, Checks, Duty, Master, MasterItem, MasterPerson } from "../master/master";

export interface Addressee {
  readonly id: string;
  readonly level: Level;
  readonly name: string;
  readonly unit: string;
  readonly manager: string;
  readonly people: readonly MasterPerson[];
  /** What they answer for, where that is not people's own pages. */
  readonly items?: readonly MasterItem[];
}

/** Division leaders and the units in their charge, which no sheet of the master says. */
export type Divisions = Readonly<Record<string, readonly string[]>>;

/** Who gets which people's numbers; of reps, managers and regions everybody is in exactly one workbook. */
export function addressees(master: Master, level: Level, divisions: Divisions = {}): Addressee[] {
  if (level === "leader") return [leader(master)];
  if (level === "division") return divisionLeaders(master, divisions);
  if (level === "rater") return raters(master);
  if (level === "reviewer") return reviewers(master);
  if (master.checks && level !== "manager") return checkers(master, master.checks, level);
  if (level === "rep") {
    return master.people.map((person) => ({
      id: person.id,
      level,
      name: person.name,
      unit: person.unit,
      manager: person.manager,
      people: [person],
    }));
  }
  const groups = new Map<string, MasterPerson[]>();
  for (const person of master.people) {
    const path = level === "region" ? [person.unit] : [person.unit, person.manager];
    const key = path.join("\u0001");
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  return [...groups].map(([key, people]) => {
    const [unit = "", manager = ""] = key.split("\u0001");
    return {
      id: `${level === "region" ? "u" : "m"}${shortDigest(key, 9)}`,
      level,
      name: level === "region" ? unit : manager,
      unit,
      manager: level === "region" ? "" : manager,
      people,
    };
  });
}

/** True when the master has people under this level. */
export function hasLevel(master: Master, level: Level, divisions: Divisions = {}): boolean {
  if (level === "leader") return master.people.length > 0;
  if (level === "division") return master.people.length > 0 && Object.keys(divisions).length > 0;
  if (level === "rater") return dutiesOf(master).length > 0;
  if (level === "reviewer") return reviewers(master).length > 0;
  // Of an evaluation managers get a part only in its review.
  if (master.checks && level === "manager" && !master.review) return false;
  if (master.checks && level !== "manager")
    return master.checks.items.some(({ unit }) => level !== "region" || unit !== "");
  if (master.people.length === 0 || level === "centre") return false;
  if (level === "rep") return true;
  return master.people.every(({ unit, manager }) => (level === "region" ? unit : manager) !== "");
}

const dutiesOf = ({ ratings }: Master): readonly Duty[] => ratings?.duties ?? [];

/** Each of those named for a stage of the review, with the people who wait for them now. */
function reviewers({ review, people }: Master): Addressee[] {
  if (!review) return [];
  return [...reviewersOf(review)].map(([name, waiting]) => {
    const ids = new Set(waiting.map(({ id }) => id));
    return {
      id: `w${shortDigest(name, 9)}`,
      level: "reviewer",
      name,
      unit: "",
      manager: "",
      people: people.filter(({ id }) => ids.has(id)),
    };
  });
}

/** Those who make one of the three checks: each person, each unit, the one supervision centre. */
function checkers(master: Master, { items }: Checks, level: Level): Addressee[] {
  const { lang } = master;
  if (level === "centre")
    return [{ id: "centre", level, name: W.centreName[lang], unit: "", manager: "", people: [], items }];
  const key = ({ unit, about }: CheckItem): string => (level === "region" ? unit : `${unit}\u0001${about}`);
  return [...groupBy(items, key)].map(([id, own]) => {
    const [unit = "", name = unit] = id.split("\u0001");
    const people = master.people.filter(
      (person) => person.unit === unit && (level === "region" || person.name === name),
    );
    return {
      id: `${level === "region" ? "v" : "o"}${shortDigest(id, 9)}`,
      level,
      name,
      unit,
      manager: level === "region" ? "" : (people[0]?.manager ?? ""),
      people,
      items: own,
    };
  });
}

/** Each rater once, in whatever relations they rate. */
function raters(master: Master): Addressee[] {
  return [...groupBy(dutiesOf(master), ({ rater }) => rater)].map(([rater, items]) => ({
    id: `k${shortDigest(rater, 9)}`,
    level: "rater",
    name: rater,
    unit: "",
    manager: "",
    people: [],
    items,
  }));
}

/** How many people a recipient's workbook is about. */
export function peopleIn({ people, items }: Addressee): number {
  return items ? new Set(items.map(({ about, unit }) => `${about}\u0001${unit}`)).size : people.length;
}

/** One workbook about everybody. */
function leader({ lang, people }: Master): Addressee {
  return { id: "leader", level: "leader", name: LEVEL_WORDS.leader[lang], unit: "", manager: "", people };
}

/** @throws AttainError `unknown-name` for a unit the master does not have */
function divisionLeaders({ people }: Master, divisions: Divisions): Addressee[] {
  const known = new Set(people.map(({ unit }) => unit));
  return Object.entries(divisions).map(([name, units]) => {
    const unknown = units.find((unit) => !known.has(unit));
    if (unknown !== undefined)
      throw new AttainError("unknown-name", { name: unknown, known: [...known].slice(0, 12).join(", ") });
    return {
      id: `d${shortDigest(name, 9)}`,
      level: "division",
      name,
      unit: "",
      manager: "",
      people: people.filter(({ unit }) => units.includes(unit)),
    };
  });
}
