import { AttainError } from "../errors";
import { toAttainError, type Doing } from "./errors";

/** One conversation with Excel. Round trips are what costs, so they are counted, and each can be cancelled before. */
export interface Session {
  readonly context: Excel.RequestContext;
  readonly workbook: Excel.Workbook;
  /** Round trips so far. */
  readonly trips: number;
  /** Sends what is queued. Rejects with AttainError("cancelled") instead when the person has cancelled. */
  sync(): Promise<void>;
  /** Sends what is queued, cancelled or not: for the steps that put things back. */
  finish(): Promise<void>;
  /** @throws AttainError("cancelled") */
  checkCancelled(): void;
}

export interface SessionOptions {
  readonly signal?: AbortSignal | undefined;
  readonly doing: Doing;
}

/** Runs `work` against the open workbook; every failure comes out as an AttainError. */
export async function runSession<T>(
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  try {
    return await Excel.run((context) => work(openSession(context, options.signal)));
  } catch (error) {
    throw toAttainError(error, options.doing);
  }
}

function openSession(context: Excel.RequestContext, signal: AbortSignal | undefined): Session {
  let trips = 0;
  const checkCancelled = (): void => {
    if (signal?.aborted) throw new AttainError("cancelled");
  };
  const finish = async (): Promise<void> => {
    trips += 1;
    await context.sync();
  };
  return {
    context,
    workbook: context.workbook,
    get trips() {
      return trips;
    },
    finish,
    checkCancelled,
    async sync() {
      checkCancelled();
      await finish();
    },
  };
}
