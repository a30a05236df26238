/** One `context.sync()` that went to the host. */
export interface RoundTrip {
  /** Counted from 1 since the last reset. */
  readonly number: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** The error it ended with. */
  readonly error?: string;
}

/**
 * What the batches cost. Office.js also sends a request when `Excel.run` ends, to let go of its ranges; Excel's
 * callers do not wait for it, so it is counted apart.
 */
export class Traffic {
  readonly log: RoundTrip[] = [];
  cleanups = 0;

  get roundTrips(): number {
    return this.log.length;
  }

  get actions(): number {
    return this.sum("actions");
  }

  get requestBytes(): number {
    return this.sum("requestBytes");
  }

  get responseBytes(): number {
    return this.sum("responseBytes");
  }

  private sum(key: "actions" | "requestBytes" | "responseBytes"): number {
    return this.log.reduce((total, trip) => total + trip[key], 0);
  }

  reset(): void {
    this.log.length = 0;
    this.cleanups = 0;
  }
}
