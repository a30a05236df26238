import { ABSOLUTE, cellRef, columnName } from "../formula/references";
import { planBook } from "../jobs/plan/planBook";
import { buildPlan, planNodes, type Plan } from "../planning/plan";
import type { PlanRequest } from "../planning/planRequest";
import { evaluate } from "../scoring/evaluate";
import { personId, type EvaluationRequest, type EvaluationRow } from "../scoring/evaluation";
import { confirmationSheet } from "../sheets/follow/confirmationSheet";
import { targetsSheet } from "../sheets/plan/targets";
import type { TargetsLayout } from "../sheets/plan/targetsLayout";
import type { FormatSpec, SheetSpec, SpecCell, WorkbookSpec } from "../sheets/spec";
import type { Phrase } from "../words";
import { WORDS } from "../sheets/evaluation/words";
import { clearableTargets, followsTargets, namesOf, targetOf } from "./clearable/volume";
import { mergeBooks } from "./mergeBooks";

const W = {
  company: { "zh-CN": "公司", "en-US": "Company" },
  area: { "zh-CN": "区域", "en-US": "Area" },
  rep: { "zh-CN": "业务员", "en-US": "Rep" },
  source: { "zh-CN": "本表黄色单元格", "en-US": "the yellow cells of this page" },
} as const satisfies Record<string, Phrase>;

export interface VolumeTargets {
  /** The scheme's input that holds each person's target of a period. */
  readonly input: string;
  readonly measure: Phrase;
  readonly unit: Phrase;
  /** Positions that answer for a whole unit: the unit's target is theirs. */
  readonly leaders: readonly string[];
  /** Last year's volume as a part of this year's target, for the example; nothing is known without it. */
  readonly lastYear?: number;
}

/**
 * An evaluation's book with the plan its targets come from: targets by unit, person and period, and a page for each
 * person to sign. The data page reads the targets from there. Targets that are not known for everybody and every
 * period, or that the plan would move, stay typed, and the book as it is.
 *
 * @param book the evaluation's, of one scheme
 */
export function withVolumeTargets(
  book: WorkbookSpec,
  request: EvaluationRequest,
  targets: VolumeTargets,
): WorkbookSpec {
  const { lang, periods } = request;
  const [set] = evaluate(request).sets;
  const rows = set?.rows ?? [];
  const asked = planOf(request, rows, targets);
  if (!asked) return book;
  const plan = buildPlan(asked);
  const { layout } = targetsSheet(plan, { lang, source: "" });
  const cells = rows.map((row) => targetCell(row, request, plan, layout, targets));
  const same = rows.every((row, i) => row.inputs.get(targets.input) === cells[i]?.value);
  if (!same) return book;
  const data = book.sheets.find(({ id }) => id === "data");
  if (!data) return book;
  const header = set?.scheme.inputs.find(({ id }) => id === targets.input)?.name ?? "";
  // No request page: targets change where they stand, and planning again would know nothing of the scores.
  const pages = planBook(asked, { lang, source: W.source[lang] });
  const confirmation = confirmationSheet({ plan, targets: layout }, lang);
  // A line is known by its period, where there are several, and its person.
  const links = new Map(
    rows.flatMap(({ period, name }, i): [string, string][] => {
      const formula = cells[i]?.formula;
      const key = request.periods.length > 1 ? `${period.label}\t${name}` : name;
      return formula === undefined ? [] : [[key, formula]];
    }),
  );
  // Where every name is one unit or person, targets are found by name, whoever will be typed there.
  const named = namesOf(plan, layout).size === planNodes(plan.root).length - 1;
  const found = named ? { leaders: targets.leaders, periods, layout, lang } : undefined;
  const linked = book.sheets.map((sheet) => (sheet === data ? linkedTo(sheet, header, links, found) : sheet));
  return mergeBooks(
    { ...book, sheets: linked },
    {
      ...pages,
      sheets: [
        ...pages.sheets
          .filter(({ id }) => id === "targets")
          .map((sheet) => (named ? clearableTargets(sheet, plan, layout, lang) : sheet)),
        named ? followsTargets(confirmation, plan, layout) : confirmation,
      ],
    },
  );
}

/** The people's targets as a plan over their units and the evaluation's periods; undefined when one is unknown. */
function planOf(
  request: EvaluationRequest,
  rows: readonly EvaluationRow[],
  { input, measure, unit, leaders, lastYear }: VolumeTargets,
): PlanRequest | undefined {
  const { lang, periods, people } = request;
  const of = (person: number, period: string): number | undefined => {
    const value = rows.find((row) => row.person === person && row.period.id === period)?.inputs.get(input);
    return typeof value === "number" ? value : undefined;
  };
  const members = people.flatMap((person, i) =>
    leaders.includes(person.position ?? "")
      ? []
      : [
          {
            path: pathOf(person),
            months: periods.map(({ id }) => of(i, id)),
          },
        ],
  );
  const [from, to] = [periods[0]?.from, periods.at(-1)?.to];
  const whole = members.every(({ months }) => months.every((value) => Number.isInteger(value)));
  const depths = new Set(members.map(({ path }) => path.length));
  if (depths.size !== 1 || !whole || from === undefined || to === undefined) return undefined;
  const sum = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return {
    measure: measure[lang],
    unit: unit[lang],
    horizon: { from, to },
    total: { value: sum(members.flatMap(({ months }) => months)) },
    time: { kind: "amounts", amounts: periods.map((_, i) => sum(members.map(({ months }) => months[i]))) },
    organisation: {
      kind: "amounts",
      amounts: Object.fromEntries(members.map(({ path, months }) => [path.join(" / "), sum(months)])),
    },
    team: {
      company: W.company[lang],
      levels: depths.has(1) ? [W.rep[lang]] : [W.area[lang], W.rep[lang]],
      members: members.map(({ path, months }) => ({
        path,
        ...(lastYear !== undefined && {
          history: months.map((value) => Math.round(((value ?? 0) * lastYear) / 5) * 5),
        }),
      })),
    },
  };
}

