import { columnName } from "../../formula/references";
import { EVENT_WORDS, eventNamed, type LogEvent } from "../../scoring/review/events";
import {
  CLOSING_STAGES,
  inBoth,
  REVIEW_STAGES,
  stageName,
  START,
  take,
  type FlowRules,
  type Standing,
} from "../../scoring/review/flow";
import type { ReviewProcess, Stage } from "../../scoring/review/review";
import { LANGS, type Phrase } from "../../words";
import { splitWords, text, type Grid, type GridValue } from "../readBack";
import { momentOf } from "./dates";
import { BOARD, LOG, type LoggedEvent } from "./pages";
import { READ_WORDS as R } from "./readWords";
import { REVIEW_PAGE_WORDS as W } from "./words";

/** A mistake with its cell: `Review log!F12`. */
export interface LogMistake {
  readonly sheet: string;
  readonly cell: string;
  readonly what: Phrase;
}

/** A line of the log as it stands on its page. */
export interface LogLine extends LoggedEvent {
  /** From 1. */
  readonly row: number;
  /** Recorded by the product, not typed by hand. */
  readonly recorded: boolean;
  /** The stage the page says it led to. */
  readonly ledTo?: string;
}

export interface ReadLog {
  readonly lines: readonly LogLine[];
  readonly mistakes: readonly LogMistake[];
}

type Key = keyof typeof LOG;
const KEYS = Object.keys(LOG) as Key[];

/**
 * Reads a review's log back, lines typed by hand too, and checks that what it says can have happened.
 *
 * @param rows the page's values from A1 on
 * @param period what lines without an evaluation belong to
 * @param rules what holds for lines typed by hand; recorded ones were checked when they were recorded
 * @returns every mistake with its cell; lines are in the order of their numbers, those typed by hand last
 */
export function readReviewLog(rows: Grid, tab: string, period: string, rules: FlowRules = {}): ReadLog {
  const found = headerOf(rows);
  if (!found) return { lines: [], mistakes: [{ sheet: tab, cell: "A1", what: R.notLog }] };
  const { header, columns } = found;
  const mistakes: LogMistake[] = [];
  const read = rows.slice(header + 1).flatMap((cells, i) => {
    const line = new Line(cells, columns, header + 2 + i, tab, mistakes).read(period);
    return line ? [line] : [];
  });
  const numbered = (line: LogLine & { readonly number?: number }): number => line.number ?? Infinity;
  const lines = read.sort((a, b) => numbered(a) - numbered(b) || a.row - b.row);
  return { lines, mistakes: mistakes.length > 0 ? mistakes : impossible(lines, columns, tab, rules) };
}

function headerOf(
  rows: Grid,
): { readonly header: number; readonly columns: ReadonlyMap<Key, number> } | undefined {
  for (const lang of LANGS)
    for (let header = 0; header < Math.min(rows.length, 30); header += 1) {
      const words = (rows[header] ?? []).map(text);
      const columns = new Map(
        KEYS.flatMap((key): [Key, number][] => {
          const at = words.indexOf(W[key][lang]);
          return at < 0 ? [] : [[key, at]];
        }),
      );
      if (["when", "person", "event", "by"].every((key) => columns.has(key as Key)))
        return { header, columns };
    }
  return undefined;
}

class Line {
  constructor(
    private readonly cells: readonly GridValue[],
    private readonly columns: ReadonlyMap<Key, number>,
    private readonly row: number,
    private readonly tab: string,
    private readonly mistakes: LogMistake[],
  ) {}

  read(period: string): (LogLine & { readonly number?: number }) | undefined {
    const [person, word] = [this.text("person"), this.text("event")];
    if (["when", "person", "event", "by", "why"].every((key) => this.text(key as Key) === ""))
      return undefined;
    const kind = eventNamed(word);
    const on = momentOf(this.value("when"));
    const number = this.value("number");
    if (person === "") this.wrong("person", R.noPerson);
    if (kind === undefined) this.wrong("event", inBoth(R.noEvent, { word, known: listOf() }));
    if (on === undefined) this.wrong("when", inBoth(R.noDay, { value: this.text("when") }));
    if (this.text("by") === "") this.wrong("by", R.noBy);
    const to = this.stage("backTo");
    if (person === "" || kind === undefined || on === undefined || this.text("by") === "") return undefined;
    const recorded = typeof number === "number";
    const ledTo = stageCalled(this.text("to"));
    return {
      row: this.row,
      recorded,
      ...(recorded && { number }),
      kind,
      person,
      on,
      by: this.text("by"),
      period: this.text("period") === "" ? period : this.text("period"),
      unit: this.text("unit"),
      ...this.optional("why", "reason"),
      ...(to !== undefined && { to }),
      ...(ledTo !== undefined && { ledTo }),
      ...this.number("scoreThen", "score"),
      ...this.number("scoreSet", "adjusted"),
      ...this.optional("values", "locked"),
      ...this.optional("digest", "digest"),
    };
  }

  private value(key: Key): GridValue {
    const at = this.columns.get(key);
    return at === undefined ? null : (this.cells[at] ?? null);
  }

  private text(key: Key): string {
    return text(this.value(key));
  }

  private optional(key: Key, name: "reason" | "locked" | "digest"): Partial<LogEvent> {
    const found = this.text(key);
    return found === "" ? {} : { [name]: found };
  }

