import {
  CHECKS,
  mondayOf,
  STATUSES,
  type Check,
  type Goal,
  type MonthItem,
  type Task,
  type WorkPlan,
} from "../../forms/workPlan";
import { nameKey } from "../../records/clean/name";
import type { FormFieldId } from "../../records/forms/formTable";
import type { FormRecord } from "../../records/forms/readForm";
import { WORK_GOALS, WORK_MONTHS, WORK_PEOPLE, WORK_TASKS } from "../../records/forms/tables/workPlan";
import { readPeriod } from "../../records/periods";
import { say, type Lang, type Phrase } from "../../words";
import {
  distinct,
  freshIds,
  Problems,
  wordsOf,
  yearIn,
  type FillProblem,
  type FoundForms,
} from "../fill/forms";

const W = {
  title: { "zh-CN": "{year} 年度工作计划", "en-US": "Work plan {year}" },
  month: { "zh-CN": "月份不是 1 到 12 月：“{text}”", "en-US": "“{text}” is no month" },
  monthRemedy: { "zh-CN": "留空；请写成 1 到 12", "en-US": "Left empty; write 1 to 12" },
  twice: {
    "zh-CN": "编号“{id}”有两行，后一行改为 {fresh}",
    "en-US": "“{id}” numbers two rows; the later one became {fresh}",
  },
  twiceRemedy: { "zh-CN": "每行一个编号", "en-US": "give each row a number of its own" },
} as const satisfies Record<string, Phrase>;

/** The work plan of a person's own lists; undefined when there is no list of goals, of months' work or of tasks. */
export function workPlanOf(
  found: FoundForms,
  lang: Lang,
): { readonly plan: WorkPlan; readonly problems: readonly FillProblem[] } | undefined {
  const read = {
    goals: found.read(WORK_GOALS),
    months: found.read(WORK_MONTHS),
    tasks: found.read(WORK_TASKS),
  };
  if (!read.goals && !read.months && !read.tasks) return undefined;
  const problems = new Problems(lang);
  const goals = withIds(read.goals?.records ?? [], "G", problems).map(({ id, record }): Goal => ({
    id,
    text: wordsOf(record, "text"),
    measure: wordsOf(record, "measure"),
    owner: wordsOf(record, "owner"),
    due: wordsOf(record, "due"),
  }));
  const months = withIds(read.months?.records ?? [], "M", problems).map(({ id, record }): MonthItem => {
    const goal = wordsOf(record, "goal");
    return {
      id,
      ...(goal === "" ? {} : { goal: idNamed(goal, goals) }),
      month: monthOf(record, problems),
      text: wordsOf(record, "text"),
      stage: wordsOf(record, "stage"),
      owner: wordsOf(record, "owner"),
      due: wordsOf(record, "due"),
    };
  });
  // Where nobody else checks, what people say of their own work is their own check.
  const checked = CHECKS.filter((check) => read.tasks?.found.has(check) === true);
  const tasks = withIds(read.tasks?.records ?? [], "T", problems).map(({ id, record }) =>
    taskOf(id, record, months, checked.length === 0),
  );
  const people = found.read(WORK_PEOPLE);
  const counts = people?.settings["counts"];
  const days = [...tasks, ...months, ...goals].flatMap(({ due }) => (due === "" ? [] : [due]));
  const year =
    Object.values(read).flatMap((reading) => (reading && yearIn(reading)) ?? [])[0] ??
    usualYear(days) ??
    new Date().getFullYear();
  const { approvedBy: by, approvedOn: on } = read.goals?.settings ?? {};
  return {
    plan: {
      title: titleIn(read.goals?.titles ?? []) ?? say(W.title, lang, { year: String(year) }),
      year,
      people: distinct([
        ...(people?.records ?? []).map((record) => wordsOf(record, "name")),
        ...[...tasks, ...months, ...goals].map(({ owner }) => owner),
      ]),
      goals,
      months,
      tasks,
      counts:
        CHECKS.find((check) => check === counts) ??
        (["unit", "centre", "own"] as const).find((check) => checked.includes(check)) ??
        "own",
      ...(typeof by === "string" && typeof on === "string" ? { approved: { by, on } } : {}),
    },
    problems: problems.list,
  };
}

function taskOf(
  id: string,
  record: FormRecord<FormFieldId<typeof WORK_TASKS>>,
  months: readonly MonthItem[],
  ownWord: boolean,
): Task {
  const { values } = record;
  const [week, due, item] = [wordsOf(record, "week"), wordsOf(record, "due"), wordsOf(record, "item")];
  const [reason, from] = [wordsOf(record, "reason"), wordsOf(record, "from")];
  const status = STATUSES.find((each) => each === values.status);
  const flag = (key: "important" | "urgent") =>
    values[key] === undefined ? {} : { [key]: values[key] === "yes" };
  const checks = ownWord
    ? status === "done"
      ? { own: true }
      : {}
    : Object.fromEntries(
        CHECKS.flatMap((check): [Check, boolean][] =>
          values[check] === undefined ? [] : [[check, values[check] === "yes"]],
        ),
      );
  const day = week === "" ? due : week;
  return {
    id,
    week: day === "" ? "" : mondayOf(day),
    owner: wordsOf(record, "owner"),
    text: wordsOf(record, "text"),
    ...(item === "" ? {} : { item: idNamed(item, months) }),
    due,
    ...flag("important"),
    ...flag("urgent"),
    planned: values.inPlan !== "no",
    ...(status === undefined ? {} : { status }),
    ...(reason === "" ? {} : { reason }),
    ...(Object.keys(checks).length > 0 ? { checks } : {}),
    ...(from === "" ? {} : { from }),
  };
}

/** Records with numbers of their own: those they have, and new ones where they have none or share one. */
function withIds<Id extends string>(
  records: readonly FormRecord<Id | "id">[],
  prefix: string,
  problems: Problems,
): { readonly id: string; readonly record: FormRecord<Id | "id"> }[] {
  const fresh = freshIds(
    prefix,
    records.map((record) => wordsOf(record, "id")),
  );
  const used = new Set<string>();
  return records.map((record) => {
    const own = wordsOf(record, "id");
    const id = own === "" || used.has(own) ? fresh() : own;
    if (own !== "" && id !== own)
      problems.add(record.place("id"), W.twice, { id: own, fresh: id }, W.twiceRemedy);
    used.add(id);
    return { id, record };
  });
}

/** What another list calls it, by number or by its text. */
function idNamed(said: string, list: readonly { readonly id: string; readonly text: string }[]): string {
  const key = nameKey(said);
  return (
    list.find(({ id }) => nameKey(id) === key)?.id ??
    list.find(({ text }) => nameKey(text) === key)?.id ??
    said
  );
}

/** 1–12 from `3`, `3月`, `2026-03` or `March`; 0 for none. */
function monthOf(record: FormRecord<FormFieldId<typeof WORK_MONTHS>>, problems: Problems): number {
  const text = wordsOf(record, "month");
  if (text === "") return 0;
  const period = readPeriod(text);
  const number = period?.kind === "month" ? (period.number ?? 0) : Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 12) return number;
  problems.add(record.place("month"), W.month, { text }, W.monthRemedy);
  return 0;
}

/** The first line above the goals, unless it states something. */
function titleIn(titles: readonly string[]): string | undefined {
  const [first] = titles;
  return first === undefined || /[:：]/.test(first) ? undefined : first;
}

/** The year most days are in. */
function usualYear(days: readonly string[]): number | undefined {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day.slice(0, 4), (counts.get(day.slice(0, 4)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most === undefined ? undefined : Number(most[0]);
}
