/**
 * Number buffers of one length, handed out again once nothing reads them any more: a column worked out in blocks stays
 * in the processor's cache, and no step has to ask for memory of its own.
 */
export class Buffers {
  private readonly all: Float64Array[] = [];
  private used = 0;

  /** @param length of every buffer; not 1, since a column of one number stands for all rows */
  constructor(readonly length: number) {}

  /** A buffer with whatever it was last used for still in it. */
  take(): Float64Array {
    const known = this.all[this.used];
    const buffer = known ?? new Float64Array(this.length);
    if (!known) this.all.push(buffer);
    this.used += 1;
    return buffer;
  }

  /** Does the work and takes back every buffer handed out on the way, except the one that is in its result. */
  step<T extends { readonly numbers: Float64Array }>(work: () => T): T {
    const before = this.used;
    const outer = current;
    current = this;
    try {
      const result = work();
      const place = this.all.indexOf(result.numbers, before);
      this.used = before;
      if (place >= 0) this.keep(place);
      return result;
    } finally {
      current = outer;
    }
  }

  /** Everything handed out may be used again. */
  reset(): void {
    this.used = 0;
  }

  private keep(place: number): void {
    const [kept, first] = [this.all[place], this.all[this.used]];
    if (!kept || !first) return;
    this.all[place] = first;
    this.all[this.used] = kept;
    this.used += 1;
  }
}

let current: Buffers | undefined;

/** Room for as many numbers, not cleared: the caller fills every place. */
export function room(length: number): Float64Array {
  return current?.length === length ? current.take() : new Float64Array(length);
}
