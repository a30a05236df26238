import type { ReadyTemplate } from "../../jobs/template/ready";
import { say, type Lang, type Phrase } from "../../words";

const W = {
  taken: { "zh-CN": "取自 {place}：{what}，{amount}", "en-US": "from {place}: {what}, {amount}" },
  period: { "zh-CN": "期间：{label}（{reason}）", "en-US": "period: {label} ({reason})" },
  replaced: { "zh-CN": "（原有的文件已替换）", "en-US": " (the file that was there is replaced)" },
} as const satisfies Record<string, Phrase>;

type Told = Partial<Pick<ReadyTemplate, "taken" | "period">> & Pick<ReadyTemplate, "problems">;

/** What a template was filled with, a line a table; the period it took; what it could not take. */
export function tellTaken({ taken = [], period, problems }: Told, lang: Lang): void {
  for (const { place, what, amount } of taken) console.log(say(W.taken, lang, { place, what, amount }));
  const chosen = period?.choices.find(({ id }) => id === period.chosen);
  if (period && chosen) console.log(say(W.period, lang, { label: chosen.label, reason: period.reason }));
  for (const { where, what, remedy } of problems)
    console.log(remedy === undefined ? `${where}: ${what}` : `${where}: ${what} – ${remedy}`);
}

export const replacedNote = (replaced: boolean, lang: Lang): string => (replaced ? W.replaced[lang] : "");
