/**
 * Number buffers of one length, handed out again once nothing reads them any more: a column worked out in blocks stays
 * in the processor's cache, and no step has to ask for memory of its own.
 */
export class Buffers {
  private used = 0;

  /**
   * @param length of every buffer
   * @param all the buffers there are so far
   */
  constructor(
    readonly length: number,
    private readonly all: Float64Array[] = [],
  ) {}

  /** The same memory in shorter buffers, for the rows that do not fill a block. */
  shortened(length: number): Buffers {
    return new Buffers(
      length,
      this.all.map((buffer) => buffer.subarray(0, length)),
    );
  }

  /** A buffer with whatever it was last used for still in it. */
  take(): Float64Array {
    const known = this.all[this.used];
    const buffer = known ?? new Float64Array(this.length);
    if (!known) this.all.push(buffer);
    this.used += 1;
    return buffer;
  }

  /** How many are handed out. */
  get taken(): number {
    return this.used;
  }

  /** Takes back those handed out after the first `taken`, except `kept`. */
  takeBack(taken: number, kept?: Float64Array): void {
    this.used = taken;
    const place = kept ? this.all.indexOf(kept, taken) : -1;
    const first = this.all[taken];
    if (!kept || !first || place < 0) return;
    this.all[place] = first;
    this.all[taken] = kept;
    this.used += 1;
  }
}

let current: Buffers | undefined;

/** Works out a column with these buffers and takes all of them back but the one the column is in. */
export function within<T extends { readonly numbers: Float64Array }>(buffers: Buffers, work: () => T): T {
  const [outer, taken] = [current, buffers.taken];
  current = buffers;
  try {
    const column = work();
    buffers.takeBack(taken, column.numbers);
    return column;
  } finally {
    current = outer;
  }
}

/**
 * Room for as many numbers, not cleared: the caller fills every place. A single number may stand for every row of every
 * block and gets its own.
 */
export function room(length: number): Float64Array {
  return length > 1 && current?.length === length ? current.take() : new Float64Array(length);
}
