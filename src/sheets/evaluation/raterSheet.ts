import { cellRef, columnName } from "../../formula/references";
import type { Evaluation, RatingRow } from "../../scoring/evaluation";
import { levelOf, levelsText } from "../../scoring/levels";
import type { Mistake } from "../../scoring/scheme";
import { say, type Phrase } from "../../words";
import { textWidth } from "../rows";
import { inputValidation, levelValidation } from "./scorecardLook";
import type { FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import { entered, ratingList, type RatingEntry } from "./ratingEntries";
import { dueText, periodText } from "./tabs";
import { WORDS } from "./words";

/** One rater's sheet to send out: whom they rate on what. */
export interface RaterSheet {
  readonly rater: string;
  readonly people: number;
  readonly sheet: SheetSpec;
}

export interface ReadRatings {
  readonly ratings: readonly RatingRow[];
  /** What could not be taken, cell by cell. */
  readonly mistakes: readonly Mistake[];
}

const W = {
  title: { "zh-CN": "{rater}的评分表", "en-US": "Ratings by {rater}" },
  note: {
    "zh-CN": "{title} · 周期：{period}{due} · 只填黄色单元格，不评就留空",
    "en-US": "{title} · period: {period}{due} · fill in yellow cells only, leave empty what you do not rate",
  },
  scale: { "zh-CN": "{name}：{min}–{max}", "en-US": "{name}: {min}–{max}" },
  sign: {
    "zh-CN": "考核人签字：______________　日期：__________",
    "en-US": "Signed: ____________________  Date: __________",
  },
  notRater: { "zh-CN": "这不是评分表", "en-US": "this is no rating sheet" },
  unknown: {
    "zh-CN": "“{name}”列不在本次考核中",
    "en-US": "the column “{name}” is not part of this evaluation",
  },
  levels: { "zh-CN": "{name}：{levels}", "en-US": "{name}: {levels}" },
  level: {
    "zh-CN": "“{value}”不是评分用词；请用：{words}",
    "en-US": "“{value}” is no word of the rating; use one of {words}",
  },
  number: { "zh-CN": "“{value}”应为数字", "en-US": "“{value}” must be a number" },
  bounds: { "zh-CN": "{value} 超出 {min}–{max}", "en-US": "{value} is outside {min}–{max}" },
} as const satisfies Record<string, Phrase>;

const HEADER_ROW = 5;
const FIRST_ROW = 6;
/** Opens the first, hidden column; what follows is the rater. */
const MARK = "rater:";
/** Parts of a row's key: person, period, group. */
const PART = "\t";

/**
 * One sheet for each rater who is named: duties still open and ratings already in, nobody else's.
 *
 * @example raterSheets(evaluate(request)).map(({ rater }) => rater) // ["Mia", "Zoe", "Ann", …]
 */
export function raterSheets(evaluation: Evaluation): RaterSheet[] {
  const { entries } = ratingList(evaluation);
  const raters = [...new Set(entries.map(({ rater }) => rater).filter((rater) => rater !== ""))];
  return raters.map((rater) => {
    const own = entries.filter((entry) => entry.rater === rater);
    return {
      rater,
      people: new Set(own.map(({ person }) => person)).size,
      sheet: raterSheet(evaluation, rater, own),
    };
  });
}

function raterSheet(evaluation: Evaluation, rater: string, entries: readonly RatingEntry[]): SheetSpec {
  const { request } = evaluation;
  const { lang } = request;
  const several = request.periods.length > 1;
  const columns = ratingList(evaluation).columns.filter(({ key }) =>
    entries.some((entry) => entry.columns.has(key)),
  );
  const fixed = ["unit", "person", "group", ...(several ? ["period" as const] : [])] as const;
  const textOf = {
    unit: ({ row }: RatingEntry) => row.unit,
    person: ({ row }: RatingEntry) => row.name,
    group: ({ group }: RatingEntry) => group.name,
    period: ({ row }: RatingEntry) => row.period.label,
  };
  const first = 1 + fixed.length;
  const width = first + columns.length;
  const line = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => null),
  ];
  const scales = columns.flatMap(({ input: { name, min, max, levels } }) =>
    levels
      ? [say(W.levels, lang, { name, levels: levelsText(levels) })]
      : max === undefined
        ? []
        : [say(W.scale, lang, { name, min: min ?? 0, max })],
  );
  const lastRow = FIRST_ROW + entries.length - 1;
  const end = columnName(width - 1);
  const formats: FormatSpec[] = [
    { range: "B1", style: "title" },
    { range: "B2:B3", style: "subtitle" },
    { range: `B${HEADER_ROW}:${end}${HEADER_ROW}`, style: "header" },
    { range: `B${FIRST_ROW}:${end}${lastRow}`, style: ["body", "row"] },
    { range: `${columnName(first)}${HEADER_ROW}:${end}${HEADER_ROW}`, style: "alignRight" },
    { range: `A1:A${lastRow}`, style: "muted" },
  ];
  const inputs: string[] = [];
  const validations: ValidationSpec[] = [];
  entries.forEach((entry, i) =>
    columns.forEach(({ key, input }, c) => {
      const cell = cellRef(FIRST_ROW - 1 + i, first + c);
      if (!entry.columns.has(key)) return void formats.push({ range: cell, style: "header" });
      formats.push({ range: cell, style: ["input", "number"], numberFormat: "General" });
      inputs.push(cell);
      validations.push(
        ...(input.levels ? [levelValidation(input, cell, lang)] : inputValidation(input, cell, lang)),
      );
    }),
  );
  return {
    id: "rater",
    name: WORDS.ratingsTab[lang],
    blocks: [
      {
        at: "A1",
        cells: [
          line([`${MARK}${rater}`, say(W.title, lang, { rater })]),
          line([
            null,
            say(W.note, lang, { title: request.title, period: periodText(request), due: dueText(request) }),
          ]),
          line([null, scales.join(lang === "zh-CN" ? "；" : "; ")]),
          line([]),
          [null, ...fixed.map((key) => WORDS[key][lang]), ...columns.map(({ input }) => input.name)],
          ...entries.map((entry): SpecCell[] => [
            [entry.person, entry.row.period.id, entry.group.id].join(PART),
            ...fixed.map((key) => textOf[key](entry)),
            ...columns.map(({ key, input }) =>
              entry.columns.has(key) ? entered(input, entry.values) : null,
            ),
          ]),
          line([]),
          line([null, W.sign[lang]]),
        ],
      },
    ],
    columns: [
      { columns: "A", width: 4, hidden: true },
      ...fixed.map((key, i) => ({
        columns: columnName(1 + i),
        width: Math.min(24, Math.max(9, ...entries.map((entry) => textWidth(textOf[key](entry)))) + 3),
      })),
      ...columns.map(({ input }, i) => ({
        columns: columnName(first + i),
        width: Math.max(
          11,
          Math.ceil(textWidth(input.name) / 2) + 5,
          ...(input.levels ?? []).map(({ word }) => textWidth(word) + 4),
        ),
      })),
    ],
    rows: [
      { rows: "1", height: 26 },
      { rows: `${HEADER_ROW}`, height: 32 },
    ],
    formats,
    freeze: { rows: HEADER_ROW, columns: 3 },
    validations,
    protect: { inputs },
    print: {
      orientation: columns.length > 4 ? "landscape" : "portrait",
      titleRows: `$${HEADER_ROW}:$${HEADER_ROW}`,
      fitWidth: 1,
      footer: { left: request.title, right: PAGE_WORDS.pages[lang] },
    },
  };
}

