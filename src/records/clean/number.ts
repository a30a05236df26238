import { parseChineseNumber } from "./chineseNumber";
import { foldWidth } from "./text";

/** How a number was written when it was not a plain number. */
export type NumberForm = "plain" | "full-width" | "chinese" | "decimal-comma";

export interface NumberReading {
  /** In the unit the cell itself names (3.5万 is 35 000), otherwise as written; a percent is a fraction. */
  readonly value: number;
  readonly form: NumberForm;
  /** The cell says its own unit (万, 元, k …), so the column's unit does not apply. */
  readonly ownUnit: boolean;
  readonly percent: boolean;
}

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  元: 1,
  圆: 1,
  块: 1,
  百: 1e2,
  千: 1e3,
  千元: 1e3,
  万: 1e4,
  万元: 1e4,
  萬: 1e4,
  十万: 1e5,
  百万: 1e6,
  百万元: 1e6,
  千万: 1e7,
  亿: 1e8,
  亿元: 1e8,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
};
/** Counting words that carry no scale: 12台, 3户, 20 visits keep their number. */
const COUNTERS =
  /^(?:台|套|件|个|户|家|次|单|笔|人|人次|场|课时|学时|天|日|小时|分|立方|吨|days?|hours?|hrs?|h|people|pcs|units?|visits?|points?|pts)$/i;
const CURRENCY =
  /^(?:人民币|rmb|cny|usd|eur|gbp|hk\$|us\$|[¥￥$€£])|(?:人民币|rmb|cny|usd|eur|gbp|[¥￥$€£])$/gi;
const PLACEHOLDERS = new Set([
  "-",
  "--",
  "—",
  "——",
  "–",
  "/",
  "\\",
  "无",
  "暂无",
  "n/a",
  "na",
  "nil",
  "none",
  "null",
  "·",
]);

/** Marks people put where there is no value: a dash, 无, N/A. @example isPlaceholder("——") // true */
export function isPlaceholder(text: string): boolean {
  return text.length <= 5 && PLACEHOLDERS.has(foldWidth(text).trim().toLowerCase());
}

/** Excel's error values as text. @example isErrorValue("#N/A") // true */
export function isErrorValue(text: string): boolean {
  return (
    text.charCodeAt(0) === 35 &&
    /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i.test(text.trim())
  );
}

/**
 * The number a text stands for: thousands separators, full-width digits, Chinese numerals, currency signs, brackets
 * for negatives, a unit or a percent sign of its own. Undefined when it is no number.
 *
 * A single comma with one or two digits after it is read as a decimal comma and says so in `form`.
 *
 * @example parseNumber("（1,234.50）")?.value // -1234.5
 * @example parseNumber("3.5万")?.value // 35000
 * @example parseNumber("92 %") // { value: 0.92, form: "plain", ownUnit: false, percent: true }
 */
export function parseNumber(text: string): NumberReading | undefined {
  const folded = foldWidth(text);
  let body = folded.replace(/\s+/g, "").replace(/[−﹣]/g, "-");
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(body);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    body = bracketed[1];
  }
  if (/^[-+△▲]/.test(body)) {
    if (!body.startsWith("+")) negative = !negative;
    body = body.slice(1);
  } else if (/\d-$/.test(body)) {
    negative = !negative;
    body = body.slice(0, -1);
  }
  body = body.replace(CURRENCY, "");
  if (body.startsWith("-")) {
    negative = !negative;
    body = body.slice(1);
  }
  const percent = body.endsWith("%");
  if (percent) body = body.slice(0, -1);
  const reading = readMagnitude(body);
  if (reading === undefined) return undefined;
  const value = (negative ? -1 : 1) * (percent ? precise(reading.value / 100) : reading.value);
  const form =
    reading.form === "plain" && folded !== text && /[\uFF10-\uFF19]/.test(text) ? "full-width" : reading.form;
  return { value: value === 0 ? 0 : value, form, ownUnit: reading.ownUnit, percent };
}

interface Magnitude {
  readonly value: number;
  readonly form: NumberForm;
  readonly ownUnit: boolean;
}

const STEPS = /^(\d+(?:\.\d+)?)([亿万萬千百])/;

/**
 * Figures and units in turns, as people say a number aloud. A lone digit at the end counts in the next unit down.
 *
 * @example readSpoken("3万5千") // { value: 35000, … }
 * @example readSpoken("1亿2000万")?.value // 120000000
 */
function readSpoken(body: string): Magnitude | undefined {
  let rest = body.replace(/[元圆块整]+$/, "").replaceAll(",", "");
  let value = 0;
  let steps = 0;
  let unit = Infinity;
  for (let step = STEPS.exec(rest); step; step = STEPS.exec(rest)) {
    const next = UNITS[step[2] ?? ""] ?? 1;
    const part = Number(step[1]) * next;
    if (part >= unit) return undefined;
    value += part;
    unit = next;
    steps += 1;
    rest = rest.slice(step[0].length);
  }
  if (steps === 0 || (steps === 1 && rest === "") || !/^\d*$/.test(rest)) return undefined;
  const tail = Number(rest) * (rest.length === 1 ? unit / 10 : 1);
  return tail < unit ? { value: precise(value + tail), form: "chinese", ownUnit: true } : undefined;
}

function readMagnitude(body: string): Magnitude | undefined {
  const match = /^(\d[\d,.'’]*|\.\d+)(e[+-]?\d+)?(.*)$/i.exec(body);
  if (!match) {
    const bare = body.replace(/[元圆块整]+$/, "");
    const chinese = parseChineseNumber(bare);
    return chinese === undefined
      ? undefined
      : { value: chinese, form: "chinese", ownUnit: bare !== body || /[万亿]/.test(bare) };
  }
  const digits = readDigits(match[1] ?? "");
  const tail = (match[3] ?? "").toLowerCase();
  const scale = UNITS[tail] ?? (COUNTERS.test(tail) ? 1 : undefined);
  if (digits === undefined || scale === undefined) return readSpoken(body);
  const value = precise(Number(`${digits.text}${match[2] ?? ""}`) * scale);
  return Number.isFinite(value)
    ? { value, form: digits.form, ownUnit: tail !== "" && !COUNTERS.test(tail) }
    : undefined;
}

function readDigits(raw: string): { text: string; form: NumberForm } | undefined {
  const text = raw.replace(/['’]/g, "");
  if (/^\d*\.?\d*$/.test(text)) return { text, form: "plain" };
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return { text: text.replaceAll(",", ""), form: "plain" };
  // 1,0000: Chinese accountants sometimes group by four.
  if (/^\d{1,4}(,\d{4})+(\.\d*)?$/.test(text)) return { text: text.replaceAll(",", ""), form: "plain" };
  if (/^\d+,\d{1,2}$/.test(text)) return { text: text.replace(",", "."), form: "decimal-comma" };
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(text)) {
    return { text: text.replaceAll(".", "").replace(",", "."), form: "decimal-comma" };
  }
  return undefined;
}

/** Takes off the last binary dust of a multiplication: 1.13 × 10 000 is 11 300. */
export function precise(value: number): number {
  return Number(value.toPrecision(15));
}
