/** A value that changes through events and tells those who listen: all the state handling the pane needs. */
export interface Store<State, Event> {
  readonly get: () => State;
  readonly send: (event: Event) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * @example
 * const clicks = createStore((count: number, _event: "click") => count + 1, 0);
 * clicks.send("click");
 * clicks.get(); // 1
 */
export function createStore<State, Event>(
  reduce: (state: State, event: Event) => State,
  initial: State,
): Store<State, Event> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    send(event) {
      const next = reduce(state, event);
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
