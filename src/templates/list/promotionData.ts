import { PROMOTIONS } from "../../records/forms/tables/promotion";
import { readSpan } from "../../records/forms/span";
import type { FormRecord } from "../../records/forms/readForm";
import type { FormFieldId } from "../../records/forms/formTable";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import { numberOf, Problems, wordsOf, type FillProblem, type FoundForms } from "../fill/forms";
import { PROMOTION_WORDS as T } from "./promotionWords";

/** One promotion; volumes in pieces, money in whole currency units, days ISO or empty. */
export interface Promotion {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  /** What a usual day sells. */
  readonly daily: number | null;
  /** On one piece. */
  readonly margin: number | null;
  readonly budget: number | null;
  readonly target: number | null;
  readonly cost: number | null;
  readonly volume: number | null;
  readonly lesson: string;
}

export function examplePromotions(lang: Lang): Promotion[] {
  const team = exampleTeam(lang, 3);
  return [
    row("Z1", T.p1, team[0], "2026-01-26", "2026-02-15", [120, 35, 40_000, 6000, 38_500, 6320], T.l1),
    row("Z2", T.p2, team[1], "2026-03-05", "2026-03-08", [120, 35, 15_000, 1200, 16_200, 910], T.l2),
    row("Z3", T.p3, team[2], "2026-05-01", "2026-05-05", [120, 35, 9_000, 1000, 8_800, 585], T.l3),
    row("Z4", T.p4, team[0], "2026-10-01", "2026-10-07", [120, 35, 30_000, 2400, null, null], undefined),
  ];

  function row(
    id: string,
    name: Phrase,
    owner: string | undefined,
    from: string,
    to: string,
    [daily = null, margin = null, budget = null, target = null, cost = null, volume = null]: readonly (
      number | null
    )[],
    lesson: Phrase | undefined,
  ): Promotion {
    const said = { id, name: name[lang], owner: owner ?? "", lesson: lesson?.[lang] ?? "" };
    return { ...said, from, to, daily, margin, budget, target, cost, volume };
  }
}

const W = {
  span: { "zh-CN": "“{text}”不是起止日期", "en-US": "“{text}” is no pair of dates" },
  spanRemedy: {
    "zh-CN": "留空；请写成 2026-05-01 至 2026-05-05",
    "en-US": "Left empty; write 2026-05-01 to 2026-05-05",
  },
  backwards: { "zh-CN": "结束早于开始", "en-US": "It ends before it starts" },
  backwardsRemedy: {
    "zh-CN": "照原样取用，天数会标红；请核对日期",
    "en-US": "Taken as it is, and marked red; check the dates",
  },
} as const satisfies Record<string, Phrase>;

/** The promotions of a person's own table; undefined when there is none. */
export function promotionsOf(
  found: FoundForms,
  lang: Lang,
): { readonly promotions: readonly Promotion[]; readonly problems: readonly FillProblem[] } | undefined {
  const read = found.read(PROMOTIONS);
  if (!read) return undefined;
  const problems = new Problems(lang);
  const promotions = read.records.map((record): Promotion => {
    const { from, to } = daysOf(record, problems);
    if (from !== "" && to !== "" && to < from)
      problems.add(record.place("to"), W.backwards, {}, W.backwardsRemedy);
    return {
      id: wordsOf(record, "id"),
      name: wordsOf(record, "name"),
      owner: wordsOf(record, "owner"),
      from,
      to,
      daily: numberOf(record, "daily"),
      margin: numberOf(record, "margin"),
      budget: numberOf(record, "budget"),
      target: numberOf(record, "target"),
      cost: numberOf(record, "cost"),
      volume: numberOf(record, "volume"),
      lesson: wordsOf(record, "lesson"),
    };
  });
  return { promotions, problems: problems.list };
}

/** Start and end from columns of their own, or from one cell that holds both. */
function daysOf(
  record: FormRecord<FormFieldId<typeof PROMOTIONS>>,
  problems: Problems,
): { readonly from: string; readonly to: string } {
  const own = { from: wordsOf(record, "from"), to: wordsOf(record, "to") };
  const text = wordsOf(record, "span");
  if (text === "" || own.from !== "" || own.to !== "") return own;
  const span = readSpan(text);
  if (!span) problems.add(record.place("span"), W.span, { text }, W.spanRemedy);
  return span ?? own;
}
