import { call, input, text, vector } from "../../formula/expression";
import type { Phrase } from "../../words";
import { amount } from "../bands";
import { MEASURE, UNKNOWN, tableOf, type RuleKind, type RuleMistake, type TableSpec } from "../rule";
import type { ParamRow } from "../scheme";

const LEVELS: TableSpec = {
  key: "levels",
  label: { "zh-CN": "档次", "en-US": "Levels" },
  columns: [
    { key: "word", label: { "zh-CN": "评价", "en-US": "Word" }, type: "word" },
    { key: "number", label: { "zh-CN": "也可填", "en-US": "Or number" }, type: "number", optional: true },
    { key: "points", label: { "zh-CN": "得分", "en-US": "Points" }, type: "points" },
  ],
};

const TWICE: Phrase = {
  "zh-CN": "第 {row} 档的“{word}”与前面重复",
  "en-US": "level {row}: “{word}” is there already",
};
const FEW: Phrase = { "zh-CN": "至少需要两档", "en-US": "at least two levels are needed" };

const sought = call("join", input("rating"), text(""));
const placeIn = (column: string) => call("find", sought, vector(`levels.${column}`));

/** Good 10, fairly good 8, fair 6, poor 4, bad 2: points looked up by the word, or by the number that stands for it. */
export const fiveLevel: RuleKind = {
  kind: "fiveLevel",
  name: { "zh-CN": "五级评价", "en-US": "Rating by level" },
  roles: [{ key: "rating", label: { "zh-CN": "评价", "en-US": "Rating" }, takes: "any" }],
  params: [],
  tables: [LEVELS],
  policies: { noData: "notScored" },
  measure: {
    label: { "zh-CN": "档次", "en-US": "Level" },
    format: "count",
    expr: call("iferror", placeIn("word"), call("iferror", placeIn("number"), text(UNKNOWN))),
  },
  points: call("item", vector("levels.points"), MEASURE),
  describe: (use, { lang }) =>
    tableOf(use, "levels")
      .map(({ word, points }) => `${word ?? ""} ${amount(Number(points), lang)}`)
      .join(lang === "zh-CN" ? "，" : ", "),
  validate: (use) => validateLevels(tableOf(use, "levels")),
};

/** No two rows may answer to the same entry: words and numbers are looked up in one list each. */
function validateLevels(rows: readonly ParamRow[]): RuleMistake[] {
  if (rows.length < 2) return [{ param: "levels", what: FEW }];
  const seen = new Set<string>();
  return rows.flatMap((row, i): RuleMistake[] => {
    const entries = [row["word"], row["number"]].flatMap((entry) =>
      entry === null || entry === undefined || entry === "" ? [] : [String(entry).toLowerCase()],
    );
    const twice = entries.find((entry) => seen.has(entry));
    for (const entry of entries) seen.add(entry);
    return twice === undefined
      ? []
      : [{ param: "levels", row: i, what: TWICE, params: { row: i + 1, word: twice } }];
  });
}
