import { quoteSheet } from "../../formula/references";
import { serialOf } from "../../sheets/review/dates";
import { stageLabels } from "../../sheets/review/pages";
import { quoted, textWidth } from "../../sheets/rows";
import type { RowSpec, SheetSpec, SpecCell } from "../../sheets/spec";
import { COLORS, type StyleName } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { say, type Lang } from "../../words";
import type { Page } from "../pages/page";
import { SheetDraft } from "../pages/sheetDraft";
import { needsReason, type MasterReview, type ReviewedPerson } from "./masterReview";
import { checkLights, FORMATS, SIGN_PAGE, signAsks } from "./signPage";
import { decisionWord, SIGN_WORDS as W, type Decision } from "./words";

const SIGNER_ROW = 4;
const HEADER = 8;
const FIRST = HEADER + 1;
const REASON_WIDTH = 28;

export interface DecidePlaces {
  /** How many people are decided, as a formula without `=`. */
  readonly decided: string;
  readonly asked: number;
}

interface Column {
  readonly header: string;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  readonly cell: (person: ReviewedPerson) => SpecCell;
}

/**
 * The page on which a reviewer decides person by person: who waits for them comes first with yellow cells, the others
 * are for reading. The signature stands above the list.
 *
 * @param choices what may be decided about whom, by the person's id
 */
export function decidePage(
  review: MasterReview,
  name: string,
  people: readonly ReviewedPerson[],
  choices: ReadonlyMap<string, readonly Decision[]>,
): Page<DecidePlaces> {
  const { lang } = review.process;
  const tab = W.tab[lang];
  const draft = new SheetDraft(SIGN_PAGE, tab);
  const of = ({ id }: ReviewedPerson): readonly Decision[] => choices.get(id) ?? [];
  const lines = [
    ...people.filter((one) => of(one).length > 0),
    ...people.filter((one) => of(one).length === 0),
  ];
  const asked = lines.filter((one) => of(one).length > 0).length;
  const fixed = columnsOf(review, lines);
  const letter = (i: number): string => String.fromCharCode(65 + i);
  const [decision, reason, check] = [
    letter(fixed.length),
    letter(fixed.length + 1),
    letter(fixed.length + 2),
  ];
  const last = FIRST + lines.length - 1;
  draft.put("A1", say(W.listTitle, lang, { name, evaluation: review.name }), "title");
  draft.put("A2", W.listNote[lang], "subtitle");
  const asks = (kinds: readonly Decision[]) =>
    Object.fromEntries(signAsks(lang, kinds).map((ask) => [ask.key, ask]));
  for (const [i, key] of (["signer", "day"] as const).entries()) {
    const row = SIGNER_ROW + i;
    const ask = asks([])[key];
    if (!ask) continue;
    draft.row(`A${row}`, [W[key][lang], null], ["body", "row"]);
    draft.format(`A${row}`, ["muted", "text"]);
    draft.format(`B${row}`, ["input", "text", "strong"], FORMATS[key]);
    draft.input(
      `B${row}`,
      { kind: "review", person: -1, key, label: W[key][lang] },
      { row: `A${row}`, column: `A${SIGNER_ROW}` },
      ask.accepts,
      ask.words,
    );
  }
  const span = `${decision}${FIRST}:${decision}${FIRST + asked - 1}`;
  draft.row(
    `A${SIGNER_ROW + 2}`,
    [W.progress[lang], { formula: `=COUNTA(${span})&${quoted(say(W.progressOf, lang, { asked }))}` }],
    ["body", "row"],
  );
  draft.format(`A${SIGNER_ROW + 2}`, ["muted", "text"]);
  draft.format(`B${SIGNER_ROW + 2}`, "text");
  draft.row(
    `A${HEADER}`,
    [...fixed.map(({ header }) => header), W.decision[lang], W.reason[lang], W.check[lang]],
    "header",
  );
  draft.format(`A${FIRST}:${check}${last}`, ["body", "row"]);
  fixed.forEach(({ style, numberFormat }, i) => {
    if (style === "number") draft.format(`${letter(i)}${HEADER}`, "alignRight");
    if ([style].flat().includes("indent1")) draft.format(`${letter(i)}${HEADER}`, "indent1");
    draft.format(`${letter(i)}${FIRST}:${letter(i)}${last}`, style, numberFormat);
  });
  const heights: RowSpec[] = [];
  lines.forEach((person, i) => {
    const row = FIRST + i;
    const kinds = of(person);
    draft.row(
      `A${row}`,
      fixed.map(({ cell }) => cell(person)),
    );
    heights.push({
      rows: `${row}`,
      height: Math.max(22, wrappedHeight([[person.reason ?? "", REASON_WIDTH - 3]]) + 6),
    });
    if (kinds.length === 0) return;
    draft.put(`${check}${row}`, { formula: `=${checkOf(lang, kinds, row, decision, reason)}` });
    for (const [key, column] of [
      ["decision", decision],
      ["reason", reason],
    ] as const) {
      const ask = asks(kinds)[key];
      if (!ask) continue;
      draft.format(`${column}${row}`, key === "reason" ? ["input", "wrap"] : ["input", "text"], FORMATS[key]);
      draft.input(
        `${column}${row}`,
        { kind: "review", person: i, key, label: `${person.label} ${W[key][lang]}` },
        { row: `B${row}`, column: `${column}${HEADER}` },
        ask.accepts,
        ask.words,
      );
    }
  });
  draft.format(`${check}${FIRST}:${check}${last}`, ["text", "muted"]);
  const words = lines.flatMap((one) => of(one).map((kind) => decisionWord(kind, lang)));
  const sheet: SheetSpec = {
    id: draft.id,
    name: tab,
    tabColor: COLORS.accent,
    blocks: draft.blocks(),
    columns: [
      ...fixed.map(({ width }, i) => ({ columns: letter(i), width })),
      { columns: decision, width: Math.max(14, ...words.map(textWidth)) + 2 },
      { columns: reason, width: REASON_WIDTH },
      { columns: check, width: Math.max(textWidth(W.decide[lang]), textWidth(W.needsReason[lang])) + 2 },
    ],
    rows: [
      { rows: "1", height: 26 },
      { rows: `${SIGNER_ROW}:${SIGNER_ROW + 2}`, height: 20 },
      { rows: `${HEADER}`, height: 24 },
      ...heights,
    ],
    formats: draft.formats,
    conditionals: checkLights(`${check}${FIRST}:${check}${last}`),
    validations: draft.validations,
    protect: {
      inputs: [`B${SIGNER_ROW}:B${SIGNER_ROW + 1}`, `${decision}${FIRST}:${reason}${FIRST + asked - 1}`],
    },
    freeze: { rows: HEADER, columns: 2 },
    print: {
      orientation: "landscape",
      area: `A1:${check}${last}`,
      titleRows: `$${HEADER}:$${HEADER}`,
      fitWidth: 1,
      footer: { left: name, right: PAGE_WORDS.pages[lang] },
    },
  };
  const cells = span.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return {
    sheet,
    fields: draft.fields,
    places: { decided: `COUNTA(${quoteSheet(tab)}!${cells})`, asked },
  };
}

