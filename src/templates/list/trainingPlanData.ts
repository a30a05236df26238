import { nameKey } from "../../records/clean/name";
import { TRAINING_PEOPLE, TRAINING_SCORES, TRAINING_SESSIONS } from "../../records/forms/tables/training";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import {
  distinct,
  freshIds,
  numberOf,
  Problems,
  wordsOf,
  type FillProblem,
  type FoundForms,
} from "../fill/forms";
import { TRAINING_WORDS as T } from "./trainingPlanWords";

export interface Session {
  readonly id: string;
  readonly topic: string;
  readonly trainer: string;
  /** ISO day; empty when it is not known. */
  readonly date: string;
  readonly hours: number | null;
  /** Whole currency units. */
  readonly budget: number | null;
  readonly cost: number | null;
  readonly invited: number | null;
  readonly held?: boolean;
}

/** One person in one session. */
export interface Score {
  /** Id of the session. */
  readonly session: string;
  readonly name: string;
  readonly present?: boolean;
  readonly before: number | null;
  readonly after: number | null;
}

export interface Training {
  readonly sessions: readonly Session[];
  readonly scores: readonly Score[];
  readonly people: readonly string[];
  /** Mark from which a score counts as passed. */
  readonly pass: number;
}

const PASS = 60;

/** Score before and after of each person and session held; null for who was absent. */
const SCORES: readonly (readonly (readonly [before: number, after: number] | null)[])[] = [
  [[62, 85], [70, 88], [55, 79], [68, 91], null, [73, 86]],
  [[58, 77], [66, 82], [61, 58], [72, 90], [64, 83], null],
  [[71, 84], [69, 87], null, [75, 93], [60, 81], [77, 88]],
];

export function exampleTraining(lang: Lang): Training {
  const team = exampleTeam(lang);
  const session = (
    i: number,
    topic: Phrase,
    trainer: Phrase,
    date: string,
    hours: number,
    budget: number,
    cost: number | null,
  ): Session => ({
    id: `P${i}`,
    topic: topic[lang],
    trainer: trainer[lang],
    date,
    hours,
    budget,
    cost,
    invited: team.length,
    held: cost !== null,
  });
  return {
    sessions: [
      session(1, T.t1, T.internal, "2026-02-26", 6, 3000, 2800),
      session(2, T.t2, T.external, "2026-04-16", 12, 12000, 12600),
      session(3, T.t3, T.external, "2026-06-11", 8, 9000, 8700),
      session(4, T.t4, T.finance, "2026-09-17", 4, 1500, null),
    ],
    scores: SCORES.flatMap((scores, i) =>
      team.map((name, person): Score => {
        const pair = scores[person];
        return {
          session: `P${i + 1}`,
          name,
          present: pair !== null && pair !== undefined,
          before: pair?.[0] ?? null,
          after: pair?.[1] ?? null,
        };
      }),
    ),
    people: team,
    pass: PASS,
  };
}

const W = {
  twice: {
    "zh-CN": "编号“{id}”有两场，后一场改为 {fresh}",
    "en-US": "“{id}” numbers two sessions; the later one became {fresh}",
  },
  twiceRemedy: {
    "zh-CN": "每场一个编号；成绩按编号归到前一场",
    "en-US": "Give each session a number of its own; scores go to the first",
  },
  unlisted: { "zh-CN": "“{session}”不在培训计划中", "en-US": "“{session}” is not among the sessions" },
  unlistedRemedy: {
    "zh-CN": "成绩已取用，但不计入任何一场；请在培训计划补一行，或改用其编号",
    "en-US": "The score was taken but counts for no session; add the session, or use its number",
  },
} as const satisfies Record<string, Phrase>;

/** The training of a person's own tables; undefined when there are neither sessions nor scores. */
export function trainingOf(
  found: FoundForms,
  lang: Lang,
): { readonly training: Training; readonly problems: readonly FillProblem[] } | undefined {
  const [planned, tested] = [found.read(TRAINING_SESSIONS), found.read(TRAINING_SCORES)];
  if (!planned && !tested) return undefined;
  const problems = new Problems(lang);
  const attended = new Set<string>();
  const records = planned?.records ?? [];
  const fresh = freshIds(
    "P",
    records.map((record) => wordsOf(record, "id")),
  );
  const ids = new Set<string>();
  const listed = records.map((record): Session => {
    const own = wordsOf(record, "id");
    const id = own === "" || ids.has(own) ? fresh() : own;
    if (own !== "" && id !== own)
      problems.add(record.place("id"), W.twice, { id: own, fresh: id }, W.twiceRemedy);
    ids.add(id);
    const status = record.values.status;
    return {
      id,
      topic: wordsOf(record, "topic"),
      trainer: wordsOf(record, "trainer"),
      date: wordsOf(record, "date"),
      hours: numberOf(record, "hours"),
      budget: numberOf(record, "budget"),
      cost: numberOf(record, "cost"),
      invited: numberOf(record, "invited"),
      ...(status === undefined ? {} : { held: status === "held" }),
    };
  });
  const named =
    tested && !planned ? distinct(tested.records.map((record) => wordsOf(record, "session"))) : [];
  const sessions = [...listed, ...named.map((topic) => onlyNamed(fresh(), topic))];
  const byWord = new Map([
    ...sessions.map(({ id, topic }): [string, string] => [nameKey(topic), id]),
    ...sessions.map(({ id }): [string, string] => [nameKey(id), id]),
  ]);
  const [only] = sessions;
  const scores = (tested?.records ?? []).map((record): Score => {
    const said = wordsOf(record, "session");
    const session =
      said === "" && sessions.length === 1 && only ? only.id : (byWord.get(nameKey(said)) ?? said);
    if (said !== "" && !byWord.has(nameKey(said)))
      problems.add(record.place("session"), W.unlisted, { session: said }, W.unlistedRemedy);
    const [before, after] = [numberOf(record, "before"), numberOf(record, "after")];
    const { present } = record.values;
    // Who has a score was there.
    const there = present === undefined ? before !== null || after !== null || undefined : present === "yes";
    if (there === true) attended.add(session);
    return {
      session,
      name: wordsOf(record, "name"),
      ...(there === undefined ? {} : { present: there }),
      before,
      after,
    };
  });
  const pass = tested?.settings["pass"];
  const people = found.read(TRAINING_PEOPLE)?.records ?? [];
  return {
    training: {
      // A session that cost something, or that somebody came to, was held.
      sessions: sessions.map((session) =>
        session.held === undefined && (session.cost !== null || attended.has(session.id))
          ? { ...session, held: true }
          : session,
      ),
      scores,
      people: distinct([
        ...people.map((record) => wordsOf(record, "name")),
        ...scores.map(({ name }) => name),
      ]),
      pass: typeof pass === "number" ? pass : PASS,
    },
    problems: problems.list,
  };
}

/** A session that is only known by what its scores call it. */
function onlyNamed(id: string, topic: string): Session {
  return { id, topic, trainer: "", date: "", hours: null, budget: null, cost: null, invited: null };
}
