import { EVENT_WORDS } from "../../scoring/review/events";
import type { SheetSpec, SpecCell } from "../../sheets/spec";
import type { StyleName } from "../../sheets/style";
import { say, type Lang, type Phrase } from "../../words";
import { tellFault, type Fault } from "../incoming/faults";
import { isAsked, type Answer, type FieldKind, type ReturnField } from "../fields";
import type { MissingNote } from "./missingNotes";
import type { Recipient, SharingRecord } from "../record";
import { returnStatus, tellStatus, type ReturnStatus } from "../incoming/returnStatus";
import type { Waiting } from "../review/waiting";
import { SIGN_WORDS, WAITING_WORDS } from "../review/words";
import { LEVEL_WORDS, LIST_WORDS as W } from "../words";
import { listPage, type ListTable } from "./listPage";

/** What the page says of one recipient. */
interface ReturnColumn {
  readonly header: Phrase;
  readonly numberFormat?: string;
  readonly style?: StyleName;
  /** Kinds of answers it is about; a column that nobody is asked for is left out. */
  readonly of?: readonly FieldKind[];
  readonly cell: (answers: Answers) => SpecCell;
}

const COLUMNS: readonly ReturnColumn[] = [
  {
    header: W.status,
    cell: ({ lang, recipient }) => tellStatus(recipient, lang),
  },
  { header: W.kind, cell: ({ recipient, lang }) => LEVEL_WORDS[recipient.level ?? "rep"][lang] },
  { header: W.unit, cell: ({ recipient }) => recipient.unit },
  { header: W.manager, cell: ({ recipient }) => recipient.manager },
  { header: W.recipient, cell: ({ recipient }) => recipient.name },
  { header: W.reply, of: ["reply"], cell: (answers) => answers.word("reply") },
  { header: W.asked, of: ["target"], numberFormat: "#,##0", cell: (answers) => answers.asked() },
  { header: W.proposed, of: ["target"], numberFormat: "#,##0", cell: (answers) => answers.proposed() },
  { header: W.self, of: ["self"], numberFormat: "0.##", cell: (answers) => answers.sum("self") },
  { header: SIGN_WORDS.coverFact, of: ["review"], cell: (answers) => answers.decided() },
  { header: W.filled, of: ["item"], cell: (answers) => answers.filled() },
  { header: W.comment, of: ["comment"], style: "wrap", cell: (answers) => answers.word("comment") },
  {
    header: W.file,
    cell: ({ returned, recipient }) => returned?.file ?? recipient.held?.file ?? recipient.file,
  },
];

/**
 * Who has answered and what, and who has not.
 *
 * @param notes what follows from answers that are missing, a heading and a sentence each
 * @param waiting who has still to sign or review, where something is under review
 */