/** Below their unit, or right below the company where people are in none. */
function pathOf(person: EvaluationRequest["people"][number]): string[] {
  return person.unit === "" ? [personId(person)] : [person.unit, personId(person)];
}

/** Where a line's target stands on the target page, and what it is. */
function targetCell(
  { person, period }: EvaluationRow,
  { people, periods }: EvaluationRequest,
  { root }: Plan,
  layout: TargetsLayout,
  { leaders }: VolumeTargets,
): { readonly formula: string; readonly value: number } | undefined {
  const who = people[person];
  if (!who) return undefined;
  const id = leaders.includes(who.position ?? "") ? who.unit : pathOf(who).join(" / ");
  const node = planNodes(root).find((one) => one.id === id);
  const row = layout.rowOf.get(id);
  const i = periods.indexOf(period);
  const value = node?.target[i];
  if (row === undefined || value === undefined) return undefined;
  const reference = cellRef(row, layout.columns.firstPeriod + i, { ...ABSOLUTE, sheet: layout.sheet });
  return { formula: `=${reference}`, value };
}

const HEADER_ROW = 5;

/** How targets are found by name. */
interface ByName {
  readonly leaders: readonly string[];
  readonly periods: EvaluationRequest["periods"];
  readonly layout: TargetsLayout;
  readonly lang: EvaluationRequest["lang"];
}

/** The data page with a typed column turned into links; lines for people to come stay typed. */
function linkedTo(
  sheet: SheetSpec,
  header: string,
  links: ReadonlyMap<string, string>,
  found: ByName | undefined,
): SheetSpec {
  const [block] = sheet.blocks;
  const headers = block?.cells[HEADER_ROW - 1] ?? [];
  const column = headers.indexOf(header);
  if (!block || column < 0) return sheet;
  const letter = columnName(column);
  const linkOf = (line: readonly SpecCell[]): string | undefined =>
    [...links].find(([key]) => key.split("\t").every((text) => line.includes(text)))?.[1];
  const cells = block.cells.map((line, i) => {
    const link = i < HEADER_ROW ? undefined : linkOf(line);
    const formula = link !== undefined && found ? byName(headers, line, i, found) : link;
    return formula === undefined ? line : line.map((old, c) => (c === column ? { formula } : old));
  });
  const open = cells.flatMap((line, i) => {
    const cell = line[column];
    const linked = typeof cell === "object" && cell !== null;
    return i < HEADER_ROW || linked ? [] : [`${letter}${i + 1}:${letter}${i + 1}`];
  });
  const own = (range: string): boolean => range.startsWith(`${letter}${HEADER_ROW + 1}:${letter}`);
  const { formats = [], validations = [], protect } = sheet;
  return {
    ...sheet,
    blocks: [{ ...block, cells }],
    formats: formats.flatMap((format): FormatSpec[] =>
      own(format.range)
        ? [{ ...format, style: "number" }, ...open.map((range): FormatSpec => ({ range, style: "input" }))]
        : [format],
    ),
    validations: validations.flatMap((one) =>
      own(one.range) ? open.map((range) => ({ ...one, range })) : [one],
    ),
    ...(protect && {
      protect: { inputs: protect.inputs.flatMap((range) => (own(range) ? open : [range])) },
    }),
  };
}

/** The target of a line's person, or of the unit where they lead one, as the target page has it by name. */
function byName(
  headers: readonly SpecCell[],
  line: readonly SpecCell[],
  row: number,
  { leaders, periods, layout, lang }: ByName,
): string {
  const at = (key: "unit" | "name" | "position"): string =>
    `$${columnName(headers.indexOf(WORDS[key][lang]))}${row + 1}`;
  // Asked for only where the page has positions: one made from people's own data may have none.
  const leads = (): string => leaders.map((position) => `${at("position")}="${position}"`).join(",");
  const who = (["position", "unit"] as const).every((key) => headers.includes(WORDS[key][lang]))
    ? `IF(OR(${leads()}),${at("unit")},${at("name")})`
    : at("name");
  const period = Math.max(
    0,
    periods.findIndex(({ label }) => line.includes(label)),
  );
  return targetOf(who, at("name"), period, layout);
}

/** D5's: cubic metres, directors lead their areas. */
export const CUBIC_METRES: VolumeTargets = {
  input: "target",
  measure: { "zh-CN": "销量", "en-US": "Volume" },
  unit: { "zh-CN": "立方米", "en-US": "m³" },
  leaders: ["区域主任", "Area director"],
};
