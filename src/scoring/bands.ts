import { call, vector, type Expr } from "../formula/expression";
import { say, type Lang, type Phrase } from "../words";
import type { RuleMistake, TableSpec } from "./rule";
import type { ParamRow } from "./scheme";

/** Bands are written best first: from which value on, whose the bound itself is, what it is worth. */
export const BANDS: TableSpec = {
  key: "bands",
  label: { "zh-CN": "分档", "en-US": "Bands" },
  columns: [
    { key: "from", label: { "zh-CN": "起点", "en-US": "From" }, type: "measure", optional: true },
    {
      key: "side",
      label: { "zh-CN": "含起点", "en-US": "Bound" },
      type: "choice",
      initial: "≥",
      choices: { "≥": { "zh-CN": "≥", "en-US": "≥" }, ">": { "zh-CN": ">", "en-US": ">" } },
    },
    { key: "points", label: { "zh-CN": "得分", "en-US": "Points" }, type: "points" },
  ],
};

/** The place, from 1, of the band that `value` falls into: the last one when it passes no bound. */
export function bandPlace(value: Expr, from: string, side: string): Expr {
  return call("sub", call("size", vector(from)), call("passed", value, vector(from), vector(side)));
}

const DOWNWARD: Phrase = {
  "zh-CN": "第 {row} 档的起点应小于上一档（从高到低排列）",
  "en-US": "band {row} must start below the one before it (best first)",
};
const OPEN: Phrase = {
  "zh-CN": "只有最后一档可以不写起点",
  "en-US": "only the last band may be without a start",
};
const CLOSED: Phrase = {
  "zh-CN": "最后一档不写起点，以接住所有更低的值",
  "en-US": "the last band has no start, so that it catches everything lower",
};
const FEW: Phrase = { "zh-CN": "至少需要两档", "en-US": "at least two bands are needed" };

/** Gaps and overlaps cannot be written; what can go wrong is the order and the open end. */
export function validateBands(rows: readonly ParamRow[], param: string): RuleMistake[] {
  if (rows.length < 2) return [{ param, what: FEW }];
  const mistakes: RuleMistake[] = [];
  let before = Infinity;
  rows.forEach((row, i) => {
    const { from } = row;
    const last = i === rows.length - 1;
    if (typeof from === "number") {
      if (last) mistakes.push({ param, row: i, what: CLOSED });
      else if (!(from < before)) mistakes.push({ param, row: i, what: DOWNWARD, params: { row: i + 1 } });
      before = from;
    } else if (!last) mistakes.push({ param, row: i, what: OPEN });
  });
  return mistakes;
}

const BAND: Phrase = { "zh-CN": "{side}{from} 得 {points} 分", "en-US": "{side} {from}: {points}" };
const BELOW: Phrase = { "zh-CN": "以下 {points} 分", "en-US": "below: {points}" };

/** @example describeBands([{ from: 0.6, side: "≥", points: 10 }, { from: null, points: 0 }], "en-US", true) // "≥ 60%: 10; below: 0" */
export function describeBands(rows: readonly ParamRow[], lang: Lang, percent: boolean): string {
  return rows
    .map(({ from, side, points }) => {
      const params = {
        side: String(side ?? "≥"),
        from: amount(Number(from), lang, percent),
        points: Number(points),
      };
      return say(typeof from === "number" ? BAND : BELOW, lang, params);
    })
    .join(lang === "zh-CN" ? "，" : "; ");
}

/** A number in words: percent of a fraction, or thousands. */
export function amount(value: number, lang: Lang, percent = false): string {
  return percent
    ? value.toLocaleString(lang, { style: "percent", maximumFractionDigits: 4 })
    : value.toLocaleString(lang, { maximumFractionDigits: 6 });
}
