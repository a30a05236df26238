import { quoteSheet } from "../../formula/references";
import { EVENT_KINDS, EVENT_WORDS, NEEDS_REASON, type LogEvent } from "../../scoring/review/events";
import { START, take, type Standing } from "../../scoring/review/flow";
import { say } from "../../words";
import { quoted, textWidth } from "../rows";
import type { SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import { serialOf } from "./dates";
import {
  BOARD,
  boardLayout,
  LOG,
  LOG_FIRST,
  LOG_HEADER,
  LOG_SPARE,
  stageLabels,
  tableRanges,
  type LoggedEvent,
  type ReviewPages,
} from "./pages";
import { REVIEW_PAGE_WORDS as W } from "./words";

type Key = keyof typeof LOG;
const KEYS = Object.keys(LOG) as Key[];
type Line = Partial<Record<Key, SpecCell>>;

/**
 * The log of a review: a line an event, never changed afterwards, then yellow lines that people without the add-in fill
 * in: where an event leads, and whether it can be, is worked out beside it.
 */
export function logSheet(pages: ReviewPages): SheetSpec {
  const { name, process, subjects, events } = pages;
  const { lang } = process;
  const word = (key: keyof typeof W): string => W[key][lang];
  const recorded = recordedLines(pages);
  const firstSpare = LOG_FIRST + recorded.length;
  const last = firstSpare + LOG_SPARE - 1;
  const spare = Array.from({ length: LOG_SPARE }, (_, i) => spareLine(pages, firstSpare + i));
  const row = (line: Line): SpecCell[] => KEYS.map((key) => line[key] ?? null);
  const board = boardLayout(process, subjects.length);
  const boardTab = word("tab");
  const at = (key: Key, from = LOG_FIRST, to = last): string => `${LOG[key]}${from}:${LOG[key]}${to}`;
  const widest = (texts: readonly string[], least: number, most: number): number =>
    Math.min(most, Math.max(least, ...texts.map(textWidth)) + 3);
  const inputs = [`${LOG.when}${firstSpare}:${LOG.backTo}${last}`, at("scoreSet", firstSpare)];
  const validations: ValidationSpec[] = [
    {
      range: at("event", firstSpare),
      rule: { kind: "list", values: EVENT_KINDS.map((kind) => EVENT_WORDS[kind][lang]) },
      prompt: { title: word("event"), message: word("pick") },
    },
    {
      range: at("person", firstSpare),
      rule: {
        kind: "listFrom",
        source: `=${quoteSheet(boardTab)}!$${BOARD.person}$${board.first}:$${BOARD.person}$${board.last}`,
      },
      prompt: { title: word("person"), message: say(W.personPrompt, lang, { board: boardTab }) },
    },
    {
      range: at("when", firstSpare),
      rule: { kind: "decimal", min: 36_526, max: 73_050 },
      prompt: { title: word("when"), message: word("dayPrompt") },
      error: { title: word("when"), message: word("dayPrompt") },
    },
  ];
  return {
    id: "reviewLog",
    name: word("logTab"),
    blocks: [
      { at: "A1", cells: [[say(W.logTitle, lang, { name })]] },
      { at: "A2", cells: [[word("logNote")]] },
      {
        at: `A${LOG_HEADER}`,
        cells: [KEYS.map((key) => word(key)), ...recorded.map(row), ...spare.map(row)],
      },
    ],
    columns: [
      { columns: LOG.number, width: 7 },
      { columns: LOG.when, width: 17 },
      { columns: LOG.period, width: widest([...events.map(({ period }) => period), name], 12, 26) },
      {
        columns: LOG.unit,
        width: widest(
          subjects.map(({ unit }) => unit),
          10,
          22,
        ),
      },
      {
        columns: LOG.person,
        width: widest(
          subjects.map(({ person }) => person),
          12,
          26,
        ),
      },
      { columns: LOG.event, width: 15 },
      {
        columns: LOG.by,
        width: widest(
          events.map(({ by }) => by),
          12,
          24,
        ),
      },
      { columns: LOG.why, width: 38 },
      { columns: LOG.backTo, width: 15 },
      { columns: `${LOG.scoreThen}:${LOG.scoreSet}`, width: 11 },
      { columns: `${LOG.from}:${LOG.to}`, width: 16 },
      { columns: LOG.countsNow, width: 11 },
      { columns: LOG.about, width: 16 },
      { columns: LOG.entry, width: 18 },
      { columns: LOG.above, width: 10 },
      { columns: LOG.values, width: 24 },
      { columns: LOG.digest, width: 12 },
    ],
    rows: [
      { rows: "1", height: 26 },
      { rows: `${LOG_HEADER}`, height: 32 },
    ],
    formats: [
      { range: "A1", style: "title" },
      { range: "A2", style: "subtitle" },
      { range: `A${LOG_HEADER}:${LOG.digest}${LOG_HEADER}`, style: "header" },
      { range: `A${LOG_FIRST}:${LOG.digest}${last}`, style: ["body", "row", "text"] },
      { range: at("number", LOG_HEADER), style: "alignRight" },
      { range: at("when", LOG_HEADER), style: "indent1" },
      { range: at("when"), style: "text", numberFormat: "yyyy-mm-dd hh:mm" },
      { range: at("why"), style: "wrap" },
      { range: `${LOG.scoreThen}${LOG_HEADER}:${LOG.scoreSet}${LOG_HEADER}`, style: "alignRight" },
      { range: at("scoreThen"), style: "number", numberFormat: "0.00" },
      { range: at("scoreSet"), style: "number", numberFormat: "0.00" },
      { range: at("from", LOG_HEADER), style: "indent1" },
      { range: at("countsNow"), style: "number", numberFormat: "0.00" },
      { range: `${LOG.countsNow}${LOG_HEADER}`, style: "alignRight" },
      { range: `${LOG.about}${LOG_HEADER}:${LOG.about}${last}`, style: ["muted", "indent1"] },
      { range: `${LOG.entry}${LOG_FIRST}:${LOG.digest}${last}`, style: "muted" },
      ...inputs.map((range) => ({ range, style: "input" as const })),
    ],
    freeze: { rows: LOG_HEADER, columns: 0 },
    conditionals: [
      { kind: "formula", range: at("to"), formula: `=LEFT($${LOG.to}${LOG_FIRST},1)="▼"`, style: "badFill" },
    ],
    validations,
    filter: `A${LOG_HEADER}:${LOG.digest}${last}`,
    protect: { inputs },
    print: {
      orientation: "landscape",
      titleRows: `$${LOG_HEADER}:$${LOG_HEADER}`,
      fitWidth: 1,
      // What serves other pages is not printed, nor are the lines still empty but a few to sign by hand.
      area: `A1:${LOG.countsNow}${Math.min(last, firstSpare + 4)}`,
      footer: { left: say(W.logTitle, lang, { name }), right: PAGE_WORDS.pages[lang] },
    },
  };
}

/** How many lines of the log there are, empty ones included. */
export const logRows = (events: readonly LoggedEvent[]): number => events.length + LOG_SPARE;

/** What happened stands as values: it is history and no formula changes it. */
function recordedLines({ name, process, events }: ReviewPages): Line[] {
  const { lang } = process;
  const labels = stageLabels(process);
  // What was recorded stays as it was, whoever is named for a stage by now.
  const rules = { stages: process.stages.map(({ id }) => id) };
  const standings = new Map<string, Standing>();
  const counted = new Map<string, number>();
  const start: Standing = { ...START, stage: process.stages[0]?.id ?? START.stage };
  return events.map((event, i): Line => {
    const own = event.period === name;
    const before = standings.get(`${event.period}\n${event.person}`) ?? start;
    const taken = take(before, event, rules);
    const after = "standing" in taken ? taken.standing : before;
    standings.set(`${event.period}\n${event.person}`, after);
    const n = (counted.get(event.person) ?? 0) + 1;
    if (own) counted.set(event.person, n);
    return {
      ...plainLine(event, i, lang, labels),
      from: labels.get(before.stage) ?? before.stage,
      to: "standing" in taken ? (labels.get(after.stage) ?? after.stage) : W.impossible[lang],
      countsNow: after.adjusted ?? null,
      ...(own && { about: event.person, entry: `${event.person}#${n}` }),
    };
  });
}

function plainLine(
  event: LoggedEvent,
  index: number,
  lang: ReviewPages["process"]["lang"],
  labels: ReadonlyMap<string, string>,
): Line {
  return {
    number: index + 1,
    when: serialOf(event.on),
    period: event.period,
    unit: event.unit,
    person: event.person,
    event: EVENT_WORDS[event.kind][lang],
    by: event.by,
    why: event.reason ?? null,
    backTo: event.to === undefined ? null : (labels.get(event.to) ?? event.to),
    scoreThen: event.score ?? null,
    scoreSet: event.adjusted ?? null,
    values: event.locked ?? null,
    digest: event.digest ?? null,
  };
}

/** An empty line with what it will say once somebody fills it in. */
function spareLine({ name, process }: ReviewPages, row: number): Line {
  const { lang } = process;
  const here = (key: Key): string => `$${LOG[key]}${row}`;
  const above = (key: Key): string => `$${LOG[key]}$${LOG_FIRST}:$${LOG[key]}${row - 1}`;
  const labels = stageLabels(process);
  const first = quoted(labels.get(process.stages[0]?.id ?? "") ?? "");
  const earlier = `COUNTIF($${LOG.about}$${LOG_FIRST}:${here("about")},${here("about")})-1`;
  const atFirst = row === LOG_FIRST;
  const before = (key: Key): string => {
    const found = `INDEX(${above(key)},${here("above")})`;
    return `IF(${here("above")}=0,"",IF(${found}="","",${found}))`;
  };
  const text = (kind: LogEvent["kind"]): string => quoted(EVENT_WORDS[kind][lang]);
  const is = (...kinds: LogEvent["kind"][]): string =>
    `OR(${kinds.map((kind) => `${here("event")}=${text(kind)}`).join(",")})`;
  const { stages, events, leads } = tableRanges(process);
  const lead = `INDEX(${leads},MATCH(${here("from")},${stages},0),MATCH(${here("event")},${events},0))`;
  const impossible = quoted(W.impossible[lang]);
  const target = `IF(AND(${is("uphold")},ISNUMBER(${here("scoreSet")})),${quoted(labels.get("sign") ?? "")},IF(AND(${is("return", "unlock")},${here("backTo")}<>""),${here("backTo")},${lead}))`;
  const formula = (text: string): SpecCell => ({ formula: `=${text}` });
  return {
    about: formula(
      `IF(${here("person")}="","",IF(OR(${here("period")}="",${here("period")}=${quoted(name)}),${here("person")},""))`,
    ),
    entry: formula(
      `IF(${here("about")}="","",${here("about")}&"#"&COUNTIF($${LOG.about}$${LOG_FIRST}:${here("about")},${here("about")}))`,
    ),
    // Where this person's line before stands; 0 for none.
    above: formula(
      atFirst
        ? "0"
        : `IF(${here("about")}="",0,IFERROR(MATCH(${here("about")}&"#"&(${earlier}),${above("entry")},0),0))`,
    ),
    from: formula(
      `IF(${here("about")}="","",${atFirst ? first : `IF(${here("above")}=0,${first},INDEX(${above("to")},${here("above")}))`})`,
    ),
    to: formula(
      `IF(OR(${here("about")}="",${here("event")}=""),"",IF(AND(${is(...NEEDS_REASON)},${here("why")}=""),${quoted(W.needsReason[lang])},IFERROR(IF(${lead}="–",${impossible},${target}),${impossible})))`,
    ),
    countsNow: formula(
      `IF(${here("about")}="","",IF(ISNUMBER(${here("scoreSet")}),${here("scoreSet")},${atFirst ? '""' : before("countsNow")}))`,
    ),
  };
}
