/** A company template in the other language, as far as its words are the product's own. */
import { salesScheme } from "../../scoring/sales";
import { WORDS } from "../../jobs/words";
import { LANGS, type Lang } from "../../words";
import { findTemplate } from "../gallery";
import { payOf } from "../list/evaluations";
import type { CompanyTemplate } from "./definition";
import { COMPANY_WORDS } from "./words";

export interface Translated {
  readonly template: CompanyTemplate;
  /** Words of the company's own that stay as they are. */
  readonly kept: readonly string[];
}

/**
 * The template in the other language: what the gallery says in both is said in that one, what the company has written
 * stays as it is.
 *
 * @returns undefined when nothing of it is the product's
 */
export function inOtherLanguage(template: CompanyTemplate): Translated | undefined {
  const lang = LANGS.find((one) => one !== template.lang) ?? template.lang;
  const words = dictionary(template, lang);
  if (words.size === 0) return undefined;
  const kept = new Set<string>();
  const said = translate({ ...template, lang }, words, kept);
  const body =
    said.body.kind === "evaluation" || said.body.kind === "run" ? spoken(said.body, lang) : said.body;
  return { template: { ...said, body }, kept: [...kept] };
}

/** Schemes say themselves which language they are in. */
function spoken<Body>(body: Body, lang: Lang): Body {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) => (key === "lang" ? lang : value)) as Body;
}

function dictionary({ base, body, lang: from }: CompanyTemplate, to: Lang): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const both = (make: (lang: Lang) => unknown): void => pair(make(from), make(to), words);
  const gallery = findTemplate(base ?? "");
  if (gallery) {
    const { fill } = gallery;
    both((lang) => ({
      name: gallery.name[lang],
      purpose: gallery.purpose[lang],
      steps: gallery.steps.map((step) => step[lang]),
    }));
    if (fill?.kind === "evaluation" || fill?.kind === "plan") both(fill.request);
    both((lang) => payOf(gallery.id)?.plan(lang));
    both((lang) => gallery.book(lang).sheets.map(({ blocks }) => blocks));
  } else if (body.kind === "run" || body.kind === "plan") {
    both(salesScheme);
    both((lang) => Object.values(WORDS).map((phrase) => phrase[lang]));
  } else return words;
  both((lang) =>
    Object.values(COMPANY_WORDS)
      .flat()
      .map((phrase) => phrase[lang]),
  );
  return words;
}

/**
 * Texts at the same place of the same thing in both languages: by the thing's id and the key, by the key, by themselves.
 * The first meaning of a word is the one that counts.
 */
function pair(one: unknown, other: unknown, words: Map<string, string>, key = "", id = ""): void {
  if (typeof one === "string" && typeof other === "string") {
    if (one.startsWith("=")) return;
    for (const place of places(one, key, id)) if (!words.has(place)) words.set(place, other);
  } else if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length === other.length) one.forEach((each, i) => pair(each, other[i], words, key, id));
  } else if (isRecord(one) && isRecord(other)) {
    const own = idOf(one) ?? id;
    for (const [name, value] of Object.entries(one)) pair(value, other[name], words, name, own);
  }
}

const places = (text: string, key: string, id: string): string[] => [
  `${id}\t${key}\t${text}`,
  `${key}\t${text}`,
  text,
];

const idOf = (thing: Readonly<Record<string, unknown>>): string | undefined =>
  typeof thing["id"] === "string" ? thing["id"] : undefined;

/** Keys whose texts are no words: ids, days, formulas. */
const SILENT =
  /^(id|kind|base|lang|from|to|joined|left|formula|format|main|second|scheme|phase|group|by|value|was)$/;

function translate<T>(value: T, words: ReadonlyMap<string, string>, kept: Set<string>, key = "", id = ""): T {
  if (typeof value === "string") {
    const isSilent = SILENT.test(key);
    const found = places(value, key, id).flatMap((place) => words.get(place) ?? [])[0];
    if (found !== undefined && (!isSilent || TOLD.has(key))) return found as T;
    if (!isSilent && isWord(value)) kept.add(value);
    return value;
  }
  if (Array.isArray(value)) return value.map((each: unknown) => translate(each, words, kept, key, id)) as T;
  if (!isRecord(value)) return value;
  const own = idOf(value) ?? id;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, translate(each, words, kept, name, own)]),
  ) as T;
}

/** Of those, the ones that are words where the gallery has them in both languages. */
const TOLD = new Set(["group", "was"]);

const isWord = (text: string): boolean => /\p{L}{2}/u.test(text);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
