import { periodLabel } from "../../planning/calendar";
import { planNodes, type Plan } from "../../planning/plan";
import { say, type Lang } from "../../words";
import { LIST_COMMA, TARGETS_WORDS as W } from "./targetsWords";

/** More names than this would run off the page. */
const NAMES_SHOWN = 8;

/** What a reader must know about how the targets came about: every policy that left a mark on them. */
export function targetNotes(plan: Plan, lang: Lang): string[] {
  const notes = [say(W.noteExact, lang, { step: plan.step, unit: plan.unit })];
  const empty = plan.periods.filter((period) => plan.gaps.includes(period.id));
  if (empty.length > 0 && empty.length < plan.periods.length) {
    const filled = empty.some((period) => (plan.root.target[plan.periods.indexOf(period)] ?? 0) > 0);
    const periods = empty.map((period) => periodLabel(period, lang)).join(LIST_COMMA[lang]);
    notes.push(say(filled ? W.noteFilled : W.noteGaps, lang, { periods }));
  }
  const without = planNodes(plan.root).filter((node) => plan.newcomers.includes(node.id) && node.total === 0);
  if (without.length > 0) {
    const shown = without.slice(0, NAMES_SHOWN).map((node) => node.name);
    const names = shown.join(LIST_COMMA[lang]) + (without.length > shown.length ? W.listEnd[lang] : "");
    notes.push(say(W.noteNew, lang, { count: without.length, names }));
  }
  return notes;
}
