import { parseRange } from "../../formula/references";
import { momentOf } from "../../sheets/review/dates";
import type { Params } from "../../words";
import { digest } from "../digest";
import { isAsked, type Answer, type ReturnField } from "../fields";
import { severityOf, type Fault, type FaultCode } from "./faults";
import { groupBy } from "../groupBy";
import { identitiesIn } from "./identities";
import { addedSheet } from "./addedSheets";
import { addressOf, Locator, matchSheets, wordsOf } from "./locate";
import { plainDay, plainNumber, plainWord } from "./plain";
import { RECIPIENT_CELL } from "../pages/coverPage";
import type { Recipient, SharingRecord } from "../record";
import type { ReturnedBook, ReturnedCell, ReturnedSheet } from "./returned";
import { printOf, unpackShape, type Layout, type SheetShape } from "../shape";
import { HANDOUT_WORDS } from "../words";

/** One returned file after reading: whose it is, what it says, what is wrong with it. */
export interface Inspection {
  readonly file: string;
  readonly savedAt: string;
  /** Absent when the file is refused. */
  readonly recipient?: Recipient;
  /** By field number; fields left alone are absent. */
  readonly answers: ReadonlyMap<number, Answer>;
  /** Where cells of the review stand in the file, by field number. */
  readonly places?: ReadonlyMap<number, { readonly tab: string; readonly cell: string }>;
  readonly faults: readonly Fault[];
}

/** So many changed cells of a kind are listed one by one; more are counted. */
const LISTED = 20;

/**
 * Reads a returned workbook against what the master remembers of it.
 *
 * @param savedAt when the file was last saved, ISO
 */
export function inspectReturned(
  book: ReturnedBook,
  file: string,
  savedAt: string,
  record: SharingRecord,
): Inspection {
  const refused = (code: FaultCode, params: Params = {}, at: Partial<Fault> = {}): Inspection => ({
    file,
    savedAt,
    answers: new Map(),
    faults: [{ code, file, params, ...at }],
  });
  const { inside, all } = identitiesIn(book);
  const shown = all.find(({ identity }) => identity.recipient === inside?.recipient) ?? all[0];
  const identity = inside ?? shown?.identity;
  if (!identity) return refused("no-id");
  if (identity.master !== record.master) return refused("other-master");
  const recipient = record.recipients.find(({ id }) => id === identity.recipient);
  if (!recipient) return refused("unknown-recipient");
  const { name, issue } = recipient;
  if (shown && inside && shown.identity.recipient !== inside.recipient)
    return refused("id-conflict", { name }, { sheet: shown.tab, cell: shown.cell });
  if (identity.issue !== issue)
    return refused("old-issue", { name, found: String(identity.issue), issue: String(issue) });
  const layout = record.layouts[recipient.layout];
  if (!layout) return refused("unknown-recipient");
  const shapes = unpackShape(layout, recipient.own.split(" "));
  const matched = matchSheets(shapes, layout.fields, book.sheets);
  const cover = matched.get("cover");
  const place = parseRange(RECIPIENT_CELL);
  const found = cover?.cell(place.top, place.left)?.value;
  if (
    cover &&
    typeof found === "string" &&
    found.trim() !== name &&
    record.recipients.some((each) => each.name === found.trim())
  )
    return refused("wrong-person", { name, found }, { sheet: cover.tab, cell: RECIPIENT_CELL });
  const inspection = new Reading(book, file, savedAt, recipient, layout, shapes, matched).read();
  const others = all.flatMap(({ identity: { recipient: id }, tab, cell }): Fault[] => {
    const other = id === recipient.id ? undefined : record.recipients.find((each) => each.id === id);
    return other
      ? [{ code: "other-answer", file, sheet: tab, cell, params: { name, found: other.name } }]
      : [];
  });
  return { ...inspection, faults: [...inspection.faults, ...others] };
}

class Reading {
  private readonly faults: Fault[] = [];
  private readonly answers = new Map<number, Answer>();
  private readonly places = new Map<number, { tab: string; cell: string }>();
  /** Ids of sheets on which something is not where it was. */
  private readonly moved = new Set<string>();
  /** Something was replied, which could not be taken. */
  private replySpoilt = false;

  constructor(
    private readonly book: ReturnedBook,
    private readonly file: string,
    private readonly savedAt: string,
    private readonly recipient: Recipient,
    private readonly layout: Layout,
    private readonly shapes: readonly SheetShape[],
    private readonly matched: ReadonlyMap<string, ReturnedSheet | undefined>,
  ) {}

