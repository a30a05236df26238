import { ApiError, type ApiErrorCode } from "./apiError";

export interface Fault {
  /** Round trip to fail, counted from 1 since the traffic was last reset. Every one when left out. */
  readonly roundTrip?: number;
  /**
   * Actions of it that are executed before it fails: a partial batch. 0 by default: nothing of it happens. More than
   * it has: all of it happens and the caller is told it failed.
   */
  readonly afterActions?: number;
  /** Fails at the first action on this member instead: `values`, `add`, `delete`. Without regard to case. */
  readonly member?: string;
  readonly code?: ApiErrorCode;
  /** How often it strikes; once by default. */
  readonly times?: number;
}

/** Failures on demand: how batching and all-or-nothing are tested. */
export class Faults {
  private armed: { fault: Fault; left: number }[] = [];
  private lostFrom: number | undefined;

  /** @example faults.fail({ roundTrip: 2, afterActions: 3, code: "GeneralException" }) */
  fail(fault: Fault): void {
    this.armed.push({ fault, left: fault.times ?? 1 });
  }

  /** From this round trip on nothing reaches the host. */
  loseConnection(fromRoundTrip = 1): void {
    this.lostFrom = fromRoundTrip;
  }

  clear(): void {
    this.armed = [];
    this.lostFrom = undefined;
  }

  isLost(roundTrip: number): boolean {
    return this.lostFrom !== undefined && roundTrip >= this.lostFrom;
  }

  /**
   * Throws when a fault is due at this action.
   *
   * @param member Name of the method or property the action is about, as it travels: `Values`, `Add`.
   */
  strike(roundTrip: number, member: string, index: number): void {
    const hit = this.due(roundTrip, (fault) =>
      fault.member === undefined
        ? index === (fault.afterActions ?? 0)
        : fault.member.toLowerCase() === member.toLowerCase(),
    );
    if (hit) throw hit;
  }

  /** The failure of a batch that was executed to its end, for a fault due after more actions than it has. */
  strikeAtEnd(roundTrip: number, actions: number): ApiError | undefined {
    return this.due(roundTrip, (fault) => fault.member === undefined && (fault.afterActions ?? 0) >= actions);
  }

  private due(roundTrip: number, applies: (fault: Fault) => boolean): ApiError | undefined {
    for (const each of this.armed) {
      const { fault } = each;
      if (
        each.left === 0 ||
        (fault.roundTrip !== undefined && fault.roundTrip !== roundTrip) ||
        !applies(fault)
      )
        continue;
      each.left--;
      return new ApiError(
        fault.code ?? "GeneralException",
        `A failure on demand in round trip ${roundTrip}.`,
      );
    }
    return undefined;
  }
}
