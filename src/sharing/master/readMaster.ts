import { AttainError } from "../../errors";
import { cellRef, columnIndex } from "../../formula/references";
import { GRAINS, periodsBetween, type Period } from "../../planning/calendar";
import { orgTree, unitsOf } from "../../planning/organisation";
import { NAMES } from "../../scoring/names";
import type { Scheme } from "../../scoring/scheme";
import { readScheme } from "../../sheets/evaluation/readScheme";
import { schemeSheet } from "../../sheets/evaluation/scheme";
import { scorecardSheet } from "../../sheets/evaluation/scorecard";
import type { ScorecardLayout } from "../../sheets/evaluation/scorecardLayout";
import { ACTUALS_WORDS } from "../../sheets/words";
import { TARGETS_WORDS } from "../../sheets/plan/targetsWords";
import { LANGS, type Lang } from "../../words";
import { shortDigest } from "../digest";
import { GridPage } from "./gridPage";
import type { Master, MasterCell, MasterPerson } from "./master";
import type { MasterSheets } from "./masterSheets";
import { readEvaluation } from "./readEvaluation";

/**
 * The people of a master workbook with their numbers, read from its own sheets: what was typed over since the run
 * counts, and each number knows the cell it came from.
 *
 * @throws AttainError `no-master` when there is no actuals sheet of a run, `master-changed` when people on its sheets do
 *   not match, `scheme-invalid`
 */
export function readMaster(sheets: MasterSheets): Master {
  const page = sheets.get("actuals");
  if (!page) return readEvaluation(sheets);
  const actuals = readActuals(new GridPage(page));
  const targets = sheets.get("targets");
  const plan = targets && readTargets(new GridPage(targets), actuals.people);
  const schemePage = sheets.get("scheme");
  const scheme = schemePage && schemeOf(new GridPage(schemePage));
  const scorecard = sheets.get("scorecard");
  const cards = scheme && scorecard ? readCards(new GridPage(scorecard), scheme, actuals.people) : undefined;
  return {
    lang: actuals.lang,
    baseYear: actuals.baseYear,
    months: actuals.months,
    people: actuals.people.map((person, index) => ({
      ...person,
      targets: plan?.targets[index] ?? [],
      inputs: cards?.[index]?.inputs ?? new Map<string, MasterCell>(),
      ...(cards?.[index]?.score ? { score: cards[index].score } : {}),
    })),
    ...(plan ? { plan: { measure: plan.measure, unit: plan.unit, periods: plan.periods } } : {}),
    ...(scheme && cards ? { scheme } : {}),
  };
}

type Person = Omit<MasterPerson, "targets" | "inputs" | "score">;

function readActuals(page: GridPage): { lang: Lang; baseYear: number; months: string[]; people: Person[] } {
  const W = ACTUALS_WORDS;
  const header = page.find((row) =>
    LANGS.some((lang) => page.text(row, 0) === W.unit[lang] && page.text(row, 2) === W.name[lang]),
  );
  const lang = LANGS.find((each) => page.text(header, 2) === W.name[each]) ?? "en-US";
  let total = 3;
  while (page.text(header, total) !== W.total[lang]) {
    if (page.text(header, total) === "")
      throw new AttainError(
        "master-changed",
        { detail: page.tab },
        { sheet: page.tab, cell: cellRef(header, total) },
      );
    total++;
  }
  const last = page.find((row) => page.text(row, 0) === W.allPeople[lang], header);
  const people: Person[] = [];
  const ids = new Map<string, number>();
  for (let row = header + 1; row < last; row++) {
    const [unit, manager, name] = [page.text(row, 0), page.text(row, 1), page.text(row, 2)];
    if (name === "") continue;
    const id = personId([unit, manager, name]);
    const twins = (ids.get(id) ?? 0) + 1;
    ids.set(id, twins);
    people.push({
      id: twins === 1 ? id : `${id}-${twins}`,
      unit,
      manager,
      name,
      actuals: Array.from({ length: total - 3 }, (_, month) => page.cell(row, 3 + month)),
      counts: {
        won: page.cell(row, total + 1),
        lost: page.cell(row, total + 2),
        open: page.cell(row, total + 3),
      },
    });
  }
  const year = /\d{4}/.exec(page.text(0, 0))?.[0];
  return {
    lang,
    baseYear: Number(year ?? new Date().getFullYear() - 1),
    months: Array.from({ length: total - 3 }, (_, month) => page.text(header, 3 + month)),
    people,
  };
}

/** @example personId(["East", "Li Lei", "Han Meimei"]) // "r04k2m9xq" */
export function personId(path: readonly string[]): string {
  return `r${shortDigest(path.join("\u0001"), 9)}`;
}

