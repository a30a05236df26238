import { say, type Lang, type Phrase } from "../../words";

/** What fills a place in a phrase: a value as it stands, or a phrase that is itself translated. */
export type MessageParams = Readonly<Record<string, string | number | Phrase>>;

/** A sentence that can still be said in either language. */
export interface Message {
  readonly phrase: Phrase;
  readonly params?: MessageParams;
}

/** Translates the phrases among the params. */
function paramsIn(params: MessageParams, lang: Lang): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "object" ? value[lang] : value]),
  );
}

/** @example tell({ phrase: { "zh-CN": "表头“{header}”", "en-US": "header “{header}”" }, params: { header: "金额" } }, "en-US") */
export function tell(message: Message, lang: Lang): string {
  return say(message.phrase, lang, paramsIn(message.params ?? {}, lang));
}
