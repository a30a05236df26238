import { AttainError } from "../../errors";
import { dayNumber, isoDate } from "../dates";
import { workingDays } from "../workdays";
import { level } from "./level";
import type { VisitClass, VisitCustomer, VisitFrequency, VisitsRequest } from "./visitsRequest";
import { phaseAfter, windowsOf, type Window } from "./windows";

export interface PlannedVisit {
  /** Index into the request's customers. */
  readonly customer: number;
  /** The day it is planned for: an ISO date, a working day. */
  readonly day: string;
  /** A visit between these days, both included, keeps the plan. */
  readonly from: string;
  readonly to: string;
  /** When it took place. */
  readonly done?: string;
}

export interface VisitPlan {
  /** The horizon's working days. */
  readonly days: readonly string[];
  readonly classes: readonly VisitClass[];
  /** By day, then rep, then customer. */
  readonly visits: readonly PlannedVisit[];
  /** Visits that took place without being planned. */
  readonly extra: readonly { readonly customer: number; readonly done: string }[];
  /** Visits by rep on each of `days`. */
  readonly loads: ReadonlyMap<string, readonly number[]>;
  /** Windows without a single working day: nothing is planned in them. */
  readonly skipped: readonly { readonly customer: number; readonly from: string; readonly to: string }[];
}

/**
 * A visit plan: every customer once in each stretch its class asks for, on working days, each rep's days as evenly
 * full as that allows. A customer's visits keep a rhythm: from one stretch to the next the day moves by no more than
 * a third of the stretch either way.
 *
 * Actual visits keep the planned one of the same stretch; others are extra.
 *
 * @param classes used when the request has none
 * @throws AttainError `request-invalid` for an unknown class, a customer named twice, a date outside the horizon
 */
export function planVisits(request: VisitsRequest, classes: readonly VisitClass[]): VisitPlan {
  const known = request.classes ?? classes;
  const frequencies = frequenciesOf(request.customers, known);
  const days = listWorkingDays(request);
  const places = days.map(dayNumber);
  const skipped: { customer: number; from: string; to: string }[] = [];
  const wanted = request.customers.flatMap((customer, index) => {
    const windows = windowsOf(request.from, request.to, frequencies[index] ?? { unit: "asNeeded" });
    const phase = phaseOf(request.customers, index, windows[0]);
    return windows.flatMap((window) => {
      const turn = turnIn(window, phase, places, dayNumber(request.to));
      if (turn === "none")
        skipped.push({ customer: index, from: isoDate(window.first), to: isoDate(window.last) });
      return typeof turn === "object" ? [{ ...turn, customer: index, rep: customer.rep, window }] : [];
    });
  });
  const planned = wanted.map(({ customer, ideal, window }) => ({
    customer,
    day: days[ideal] ?? "",
    from: isoDate(window.first),
    to: isoDate(window.last),
  }));
  for (const rep of new Set(request.customers.map((customer) => customer.rep))) {
    const own = wanted.flatMap((visit, index) => (visit.rep === rep ? [{ ...visit, index }] : []));
    const chosen = level(own, days.length);
    own.forEach(({ index }, i) => {
      const visit = planned[index];
      if (visit) planned[index] = { ...visit, day: days[chosen[i] ?? 0] ?? visit.day };
    });
  }
  const repOf = (customer: number) => request.customers[customer]?.rep ?? "";
  planned.sort(
    (a, b) =>
      a.day.localeCompare(b.day) ||
      repOf(a.customer).localeCompare(repOf(b.customer)) ||
      a.customer - b.customer,
  );
  return {
    days,
    classes: known,
    skipped,
    loads: loadsOf(planned, request.customers, days),
    ...kept(planned, request),
  };
}

/** The working days from first to last. */
function listWorkingDays({ from, to, calendar = {} }: VisitsRequest): string[] {
  const days: string[] = [];
  const last = dayNumber(to);
  if (last < dayNumber(from)) throw invalid(`the horizon ends (${to}) before it starts (${from})`);
  for (let day = dayNumber(from); day <= last; day++) {
    const iso = isoDate(day);
    if (workingDays(iso, iso, calendar) === 1) days.push(iso);
  }
  if (days.length === 0) throw invalid(`no working day between ${from} and ${to}`);
  return days;
}