/**
 * A rating sheet that came back, as ratings of the request. Rows are known by the key in the hidden first column, so
 * they may be sorted; columns by their header. Empty cells are no ratings; entries that do not fit are named.
 *
 * @param grid the sheet's values from A1 on
 * @param sheet what to call it when saying where a mistake is
 */
export function readRaterSheet(
  grid: readonly (readonly (string | number | boolean | null)[])[],
  evaluation: Evaluation,
  sheet: string,
): ReadRatings {
  const { lang } = evaluation.request;
  const mark = String(grid[0]?.[0] ?? "");
  if (!mark.startsWith(MARK)) return { ratings: [], mistakes: [{ where: sheet, what: W.notRater[lang] }] };
  const rater = mark.slice(MARK.length);
  const header = grid[HEADER_ROW - 1] ?? [];
  const { columns, entries } = ratingList(evaluation);
  const mistakes: Mistake[] = [];
  const add = (row: number, column: number, what: Phrase, params: Record<string, string | number>): void =>
    void mistakes.push({ where: `${sheet}!${cellRef(row, column)}`, what: say(what, lang, params) });
  const ratings = grid.slice(FIRST_ROW - 1).flatMap((cells, i): RatingRow[] => {
    const [person, period, group] = String(cells[0] ?? "").split(PART);
    if (person === undefined || period === undefined || group === undefined) return [];
    const theirs = entries.find(
      (entry) =>
        entry.person === person &&
        entry.row.period.id === period &&
        entry.group.id === group &&
        entry.rater === rater,
    );
    const values: Record<string, number | string> = {};
    cells.forEach((value, column) => {
      const name = String(header[column] ?? "");
      const found = columns.find((one) => one.input.name === name && theirs?.columns.has(one.key));
      if (value === null || value === "" || column === 0) return;
      if (!found) {
        if (typeof value === "number") add(FIRST_ROW - 1 + i, column, W.unknown, { name });
        return;
      }
      const { id, min = -Infinity, max = Infinity, levels } = found.input;
      if (levels) {
        const words = levels.map(({ word }) => word).join(lang === "zh-CN" ? "、" : ", ");
        const level = levelOf(levels, value);
        if (level) values[id] = level.word;
        else add(FIRST_ROW - 1 + i, column, W.level, { value: String(value), words });
      } else if (typeof value !== "number")
        add(FIRST_ROW - 1 + i, column, W.number, { value: String(value) });
      else if (value < min || value > max) add(FIRST_ROW - 1 + i, column, W.bounds, { value, min, max });
      else values[id] = value;
    });
    return Object.keys(values).length > 0 ? [{ rater, group, person, period, values }] : [];
  });
  return { ratings, mistakes };
}
