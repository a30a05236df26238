import { createContext, useContext, useSyncExternalStore } from "react";
import { say, type Lang, type Params, type Phrase } from "../words";
import type { Commands } from "./flow/commands";
import type { FlowEvent } from "./flow/reducer";
import type { FlowState } from "./flow/state";
import type { Store } from "./flow/store";
import type { MoneyStyle, PreferenceChange, Preferences } from "./preferences";
import type { ThemeKind } from "./theme";

/** What every part of the pane can reach. */
export interface Pane {
  readonly store: Store<FlowState, FlowEvent>;
  readonly commands: Commands;
  readonly lang: Lang;
  readonly theme: ThemeKind;
  /** How amounts are written. */
  readonly money: MoneyStyle;
  readonly preferences: Preferences;
  readonly setPreferences: (change: PreferenceChange) => void;
  /** Puts the sample into the workbook, where the surroundings can do that. */
  readonly openSample?: () => Promise<void>;
}

const PaneContext = createContext<Pane | undefined>(undefined);
export const PaneProvider = PaneContext.Provider;

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("usePane outside PaneProvider");
  return pane;
}

export function useFlow(): FlowState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Says phrases in the person's language. */
export type Speak = (phrase: Phrase, params?: Params) => string;

export function useSay(): Speak {
  const { lang } = usePane();
  return (phrase, params) => say(phrase, lang, params);
}

/** The phrase for one or for many. */
export function plural(count: number, one: Phrase, many: Phrase): Phrase {
  return count === 1 ? one : many;
}
