import { foldWidth } from "../clean/text";

/** Units that stand beside a header, by how many 元 (or of whatever is counted) one of them is. */
const UNIT_SCALES: Readonly<Record<string, number>> = {
  元: 1,
  人民币元: 1,
  千元: 1e3,
  万元: 1e4,
  万: 1e4,
  百万元: 1e6,
  百万: 1e6,
  亿元: 1e8,
  亿: 1e8,
  yuan: 1,
  rmb: 1,
  cny: 1,
  usd: 1,
  $: 1,
  "¥": 1,
  k: 1e3,
  "'000": 1e3,
  "000": 1e3,
  "000s": 1e3,
  thousand: 1e3,
  thousands: 1e3,
  whole: 1,
  tenthousand: 1e4,
  tenthousands: 1e4,
  k$: 1e3,
  $k: 1e3,
  "¥k": 1e3,
  m: 1e6,
  mn: 1e6,
  hundredmillion: 1e8,
  million: 1e6,
  millions: 1e6,
  $m: 1e6,
  "10k": 1e4,
  "10kyuan": 1e4,
  "10krmb": 1e4,
  万rmb: 1e4,
  rmb10k: 1e4,
  "rmb'000": 1e3,
  "usd'000": 1e3,
};

/** A header as it is compared: ordinary width, lower case, nothing but letters, digits and Chinese characters. */
export function headerKey(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, "");
}

export interface HeaderText {
  /** The header without its unit, ready to compare. */
  readonly key: string;
  /** What one of the column's numbers is worth: 10 000 under 万元. Undefined when the header names no unit. */
  readonly scale?: number;
  readonly percent: boolean;
}

/**
 * Splits a header from the unit it carries.
 *
 * @example readHeader("销售额（万元）") // { key: "销售额", scale: 10000, percent: false }
 */
export function readHeader(text: string): HeaderText {
  const folded = foldWidth(text);
  let scale: number | undefined;
  let percent = /%|％/.test(text);
  const bare = folded.replace(/[([{【]([^)\]}】]*)[)\]}】]/g, (all, inside: string) => {
    const unit = unitScale(inside);
    if (unit !== undefined) scale = unit;
    if (unit !== undefined || inside.includes("%")) return " ";
    return all;
  });
  const suffix = /[\s,/_:-]+(?:in\s+)?('?[^\s,/_:-]+)$/i.exec(bare.trim());
  const suffixScale = suffix?.[1] === undefined ? undefined : unitScale(suffix[1]);
  const trimmed = suffixScale === undefined || suffix === null ? bare : bare.trim().slice(0, suffix.index);
  if (suffixScale !== undefined) scale = suffixScale;
  if (/[率比]$/.test(headerKey(trimmed))) percent = true;
  const key = headerKey(trimmed.replace(/%/g, ""));
  return scale === undefined ? { key, percent } : { key, scale, percent };
}

/** @example unitScale("单位：万元") // 10000 */
export function unitScale(text: string): number | undefined {
  const key = foldWidth(text)
    .toLowerCase()
    .replace(/^(?:金额)?(?:单位|unit|units|currency)\s*[:=]?/, "")
    .replace(/^in\s+/, "")
    .replace(/\s+/g, "");
  return UNIT_SCALES[key];
}

/** The unit a title or note line states for the whole table, e.g. `单位：万元`. */
export function unitInLine(text: string): number | undefined {
  const folded = foldWidth(text);
  const match =
    /(?:单位|unit|units|currency)\s*[:=]?\s*([^\s,;()，；。]+(?:\s*thousand|\s*million)?)/i.exec(folded) ??
    /\(\s*(?:in\s+)?([^()]+)\)\s*$/i.exec(folded);
  return match?.[1] === undefined ? undefined : unitScale(match[1]);
}
