import type { Scalar } from "../formula/column";
import { AttainError } from "../errors";
import { say, type Phrase } from "../words";
import { dayCount, dayOf, daysBetween, monthStart } from "./days";
import {
  personId,
  type EvaluationPeriod,
  type EvaluationPerson,
  type EvaluationRequest,
  type EvaluationRow,
} from "./evaluation";
import type { Scheme } from "./scheme";
import { inPhase, resolveVariants, schemesFor } from "./structure";

export interface PlannedSet {
  readonly scheme: Scheme;
  readonly base: { readonly id: string; readonly phase?: string };
  readonly rows: readonly EvaluationRow[];
}

export const EXEMPT = {
  newcomer: {
    "zh-CN": "新人，前 {months} 个月不考核",
    "en-US": "Newcomer: not scored in the first {months} months",
  },
  left: { "zh-CN": "已离职", "en-US": "Left" },
} as const satisfies Record<string, Phrase>;

/** Stands as the reason of a line nobody is named on. */
export const NOBODY = "–";

/** A stretch of days in one unit and position. */
interface Stay {
  readonly from: string;
  readonly to: string;
  readonly person: EvaluationPerson;
}

/**
 * Who is scored when and by what: one row a person and period, or one for each part of it after a transfer; nobody
 * has rows in periods they were not there. Rows of a set stand in order of periods, then people.
 *
 * @throws AttainError `request-invalid` when somebody has no scheme, which `validateEvaluation` says beforehand
 */
export function planRows(request: EvaluationRequest): PlannedSet[] {
  const { schemes } = resolveVariants(request.schemes);
  const sets = new Map<string, PlannedSet & { rows: EvaluationRow[] }>();
  for (const period of request.periods) {
    request.people.forEach((person, index) => {
      for (const stay of staysOf(person, period)) {
        const { scheme, base } = schemeOf(request, schemes, stay, period);
        const key = `${scheme.id} ${scheme.version ?? ""} ${scheme.inForce?.from ?? ""}`;
        const set = sets.get(key) ?? { scheme, base, rows: [] };
        sets.set(key, set);
        set.rows.push(rowOf(request, index, stay, period));
      }
    });
  }
  return [...sets.values()];
}

/** The person's parts of the period: from joining to leaving, cut at each transfer. */
export function staysOf(person: EvaluationPerson, period: EvaluationPeriod): Stay[] {
  const first = later(period.from, person.joined);
  const last = earlier(period.to, person.left);
  if (first > last) return [];
  const moves = [...(person.transfers ?? [])].sort((a, b) => (a.on < b.on ? -1 : 1));
  let now = person;
  let from = first;
  const stays: Stay[] = [];
  for (const { on, ...changes } of moves) {
    if (on > last) break;
    if (on > from) {
      stays.push({ from, to: dayOf(dayCount(on) - 1), person: now });
      from = on;
    }
    now = { ...now, ...changes };
  }
  return [...stays, { from, to: last, person: now }];
}

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);
const earlier = (a: string, b: string | undefined): string => (b !== undefined && b < a ? b : a);

/** Which scheme a stay is scored by, in its phase. */
export function fittingSchemes(
  schemes: readonly Scheme[],
  { person }: Stay,
  period: EvaluationPeriod,
): Scheme[] {
  const { scheme, position } = person;
  return schemesFor(schemes, {
    ...(scheme !== undefined && { scheme }),
    ...(position !== undefined && { position }),
    day: period.from,
  });
}

function schemeOf(
  request: EvaluationRequest,
  schemes: readonly Scheme[],
  stay: Stay,
  period: EvaluationPeriod,
): Pick<PlannedSet, "scheme" | "base"> {
  const [scheme] = fittingSchemes(schemes, stay, period);
  if (!scheme) throw new AttainError("request-invalid", { detail: stay.person.name });
  if (!scheme.phases || scheme.phases.length === 0) return { scheme, base: { id: scheme.id } };
  const phase = stay.person.phase ?? period.phase ?? request.phase ?? scheme.phases[0]?.id ?? "";
  return { scheme: inPhase(scheme, phase), base: { id: scheme.id, phase } };
}

function rowOf(
  request: EvaluationRequest,
  index: number,
  { from, to, person }: Stay,
  period: EvaluationPeriod,
): EvaluationRow {
  const id = personId(person);
  const inputs = new Map<string, Scalar>(Object.entries(person.inputs ?? {}));
  for (const row of request.inputs ?? []) {
    const here =
      row.person === id &&
      (row.period === undefined || row.period === period.id) &&
      (row.unit === undefined || row.unit === person.unit);
    if (here) for (const [input, value] of Object.entries(row.values)) inputs.set(input, value);
  }
  return {
    person: index,
    name: person.name,
    unit: person.unit,
    position: person.position ?? "",
    manager: person.manager ?? "",
    period,
    from,
    to,
    days: daysBetween(from, to),
    exempt: exemptionOf(request, person, period, to),
    inputs,
  };
}

/** Why somebody is not scored in a period; empty when they are. */
function exemptionOf(
  request: EvaluationRequest,
  person: EvaluationPerson,
  period: EvaluationPeriod,
  to: string,
): string {
  const { newcomers, leavers, lang } = request;
  const { joined, left } = person;
  if (person.name === "") return NOBODY;
  if (newcomers && joined !== undefined && to < monthStart(joined, newcomers.months))
    return say(EXEMPT.newcomer, lang, { months: newcomers.months });
  if (leavers === "skip" && left !== undefined && left < period.to) return say(EXEMPT.left, lang);
  return "";
}
