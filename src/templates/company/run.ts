/** The main job over a ledger as a company template: which targets and scores to make, whoever is in the ledger. */
import { usualYear } from "../../jobs/compute";
import type { RunChoices, RunMade } from "../../jobs/types";
import type { Understanding } from "../../jobs/read/understand";
import { WORDS } from "../../jobs/words";
import type { PlanRequest } from "../../planning/planRequest";
import { ACTUALS_WORDS } from "../../sheets/words";
import { LANGS, type Lang } from "../../words";
import type { PlanBody, RunBody } from "./definition";
import { blankRequest, readEvaluationBody } from "./evaluation";
import { planBodyOf, readPlanBody } from "./plan";
import { pageOf, type TemplateSource } from "./source";

/**
 * The run that made a workbook's pages, or the one a template of the company asks for.
 *
 * @param stored what the company template says that the workbook is or follows
 * @returns undefined when the pages are no run's over a ledger
 * @throws AttainError `scheme-invalid`, `request-invalid` with every mistake of the pages, each with its cell
 */
export function readRunBody(
  source: TemplateSource,
  stored: RunBody | undefined,
): { readonly body: RunBody; readonly lang: Lang } | undefined {
  const lang = langOfActuals(source);
  if (source.run !== undefined && lang !== undefined)
    return { body: bodyOfRun(source, source.run, lang), lang };
  if (stored === undefined) return undefined;
  const plan = stored.plan && readPlanBody(source);
  const evaluation = stored.evaluation && readEvaluationBody(source, blankRequest(stored.evaluation));
  const found = evaluation?.request.lang ?? plan?.lang;
  if (found === undefined) return undefined;
  return {
    lang: found,
    body: {
      ...stored,
      ...(plan ? { plan: plan.body } : {}),
      ...(evaluation ? { evaluation } : {}),
    },
  };
}

function bodyOfRun(source: TemplateSource, made: RunMade, lang: Lang): RunBody {
  const parts = new Set(made.parts);
  const planned = parts.has("plan") || parts.has("track");
  const evaluation = parts.has("score") ? readEvaluationBody(source, undefined) : undefined;
  return {
    kind: "run",
    parts: made.parts,
    baseYear: made.baseYear,
    ...(planned ? { plan: planOf(made, lang) } : {}),
    ...(evaluation ? { evaluation } : {}),
  };
}

/** Pages of a run say which language they are in by their headers. */
function langOfActuals(source: TemplateSource): Lang | undefined {
  const page = pageOf(source, "actuals");
  const heads = new Set((page?.values ?? []).slice(0, 8).flat());
  return LANGS.find((lang) => heads.has(ACTUALS_WORDS.name[lang]) && heads.has(ACTUALS_WORDS.won[lang]));
}

function planOf({ choices, plan, baseYear }: RunMade, lang: Lang): PlanBody {
  const request = { ...defaults(baseYear, choices, lang), ...choices.plan };
  const { total, base } = plan ?? {};
  return planBodyOf(
    {
      ...request,
      team: { company: WORDS.company[lang], levels: [WORDS.region[lang], WORDS.rep[lang]], members: [] },
    },
    { ...(base === undefined ? {} : { history: base }), ...(total === undefined ? {} : { whole: total }) },
  );
}

/** What the main job asks for where nobody has chosen anything else. */
function defaults(
  baseYear: number,
  { growth = 0.2, emptyMonths = "zero" }: Pick<RunChoices, "growth" | "emptyMonths">,
  lang: Lang,
): PlanRequest {
  return {
    measure: WORDS.revenue[lang],
    unit: WORDS.yuan[lang],
    horizon: { from: `${baseYear + 1}-01-01`, to: `${baseYear + 1}-12-31` },
    total: { growth },
    time: { kind: "history", gaps: emptyMonths },
    organisation: { kind: "history" },
  };
}

/**
 * The choices of the main job that make of another ledger what the template's run made of its own. The scheme is the
 * template's even where that workbook has one.
 *
 * @throws AttainError `no-data` when nothing was won in that ledger
 */
export function runChoices(
  { parts, baseYear, plan, evaluation }: RunBody,
  found: Understanding,
  lang: Lang,
): RunChoices {
  const [scheme] = evaluation?.request.schemes ?? [];
  return {
    parts,
    ...(scheme === undefined ? {} : { scheme }),
    ...(plan === undefined ? {} : planChoices(plan.wish, baseYear, usualYear(found), lang)),
  };
}

/** Growth and empty months as people choose them in the pane; of the rest what differs from the usual. */
function planChoices(
  wish: PlanBody["wish"],
  baseYear: number,
  year: number,
  lang: Lang,
): Pick<RunChoices, "growth" | "emptyMonths" | "plan"> {
  const growth = "growth" in wish.total ? wish.total.growth : undefined;
  const emptyMonths = wish.time?.kind === "history" ? wish.time.gaps : undefined;
  const usual = defaults(
    baseYear,
    { ...(growth === undefined ? {} : { growth }), ...(emptyMonths ? { emptyMonths } : {}) },
    lang,
  );
  const isUsual = ([part, value]: readonly [string, unknown]): boolean =>
    sameText(value, Object.entries(usual).find(([key]) => key === part)?.[1]);
  const moved = { ...wish, horizon: movedBy(wish.horizon, year - baseYear) };
  const own = Object.entries(wish)
    .filter((entry) => !isUsual(entry))
    .map(([part]) => part);
  const plan = Object.fromEntries(Object.entries(moved).filter(([part]) => own.includes(part)));
  return {
    ...(growth === undefined ? {} : { growth }),
    ...(emptyMonths === undefined ? {} : { emptyMonths }),
    ...(own.length === 0 ? {} : { plan }),
  };
}

const sameText = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same days of another year; the last of February stays it. */
function movedBy(horizon: PlanRequest["horizon"], years: number): PlanRequest["horizon"] {
  return { ...horizon, from: dayMoved(horizon.from, years), to: dayMoved(horizon.to, years) };
}

function dayMoved(iso: string, years: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  const atEnd = day === new Date(Date.UTC(year, month, 0)).getUTCDate();
  const on = atEnd ? last : Math.min(day, last);
  return `${year + years}-${String(month).padStart(2, "0")}-${String(on).padStart(2, "0")}`;
}
