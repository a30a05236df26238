import { call, input, text, vector, type Expr } from "../../formula/expression";
import { say, type Lang, type Phrase } from "../../words";
import { amount } from "../bands";
import { BASIS, EVERYBODY, MEASURE, tableOf, type ParamSpec, type RuleKind, type RuleMistake } from "../rule";
import type { ParamRow } from "../scheme";

/** Which end is first. The sign stands on the sheet as it is, in both languages. */
export const BEST: ParamSpec = {
  key: "best",
  label: { "zh-CN": "排名方向（↑ 高者居前，↓ 低者居前）", "en-US": "First is (↑ the highest, ↓ the lowest)" },
  type: "choice",
  initial: "↑",
  choices: { "↑": { "zh-CN": "↑", "en-US": "↑" }, "↓": { "zh-CN": "↓", "en-US": "↓" } },
};

/** This person's rank among all of the period; equal values share it (1-1-3). */
export const RANK: Expr = call(
  "rank",
  BASIS,
  EVERYBODY,
  call("if", call("eq", input("best"), text("↓")), 1, 0),
);

const REST: Phrase = { "zh-CN": "其余", "en-US": "the rest" };
const UPWARD: Phrase = {
  "zh-CN": "第 {row} 行的名次应大于上一行（从前到后排列）",
  "en-US": "row {row} must reach farther than the one before it",
};
const CLOSED: Phrase = {
  "zh-CN": "最后一行不写名次，以接住其余的人",
  "en-US": "the last row names no rank, so that it catches everybody else",
};
const OPEN: Phrase = {
  "zh-CN": "只有最后一行可以不写名次",
  "en-US": "only the last row may be without a rank",
};

/** Ranks 1–3 → 10, 4–10 → 6, the rest → 2: points by the place of a value among everybody's. */
export const rankBased: RuleKind = {
  kind: "rankBased",
  name: { "zh-CN": "按名次计分", "en-US": "Points by rank" },
  roles: [{ key: "value", label: { "zh-CN": "排名依据", "en-US": "Ranked by" } }],
  params: [BEST],
  tables: [
    {
      key: "places",
      label: { "zh-CN": "名次", "en-US": "Ranks" },
      columns: [
        {
          key: "upTo",
          label: { "zh-CN": "到第几名", "en-US": "Up to rank" },
          type: "integer",
          min: 1,
          optional: true,
          open: REST,
        },
        { key: "points", label: { "zh-CN": "得分", "en-US": "Points" }, type: "points" },
      ],
    },
  ],
  policies: { noData: "notScored" },
  compares: true,
  measure: { label: { "zh-CN": "名次", "en-US": "Rank" }, format: "count", expr: RANK },
  points: call(
    "item",
    vector("places.points"),
    call("add", 1, call("passed", MEASURE, vector("places.upTo"), text(">"))),
  ),
  describe: (use, { lang }) => describePlaces(tableOf(use, "places"), lang),
  validate: (use) => validatePlaces(tableOf(use, "places")),
};

const UP_TO: Phrase = { "zh-CN": "前 {upTo} 名 {points} 分", "en-US": "up to rank {upTo}: {points}" };
const OTHERS: Phrase = { "zh-CN": "其余 {points} 分", "en-US": "the rest: {points}" };

function describePlaces(rows: readonly ParamRow[], lang: Lang): string {
  return rows
    .map(({ upTo, points }) =>
      say(typeof upTo === "number" ? UP_TO : OTHERS, lang, {
        upTo: Number(upTo),
        points: amount(Number(points), lang),
      }),
    )
    .join(lang === "zh-CN" ? "，" : "; ");
}

function validatePlaces(rows: readonly ParamRow[]): RuleMistake[] {
  const param = "places";
  let before = 0;
  return rows.flatMap(({ upTo }, row): RuleMistake[] => {
    const last = row === rows.length - 1;
    if (typeof upTo !== "number") return last ? [] : [{ param, row, what: OPEN }];
    if (last) return [{ param, row, what: CLOSED }];
    const rises = upTo > before;
    before = upTo;
    return rises ? [] : [{ param, row, what: UPWARD, params: { row: row + 1 } }];
  });
}
