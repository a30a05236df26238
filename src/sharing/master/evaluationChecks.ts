import { CHECKS } from "../../forms/workPlan";
import { indicatorsOf } from "../../scoring/scheme";
import { ruleKind } from "../../scoring/registry";
import { LANGS, type Lang } from "../../words";
import { CHECK_PAGE_WORDS as W } from "../checkWords";
import { shortDigest } from "../digest";
import { quoteSheet } from "../../formula/references";
import type { GridPage } from "./gridPage";
import type { CheckItem, Checks, ItemCell, Master, MasterPerson } from "./master";

/**
 * Every indicator of everybody's scorecards as an item to be checked, with what the checks say so far.
 *
 * @param page the master's list of checks, once there is one
 */
export function evaluationChecks(
  title: string,
  people: readonly MasterPerson[],
  page: GridPage | undefined,
  lang: Lang,
): Checks {
  const known = page ? cellsOn(page) : new Map<string, ReadonlyMap<string, ItemCell>>();
  const twins = new Map<string, number>();
  const items = people.flatMap(({ id: person, unit, name, cards = [] }) =>
    cards.flatMap(({ scheme, period, points }) =>
      indicatorsOf(scheme).flatMap(({ indicator }): CheckItem[] => {
        if (indicator.weight <= 0) return [];
        const words = keyOf(unit, name, period, indicator.name);
        const twin = twins.get(words) ?? 0;
        twins.set(words, twin + 1);
        const key = `${words}\u0001${twin}`;
        return [
          {
            id: `c${shortDigest([person, period, scheme.id, indicator.id].join("\u0001"), 9)}`,
            about: name,
            unit,
            period,
            what: indicator.name,
            full: indicator.weight,
            stands: points.get(indicator.id)?.value ?? null,
            rule:
              ruleKind(indicator.rule.kind)?.describe(indicator.rule, {
                lang,
                weight: indicator.weight,
                subject: indicator.name,
                percent: false,
              }) ?? "",
            cells: known.get(key) ?? new Map<string, ItemCell>(),
          },
        ];
      }),
    ),
  );
  return { title, gives: "points", items, more: [] };
}

/** Where the scorecards have each item's points, by item. */
export function pointsPlaces({ people, checks }: Master): Map<string, string> {
  const places = new Map<string, string>();
  const ids = new Set(checks?.items.map(({ id }) => id));
  for (const { id: person, cards = [] } of people)
    for (const { scheme, period, points } of cards)
      for (const [indicator, { tab, cell }] of points) {
        const id = `c${shortDigest([person, period, scheme.id, indicator].join("\u0001"), 9)}`;
        if (ids.has(id)) places.set(id, `${quoteSheet(tab)}!${cell}`);
      }
  return places;
}

const keyOf = (...parts: string[]): string => parts.join("\u0001");

/** The cells of the list by whose item they are; two of one name in order. */
function cellsOn(page: GridPage): Map<string, ReadonlyMap<string, ItemCell>> {
  const lang = LANGS.find((one) => headerOf(page, one) >= 0);
  const cells = new Map<string, ReadonlyMap<string, ItemCell>>();
  if (lang === undefined) return cells;
  const header = headerOf(page, lang);
  const at = (word: keyof typeof W): number => page.columnOf(header, W[word][lang]);
  const [unit, person, period, what] = [at("unit"), at("person"), at("period"), at("what")];
  const columns = { own: at("own"), unit: at("ofUnit"), centre: at("centre") };
  const twins = new Map<string, number>();
  for (let row = header + 1; row < page.rows; row++) {
    if (page.text(row, what) === "") continue;
    const words = keyOf(
      page.text(row, unit),
      page.text(row, person),
      period < 0 ? "" : page.text(row, period),
      page.text(row, what),
    );
    const twin = twins.get(words) ?? 0;
    twins.set(words, twin + 1);
    cells.set(
      `${words}\u0001${twin}`,
      new Map(CHECKS.map((check) => [check, page.item(row, columns[check])])),
    );
  }
  return cells;
}

function headerOf(page: GridPage, lang: Lang): number {
  for (let row = 0; row < Math.min(page.rows, 12); row++)
    if (page.columnOf(row, W.own[lang]) >= 0 && page.columnOf(row, W.centre[lang]) >= 0) return row;
  return -1;
}
