/** The most characters a cell holds. */
export const LONGEST_TEXT = 32_767;

/**
 * Text as it must be written so that Excel stores exactly this text: with a leading apostrophe wherever Excel, in any
 * of its languages, would otherwise read a formula, a number, a date, a time, a logical value or an error.
 *
 * When in doubt it prefixes: the apostrophe is not part of the cell's value and is never shown, while a name turned
 * into a date or a formula is a defect. Text longer than a cell holds ends in `…`.
 *
 * @example asLiteral("=1+1") // "'=1+1"
 * @example asLiteral("Moses Frase") // "Moses Frase"
 */
export function asLiteral(text: string): string {
  const fitting = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return wouldBeRead(fitting) ? `'${fitting}` : fitting;
}

/** Signs Excel starts a formula, a number or a prefix with; the wide ones are read the same in East Asian editions. */
const STARTS_LIKE_INPUT = /^[=+\-@'"#.,%(（$¥￥€£₩₹＝＋－＠．，％＄\p{N}]/u;
const LOGICAL = /^(true|false)$/i;
/** `Mar-17`, `März 2017`, `Mai 5`, and the like: one word, then digits. In Han script only dates and times count. */
const WORD_THEN_DIGITS = /^(?!\p{Script=Han})\p{L}+\.?[\s\-/.,]*\p{N}/u;
/** `上午10:30`, `星期一`, `二〇一七年三月`, `民国106年`. */
const HAN_DATE_OR_TIME =
  /^(上午|下午|凌晨|早上|中午|晚上|午前|午後|民国|公元|西元|平成|令和|昭和|星期|周|週)|^[〇零一二三四五六七八九十百千万廿卅]+[年月日时時分秒点點]?/u;

function wouldBeRead(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "") return false;
  return (
    STARTS_LIKE_INPUT.test(trimmed) ||
    text.startsWith("'") ||
    LOGICAL.test(trimmed) ||
    WORD_THEN_DIGITS.test(trimmed) ||
    HAN_DATE_OR_TIME.test(trimmed)
  );
}