interface ReadTargets {
  readonly measure: string;
  readonly unit: string;
  readonly periods: readonly Period[];
  /** By person, by period. */
  readonly targets: readonly (readonly MasterCell[])[];
}

/** Leaves stand under their units in the order of the tree; that order tells two people of one name apart. */
function readTargets(page: GridPage, people: readonly Person[]): ReadTargets {
  const W = TARGETS_WORDS;
  const lang =
    LANGS.find((each) => [...Array(12).keys()].some((row) => page.text(row, 0) === W.name[each])) ?? "en-US";
  const header = page.find((row) => page.text(row, 0) === W.name[lang]);
  const first = 4;
  let last = first;
  const ends: readonly string[] = [W.wholeYear[lang], W.total[lang]];
  while (!ends.includes(page.text(header, last))) {
    if (page.text(header, last) === "")
      throw new AttainError(
        "master-changed",
        { detail: page.tab },
        { sheet: page.tab, cell: cellRef(header, last) },
      );
    last++;
  }
  const periods = periodsOf(page, last - first);
  const rowOf = leafRows(page, header + 1, people);
  return {
    measure: measureOf(page.text(0, 0), lang),
    unit: /(?:单位：|unit: )([^·]+) · /.exec(page.text(1, 0))?.[1]?.trim() ?? "",
    periods,
    targets: rowOf.map((row) =>
      Array.from({ length: last - first }, (_, period) => page.cell(row, first + period)),
    ),
  };
}

function measureOf(title: string, lang: Lang): string {
  const found =
    lang === "zh-CN" ? /^\S*?\d{4} ?年(?:\S*?月)?(.*)目标分解$/.exec(title) : /^(.*) targets /.exec(title);
  return found?.[1] ?? "";
}

/** The horizon stands under the title; the grain is the one that gives as many periods as there are columns. */
function periodsOf(page: GridPage, count: number): Period[] {
  const [from, to] = page.text(1, 0).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  for (const grain of from !== undefined && to !== undefined ? GRAINS : []) {
    const periods = periodsBetween(from ?? "", to ?? "", grain);
    if (periods.length === count) return periods;
  }
  throw new AttainError("master-changed", { detail: page.tab }, { sheet: page.tab, cell: "A2" });
}

function leafRows(page: GridPage, from: number, people: readonly Person[]): number[] {
  const paths = people.map(({ unit, manager, name }) => [unit, manager, name].filter((step) => step !== ""));
  const rows = new Map<string, number>();
  let row = from;
  for (const node of unitsOf(orgTree("", paths)).slice(1)) {
    while (row < page.rows && page.text(row, 0) !== node.name) row++;
    if (row >= page.rows) throw new AttainError("master-changed", { detail: node.name }, { sheet: page.tab });
    rows.set(node.id, row);
    row++;
  }
  return paths.map((path) => rows.get(path.join(" / ")) ?? 0);
}

function schemeOf(page: GridPage): Scheme {
  const { scheme, mistakes } = readScheme(page.table(), page.tab);
  const [mistake] = mistakes;
  if (mistake || !scheme)
    throw new AttainError("scheme-invalid", {
      detail: mistake ? `${mistake.where}: ${mistake.what}` : page.tab,
    });
  return scheme;
}

type Card = Pick<MasterPerson, "inputs" | "score">;

function readCards(page: GridPage, scheme: Scheme, people: readonly Person[]): Card[] {
  const { columns, headerRow } = layoutOf(scheme, people);
  const column = (name: string): number => columnIndex(columns.get(name) ?? "A");
  const [unit, name] = [column("unit"), column("name")];
  const rows = new Map<string, number[]>();
  for (let row = headerRow; row < page.rows; row++) {
    const key = `${page.text(row, unit)}\u0001${page.text(row, name)}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return people.map((person): Card => {
    // People of one name in one unit stand in the same order on both sheets.
    const row = rows.get(`${person.unit}\u0001${person.name}`)?.shift();
    if (row === undefined)
      throw new AttainError("master-changed", { detail: person.name }, { sheet: page.tab });
    const number = (of: string): number | null => page.cell(row, column(of)).value;
    return {
      inputs: new Map(scheme.inputs.map(({ id }) => [id, page.cell(row, column(id))])),
      score: {
        total: number(NAMES.total),
        grade: page.text(row, column(NAMES.grade)),
        rank: number("rank"),
        remark: page.text(row, column(NAMES.remark)),
      },
    };
  });
}

/** The scorecard's columns follow from the scheme. */
function layoutOf(scheme: Scheme, people: readonly Person[]): ScorecardLayout {
  const named = {
    names: people.map(({ name }) => name),
    units: people.map(({ unit }) => unit),
    inputs: new Map(),
  };
  return scorecardSheet(scheme, named, { references: schemeSheet(scheme).references }).layout;
}
