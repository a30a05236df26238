import { saveXlsx } from "../../host/file/save";
import { createNodeHost } from "../../host/node";
import { openReview, scoreOf, type ReviewBook, type Reviewed } from "../../jobs/review/reviewBook";
import { recordReview, type ReviewSettings } from "../../jobs/review/reviewJob";
import type { ReviewWish } from "../../jobs/review/reviewWish";
import { noticesOf, noticeText, type ReviewNotice } from "../../jobs/review/reviewLocks";
import { same } from "../../jobs/review/reviewSource";
import { EVENT_KINDS, EVENT_WORDS, type EventKind } from "../../scoring/review/events";
import { allowedEvents } from "../../scoring/review/flow";
import { stageLabels } from "../../sheets/review/pages";
import { momentOf } from "../../sheets/review/dates";
import { stageCalled } from "../../sheets/review/readReview";
import { say, type Lang } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";
import { misused } from "../usage";
import { REVIEW_COMMAND_WORDS as W } from "./reviewWords";

export type ReviewOptions = Partial<Readonly<Record<EventKind, readonly string[]>>> & {
  readonly out?: string;
  readonly list?: boolean;
  readonly unit?: string;
  readonly stage?: string;
  readonly by?: string;
  readonly on?: string;
  readonly reason?: string;
  readonly to?: string;
  readonly score?: number;
  readonly who?: readonly string[];
  readonly due?: readonly string[];
  readonly appealDays?: number;
  readonly lang?: string;
  readonly json?: boolean;
};

/**
 * `attain review`: who stands where; and, with `-o`, what was done to whom, kept in the workbook's own log.
 *
 * @throws AttainError `usage` when something is done without `-o`, and what `recordReview` throws
 */
export async function review(file: string, options: ReviewOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  const wishes = wishesOf(options, lang);
  const settings = settingsOf(options, lang);
  const writes = wishes.length > 0 || Object.keys(settings).length > 0 || options.out !== undefined;
  if (writes && options.out === undefined) throw misused("review", W.needsOut);
  const nobody = (options.by ?? "").trim() === "" && wishes.some(({ kind }) => kind !== "sign");
  if (nobody) throw misused("review", W.needsBy);
  if (options.out !== undefined) await checkApart(file, options.out);
  const host = createNodeHost(await openFile(file));
  if (options.stage !== undefined || options.unit !== undefined)
    checkWanted(await openReview(), options, lang);
  if (!writes || options.out === undefined) {
    const book = await openReview();
    return tell(book, await noticesOf(book), options, lang);
  }
  const done = await recordReview(wishes, { lang }, settings);
  host.calculate();
  await writeBytes(options.out, await saveXlsx(host.workbook));
  const book = await openReview();
  if (options.json === true) return tell(book, await noticesOf(book), options, lang);
  if (options.list === true) tell(book, [], options, lang);
  for (const { kind, person, score, adjusted } of done.recorded)
    console.log(
      say(adjusted === undefined ? W.done : W.adjusted, lang, {
        person,
        event: EVENT_WORDS[kind][lang],
        score: score ?? "–",
        adjusted: adjusted ?? "",
      }),
    );
  if (done.recorded.length === 0) console.log(say(W.begun, lang, { people: book.people.length }));
  for (const notice of await noticesOf(book)) console.log(`▲ ${noticeText(notice, lang)}`);
  console.log(say(W.saved, lang, { file: options.out }));
}

/** The options as things to be done, in the order of a review. */
function wishesOf(options: ReviewOptions, lang: Lang): ReviewWish[] {
  const { by = "", on, reason, to } = options;
  const stage = to === undefined ? undefined : (stageCalled(to) ?? to);
  return EVENT_KINDS.flatMap((kind) => {
    const people = options[kind] ?? [];
    if (people.length === 0) return [];
    const wish = {
      kind,
      by,
      ...(on !== undefined && { on }),
      ...(reason !== undefined && { reason }),
      ...(stage !== undefined && { to: stage }),
    };
    if (kind !== "adjust")
      return [{ ...wish, people, ...(options.score !== undefined && { score: options.score }) }];
    return people.map((word) => {
      const [, name = word, score] = /^(.*?)[=＝]\s*(-?[\d.]+)$/.exec(word) ?? [];
      const number = score === undefined ? options.score : Number(score);
      if (number === undefined || !Number.isFinite(number))
        throw misused("review", say(W.needsScore, lang, { name }));
      return { ...wish, people: [name.trim()], score: number };
    });
  });
}

