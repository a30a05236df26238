import { AttainError } from "../../errors";
import { runSession } from "../session";
import { parseJson } from "../state/json";

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
  // A machine whose clock is a day ahead must not hold everybody up for a day.
  const since = Math.abs(Date.now() - Date.parse(value.at));
  if (since < LASTS_MS) throw new AttainError("running-elsewhere");
}

/**
 * Claims the workbook for as long as `work` takes, so that whoever else has it open is told instead of interfering.
 *
 * @throws AttainError `running-elsewhere` before anything is done, and what `work` throws
 */
export async function whileClaimed<T>(work: () => Promise<T>): Promise<T> {
  await runSession({ doing: "writing" }, async ({ workbook: { settings }, sync }) => {
    const running = settings.getItemOrNullObject(RUNNING_KEY).load("value");
    await sync();
    checkNobodyWrites(running.isNullObject ? undefined : String(running.value));
    settings.add(RUNNING_KEY, runningNow());
    await sync();
  });
  try {
    return await work();
  } finally {
    await release();
  }
}

/**
 * To be asked inside {@link whileClaimed}, right before anything is changed. On OneDrive and SharePoint what another
 * program has written arrives late: two who begin in the same moment both see the workbook free, and both claim it. The
 * claim that came last is what each of them finds; only the one whose it is goes on.
 *
 * @throws AttainError `running-elsewhere`
 */
export async function checkStillClaimed(): Promise<void> {
  await runSession({ doing: "writing" }, async ({ workbook: { settings }, sync }) => {
    const running = settings.getItemOrNullObject(RUNNING_KEY).load("value");
    await sync();
    checkNobodyWrites(running.isNullObject ? undefined : String(running.value));
  });
}

/** A claim that cannot be taken back ends by itself. */
async function release(): Promise<void> {
  try {
    await runSession({ doing: "writing" }, async ({ workbook: { settings }, finish }) => {
      const running = settings.getItemOrNullObject(RUNNING_KEY).load("value");
      await finish();
      if (running.isNullObject || !isOwn(String(running.value))) return;
      running.delete();
      await finish();
    });
  } catch {
    // As said above.
  }
}

function isOwn(text: string): boolean {
  const value = parseJson(text);
  return isRunning(value) && value.by === SELF;
}

function isRunning(value: unknown): value is Running {
  if (typeof value !== "object" || value === null) return false;
  const { by, at } = value as Partial<Record<keyof Running, unknown>>;
  return typeof by === "string" && typeof at === "string" && !Number.isNaN(Date.parse(at));
}
