/**
 * The two languages of the product, side by side.
 *
 * Each folder that speaks to people keeps a table of phrases beside its code (`words.ts`), so that a wording
 * and its translation are changed in one place and a missing translation is a type error.
 */
export const LANGS = ["zh-CN", "en-US"] as const;
export type Lang = (typeof LANGS)[number];

/**
 * One phrase in every language. `{name}` marks a place filled in by {@link say}, `{name:row|rows}` a word that goes with
 * the number there: the first for 1, the second for all others.
 */
export type Phrase = Readonly<Record<Lang, string>>;
/** What fills a phrase's places. A phrase among them is said in the language of the whole. */
export type Params = Readonly<Record<string, string | number | Phrase>>;

/**
 * The phrase in `lang` with its places filled in. Numbers are written with the language's thousands separators.
 *
 * @example say({ "zh-CN": "{n} 行", "en-US": "{n} {n:row|rows}" }, "en-US", { n: 8800 }) // "8,800 rows"
 */
export function say(phrase: Phrase, lang: Lang, params: Params = {}): string {
  return phrase[lang].replace(PLACE, (place, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return place;
    if (one !== undefined && many !== undefined) return String(value) === "1" ? one : many;
    if (typeof value === "object") return value[lang];
    return typeof value === "number" ? NUMBERS[lang].format(value) : value;
  });
}

const PLACE = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/** Made once: making one takes longer than writing a thousand numbers. */
const NUMBERS: Readonly<Record<Lang, Intl.NumberFormat>> = {
  "zh-CN": new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 6 }),
  "en-US": new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 }),
};

/**
 * The product's language for a locale tag: Chinese for every `zh-*`, English for everything else.
 *
 * @example langOf("zh-Hant-TW") // "zh-CN"
 */
export function langOf(locale: string | undefined): Lang {
  return locale?.toLowerCase().startsWith("zh") ? "zh-CN" : "en-US";
}
