import { cellRef, columnName } from "../../formula/references";
import type { SchemeInput } from "../../scoring/scheme";
import { textWidth } from "../../sheets/rows";
import type { SheetSpec } from "../../sheets/spec";
import { COLORS } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { say } from "../../words";
import type { Duty, Master, Ratings } from "../master";
import { RATER_WORDS as W } from "../raterWords";
import { CHECK_PAGE_WORDS as C } from "../checkWords";
import { HANDOUT_WORDS } from "../words";
import type { Page } from "./page";
import { SheetDraft } from "./sheetDraft";

const HEADER = 5;
const FIRST = HEADER + 1;

export interface RatingPlaces {
  /** How many of the yellow cells are filled, and how many there are. */
  readonly filled: string;
  readonly asked: number;
}

/**
 * One rater's list: the people they rate and what they rate them on, nothing of anybody else's ratings. Yellow cells
 * take points within the scale; grey ones are not theirs.
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
  const last = FIRST + duties.length - 1;
  draft.put("A1", say(W.title, lang, { rater }), "title");
  draft.put("A2", say(W.subtitle, lang, { title: ratings.title }), "subtitle");
  const scales = columns.map(([, input]) => scaleOf(input, lang));
  draft.put("A3", scales.filter((scale) => scale !== "").join(lang === "zh-CN" ? "；" : "; "), "subtitle");
  draft.row(
    `A${HEADER}`,
    [...fixed.map(({ header }) => header), ...columns.map(([, { name }]) => name)],
    "header",
  );
  draft.format(`${columnName(first)}${HEADER}:${end}${HEADER}`, "alignRight");
  draft.format(`A${FIRST}:${end}${last}`, ["body", "row"]);
  const inputs: string[] = [];
  duties.forEach((duty, i) => {
    const row = FIRST + i;
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
      const { min, max, format } = input;
      draft.input(
        cell,
        { kind: "item", person: i, key, label: `${duty.about} ${input.name}` },
        { row: `${own}${row}`, column: cellRef(HEADER - 1, first + c) },
        {
          kind: "number",
          min: min ?? 0,
          ...(max === undefined ? {} : { max }),
          ...(format === "integer" ? { whole: true } : {}),
        },
        { title: input.name, prompt: say(W.prompt, lang, { scale: scales[c] ?? "" }), error: W.error[lang] },
      );
    });
  });
  const sign = last + 3;
  const [at, name, day] = twins(duties) ? ["B", "C", "E"] : ["A", "B", "D"];
  draft.row(`${at}${sign}`, [HANDOUT_WORDS.signOwn[lang], null, HANDOUT_WORDS.signDate[lang], null], "muted");
  for (const column of [name, day]) draft.format(`${column}${sign}`, ["body", "row"]);
  const wide = (i: number): number =>
    Math.min(
      26,
      Math.max(
        ...[fixed[i]?.header ?? "", ...duties.map((duty, d) => fixed[i]?.of(duty, d) ?? "")].map(textWidth),
      ) + 3,
    );
  const width = (name: string): number => Math.min(18, Math.max(11, textWidth(name) + 3));
  const sheet: SheetSpec = {
    id: draft.id,
    name: tab,
    tabColor: COLORS.accent,
    blocks: draft.blocks(),
    columns: [
      ...fixed.map((_, i) => ({ columns: columnName(i), width: wide(i) })),
      ...columns.map(([, { name }], c) => ({ columns: columnName(first + c), width: width(name) })),
    ],
    rows: [
      { rows: "1", height: 26 },
      {
        rows: `${HEADER}`,
        height: Math.max(24, wrappedHeight(columns.map(([, { name }]) => [name, width(name) - 2])) + 6),
      },
      { rows: `${FIRST}:${last}`, height: 20 },
    ],
    formats: draft.formats,
    validations: draft.validations,
    protect: { inputs },
    freeze: { rows: HEADER, columns: Math.min(first, 3) },
    print: {
      orientation: columns.length > 3 ? "landscape" : "portrait",
      area: `A1:${columnName(Math.max(first + columns.length - 1, 4))}${sign}`,
      titleRows: `$${HEADER}:$${HEADER}`,
      fitWidth: 1,
      footer: { left: rater, right: PAGE_WORDS.pages[lang] },
    },
  };
  const block = `'${tab}'!$${columnName(first)}$${FIRST}:$${end}$${last}`;
  return { sheet, fields: draft.fields, places: { filled: `COUNT(${block})`, asked: inputs.length } };
}

/** Whether a name stands in several rows: rated in several periods or relations, or shared by two people. */
function twins(duties: readonly Duty[]): boolean {
  return new Set(duties.map(({ about }) => about)).size < duties.length;
}

function scaleOf({ name, min = 0, max }: SchemeInput, lang: Master["lang"]): string {
  return max === undefined ? "" : say(W.scale, lang, { name, min, max });
}