  read(): Inspection {
    this.checkSheets();
    for (const { id } of this.shapes) this.readAnswers(id);
    this.checkReply();
    this.checkComplete();
    for (const shape of this.shapes) this.checkFixed(shape);
    const { file, savedAt, recipient, answers, places, faults } = this;
    return { file, savedAt, recipient, answers, places, faults };
  }

  private checkSheets(): void {
    for (const { id, tab } of this.shapes) {
      const sheet = this.matched.get(id);
      if (!sheet) {
        const answers = this.layout.fields.some((field) => field.sheet === id);
        this.fault(answers ? "sheet-missing" : "sheet-removed", { tab }, tab);
      } else {
        if (sheet.tab.toLowerCase() !== tab.toLowerCase())
          this.fault("sheet-renamed", { tab, found: sheet.tab }, sheet.tab);
        if (!sheet.protected) this.fault("protection-removed", {}, sheet.tab);
      }
    }
    const known = new Set(this.matched.values());
    for (const sheet of this.book.sheets)
      if (!known.has(sheet)) {
        const {
          code,
          params,
          sheet: tab,
          cell,
        } = addedSheet(sheet, this.shapes, this.layout.fields, this.matched);
        this.fault(code, params, tab, cell);
      }
    for (const { tab, cell, text } of this.book.comments ?? [])
      this.fault("comment-added", { found: text }, tab, cell);
  }

  private readAnswers(id: string): void {
    const sheet = this.matched.get(id);
    const fields = this.layout.fields.flatMap((field, index) =>
      field.sheet === id ? [{ field, index }] : [],
    );
    if (!sheet || fields.length === 0) return;
    const locator = new Locator(sheet);
    const twins = groupBy(
      fields.map(({ field }) => field),
      wordsOf,
    );
    for (const { field, index } of fields) {
      const place = locator.find(field, twins.get(wordsOf(field)) ?? [field]);
      if (!place) {
        this.moved.add(id);
        this.fault("cell-missing", { label: field.label }, sheet.tab, field.cell);
        continue;
      }
      if (place.moved) this.moved.add(id);
      if (field.kind === "review") this.places.set(index, { tab: sheet.tab, cell: addressOf(place) });
      const cell = sheet.cell(place.row, place.column);
      const answer = cell && this.answerIn(field, cell, sheet.tab, addressOf(place));
      if (field.kind === "reply" && cell?.value != null) this.replySpoilt = answer === undefined;
      if (answer !== undefined && !this.isAsSent(index, answer)) this.answers.set(index, answer);
    }
    if (this.moved.has(id)) this.fault("moved", {}, sheet.tab);
  }

  /** A workbook for a unit shows the master's own values in its yellow cells: those left alone are no answer. */
  private isAsSent(index: number, answer: Answer): boolean {
    const issued = this.recipient.issued[index];
    if (typeof issued === "number" && typeof answer === "number")
      return Math.abs(issued - answer) < 1e-9 * Math.max(1, Math.abs(issued));
    return issued !== null && issued === answer;
  }

  private answerIn(field: ReturnField, cell: ReturnedCell, tab: string, at: string): Answer | undefined {
    const { label, accepts } = field;
    const { value, error, formula } = cell;
    if (error !== undefined) return this.hold("error-value", { label, found: error }, tab, at);
    if (formula !== undefined) this.fault("formula-typed", { label, found: formula }, tab, at);
    if (value === null || (typeof value === "string" && value.trim() === "")) return undefined;
    if (accepts.kind === "text") return String(value).trim();
    if (accepts.kind === "day") {
      const day = momentOf(typeof value === "string" ? plainDay(value) : value)?.slice(0, 10);
      return day ?? this.hold("not-a-day", { label, found: String(value) }, tab, at);
    }
    if (accepts.kind === "choice") {
      const text = String(value).trim();
      const choice = accepts.values.find((each) => plainWord(each) === plainWord(text));
      const choices = accepts.values.join(" / ");
      return choice ?? this.hold("not-a-choice", { label, found: text, choices }, tab, at);
    }
    const number = typeof value === "number" ? value : plainNumber(value);
    if (number === undefined) return this.hold("not-a-number", { label, found: String(value) }, tab, at);
    const { min, max, whole } = accepts;
    const inRange = (min === undefined || number >= min) && (max === undefined || number <= max);
    if (inRange && !(whole === true && !Number.isInteger(number))) return number;
    return this.hold("out-of-range", { label, found: number, range: rangeText(min, max) }, tab, at);
  }

