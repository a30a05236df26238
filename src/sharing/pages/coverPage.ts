import { linkTo } from "../../formula/links";
import type { RowSpec, SheetSpec } from "../../sheets/spec";
import { COLORS } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { say, type Lang } from "../../words";
import { HANDOUT_WORDS as W, LIST_WORDS } from "../words";
import type { ReviewPart } from "../review/reviewHandout";
import type { Page } from "./page";
import type { CoverFact } from "./coverFact";
import type { CoverStep } from "./coverStep";
import { SheetDraft } from "./sheetDraft";

export interface CoverInput {
  readonly lang: Lang;
  readonly title: string;
  /** Days as people read them. */
  readonly date: string;
  readonly due?: string;
  readonly recipient: string;
  readonly facts: readonly CoverFact[];
  /** How the other pages are filled in, one sentence each. */
  readonly steps: readonly CoverStep[];
  readonly idLine: string;
  /** What one may reply; agreed or with proposals unless said, none where the pages are the reply. */
  readonly reply?: readonly string[];
  /** A word from whoever sends it. */
  readonly message?: string;
  /** A line in front of everything: why the workbook comes again. */
  readonly notice?: string;
  /** Lines that the review of an evaluation adds. */
  readonly review?: Pick<ReviewPart, "facts" | "steps">;
}

/** Room for a number and the name of any tab. */
const LABEL_WIDTH = 24;
const TEXT_WIDTH = 70;
const NAME_ROW = 5;

/** The cell of the cover that names who it is for. */
export const RECIPIENT_CELL = `B${NAME_ROW}`;

/** The first page: for whom, the figures at a glance, how to fill it in, the answer, and the id it is known by. */
export function coverPage(input: CoverInput): Page {
  const { lang } = input;
  const draft = new SheetDraft("cover", W.coverTab[lang]);
  const rows: RowSpec[] = [{ rows: "1", height: 28 }];
  draft.put("A1", input.title, "title");
  draft.put(
    "A2",
    input.due === undefined
      ? say(W.coverSubtitleOpen, lang, { date: input.date })
      : say(W.coverSubtitle, lang, { date: input.date, due: input.due }),
    "subtitle",
  );
  draft.put("A4", W.facts[lang], "section");
  const facts: CoverFact[] = [
    { label: LIST_WORDS.recipient[lang], value: input.recipient },
    ...(input.due === undefined ? [] : [{ label: W.dueBy[lang], value: input.due, main: true }]),
    ...input.facts,
    ...(input.review?.facts ?? []),
  ];
  facts.forEach(({ label, value, numberFormat, main }, i) => {
    const at = NAME_ROW + i;
    draft.row(`A${at}`, [label, value], ["body", "row"]);
    draft.format(`A${at}`, ["muted", "text"]);
    draft.format(`B${at}`, main ? ["section", "text"] : ["text", "strong"], numberFormat);
    rows.push({ rows: `${at}`, height: main ? 22 : 18 });
  });
  let row = NAME_ROW + facts.length + 1;
  if (input.notice !== undefined) {
    draft.put(`A${row}`, W.again[lang], ["section", "bad"]);
    draft.put(`B${row}`, input.notice, ["wrap", "strong"]);
    rows.push({ rows: `${row}`, height: wrappedHeight([[input.notice, TEXT_WIDTH]]) + 8 });
    row += 2;
  }
  if (input.message !== undefined) {
    draft.put(`A${row}`, W.message[lang], "section");
    draft.put(`B${row}`, input.message, ["wrap", "text"]);
    rows.push({ rows: `${row}`, height: wrappedHeight([[input.message, TEXT_WIDTH]]) + 8 });
    row += 2;
  }
  draft.put(`A${row}`, W.how[lang], "section");
  row++;
  // Locked like everything else: it shows the colour and takes nothing.
  draft.row(`A${row}`, [W.yellow[lang], W.yellowText[lang]], "body");
  draft.format(`A${row}`, ["inputSpill", "text"]);
  draft.format(`B${row}`, ["wrap", "text"]);
  rows.push({ rows: `${row}`, height: 18 });
  const replies = input.reply ?? [W.agree[lang], W.differ[lang]];
  const howReply = replies.length > 0 ? W.howReply[lang] : W.howComment[lang];
  for (const [i, step] of [
    ...(input.review?.steps ?? []),
    ...input.steps,
    { text: howReply },
    { text: W.howReturn[lang] },
  ].entries()) {
    const { text, tab } = step;
    const number = `${i + 1}.`;
    row++;
    draft.row(
      `A${row}`,
      [tab === undefined ? number : { formula: linkTo(tab, `${number} ${tab}`) }, text],
      "body",
    );
    draft.format(`A${row}`, tab === undefined ? ["text", "muted"] : ["text", "link"]);
    draft.format(`B${row}`, ["wrap", "text"]);
    rows.push({ rows: `${row}`, height: wrappedHeight([[text, TEXT_WIDTH]]) + 4 });
  }
  row += 2;
  const answer = row;
  draft.put(`A${row}`, (replies.length > 0 ? W.yourAnswer : W.ifYouLike)[lang], "section");
  const [reply, comment] = replies.length > 0 ? [row + 1, row + 2] : [undefined, row + 1];
  draft.row(`A${comment}`, [W.comment[lang], null], ["body", "row"]);
  draft.format(`A${comment}`, "wrap");
  draft.format(`B${comment}`, ["input", "wrap"]);
  rows.push({ rows: `${comment}`, height: 72 });
  const words = (title: string, prompt: string) => ({ title, prompt, error: W.replyPrompt[lang] });
  if (reply !== undefined) {
    draft.row(`A${reply}`, [W.reply[lang], null], ["body", "row"]);
    draft.format(`A${reply}`, "text");
    draft.format(`B${reply}`, ["input", "text", "strong"]);
    rows.push({ rows: `${reply}`, height: 22 });
    draft.input(
      `B${reply}`,
      { kind: "reply", person: -1, key: "reply", label: W.reply[lang] },
      { row: `A${reply}`, column: `A${answer}` },
      { kind: "choice", values: replies },
      words(W.reply[lang], W.replyPrompt[lang]),
    );
  }
  draft.input(
    `B${comment}`,
    { kind: "comment", person: -1, key: "comment", label: W.comment[lang] },
    { row: `A${comment}`, column: `A${answer}` },
    { kind: "text" },
    words(W.comment[lang], W.commentPrompt[lang]),
  );
  row = comment + 2;
  draft.put(`A${row}`, say(W.idNote, lang, { id: input.idLine }), "subtitle");
  const sheet: SheetSpec = {
    id: draft.id,
    name: draft.tab,
    tabColor: COLORS.ink,
    blocks: draft.blocks(),
    columns: [
      { columns: "A:A", width: LABEL_WIDTH },
      { columns: "B:B", width: TEXT_WIDTH },
    ],
    rows,
    formats: draft.formats,
    validations: draft.validations,
    protect: { inputs: [`B${reply ?? comment}:B${comment}`] },
    print: {
      orientation: "portrait",
      area: `A1:B${row}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: input.recipient, right: PAGE_WORDS.pages[lang] },
    },
  };
  return { sheet, fields: draft.fields, places: {} };
}
