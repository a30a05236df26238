import { AttainError } from "../../errors";
import { columnIndex } from "../../formula/references";
import { NAMES } from "../../scoring/names";
import { indicatorsOf, type Scheme } from "../../scoring/scheme";
import { readScored, type Scored } from "../../sheets/analysis/readScored";
import { columnKey, ratedInputs } from "../../sheets/evaluation/ratingEntries";
import { WORDS as W } from "../../sheets/evaluation/words";
import { LANGS, type Lang, type Phrase } from "../../words";
import { shortDigest } from "../digest";
import { evaluationChecks } from "./evaluationChecks";
import { GridPage } from "./gridPage";
import { groupBy } from "../groupBy";
import type { Duty, ItemCell, Master, MasterCard, MasterCell, MasterPerson, Ratings } from "./master";
import type { MasterSheets } from "./masterSheets";
import { readWorkPlanMaster } from "./readWorkPlanMaster";

/** Everybody scored by one scheme, as the workbook's sheets show them now. */
interface ReadSet {
  readonly scheme: Scheme;
  readonly rows: readonly ReadRow[];
}

interface ReadRow {
  /** What ratings call the person: an id of its own, or the name. */
  readonly key: string;
  readonly unit: string;
  readonly manager: string;
  readonly name: string;
  readonly card: MasterCard;
}

/** Where headers stand on the pages of an evaluation, from 0. */
const DATA_HEADER = 4;
const RATERS_HEADER = 4;

/**
 * An evaluation's workbook as a master: its people with their scorecards, and who rates whom.
 *
 * @throws AttainError `no-master` when the workbook holds no evaluation, `master-changed`, `scheme-invalid`
 */
export function readEvaluation(sheets: MasterSheets): Master {
  const suffixes = [...sheets.keys()].flatMap((spec) => /^scorecard((?:-\d+)?)$/.exec(spec)?.[1] ?? []);
  const [first] = suffixes.map((suffix) => page(sheets, `data${suffix}`));
  if (!first) return readWorkPlanMaster(sheets);
  const lang = langOf(first, DATA_HEADER, W.name);
  const sets = suffixes.map((suffix) => readSet(sheets, suffix, lang));
  const ratings = readRatings(sheets, sets, lang);
  const title = plainTitle(titleOf(first, W.dataTitle, lang), sets);
  const people = peopleOf(sets);
  return {
    lang,
    baseYear: 0,
    months: [],
    people,
    title,
    checks: evaluationChecks(title, people, page(sheets, "checks"), lang),
    ...(ratings ? { ratings: { ...ratings, title } } : {}),
  };
}

function page(sheets: MasterSheets, spec: string): GridPage | undefined {
  const grid = sheets.get(spec);
  return grid && new GridPage(grid);
}

function langOf(on: GridPage, header: number, word: Phrase): Lang {
  return LANGS.find((lang) => on.columnOf(header, word[lang]) >= 0) ?? changed(on);
}

function changed(on: GridPage): never {
  throw new AttainError("master-changed", { detail: on.tab }, { sheet: on.tab });
}

/** The title without what kind of page it is. @example "March: data" → "March" */
function titleOf(on: GridPage, phrase: Phrase, lang: Lang): string {
  const [before = "", after = ""] = phrase[lang].split("{title}");
  const title = on.text(0, 0);
  return title.endsWith(after) ? title.slice(before.length, title.length - after.length) : title;
}

/** Of several schemes each page's title names its own. @example "March · Manager" → "March" */
function plainTitle(title: string, [first, ...more]: readonly ReadSet[]): string {
  const own = first === undefined || more.length === 0 ? "" : ` · ${first.scheme.name}`;
  return own !== "" && title.endsWith(own) ? title.slice(0, -own.length) : title;
}

function readSet(sheets: MasterSheets, suffix: string, lang: Lang): ReadSet {
  const [data, cards, rules] = [`data${suffix}`, `scorecard${suffix}`, `scheme${suffix}`].map((spec) =>
    page(sheets, spec),
  );
  if (!data || !cards || !rules) throw new AttainError("no-master");
  const read = readScored({ tab: rules.tab, rows: rules.table() }, { tab: cards.tab, rows: cards.table() });
  if ("mistakes" in read)
    throw new AttainError("scheme-invalid", {
      detail: read.mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
    });
  const { scored } = read;
  const keys = keysOf(page(sheets, `raters${suffix}`), lang);
  const manager = data.columnOf(DATA_HEADER, W.manager[lang]);
  const names = data.columnOf(DATA_HEADER, W.name[lang]);
  return {
    scheme: scored.scheme,
    rows: scored.people.names.map((name, i): ReadRow => {
      const row = scored.layout.firstRow - 1 + i;
      // Both pages list the same people in the same rows.
      if (data.text(row, names) !== name) changed(data);
      return {
        key: keys[i] ?? name,
        unit: scored.people.units[i] ?? "",
        manager: manager < 0 ? "" : data.text(row, manager),
        name,
        card: cardOf(scored, cards, data, i),
      };
    }),
  };
}

/** What people are called on the page that sums ratings up, in the order of the scorecard. */
function keysOf(raters: GridPage | undefined, lang: Lang): string[] {
  const column = raters?.columnOf(RATERS_HEADER, W.person[lang]) ?? -1;
  if (!raters || column < 0) return [];
  return Array.from({ length: raters.rows - RATERS_HEADER - 1 }, (_, i) =>
    raters.text(RATERS_HEADER + 1 + i, column),
  );
}

