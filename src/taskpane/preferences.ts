import { LANGS, type Lang } from "../words";

export const THEME_CHOICES = ["auto", "light", "dark", "contrast"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** Amounts in the pane: short, in the steps people of each language count in, or in full. Sheets always hold them in full. */
export const MONEY_STYLES = ["compact", "whole"] as const;
export type MoneyStyle = (typeof MONEY_STYLES)[number];

/** What the pane remembers of a person; everything else lives in the workbook. */
export interface Preferences {
  /** Absent: follow Office's display language. */
  readonly lang?: Lang;
  readonly theme: ThemeChoice;
  readonly money: MoneyStyle;
}

/** A change of some; a language of undefined follows Office again. */
export type PreferenceChange = Partial<Omit<Preferences, "lang">> & { readonly lang?: Lang | undefined };

/** @example changed({ lang: "zh-CN", theme: "dark", money: "whole" }, { lang: undefined }) // { theme: "dark", money: "whole" } */
export function changed(now: Preferences, change: PreferenceChange): Preferences {
  const { lang, ...rest } = { ...now, ...change };
  return { ...rest, ...(lang === undefined ? {} : { lang }) };
}

/** The part of `localStorage` in use; a browser may refuse it altogether. */
export type PreferenceStorage = Pick<Storage, "getItem" | "setItem">;

const KEY = "attain.preferences";
const DEFAULTS: Preferences = { theme: "auto", money: "compact" };

/** Whatever was remembered, cleaned of what this version does not know. Never throws. */
export function loadPreferences(storage: PreferenceStorage | undefined): Preferences {
  try {
    const found: unknown = JSON.parse(storage?.getItem(KEY) ?? "{}");
    if (typeof found !== "object" || found === null) return DEFAULTS;
    const lang = LANGS.find((known) => "lang" in found && found.lang === known);
    const theme = THEME_CHOICES.find((known) => "theme" in found && found.theme === known);
    const money = MONEY_STYLES.find((known) => "money" in found && found.money === known);
    return { ...(lang ? { lang } : {}), theme: theme ?? DEFAULTS.theme, money: money ?? DEFAULTS.money };
  } catch {
    return DEFAULTS;
  }
}

/** Remembers them if the browser allows it; a pane without memory still works. */
export function savePreferences(storage: PreferenceStorage | undefined, preferences: Preferences): void {
  try {
    storage?.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is full or forbidden: the choice lasts for this visit.
  }
}

/** The browser's storage, or nothing where reading the property itself is forbidden. */
export function browserStorage(): PreferenceStorage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
