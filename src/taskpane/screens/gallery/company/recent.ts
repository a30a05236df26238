import { isTemplate } from "../../../../templates/company/part";
import type { CompanyTemplate } from "../../../../templates/company/definition";
import { browserStorage, type PreferenceStorage } from "../../../preferences";

/** A company template used before: rules, words and colours, as its file has them; nobody's name or figure is in it. */
export interface RecentTemplate {
  readonly id: string;
  /** ISO time of its last use. */
  readonly used: string;
  readonly template: CompanyTemplate;
}

const KEY = "attain.company-templates";
/** What a browser surely keeps beside everything else; more would push out what it keeps already. */
const MOST = { templates: 12, characters: 1_500_000 } as const;

/** The last used first. Whatever this version does not know is left out. Never throws. */
export function loadRecent(storage: PreferenceStorage | undefined = browserStorage()): RecentTemplate[] {
  try {
    const found: unknown = JSON.parse(storage?.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** The list with a template in front; one of the same name in the same language gives way to it. */
export function remembered(
  list: readonly RecentTemplate[],
  template: CompanyTemplate,
  used: string,
): RecentTemplate[] {
  const id = idOf(template);
  return [{ id, used, template }, ...list.filter((one) => one.id !== id)].slice(0, MOST.templates);
}

export function renamed(list: readonly RecentTemplate[], id: string, name: string): RecentTemplate[] {
  return list.flatMap((one) => {
    if (one.id !== id) return idOf(one.template) === `${one.template.lang} ${name}` ? [] : [one];
    const template = { ...one.template, about: { ...one.template.about, name } };
    return [{ ...one, id: idOf(template), template }];
  });
}

/** Keeps as many of the list as the browser takes, the last used first. */
export function saveRecent(
  list: readonly RecentTemplate[],
  storage: PreferenceStorage | undefined = browserStorage(),
): void {
  for (let count = list.length; count >= 0; count -= 1) {
    const text = JSON.stringify(list.slice(0, count));
    if (text.length > MOST.characters) continue;
    try {
      storage?.setItem(KEY, text);
      return;
    } catch {
      // Full: the oldest goes.
    }
  }
}

const idOf = ({ lang, about }: CompanyTemplate): string => `${lang} ${about.name}`;

function isRecent(value: unknown): value is RecentTemplate {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "used" in value &&
    typeof value.used === "string" &&
    "template" in value &&
    isTemplate(value.template)
  );
}