  private number(key: Key, name: "score" | "adjusted"): Partial<LogEvent> {
    const value = this.value(key);
    if (value === null || value === "") return {};
    if (typeof value === "number") return { [name]: value };
    this.wrong(key, inBoth(R.noNumber, { value: String(value) }));
    return {};
  }

  private stage(key: Key): string | undefined {
    const word = this.text(key);
    if (word === "") return undefined;
    const id = stageCalled(word);
    if (id === undefined) this.wrong(key, inBoth(R.noStage, { word }));
    return id;
  }

  private wrong(key: Key, what: Phrase): void {
    const at = this.columns.get(key) ?? 0;
    this.mistakes.push({ sheet: this.tab, cell: `${columnName(at)}${this.row}`, what });
  }
}

const listOf = (): Phrase => ({
  "zh-CN": Object.values(EVENT_WORDS)
    .map((one) => one["zh-CN"])
    .join("、"),
  "en-US": Object.values(EVENT_WORDS)
    .map((one) => one["en-US"])
    .join(", "),
});

/** The stage of a name, whichever language it is in. */
export function stageCalled(word: string): string | undefined {
  const wanted = word.trim().toLowerCase();
  return [...REVIEW_STAGES, ...CLOSING_STAGES].find(
    (id) => id === wanted || LANGS.some((lang) => stageName(id)[lang].toLowerCase() === wanted),
  );
}

/** Lines that cannot have happened after those before them, and recorded ones that say something else than then. */
function impossible(
  lines: readonly LogLine[],
  columns: ReadonlyMap<Key, number>,
  tab: string,
  rules: FlowRules,
): LogMistake[] {
  const standings = new Map<string, Standing>();
  const start: Standing = { ...START, stage: rules.stages?.[0] ?? START.stage };
  return lines.flatMap((line): LogMistake[] => {
    const key = `${line.period}\n${line.person.toLowerCase()}`;
    const stages = rules.stages ? { stages: rules.stages } : {};
    const taken = take(standings.get(key) ?? start, line, line.recorded ? stages : rules);
    const at = (column: Key): string => `${columnName(columns.get(column) ?? 0)}${line.row}`;
    if ("standing" in taken) {
      const { stage } = taken.standing;
      standings.set(key, taken.standing);
      // What was recorded says where it led: a line changed afterwards leads elsewhere.
      return line.recorded && line.ledTo !== undefined && line.ledTo !== stage
        ? [
            {
              sheet: tab,
              cell: at("to"),
              what: inBoth(R.changed, { person: line.person, stage: stageName(stage) }),
            },
          ]
        : [];
    }
    const cell = at("event");
    return [{ sheet: tab, cell, what: inBoth(R.cannotBe, { person: line.person, why: taken.why }) }];
  });
}

export interface ReadBoard {
  readonly process: ReviewProcess;
  /** What the evaluation is called. */
  readonly name: string;
  /** The computed score by person, as the page shows it. */
  readonly computed: ReadonlyMap<string, number | null>;
  /** Grade and rank of the score that counts, by person. */
  readonly results: ReadonlyMap<string, BoardResult>;
}

export interface BoardResult {
  readonly grade: string;
  readonly rank: number | null;
}

/**
 * Reads the review page back: who does what until when, and the computed scores.
 *
 * @returns undefined when the page is no review page
 */
export function readReviewBoard(rows: Grid): ReadBoard | undefined {
  for (const lang of LANGS) {
    const header = rows.findIndex((row) => text(row[0]) === W.stage[lang] && text(row[3]) === W.here[lang]);
    const people = rows.findIndex(
      (row) => text(row[1]) === W.person[lang] && row.some((cell) => text(cell) === W.toAct[lang]),
    );
    if (header < 0 || people < 0) continue;
    const end = rows.findIndex((row, i) => i > header && text(row[0]) === W.appealDays[lang]);
    const own = rows.slice(header + 1, end < 0 ? people : end).slice(0, -CLOSING_STAGES.length);
    const days = Number(rows[end]?.[1] ?? 3);
    const at = (column: keyof typeof BOARD): number => Object.keys(BOARD).indexOf(column);
    const [before = "", after = ""] = W.title[lang].split("{name}");
    const lines = rows.slice(people + 1).filter((row) => text(row[at("person")]) !== "");
    const number = (value: GridValue | undefined): number | null =>
      typeof value === "number" ? value : null;
    return {
      name: text(rows[0]?.[0]).slice(before.length).replace(after, ""),
      process: {
        lang,
        stages: own.map((row, i) => stageOfRow(row, i, own.length)),
        appealDays: Number.isFinite(days) ? days : 3,
      },
      computed: new Map(lines.map((row) => [text(row[at("person")]), number(row[at("computed")])])),
      results: new Map(
        lines.map((row) => [
          text(row[at("person")]),
          { grade: text(row[at("grade")]), rank: number(row[at("rank")]) },
        ]),
      ),
    };
  }
  return undefined;
}

function stageOfRow(row: readonly GridValue[], index: number, count: number): Stage {
  const name = text(row[0]);
  // A stage with a name of the firm's own is met by its place.
  const usual = count === REVIEW_STAGES.length ? REVIEW_STAGES[index] : undefined;
  return {
    id: stageCalled(name) ?? usual ?? name,
    name,
    who: splitWords(text(row[1])),
    due: momentOf(row[2])?.slice(0, 10) ?? "",
  };
}