export function returnsPage(
  record: SharingRecord,
  date: string,
  time: (iso: string) => string,
  notes: readonly MissingNote[] = [],
  waiting?: readonly Waiting[],
): SheetSpec {
  const { lang, recipients, layouts } = record;
  const count = (...of: readonly ReturnStatus[]): number =>
    recipients.filter((recipient) => of.includes(returnStatus(recipient))).length;
  const held = count("held");
  const kinds = new Set(layouts.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
  const all = recipients.map((recipient) => new Answers(recipient, record));
  const said = (text: SpecCell): boolean => text !== "" && text !== null;
  const columns = COLUMNS.filter(
    ({ of, cell, header }) =>
      of?.some((kind) => kinds.has(kind)) ??
      (header === W.kind
        ? new Set(recipients.map(({ level }) => level)).size > 1
        : all.some((answers) => said(cell(answers)))),
  );
  const tables: ListTable[] = [
    {
      columns: [
        ...columns.map(({ header, numberFormat, style }) => ({
          header: header[lang],
          ...(numberFormat === undefined ? {} : { numberFormat }),
          ...(style === undefined ? {} : { style }),
        })),
        { header: W.issued[lang] },
        { header: W.savedAt[lang] },
      ],
      rows: all.map((answers) => [
        ...columns.map(({ cell }) => cell(answers)),
        time(answers.recipient.at),
        answers.savedAt === undefined ? null : time(answers.savedAt),
      ]),
    },
  ];
  if (waiting) tables.push(waitingTable(waiting, lang));
  if (notes.length > 0)
    tables.push({
      heading: W.whileMissing[lang],
      columns: [{ header: W.plan[lang], free: true }, { header: "" }, { header: W.what[lang], free: true }],
      rows: notes.map(({ about, what }) => [about, null, what]),
    });
  return listPage(
    {
      id: "returns",
      tab: W.returnsTab[lang],
      title: W.returnsTitle[lang],
      subtitle: say(held === 0 ? W.returnsSubtitle : W.returnsHeld, lang, {
        ...{ date, held, answered: count("answered"), missing: count("missing", "sent-back") },
      }),
    },
    tables,
    lang,
  );
}

/** Who has still to sign or review, since when, and in which workbook they are asked. */
function waitingTable(waiting: readonly Waiting[], lang: Lang): ListTable {
  return {
    heading: WAITING_WORDS.heading[lang],
    columns: [
      { header: SIGN_WORDS.stage[lang] },
      { header: W.unit[lang] },
      { header: SIGN_WORDS.person[lang] },
      { header: WAITING_WORDS.whom[lang] },
      { header: WAITING_WORDS.since[lang] },
      { header: WAITING_WORDS.due[lang] },
      { header: WAITING_WORDS.asked[lang] },
    ],
    rows:
      waiting.length === 0
        ? [[WAITING_WORDS.none[lang]]]
        : waiting.map(({ stage, unit, person, whom, since = null, due = null, file }) => [
            stage,
            unit,
            person,
            whom === "" ? WAITING_WORDS.anybody[lang] : whom,
            since,
            due,
            file ?? WAITING_WORDS.unasked[lang],
          ]),
  };
}

/** What is wrong with which file, where, and what to do about it; says so when nothing is. */
export function faultsPage(faults: readonly Fault[], date: string, lang: Lang): SheetSpec {
  return listPage(
    {
      id: "returnFaults",
      tab: W.faults[lang],
      title: W.faults[lang],
      subtitle:
        faults.length === 0
          ? say(W.faultsNone, lang, { date })
          : say(W.faultsSubtitle, lang, { date, count: faults.length }),
    },
    [
      {
        columns: [
          { header: W.file[lang] },
          { header: W.sheet[lang] },
          { header: W.what[lang], style: "wrap" },
          { header: W.remedy[lang], style: "wrap" },
        ],
        rows: faults.map((fault) => {
          const { file, where, what, remedy } = tellFault(fault, lang);
          return [file, where, what, remedy];
        }),
      },
    ],
    lang,
  );
}

/** One recipient's answers, summed up. */
class Answers {
  readonly lang: Lang;
  private readonly fields: readonly ReturnField[];

  constructor(
    readonly recipient: Recipient,
    { lang, layouts }: SharingRecord,
  ) {
    this.lang = lang;
    this.fields = layouts[recipient.layout]?.fields ?? [];
  }

  get returned(): Recipient["returned"] {
    return this.recipient.returned;
  }

  get savedAt(): string | undefined {
    return (this.recipient.returned ?? this.recipient.held)?.savedAt;
  }

  word(kind: FieldKind): string | null {
    const value = this.of(kind)
      .map((i) => this.answer(i))
      .find((each) => typeof each === "string");
    return typeof value === "string" ? value : null;
  }

  sum(kind: FieldKind): number | null {
    return total(this.of(kind).map((i) => this.answer(i)));
  }

  asked(): number | null {
    return total(this.of("target").map((i) => this.recipient.issued[i] ?? 0));
  }

  proposed(): number | null {
    if (!this.returned) return null;
    return total(this.of("target").map((i) => this.answer(i) ?? this.recipient.issued[i] ?? 0));
  }

  /** How many of the cells asked for are filled. @example "5 / 6" */
  filled(): string | null {
    const asked = this.fields.flatMap((field, i) => (isAsked(field) ? [i] : []));
    const known = asked.filter((i) => (this.answer(i) ?? this.recipient.issued[i] ?? null) !== null).length;
    return asked.length === 0 ? null : `${known} / ${asked.length}`;
  }

  /** What was decided in the review, or of how many people; held decisions are no answer. @example "sign", "3 / 4" */
  decided(): string | null {
    const { review = [], recorded = [] } = this.recipient;
    if (review.length === 0) return null;
    const taken = new Map(recorded.map(({ asked, kind }) => [asked, kind]));
    if (review.length > 1) return `${taken.size} / ${review.length}`;
    const kind = taken.get(0);
    if (kind !== undefined) return EVENT_WORDS[kind][this.lang];
    return this.returned && this.word("review") !== null ? WAITING_WORDS.held[this.lang] : null;
  }

  private of(kind: FieldKind): number[] {
    return this.fields.flatMap((field, i) => (field.kind === kind ? [i] : []));
  }

  private answer(i: number): Answer {
    return this.returned?.answers[i] ?? null;
  }
}

function total(values: readonly Answer[]): number | null {
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) : null;
}