  private checkReply(): void {
    const W = HANDOUT_WORDS;
    const kinds = new Set<string>();
    let reply: Answer = null;
    for (const [index, answer] of this.answers) {
      const field = this.layout.fields[index];
      if (field?.kind === "reply") reply = answer;
      // A signature is its own reply.
      else if (field) kinds.add(field.kind);
    }
    if (reply === null && kinds.size === 0) {
      // Answers that could not be taken are faults already.
      if (!this.faults.some((fault) => severityOf(fault) === "held")) this.fault("unanswered", {});
    } else if (!this.layout.fields.some(({ kind }) => kind === "reply")) return;
    else if (reply === null && [...kinds].every((kind) => kind === "review")) return;
    // A reply that is none of the choices is named already.
    else if (reply === null && !this.replySpoilt) this.fault("no-reply", {});
    else if (Object.values(W.agree).some((word) => word === reply) && kinds.has("target"))
      this.fault("reply-contradicts", { reply: String(reply) });
  }

  /** Lists are there to be filled in to the end; a target left empty is agreed. */
  private checkComplete(): void {
    const asked = this.layout.fields.flatMap((field, i) => (isAsked(field) ? [i] : []));
    const left = asked.filter((i) => (this.answers.get(i) ?? this.recipient.issued[i] ?? null) === null);
    const held = this.faults.filter(({ code }) => HELD.has(code)).length;
    if (left.length > held && left.length < asked.length)
      this.fault("incomplete", { asked: asked.length, left: left.length });
  }

  private checkFixed({ id, cells, prints }: SheetShape): void {
    const sheet = this.matched.get(id);
    // Where rows have moved every address is another cell's.
    if (!sheet || this.moved.has(id)) return;
    const renamed = [...this.matched].flatMap(([other, now]) => {
      const tab = this.shapes.find((shape) => shape.id === other)?.tab;
      return now && tab !== undefined && now.tab !== tab ? [[now.tab, tab] as const] : [];
    });
    const changed = { formula: 0, fixed: 0 };
    cells.forEach((address, i) => {
      const { top, left } = parseRange(address);
      const cell = sheet.cell(top, left);
      if (printOfCell(cell, renamed) === prints[i]) return;
      const kind = this.isFormula(id, address) ? "formula" : "fixed";
      changed[kind]++;
      if (changed[kind] > LISTED) return;
      const found = cell?.formula ?? cell?.error ?? String(cell?.value ?? "");
      this.fault(kind === "formula" ? "formula-changed" : "fixed-changed", { found }, sheet.tab, address);
    });
  }

  private isFormula(id: string, address: string): boolean {
    return this.layout.sheets.find((sheet) => sheet.id === id)?.formulas.includes(address) ?? false;
  }

  private hold(code: FaultCode, params: Params, tab: string, cell: string): undefined {
    this.fault(code, params, tab, cell);
    return undefined;
  }

  private fault(code: FaultCode, params: Params, sheet?: string, cell?: string): void {
    this.faults.push({
      code,
      file: this.file,
      params,
      ...(sheet === undefined ? {} : { sheet }),
      ...(cell === undefined ? {} : { cell }),
    });
  }
}

const HELD: ReadonlySet<FaultCode> = new Set<FaultCode>([
  "sheet-missing",
  "cell-missing",
  "not-a-number",
  "out-of-range",
  "not-a-choice",
  "error-value",
  "not-a-day",
]);

function rangeText(min: number | undefined, max: number | undefined): string {
  return `${min ?? "…"}–${max ?? "…"}`;
}

/** Formulas follow a renamed sheet; they have not changed by that. */
function printOfCell(
  cell: ReturnedCell | undefined,
  renamed: readonly (readonly [now: string, sent: string])[],
): string {
  if (!cell) return "";
  if (cell.formula === undefined) return cell.error === undefined ? printOf(cell.value) : "?";
  const quote = (tab: string) => `'${tab.replaceAll("'", "''")}'!`;
  const formula = renamed.reduce(
    (text, [now, sent]) => text.replaceAll(quote(now), quote(sent)).replaceAll(`${now}!`, quote(sent)),
    cell.formula,
  );
  return printOf({ formula });
}

/** Tells one set of answers from another. */
export function answersDigest(answers: ReadonlyMap<number, Answer>): string {
  return digest(JSON.stringify([...answers].sort(([a], [b]) => a - b)));
}
