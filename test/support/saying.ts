import type { Lang, Phrase } from "../../src/words";

/**
 * A phrase as it may stand on the page: any number from one in its `{n}`, either word that goes with it, `params` as
 * they are.
 *
 * @example saying({ …, "en-US": "{n} {n:row|rows} in {name}" }, "en-US", { name: "A" }) // /[1-9][\d,]* (?:row|rows) in A/
 */
export function saying(phrase: Phrase, lang: Lang, params: Readonly<Record<string, string>> = {}): RegExp {
  const pattern = phrase[lang].split(/(\{\w+(?::[^{}]*)?\})/).map((part) => {
    const [, name = "", choice] = /^\{(\w+)(?::([^{}]*))?\}$/.exec(part) ?? [];
    if (name === "") return escaped(part);
    if (choice !== undefined) return `(?:${choice.split("|").map(escaped).join("|")})`;
    return name === "n" ? "[1-9][\\d,]*" : escaped(params[name] ?? part);
  });
  return new RegExp(pattern.join(""));
}

/** A text as a pattern that means just it. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
