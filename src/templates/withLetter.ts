import { ABSOLUTE, parseRange, rangeRef } from "../formula/references";
import { evaluate } from "../scoring/evaluate";
import type { EvaluationRequest } from "../scoring/evaluation";
import type { PayPlan } from "../scoring/pay/payPlan";
import { payKind } from "../scoring/pay/registry";
import { indicatorsOf } from "../scoring/scheme";
import { effectOf } from "../scoring/rules/veto";
import { letterSheet } from "../sheets/evaluation/letterSheet";
import { schemeSheet } from "../sheets/evaluation/scheme";
import { WORDS } from "../sheets/evaluation/words";
import type { SpecCell, WorkbookSpec } from "../sheets/spec";
import type { Phrase } from "../words";

const CANCELLED: Phrase = { "zh-CN": "发生即取消本期奖励", "en-US": "cancels the rewards of the period" };

/**
 * An evaluation of one scheme with the letter that is signed when its period begins, live over scheme and data page.
 *
 * @param book the evaluation's
 */
export function withLetter(book: WorkbookSpec, request: EvaluationRequest, plan?: PayPlan): WorkbookSpec {
  const { lang } = request;
  const [set, ...others] = evaluate(request).sets;
  const [data, rules] = ["data", "scheme"].map((id) => book.sheets.find((sheet) => sheet.id === id));
  const [block] = data?.blocks ?? [];
  const header = block?.cells.findIndex((line) => line.includes(WORDS.name[lang])) ?? -1;
  if (!set || others.length > 0 || !data || !rules || !block || header < 0) return book;
  const { top } = parseRange(block.at);
  const listed = (word: SpecCell): string => {
    const column = block.cells[header]?.indexOf(word) ?? 0;
    return rangeRef(top + header + 1, column, top + block.cells.length - 1, column, {
      ...ABSOLUTE,
      sheet: data.name,
    });
  };
  const vetoes = indicatorsOf(set.scheme).flatMap(({ indicator: { name, rule } }) =>
    rule.kind === "veto" && effectOf(rule) === "cancelRewards" ? [{ name, text: CANCELLED[lang] }] : [],
  );
  // A fixed share is nobody's reward or loss.
  const terms = (plan?.components ?? []).flatMap(({ name, rule }) => {
    const text = rule.kind === "share" ? undefined : payKind(rule.kind)?.describe(rule, lang);
    return text === undefined ? [] : [{ name, text }];
  });
  const letter = letterSheet(set.scheme, {
    title: request.title,
    period: request.periods.map(({ label }) => label).join("–"),
    references: schemeSheet(set.scheme, rules.name).references,
    names: listed(WORDS.name[lang]),
    units: listed(WORDS.unit[lang]),
    first: request.people[0]?.name ?? "",
    terms: [...terms, ...vetoes],
  });
  return { ...book, sheets: [letter, ...book.sheets] };
}
