import { cellRef, columnName } from "../../formula/references";
import { levelsText } from "../../scoring/levels";
import type { SchemeInput } from "../../scoring/scheme";
import { textWidth } from "../../sheets/rows";
import type { SheetSpec } from "../../sheets/spec";
import { COLORS } from "../../sheets/style";
import { printedArea } from "../../sheets/printed";
import { PAGE_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { say, type Lang } from "../../words";
import type { Accepts } from "../fields";
import { groupBy } from "../groupBy";
import type { Duty, Master, Ratings } from "../master/master";
import { RATER_WORDS as W } from "./raterWords";
import { CHECK_PAGE_WORDS as C } from "../checkWords";
import { HANDOUT_WORDS } from "../words";
import type { Page } from "./page";
import { SheetDraft } from "./sheetDraft";

/** Where lines begin that say how is rated; an empty one and the header follow. */
const SCALES = 3;
/** Characters of a line above the table that fit across a sheet of paper. */
const LINE = 90;
/** Columns that the line for the signature takes, and the width of an empty one. */
const SIGNED = 5;
const STANDARD = 8.43;

export interface RatingPlaces {
  /** How many of the yellow cells are filled, and how many there are. */
  readonly filled: string;
  readonly asked: number;
}

/**
 * One rater's list: the people they rate and what they rate them on, nothing of anybody else's ratings. Yellow cells
 * take points within the scale, or a word of the list where the scheme rates in words; grey ones are not theirs.
 */
export function ratingPage(
  { lang }: Master,
  ratings: Ratings,
  duties: readonly Duty[],
  rater: string,
): Page<RatingPlaces> {
  const tab = W.tab[lang];
  const draft = new SheetDraft("rating", tab);
  const columns = [...ratings.columns].filter(([key]) => duties.some(({ cells }) => cells.has(key)));
  const several = new Set(duties.map(({ period }) => period)).size > 1;
  const fixed = [
    ...(twins(duties) ? [{ header: C.number[lang], of: (_: Duty, i: number) => `${i + 1}.` }] : []),
    { header: HANDOUT_WORDS.unit[lang], of: ({ unit }: Duty) => unit },
    { header: W.person[lang], of: ({ about }: Duty) => about },
    { header: W.group[lang], of: ({ group }: Duty) => group },
    ...(several ? [{ header: W.period[lang], of: ({ period }: Duty) => period }] : []),
  ];
  const first = fixed.length;
  // Words of its own for each row, so that it is found again when rows have moved.
  const own = twins(duties) ? "A" : "B";
  const end = columnName(first + columns.length - 1);
  const wide = (i: number): number =>
    Math.min(
      26,
      Math.max(
        ...[fixed[i]?.header ?? "", ...duties.map((duty, d) => fixed[i]?.of(duty, d) ?? "")].map(textWidth),
      ) + 3,
    );
  const width = ({ name, levels = [] }: SchemeInput): number =>
    Math.max(
      Math.min(18, Math.max(11, textWidth(name) + 3)),
      ...levels.map(({ word }) => Math.min(24, textWidth(word) + 4)),
    );
  const widths = [...fixed.map((_, i) => wide(i)), ...columns.map(([, input]) => width(input))];
  const scales = scaleLines(
    columns.map(([, input]) => input),
    Math.max(
      LINE,
      widths.reduce((sum, each) => sum + each, 0),
    ),
    lang,
  );
  const headerRow = SCALES + scales.length + 1;
  const firstRow = headerRow + 1;
  const last = firstRow + duties.length - 1;
  const title = say(W.title, lang, { rater });
  const subtitle = say(W.subtitle, lang, { title: ratings.title });
  draft.put("A1", title, "title");
  draft.put("A2", subtitle, "subtitle");
  scales.forEach((scale, i) => draft.put(`A${SCALES + i}`, scale, "subtitle"));
  draft.row(
    `A${headerRow}`,
    [...fixed.map(({ header }) => header), ...columns.map(([, { name }]) => name)],
    "header",
  );
  draft.format(`${columnName(first)}${headerRow}:${end}${headerRow}`, "alignRight");
  draft.format(`A${firstRow}:${end}${last}`, ["body", "row"]);
  const inputs: string[] = [];
  duties.forEach((duty, i) => {
    const row = firstRow + i;
    draft.row(
      `A${row}`,
      fixed.map(({ of }) => of(duty, i)),
    );
    columns.forEach(([key, input], c) => {
      const cell = cellRef(row - 1, first + c);
      const given = duty.cells.get(key);
      if (!given) return draft.format(cell, "notAsked");
      draft.put(cell, given.value, ["input", "number"], "General");
      inputs.push(cell);
      draft.input(
        cell,
        { kind: "item", person: i, key, label: `${duty.about} ${input.name}` },
        { row: `${own}${row}`, column: cellRef(headerRow - 1, first + c) },
        acceptedBy(input),
        asksFor(input, lang),
      );
    });
  });
  const sign = last + 3;
  const [at, name, day] = twins(duties) ? ["B", "C", "E"] : ["A", "B", "D"];
  draft.row(`${at}${sign}`, [HANDOUT_WORDS.signOwn[lang], null, HANDOUT_WORDS.signDate[lang], null], "muted");
  for (const column of [name, day]) draft.format(`${column}${sign}`, ["body", "row"]);
  const sheet: SheetSpec = {
    id: draft.id,
    name: tab,
    tabColor: COLORS.accent,
    blocks: draft.blocks(),
    columns: widths.map((each, i) => ({ columns: columnName(i), width: each })),
    rows: [
      { rows: "1", height: 26 },
      {
        rows: `${headerRow}`,
        height: Math.max(24, wrappedHeight(columns.map(([, input]) => [input.name, width(input) - 2])) + 6),
      },
      { rows: `${firstRow}:${last}`, height: 20 },
    ],
    formats: draft.formats,
    validations: draft.validations,
    protect: { inputs },
    freeze: { rows: headerRow, columns: Math.min(first, 3) },
    print: {
      orientation: columns.length > 3 ? "landscape" : "portrait",
      area: printedArea(
        widths.length < SIGNED
          ? [...widths, ...Array<number>(SIGNED - widths.length).fill(STANDARD)]
          : widths,
        [[title, 16], ...[subtitle, ...scales].map((text): [string, number] => [text, 10])],
        sign,
      ),
      titleRows: `$${headerRow}:$${headerRow}`,
      fitWidth: 1,
      footer: { left: rater, right: PAGE_WORDS.pages[lang] },
    },
  };
  const block = `'${tab}'!$${columnName(first)}$${firstRow}:$${end}$${last}`;
  const count = columns.some(([, { levels }]) => levels) ? "COUNTA" : "COUNT";
  return { sheet, fields: draft.fields, places: { filled: `${count}(${block})`, asked: inputs.length } };
}

/** Whether a name stands in several rows: rated in several periods or relations, or shared by two people. */
function twins(duties: readonly Duty[]): boolean {
  return new Set(duties.map(({ about }) => about)).size < duties.length;
}

/** What a rater may give: a word of the scale, or points within bounds. */
function acceptedBy({ min = 0, max, format, levels }: SchemeInput): Accepts {
  if (levels) return { kind: "choice", values: levels.map(({ word }) => word) };
  return {
    kind: "number",
    min,
    ...(max === undefined ? {} : { max }),
    ...(format === "integer" ? { whole: true } : {}),
  };
}

function asksFor(input: SchemeInput, lang: Lang): { title: string; prompt: string; error: string } {
  const { name: title, levels } = input;
  if (!levels)
    return { title, prompt: say(W.prompt, lang, { scale: scaleOf(input, lang) }), error: W.error[lang] };
  const words = levels.map(({ word }) => word).join(" / ");
  return {
    title,
    prompt: say(W.pick, lang, { levels: levelsText(levels) }),
    error: say(W.pickError, lang, { words }),
  };
}

function scaleOf({ name, min = 0, max }: SchemeInput, lang: Lang): string {
  return max === undefined ? "" : say(W.scale, lang, { name, min, max });
}

/**
 * How is rated, in lines that fit the paper: the scales of what is rated in points, then each scale of words with what
 * it is for and what each word counts.
 */
function scaleLines(inputs: readonly SchemeInput[], most: number, lang: Lang): string[] {
  const points = inputs.filter(({ levels }) => !levels).map((input) => scaleOf(input, lang));
  const told = points.filter((scale) => scale !== "").join(lang === "zh-CN" ? "；" : "; ");
  const inWords = groupBy(
    inputs.filter(({ levels }) => levels),
    ({ levels = [] }) => levelsText(levels),
  );
  const words = [...inWords].flatMap(([levels, own]) => {
    const names = own.map(({ name }) => name).join(lang === "zh-CN" ? "、" : ", ");
    return folded(say(W.levels, lang, { names, levels }), most);
  });
  return told === "" && words.length > 0 ? words : [told, ...words];
}

/** A list broken between its parts into lines of a width, as far as its parts are short enough. */
function folded(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(" / ")) {
    const line = lines.at(-1);
    const longer = line === undefined ? part : `${line} / ${part}`;
    if (line === undefined || textWidth(longer) > most) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
