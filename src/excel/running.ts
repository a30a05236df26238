import { AttainError } from "../errors";
import { parseJson } from "./state";

/** Says, while sheets are being written, who writes: two people may have one shared workbook open. */
export const RUNNING_KEY = "attain.running";

export interface Running {
  /** Which pane or terminal, drawn anew each time one starts. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

/** This pane. */
const SELF = globalThis.crypto.randomUUID();
/** A write that takes longer has broken off: its leftovers may be cleared away. */
const LASTS_MS = 120_000;

export function runningNow(): string {
  return JSON.stringify({ by: SELF, at: new Date().toISOString() } satisfies Running);
}

/**
 * Refuses to begin beside somebody else's write: what it has made so far would be taken for leftovers.
 *
 * @param text what the workbook says about a write under way
 * @throws AttainError `running-elsewhere`
 */
export function checkNobodyWrites(text: string | undefined): void {
  const value = parseJson(text);
  if (!isRunning(value) || value.by === SELF) return;
  const since = Date.now() - Date.parse(value.at);
  if (since < LASTS_MS) throw new AttainError("running-elsewhere");
}

function isRunning(value: unknown): value is Running {
  if (typeof value !== "object" || value === null) return false;
  const { by, at } = value as Partial<Record<keyof Running, unknown>>;
  return typeof by === "string" && typeof at === "string" && !Number.isNaN(Date.parse(at));
}
