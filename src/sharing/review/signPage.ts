import { quoted } from "../../sheets/rows";
import { stageLabels } from "../../sheets/review/pages";
import type { RowSpec, SheetSpec, SpecCell } from "../../sheets/spec";
import { COLORS } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { appealsUntil } from "../../scoring/review/flow";
import { say, type Lang } from "../../words";
import type { Page } from "../pages/page";
import { SheetDraft } from "../pages/sheetDraft";
import { HANDOUT_WORDS } from "../words";
import { needsReason, type MasterReview, type ReviewedPerson } from "./masterReview";
import { decisionWord, SIGN_WORDS as W, type Decision } from "./words";

const WIDTH = 62;
export const SIGN_PAGE = "signoff";

export interface SignPlaces {
  /** What is still to be done on the page, as a cell. */
  readonly state: string;
}

/**
 * The page on which somebody signs their own result or appeals: the result, the decision with its reason, the signature.
 * A line at the end says what is still missing, by a formula.
 *
 * @param choices what may be decided now, at least one
 * @param outOf how many people have a rank; 0 for none
 */
export function signPage(
  review: MasterReview,
  person: ReviewedPerson,
  choices: readonly Decision[],
  outOf: number,
): Page<SignPlaces> {
  const { lang } = review.process;
  const tab = W.tab[lang];
  const draft = new SheetDraft(SIGN_PAGE, tab);
  const until = appealsUntil(person.standing, review.rules);
  draft.put("A1", say(W.title, lang, { name: person.name, evaluation: review.name }), "title");
  draft.put("A2", until === undefined ? W.note[lang] : say(W.noteUntil, lang, { until }), "subtitle");
  draft.put("A4", W.result[lang], "section");
  const rows: RowSpec[] = [{ rows: "1", height: 26 }];
  let row = 5;
  for (const [label, value, format, main] of resultLines(review, person, outOf)) {
    draft.row(`A${row}`, [label, value], ["body", "row"]);
    draft.format(`A${row}`, ["muted", "text"]);
    draft.format(`B${row}`, main ? ["section", "text"] : ["wrap", "text"], format);
    const height = typeof value === "string" ? wrappedHeight([[value, WIDTH - 4]]) + 4 : 0;
    rows.push({ rows: `${row}`, height: Math.max(main ? 22 : 18, height) });
    row++;
  }
  const heading = row + 1;
  const at = { decision: row + 2, reason: row + 3, signer: row + 4, day: row + 5, check: row + 6 };
  draft.put(`A${heading}`, W.yours[lang], "section");
  const asks = signAsks(lang, choices);
  for (const { key, accepts, words } of asks) {
    const line = at[key];
    const cell = `B${line}`;
    const label = W[key][lang];
    draft.row(`A${line}`, [label, null], ["body", "row"]);
    draft.format(`A${line}`, key === "reason" ? "wrap" : "text");
    draft.format(cell, key === "reason" ? ["input", "wrap"] : ["input", "text", "strong"], FORMATS[key]);
    rows.push({ rows: `${line}`, height: key === "reason" ? 64 : 22 });
    draft.input(
      cell,
      { kind: "review", person: key === "decision" || key === "reason" ? 0 : -1, key, label },
      { row: `A${line}`, column: `A${heading}` },
      accepts,
      words,
    );
  }
  draft.row(
    `A${at.check}`,
    [W.check[lang], { formula: `=${checkFormula(lang, choices, at)}` }],
    ["body", "row"],
  );
  draft.format(`A${at.check}:B${at.check}`, ["text", "muted"]);
  const paper = at.check + 3;
  draft.row(`A${paper}`, [W.sign[lang], null], ["body", "muted"]);
  draft.format(`B${paper}`, "underline");
  const inputs = [`B${at.decision}:B${at.day}`];
  const sheet: SheetSpec = {
    id: draft.id,
    name: tab,
    tabColor: COLORS.accent,
    blocks: draft.blocks(),
    columns: [
      { columns: "A:A", width: 22 },
      { columns: "B:B", width: WIDTH },
    ],
    rows,
    formats: draft.formats,
    conditionals: checkLights(`B${at.check}`),
    validations: draft.validations,
    protect: { inputs },
    print: {
      orientation: "portrait",
      area: `A1:B${paper}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: person.name, right: PAGE_WORDS.pages[lang] },
    },
  };
  return { sheet, fields: draft.fields, places: { state: `'${tab}'!$B$${at.check}` } };
}

type Line = readonly [label: string, value: SpecCell, format?: string, main?: boolean];

function resultLines(review: MasterReview, person: ReviewedPerson, outOf: number): Line[] {
  const { lang } = review.process;
  const { score, computed, grade, rank, standing, reason } = person;
  const stage = stageLabels(review.process).get(standing.stage) ?? standing.stage;
  const since = standing.since?.slice(0, 10);
  return [
    [W.counts[lang], score, "0.00", true],
    ...(standing.adjusted === undefined ? [] : [[W.computed[lang], computed, "0.00"] as const]),
    ...(grade === "" ? [] : [[W.grade[lang], grade] as const]),
    ...(rank === null || outOf === 0
      ? []
      : [[W.rank[lang], say(HANDOUT_WORDS.rankOf, lang, { rank, count: outOf })] as const]),
    [W.stage[lang], since === undefined ? stage : say(W.stageSince, lang, { stage, since })],
    ...(reason === undefined ? [] : [[W.lastReason[lang], reason] as const]),
  ];
}

/** Cells of a decision's page, what they take and what is said beside them. */
export function signAsks(lang: Lang, choices: readonly Decision[]) {
  const words = choices.map((kind) => decisionWord(kind, lang));
  const said = (key: "reason" | "signer" | "day") => ({
    title: W[key][lang],
    prompt: W[`${key}Prompt`][lang],
    error: W[`${key}Prompt`][lang],
  });
  return [
    {
      key: "decision",
      accepts: { kind: "choice", values: words },
      words: {
        title: W.decision[lang],
        prompt: say(W.decisionPrompt, lang, { choices: words.join(lang === "zh-CN" ? "、" : ", ") }),
        error: W.decisionError[lang],
      },
    },
    { key: "reason", accepts: { kind: "text" }, words: said("reason") },
    { key: "signer", accepts: { kind: "text" }, words: said("signer") },
    { key: "day", accepts: { kind: "day" }, words: said("day") },
  ] as const;
}

export const FORMATS = { decision: "@", reason: "@", signer: "@", day: "yyyy-mm-dd" } as const;

function checkFormula(
  lang: Lang,
  choices: readonly Decision[],
  at: Readonly<Record<"decision" | "reason" | "signer", number>>,
): string {
  const text = (key: "decide" | "needsReason" | "needsName" | "complete"): string => quoted(W[key][lang]);
  const wordy = choices
    .filter(needsReason)
    .map((kind) => `B${at.decision}=${quoted(decisionWord(kind, lang))}`);
  const signed = `IF(TRIM(B${at.signer})="",${text("needsName")},${text("complete")})`;
  const argued =
    wordy.length === 0
      ? signed
      : `IF(AND(${wordy.length === 1 ? (wordy[0] ?? "") : `OR(${wordy.join(",")})`},TRIM(B${at.reason})=""),${text("needsReason")},${signed})`;
  return `IF(B${at.decision}="",${text("decide")},${argued})`;
}

/** Green, amber and red by the sign a text begins with. */
export function checkLights(range: string): NonNullable<SheetSpec["conditionals"]> {
  const [first = range] = range.split(":");
  const styles = [
    ["●", "good"],
    ["▲", "warn"],
    ["▼", "bad"],
  ] as const;
  return styles.map(([sign, style]) => ({
    kind: "formula",
    range,
    formula: `=LEFT($${first},1)="${sign}"`,
    style,
  }));
}