function frequenciesOf(
  customers: readonly VisitCustomer[],
  classes: readonly VisitClass[],
): VisitFrequency[] {
  const every = new Map(classes.map((each) => [each.name, each.every]));
  const seen = new Set<string>();
  return customers.map(({ name, class: of }) => {
    if (seen.has(name)) throw invalid(`“${name}” occurs twice`);
    seen.add(name);
    const found = every.get(of);
    if (!found) throw invalid(`“${name}”: no class “${of}” (${[...every.keys()].join(", ")})`);
    return found;
  });
}

/** A known last visit says when the next is due; the others of a rep and class take turns over the stretch. */
function phaseOf(customers: readonly VisitCustomer[], index: number, window: Window | undefined): number {
  const customer = customers[index];
  if (!customer || !window) return 0;
  if (customer.last !== undefined) return phaseAfter(customer.last, window);
  const alike = customers.flatMap((other, i) =>
    other.rep === customer.rep && other.class === customer.class && other.last === undefined ? [i] : [],
  );
  return (alike.indexOf(index) + 0.5) / alike.length;
}

/**
 * Which days a stretch's visit may take: a third of the stretch either side of its turn. `later` when its turn comes
 * after the horizon, `none` when the stretch has no working day inside the horizon.
 */
function turnIn(
  window: Window,
  phase: number,
  places: readonly number[],
  end: number,
): { readonly from: number; readonly to: number; readonly ideal: number } | "later" | "none" {
  const first = places.findIndex((day) => day >= window.first);
  const last = places.findLastIndex((day) => day <= window.last);
  if (first < 0 || last < first) return "none";
  const length = window.last - window.first + 1;
  const turn = window.first + Math.floor(phase * length);
  if (window.last > end && turn > end) return "later";
  let ideal = first;
  for (let i = first; i <= last; i++)
    if (Math.abs((places[i] ?? 0) - turn) < Math.abs((places[ideal] ?? 0) - turn)) ideal = i;
  const near = Math.floor(length / 3);
  const inside = (i: number): boolean => Math.abs((places[i] ?? 0) - turn) <= near;
  let from = ideal;
  while (from > first && inside(from - 1)) from--;
  let to = ideal;
  while (to < last && inside(to + 1)) to++;
  return { from, to, ideal };
}

function loadsOf(
  planned: readonly PlannedVisit[],
  customers: readonly VisitCustomer[],
  days: readonly string[],
): Map<string, number[]> {
  const index = new Map(days.map((day, i) => [day, i]));
  const loads = new Map<string, number[]>();
  for (const { rep } of customers)
    if (!loads.has(rep))
      loads.set(
        rep,
        days.map(() => 0),
      );
  for (const { customer, day } of planned) {
    const load = loads.get(customers[customer]?.rep ?? "");
    const at = index.get(day) ?? -1;
    if (load && at >= 0) load[at] = (load[at] ?? 0) + 1;
  }
  return loads;
}

/** Actual visits put beside planned ones: each keeps the first open visit whose stretch it falls in. */
function kept(
  planned: readonly PlannedVisit[],
  { customers, from, to }: VisitsRequest,
): Pick<VisitPlan, "visits" | "extra"> {
  const visits: PlannedVisit[] = [...planned];
  const extra: { customer: number; done: string }[] = [];
  customers.forEach(({ name, done = [] }, customer) => {
    for (const date of [...done].sort()) {
      if (dayNumber(date) < dayNumber(from) || dayNumber(date) > dayNumber(to))
        throw invalid(`“${name}”: ${date} lies outside ${from} to ${to}`);
      const at = visits.findIndex(
        (visit) =>
          visit.customer === customer && visit.done === undefined && visit.from <= date && date <= visit.to,
      );
      const visit = visits[at];
      if (visit) visits[at] = { ...visit, done: date };
      else extra.push({ customer, done: date });
    }
  });
  return { visits, extra };
}

function invalid(detail: string): AttainError {
  return new AttainError("request-invalid", { detail });
}
