/** Turns at a piece of work of which only the newest counts. */
export interface Turns {
  readonly next: () => Turn;
}

export interface Turn {
  readonly signal: AbortSignal;
  readonly isLatest: () => boolean;
}

/** Gives out turns; a newer turn aborts the one before it, and only the newest may speak. */
export function latestOnly(): Turns {
  let current: AbortController | undefined;
  return {
    next() {
      current?.abort();
      const mine = new AbortController();
      current = mine;
      return { signal: mine.signal, isLatest: () => current === mine };
    },
  };
}
