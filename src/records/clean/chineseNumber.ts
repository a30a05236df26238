const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/**
 * The value of a number written in Chinese characters; undefined when it is not one. A digit after a unit without
 * 零 counts in the next unit down, as it is said: 两万五 is 25 000.
 *
 * @example parseChineseNumber("一百二十万") // 1200000
 * @example parseChineseNumber("二〇一七") // 2017
 */
export function parseChineseNumber(text: string): number | undefined {
  const chars = [...text];
  if (chars.length === 0) return undefined;
  if (chars.every((char) => char in DIGITS)) return Number(chars.map((char) => DIGITS[char]).join(""));

  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const char of chars) {
    const value = DIGITS[char];
    const small = SMALL_UNITS[char];
    const large = LARGE_UNITS[char];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      if (value === 0) lastUnit = 1;
    } else if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = undefined;
      lastUnit = small;
    } else if (large !== undefined) {
      const below = section + (digit ?? 0);
      if (below === 0 && total === 0) return undefined;
      // 亿 multiplies everything before it (一万亿), 万 only its own section.
      total = large === 1e8 ? (total + below) * large : total + below * large;
      section = 0;
      digit = undefined;
      lastUnit = large;
    } else return undefined;
  }
  return total + section + (digit ?? 0) * (digit !== undefined && lastUnit > 10 ? lastUnit / 10 : 1);
}
