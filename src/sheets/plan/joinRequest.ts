import type { PlanRequest } from "../../planning/planRequest";
import type { RequestParts, RequestTable, Row } from "./requestParts";
import { SETTINGS } from "./requestFields";

type Open = Record<string, unknown>;

/**
 * A request put together from what stands on its sheet: the opposite of `splitRequest`. What the parts say is taken
 * as it stands; whether it makes sense is for the plan's schema to say.
 */
export function joinRequest({ settings, tables }: RequestParts): PlanRequest {
  const request: Open = {};
  for (const { path, kind } of SETTINGS) {
    if (settings.has(path)) put(request, path, kind === "present" ? {} : settings.get(path));
  }
  for (const one of tables) JOINERS[one.id](request, one);
  return request as unknown as PlanRequest;
}

const JOINERS: Readonly<Record<RequestTable["id"], (request: Open, table: RequestTable) => void>> = {
  periods: (request, { rows }) => {
    const time = child(request, "time");
    time[time["kind"] === "amounts" ? "amounts" : "weights"] = rows.map(({ value }) => value);
  },
  units: (request, { rows }) => {
    const organisation = child(request, "organisation");
    organisation[organisation["kind"] === "amounts" ? "amounts" : "weights"] = byKey(rows, "unit", "value");
  },
  levels: (request, { rows }) => {
    child(request, "organisation")["levels"] = rows;
  },
  limits: (request, { rows }) => {
    request["limits"] = rows;
  },
  mix: (request, { rows, name }) => {
    list(request, "mix").push({ name, parts: rows });
  },
  mixUnits: (request, table) => overrides(request, table, "units", "unit"),
  mixPeriods: (request, table) => overrides(request, table, "periods", "period"),
  measures: (request, { rows }) => {
    request["measures"] = rows.map(({ more, ...row }) => {
      const measure: Open = {};
      for (const [path, value] of Object.entries(row)) put(measure, path, value);
      return { ...measure, ...(more as Open | undefined) };
    });
  },
  scenarios: (request, { rows }) => {
    request["scenarios"] = rows;
  },
  team: (request, { rows, columns }) => {
    const depth = columns.filter(({ path }) => path.startsWith("path.")).length;
    const team = child(request, "team");
    const members = rows.map(member);
    const levels = columns.slice(0, depth).map(({ label }) => label["en-US"]);
    team["levels"] = levels;
    team["members"] = members;
  },
};

function overrides(request: Open, { rows, name }: RequestTable, into: string, key: string): void {
  const axis = list(request, "mix").find((one) => one["name"] === name);
  if (axis) axis[into] = Object.fromEntries(rows.map((row) => [String(row[key]), numbered(row, "shares")]));
}

function member(row: Row): Open {
  const made: Open = { path: numbered(row, "path") };
  for (const [path, value] of Object.entries(row)) {
    if (path.startsWith("measures ")) {
      const at = path.lastIndexOf(" ");
      const own = child(child(made, "measures"), path.slice("measures ".length, at));
      if (path.slice(at + 1) === "more") Object.assign(own, value);
      else own[path.slice(at + 1)] = value;
    } else if (!path.includes(".")) made[path] = value;
  }
  for (const key of ["history", "proposal"]) {
    const values = numbered(row, key);
    if (values.length > 0) made[key] = values;
  }
  return made;
}

/** The values of `key.0`, `key.1` … up to the last one there; empty cells between count as nothing. */
function numbered(row: Row, key: string): unknown[] {
  const values: unknown[] = [];
  for (const [path, value] of Object.entries(row)) {
    if (path.startsWith(`${key}.`)) values[Number(path.slice(key.length + 1))] = value;
  }
  return Array.from(values, (value) => value ?? 0);
}

function byKey(rows: readonly Row[], key: string, value: string): Open {
  return Object.fromEntries(rows.map((row) => [String(row[key]), row[value]]));
}

function put(into: Open, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? path;
  let here = into;
  for (const key of keys) here = child(here, key);
  here[last] = value;
}

function child(into: Open, key: string): Open {
  return (into[key] ??= {}) as Open;
}

function list(into: Open, key: string): Open[] {
  return (into[key] ??= []) as Open[];
}