function columnsOf(review: MasterReview, people: readonly ReviewedPerson[]): Column[] {
  const { lang } = review.process;
  const labels = stageLabels(review.process);
  const widest = (texts: readonly string[], least: number, most: number): number =>
    Math.min(most, Math.max(least, ...texts.map(textWidth)) + 3);
  const stage = ({ standing }: ReviewedPerson): string => labels.get(standing.stage) ?? standing.stage;
  const some = (of: (person: ReviewedPerson) => unknown): boolean =>
    people.some((one) => of(one) !== undefined && of(one) !== null && of(one) !== "");
  return [
    {
      header: W.unit[lang],
      width: widest(
        people.map(({ unit }) => unit),
        10,
        22,
      ),
      style: "text",
      cell: ({ unit }) => unit,
    },
    {
      header: W.person[lang],
      width: widest(
        people.map(({ label }) => label),
        14,
        26,
      ),
      style: ["text", "strong"],
      cell: ({ label }) => label,
    },
    { header: W.score[lang], width: 10, style: "number", numberFormat: "0.00", cell: ({ score }) => score },
    ...(some(({ standing }) => standing.adjusted)
      ? [
          {
            header: W.computed[lang],
            width: 12,
            style: "number",
            numberFormat: "0.00",
            cell: ({ computed, standing }) => (standing.adjusted === undefined ? null : computed),
          } satisfies Column,
        ]
      : []),
    {
      header: W.grade[lang],
      width: widest(
        people.map(({ grade }) => grade),
        8,
        16,
      ),
      style: ["text", "indent1"],
      cell: ({ grade }) => grade,
    },
    { header: W.stage[lang], width: widest(people.map(stage), 11, 18), style: "text", cell: stage },
    {
      header: W.since[lang],
      width: 12,
      style: "text",
      numberFormat: "yyyy-mm-dd",
      cell: ({ standing }) => (standing.since === undefined ? null : serialOf(standing.since.slice(0, 10))),
    },
    ...(some(({ reason }) => reason)
      ? [
          {
            header: W.lastReason[lang],
            width: REASON_WIDTH,
            style: "wrap",
            cell: ({ reason = null }) => reason,
          } satisfies Column,
        ]
      : []),
  ];
}

function checkOf(
  lang: Lang,
  kinds: readonly Decision[],
  row: number,
  decision: string,
  reason: string,
): string {
  const wordy = kinds
    .filter(needsReason)
    .map((kind) => `${decision}${row}=${quoted(decisionWord(kind, lang))}`);
  const argued =
    wordy.length === 0
      ? quoted(W.done[lang])
      : `IF(AND(OR(${wordy.join(",")}),TRIM(${reason}${row})=""),${quoted(W.needsReason[lang])},${quoted(W.done[lang])})`;
  return `IF(${decision}${row}="",${quoted(W.decide[lang])},${argued})`;
}
