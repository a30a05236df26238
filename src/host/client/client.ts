import { EVENT_CATEGORY } from "../book/events";
import type { HostEvent } from "../book/live";
import type { RequestMessage, ResponseMessage } from "./wire";

/** What answers Office.js's batches. */
export interface Executor {
  executeAsync(customData: string, flags: number, message: RequestMessage): Promise<ResponseMessage>;
}

/** The parts of Office.js's `OfficeExtension` that are not in its public types but that let another host answer. */
interface Extension {
  SessionBase: { _overrideSession: unknown };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { entries: readonly EventEntry[] }): void;
}

interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Microsoft's own client, loaded: loading, batching, null objects and error objects are its behaviour. */
export interface OfficeClient {
  readonly excel: typeof Excel;
  readonly extension: Extension;
}

/** Takes the client from the globals its script has set. */
export function clientFromGlobals(): OfficeClient {
  const scope = globalThis as unknown as { Excel?: typeof Excel; OfficeExtension?: Extension };
  if (!scope.Excel || !scope.OfficeExtension)
    throw new Error("Office.js is not loaded: load excel-web-16.00.js first.");
  return { excel: scope.Excel, extension: scope.OfficeExtension };
}

const current = new WeakMap<Extension, Executor>();

/** From now on `Excel.run` talks to this executor. A context stays with the one it first reached. */
export function connect({ extension }: OfficeClient, executor: Executor): void {
  const connected = current.has(extension);
  current.set(extension, executor);
  if (connected) return;
  extension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => current.get(extension),
  };
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
}

/**
 * Runs `work`, whose first conversation with Excel reaches `executor` instead of the open workbook. Every other one,
 * also one that an event begins meanwhile, goes where it always goes.
 *
 * @example await beside(client, host, () => applyWorkbook(spec, { lang }))
 */
export async function beside<T>(
  { extension }: OfficeClient,
  executor: Executor,
  work: () => Promise<T>,
): Promise<T> {
  const { SessionBase } = extension;
  const before = SessionBase._overrideSession;
  const restore = (): void => {
    if (SessionBase._overrideSession === session) SessionBase._overrideSession = before;
  };
  const session = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    // Asked for once, at the first round trip; the conversation keeps the executor, others must not get it.
    _createRequestExecutorOrNull: () => {
      restore();
      return executor;
    },
  };
  SessionBase._overrideSession = session;
  try {
    return await work();
  } finally {
    restore();
  }
}

/** Raises events in the client, as Excel's messages do. */
export function deliver({ extension }: OfficeClient, events: readonly HostEvent[]): void {
  const entries = events.map(({ type, target, details }) => ({
    messageCategory: EVENT_CATEGORY,
    messageType: type,
    targetId: target,
    message: JSON.stringify(details),
  }));
  if (entries.length > 0) extension._testTriggerRichApiMessageEvent({ entries });
}