function cardOf({ scheme, people, layout }: Scored, cards: GridPage, data: GridPage, i: number): MasterCard {
  const row = layout.firstRow - 1 + i;
  const at = (name: string): MasterCell | undefined => {
    const letter = layout.columns.get(name);
    return letter === undefined ? undefined : cards.cell(row, columnIndex(letter));
  };
  const text = (name: string): string => {
    const letter = layout.columns.get(name);
    return letter === undefined ? "" : cards.text(row, columnIndex(letter));
  };
  const typed = new Map(
    scheme.inputs.flatMap(({ id, name, formula, raters, format, choices }) => {
      const column = data.columnOf(DATA_HEADER, name);
      const plain = formula === undefined && raters === undefined && format !== "word" && !choices;
      return plain && column >= 0 ? [[id, data.cell(row, column)] as const] : [];
    }),
  );
  return {
    scheme,
    period: people.periods?.[i] === undefined ? "" : String(people.periods[i]),
    inputs: new Map(
      scheme.inputs.flatMap(({ id }) => {
        const cell = typed.get(id) ?? at(id);
        return cell ? [[id, cell] as const] : [];
      }),
    ),
    typed: new Set(typed.keys()),
    shown: new Map(
      [...layout.columns].flatMap(([name, letter]): [string, number | string][] => {
        const { value } = cards.item(row, columnIndex(letter));
        return value === null ? [] : [[name, value]];
      }),
    ),
    points: new Map(
      indicatorsOf(scheme).flatMap(({ indicator: { id } }) => {
        const cell = at(NAMES.points(id));
        return cell ? [[id, cell] as const] : [];
      }),
    ),
    score: {
      total: at(NAMES.total)?.value ?? null,
      grade: text(NAMES.grade),
      rank: at("rank")?.value ?? null,
      remark: text(NAMES.exempt) || text(NAMES.remark),
    },
  };
}

function peopleOf(sets: readonly ReadSet[]): MasterPerson[] {
  const rows = groupBy(
    sets.flatMap((set) => set.rows),
    ({ unit, manager, key }) => [unit, manager, key].join("\u0001"),
  );
  return [...rows].flatMap(([key, own]): MasterPerson[] => {
    const [first] = own;
    if (!first) return [];
    const { unit, manager, name } = first;
    const last = own.findLast(({ card }) => card.score.total !== null) ?? first;
    return [
      {
        id: `e${shortDigest(key, 9)}`,
        unit,
        manager,
        name,
        actuals: [],
        counts: {},
        targets: [],
        inputs: last.card.inputs,
        score: last.card.score,
        cards: own.map(({ card }) => card),
      },
    ];
  });
}

/** The list of ratings: who rates whom in which relation, and the cells their points go into. */
function readRatings(
  sheets: MasterSheets,
  sets: readonly ReadSet[],
  lang: Lang,
): Omit<Ratings, "title"> | undefined {
  const list = page(sheets, "ratings");
  if (!list) return undefined;
  const header = list.find(
    (row) => list.columnOf(row, W.rater[lang]) >= 0 && list.columnOf(row, W.group[lang]) >= 0,
  );
  const at = (word: Phrase): number => list.columnOf(header, word[lang]);
  const [rater, group, person, period] = [W.rater, W.group, W.person, W.period].map(at) as [
    number,
    number,
    number,
    number,
  ];
  const rated = sets.flatMap((set) => ratedInputs(set.scheme));
  const columns = new Map(rated.map(({ input }) => [columnKey(input), input]));
  const columnOf = new Map<string, number>();
  // Of two things of one name, rated in different words, each has its column.
  for (const [key, { name }] of columns) {
    const before = [...columnOf].filter(([other]) => columns.get(other)?.name === name).map(([, at]) => at);
    columnOf.set(key, list.columnOf(header, name, Math.max(person, ...before) + 1));
  }
  const places = new Map<string, { unit: string; name: string; sets: Set<ReadSet> }>();
  for (const set of sets)
    for (const row of set.rows) {
      const place = places.get(row.key) ?? { unit: row.unit, name: row.name, sets: new Set<ReadSet>() };
      places.set(row.key, place);
      place.sets.add(set);
    }
  let unnamed = 0;
  const duties: Duty[] = [];
  const ids = new Map<string, number>();
  for (let row = header + 1; row < list.rows; row++) {
    const key = list.text(row, person);
    const place = places.get(key);
    const relation = list.text(row, group);
    if (!place || relation === "") continue;
    const theirs = [...place.sets]
      .flatMap(({ scheme }) => ratedInputs(scheme))
      .filter(({ plan }) => plan.groups.some(({ name }) => name === relation));
    const cells = new Map<string, ItemCell>();
    for (const { input } of theirs) {
      const column = columnOf.get(columnKey(input)) ?? -1;
      if (column >= 0) cells.set(columnKey(input), list.item(row, column));
    }
    const by = list.text(row, rater);
    if (cells.size === 0) continue;
    if (by === "") {
      unnamed += 1;
      continue;
    }
    const when = period < 0 ? "" : list.text(row, period);
    const id = `t${shortDigest([by, relation, key, when].join("\u0001"), 9)}`;
    const twins = (ids.get(id) ?? 0) + 1;
    ids.set(id, twins);
    duties.push({
      id: twins === 1 ? id : `${id}-${twins}`,
      rater: by,
      group: relation,
      period: when,
      about: place.name,
      unit: place.unit,
      cells,
    });
  }
  const plans = [...new Map(rated.map(({ plan }) => [plan.id, plan])).values()];
  return {
    duties,
    columns,
    unnamed,
    plans: plans.map(({ name, missing, groups }) => ({
      name,
      missing,
      groups: groups.map(({ name: called, smallest = 1 }) => ({ name: called, smallest })),
    })),
  };
}
