import type { CollectionView } from "../jobs/sharing/collect";
import { CHECK_PAGE_WORDS as C } from "../sharing/checkWords";
import type { CheckSummary } from "../sharing/checks";
import { groupBy } from "../sharing/groupBy";
import { WAITING_WORDS as R } from "../sharing/review/words";
import { say, type Lang } from "../words";
import { SHARING_WORDS as W } from "./sharingWords";

/** So many lines of a kind are printed; `--json` has them all. */
const LINES = 40;

/** Says what collecting does or did: sentences and tables for people, one JSON document for scripts. */
export function reportCollection(
  view: CollectionView,
  lang: Lang,
  { json, saved }: { readonly json: boolean; readonly saved?: string },
): void {
  if (json) {
    console.log(JSON.stringify({ ...view, ...(saved === undefined ? {} : { saved }) }, null, 2));
    return;
  }
  for (const line of linesOf(view, lang)) console.log(line);
  if (saved !== undefined) console.log(say(W.saved, lang, { file: saved }));
}

function linesOf(view: CollectionView, lang: Lang): string[] {
  const count = (...statuses: string[]) =>
    view.files.filter(({ status }) => statuses.includes(status)).length;
  const faults = view.files.flatMap((file) => file.faults);
  return [
    say(W.read, lang, {
      files: view.files.length,
      taken: count("taken"),
      known: count("known"),
      unanswered: count("unanswered"),
      held: count("held"),
      replaced: count("duplicate", "superseded"),
      refused: count("refused"),
    }),
    ...section(
      say(W.changes, lang, { count: view.changes.length }),
      view.changes.map(({ tab, cell, what, person, before, after, file }) =>
        [`${tab}!${cell}`, person, what, `${number(before, lang)} → ${number(after, lang)}`, file].join("  "),
      ),
      lang,
    ),
    ...section(
      say(W.conflicts, lang, { count: view.conflicts.length }),
      view.conflicts.map(({ tab, cell, recipient, kind, kept, sent, before, after, file }) => {
        const why = say(kind === "changed-since" ? W.changedSince : W.twoAnswers, lang, {
          sent: number(sent, lang),
          before: number(before, lang),
          after: number(after, lang),
        });
        const outcome = { master: W.keptMaster, answer: W.keptAnswer, "other-answer": W.keptOther }[kept][
          lang
        ];
        return [`${tab}!${cell}`, recipient, why, outcome, file].join("  ");
      }),
      lang,
    ),
    ...section(
      say(W.faults, lang, { count: faults.length }),
      faults.map(({ file, where, what, remedy, severity }) =>
        [MARKS[severity], file, where, what, remedy].filter((part) => part !== "").join("  "),
      ),
      lang,
    ),
    ...section(
      say(W.decisions, lang, { count: view.decisions.length }),
      view.decisions.map(decisionLine),
      lang,
    ),
    ...section(
      say(W.held, lang, { count: view.held.length }),
      view.held.map(({ name, unit, file, cells }) =>
        [name, unit === name ? "" : unit, say(W.heldCells, lang, { cells }), file]
          .filter((part) => part !== "")
          .join("  "),
      ),
      lang,
    ),
    ...(view.missing.length > 0
      ? missingLines(view.missing, lang)
      : view.held.length === 0
        ? [W.allAnswered[lang]]
        : []),
    ...(view.waiting ? waitingLines(view.waiting, lang) : []),
    ...(view.checks ? checkLines(view.checks, lang) : []),
    ...(view.missing.length > 0 ? view.notes.map(({ about, what }) => `  ${about}: ${what}`) : []),
    ...(view.nothingNew ? [W.nothingNew[lang]] : []),
  ];
}

function decisionLine({
  person,
  event,
  from,
  to,
  by,
  on,
  reason,
  file,
}: CollectionView["decisions"][number]): string {
  const why = reason === undefined ? "" : `“${reason}”`;
  return [person, event, `${from} → ${to}`, by, on, why, file].filter((part) => part !== "").join("  ");
}

/** Who has not answered, by the day their workbook went out. */
function missingLines(missing: CollectionView["missing"], lang: Lang): string[] {
  const separator = lang === "zh-CN" ? "、" : ", ";
  const shown = missing.slice(0, LINES);
  const day = (iso: string): string => new Date(iso).toLocaleDateString(lang);
  const byDay = groupBy(shown, ({ since }) => day(since));
  return [
    say(W.missing, lang, { count: missing.length }),
    ...[...byDay].map(
      ([since, people]) =>
        `  ${say(W.missingSince, lang, { since, names: people.map(({ name }) => name).join(separator) })}`,
    ),
    ...(missing.length > LINES ? [`  ${say(W.more, lang, { count: missing.length - LINES })}`] : []),
  ];
}

/** Who has still to sign or review, and whether they have been asked. */
function waitingLines(waiting: NonNullable<CollectionView["waiting"]>, lang: Lang): string[] {
  if (waiting.length === 0) return [R.none[lang]];
  return section(
    say(W.reviewWaits, lang, { count: waiting.length }),
    waiting.map(({ person, unit, stage, whom, since, due, file }) =>
      [
        person,
        unit,
        stage,
        whom === person ? "" : whom === "" ? R.anybody[lang] : say(W.waitsFor, lang, { whom }),
        since === undefined ? "" : say(W.since, lang, { since }),
        due === undefined ? "" : say(W.due, lang, { due }),
        file ?? R.unasked[lang],
      ]
        .filter((part) => part !== "")
        .join("  "),
    ),
    lang,
  );
}

function checkLines({ stages, waiting, differences }: CheckSummary, lang: Lang): string[] {
  return [
    say(W.checks, lang, stages),
    ...section(
      W.waiting[lang],
      waiting.map(({ about, unit, stage, items }) =>
        say(W.waits, lang, { about, unit, items, check: CHECK_NAMES[stage][lang] }),
      ),
      lang,
    ),
    ...section(
      say(W.differences, lang, { count: differences.length }),
      differences.map(({ about, what, period, own, unit, centre }) =>
        [about, period, what, [own, unit, centre].map((value) => number(value, lang)).join(" / ")]
          .filter((part) => part !== "")
          .join("  "),
      ),
      lang,
    ),
  ];
}

const CHECK_NAMES = { own: C.own, unit: C.ofUnit, centre: C.centre, done: C.done };
const MARKS = { refused: "▼", held: "▲", noted: "●" } as const;

function section(title: string, lines: readonly string[], lang: Lang): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - LINES;
  return [
    title,
    ...lines.slice(0, LINES).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  ${say(W.more, lang, { count: rest })}`] : []),
  ];
}

function number(value: number | string | null, lang: Lang): string {
  return value === null ? "—" : typeof value === "string" ? value : value.toLocaleString(lang);
}
