import {
  CHECKS,
  STATUSES,
  mondayOf,
  type Check,
  type Status,
  type Task,
  type WorkPlan,
} from "../../forms/workPlan";
import { isoDate } from "../../planning/dates";
import type { Lang } from "../../words";
import { text, type Grid, type GridValue } from "../readBack";
import { readTable, type ReadTable } from "../readTable";
import { FORM_WORDS } from "./words";
import { completionTable } from "./completionTable";
import type { Draft } from "./workPlanDraft";
import { goalsTable, monthsTable, tasksTable } from "./workPlanPages";
import { CHECK_WORDS, STATUS_WORDS, W } from "./workPlanWords";

/** A sheet's values from A1 on, with its tab. */
export interface NamedGrid {
  readonly tab: string;
  readonly values: Grid;
}

export interface ReadWorkPlan {
  readonly plan: WorkPlan;
  readonly lang: Lang;
  readonly tasks: ReadTable & { readonly tab: string };
}

const BLANK: WorkPlan = { title: "", year: 0, people: [], goals: [], months: [], tasks: [], counts: "own" };

/**
 * Reads the pages of a work plan back, edited or not, whatever the tabs are called now. Rows without a text are
 * skipped; a task that says no status stays without one.
 *
 * @returns undefined when the workbook has no page of weekly tasks
 */
export function readWorkPlan(grids: readonly NamedGrid[]): ReadWorkPlan | undefined {
  const find = (table: (plan: WorkPlan, lang: Lang) => Draft) =>
    grids
      .flatMap(({ tab, values }) => {
        const read = readTable(values, (lang) => table(BLANK, lang));
        return read ? [{ tab, title: text(values[0]?.[0]), ...read }] : [];
      })
      .reduce<(ReadTable & { tab: string; title: string }) | undefined>(
        (best, one) => (best && best.share >= one.share ? best : one),
        undefined,
      );
  const tasks = find(tasksTable);
  if (!tasks) return undefined;
  const { lang } = tasks;
  const [goals, months, completion] = [find(goalsTable), find(monthsTable), find(completionTable)];
  const counts = text(completion?.settings["counts"]);
  const read = tasks.rows.flatMap(({ values }) => taskOf(values, lang) ?? []);
  const approvedBy = text(goals?.settings["approvedBy"]);
  const approvedOn = day(goals?.settings["approvedOn"]);
  return {
    lang,
    tasks,
    plan: {
      title: goals?.title ?? tasks.title,
      year: Number(
        (read.find(({ due }) => due !== "")?.due ?? day(goals?.rows[0]?.values["due"]) ?? "0").slice(0, 4),
      ),
      people: (completion?.rows ?? [])
        .map(({ values }) => text(values["name"]))
        .filter((name) => name !== ""),
      counts: CHECKS.find((check) => CHECK_WORDS[check][lang] === counts) ?? "own",
      goals: (goals?.rows ?? []).map(({ values }) => ({
        id: text(values["id"]),
        text: text(values["text"]),
        measure: text(values["measure"]),
        owner: text(values["owner"]),
        due: day(values["due"]) ?? "",
      })),
      months: (months?.rows ?? []).map(({ values }) => ({
        id: text(values["id"]),
        ...optional("goal", values["goal"]),
        month: Number(values["month"] ?? 0),
        text: text(values["text"]),
        stage: text(values["stage"]),
        owner: text(values["owner"]),
        due: day(values["due"]) ?? "",
      })),
      tasks: read,
      ...(approvedBy !== "" && approvedOn !== undefined
        ? { approved: { by: approvedBy, on: approvedOn } }
        : {}),
    },
  };
}

function taskOf(values: Readonly<Record<string, GridValue>>, lang: Lang): Task | undefined {
  if (text(values["text"]) === "") return undefined;
  const due = day(values["due"]);
  // Work that says no week belongs to the one it is due in.
  const week = day(values["week"]) ?? (due === undefined ? "" : mondayOf(due));
  const yes = (key: string) => text(values[key]) === FORM_WORDS.yes[lang];
  const checks = CHECKS.flatMap((check): [Check, boolean][] =>
    text(values[check]) === "" ? [] : [[check, yes(check)]],
  );
  const status = STATUSES.find((one): one is Status => STATUS_WORDS[one][lang] === text(values["status"]));
  return {
    id: text(values["id"]),
    week,
    owner: text(values["owner"]),
    text: text(values["text"]),
    ...optional("item", values["item"]),
    due: due ?? week,
    ...optionalFlag("important", values["important"], lang),
    ...optionalFlag("urgent", values["urgent"], lang),
    planned: text(values["inPlan"]) !== W.plannedNo[lang],
    ...(status === undefined ? {} : { status }),
    ...optional("reason", values["reason"]),
    ...(checks.length > 0 ? { checks: Object.fromEntries(checks) } : {}),
    ...optional("from", values["from"]),
  };
}

function optional<K extends string>(key: K, value: GridValue | undefined): Partial<Record<K, string>> {
  const said = text(value);
  return said === "" ? {} : ({ [key]: said } as Record<K, string>);
}

function optionalFlag<K extends string>(
  key: K,
  value: GridValue | undefined,
  lang: Lang,
): Partial<Record<K, boolean>> {
  const said = text(value);
  return said === "" ? {} : ({ [key]: said === FORM_WORDS.yes[lang] } as Record<K, boolean>);
}

/** 1970-01-01 as a serial number. */
const EPOCH = 25569;

function day(value: GridValue | undefined): string | undefined {
  if (typeof value === "number") return isoDate(Math.floor(value) - EPOCH);
  const said = text(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : undefined;
}