function settingsOf({ who = [], due = [], appealDays }: ReviewOptions, lang: Lang): ReviewSettings {
  const pairs = (list: readonly string[], flag: string): [string, string][] =>
    list.map((pair) => {
      const [, stage, value] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
      if (stage === undefined || value === undefined)
        throw misused("review", say(W.needsPair, lang, { flag }));
      return [stageCalled(stage) ?? stage, value.trim()];
    });
  const named = pairs(who, "--who").map(([stage, names]) => [
    stage,
    names
      .split(/[,，、;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ]);
  const days = pairs(due, "--due").map(([stage, value]) => {
    const day = momentOf(value)?.slice(0, 10);
    if (day === undefined) throw misused("review", say(W.needsDay, lang, { flag: "--due", stage, value }));
    return [stage, day] as const;
  });
  return {
    ...(named.length > 0 && { who: Object.fromEntries(named) as Record<string, string[]> }),
    ...(days.length > 0 && { due: Object.fromEntries(days) }),
    ...(appealDays !== undefined && { appealDays }),
  };
}

/** Whoever misspells what they look for is told so, instead of being shown nobody. */
function checkWanted(book: ReviewBook, { unit, stage }: ReviewOptions, lang: Lang): void {
  const sep = lang === "zh-CN" ? "、" : ", ";
  if (stage !== undefined && stageWanted(book, stage, lang) === undefined) {
    const known = [...stageLabels({ ...book.process, lang })].map(([id, name]) =>
      same(id, name) ? id : lang === "zh-CN" ? `${id}（${name}）` : `${id} (${name})`,
    );
    throw misused("review", say(W.noStage, lang, { stage, known: known.join(sep) }));
  }
  if (unit !== undefined && !book.people.some((person) => same(person.unit, unit))) {
    const known = [...new Set(book.people.map((person) => person.unit))].filter((name) => name !== "");
    throw misused("review", say(W.noUnit, lang, { unit, known: known.join(sep) }));
  }
}

/** The id of a stage by its id, its usual name, or what this review calls it. */
function stageWanted(book: ReviewBook, word: string, lang: Lang): string | undefined {
  const labels = stageLabels({ ...book.process, lang });
  const own = [...labels].find(([id, name]) => same(id, word) || same(name, word))?.[0];
  const usual = stageCalled(word);
  return own ?? (usual !== undefined && [...labels.keys()].some((id) => id === usual) ? usual : undefined);
}

function tell(
  book: ReviewBook,
  notices: readonly ReviewNotice[],
  { unit, stage, json }: ReviewOptions,
  lang: Lang,
): void {
  const labels = stageLabels({ ...book.process, lang });
  const wanted = stage === undefined ? undefined : stageWanted(book, stage, lang);
  const shown = book.people.filter(
    (person) =>
      (unit === undefined || same(person.unit, unit)) &&
      (wanted === undefined || person.standing.stage === wanted),
  );
  if (json === true) return console.log(JSON.stringify(asJson(book, shown, notices, lang), null, 2));
  console.log(say(W.title, lang, { name: book.name, people: book.people.length }));
  for (const id of labels.keys()) {
    const here = shown.filter(({ standing }) => standing.stage === id);
    if (here.length === 0) continue;
    const own = book.process.stages.find((one) => one.id === id);
    const who = own && own.who.length > 0 ? ` · ${own.who.join(lang === "zh-CN" ? "、" : ", ")}` : "";
    const due = own && own.due !== "" ? ` · ${say(W.due, lang, { due: own.due })}` : "";
    console.log(`${labels.get(id) ?? id} (${here.length})${who}${due}`);
    for (const person of here) console.log(`  ${lineOf(person, lang)}`);
  }
  for (const notice of notices) console.log(`▲ ${noticeText(notice, lang)}`);
}

function lineOf(person: Reviewed, lang: Lang): string {
  const { standing, unit, computedScore } = person;
  const number = (value: number | null): string =>
    value === null ? W.notScored[lang] : value.toLocaleString(lang, { maximumFractionDigits: 2 });
  const score =
    standing.adjusted === undefined
      ? number(computedScore)
      : say(W.reviewed, lang, { score: number(standing.adjusted), computed: number(computedScore) });
  const why = standing.appeal ?? standing.returned;
  return [person.person, unit, score, standing.since, why && `“${why}”`]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
}

function asJson(
  { name, process, rules }: ReviewBook,
  shown: readonly Reviewed[],
  notices: readonly ReviewNotice[],
  lang: Lang,
): object {
  return {
    evaluation: name,
    stages: process.stages,
    people: shown.map((person) => ({
      person: person.person,
      unit: person.unit,
      computed: person.computedScore,
      score: scoreOf(person),
      ...person.standing,
      possible: allowedEvents(person.standing.stage, rules),
    })),
    notices: notices.map((notice) => ({ ...notice, text: noticeText(notice, lang) })),
  };
}
