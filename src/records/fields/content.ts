import { isDateFormat, readDate } from "../clean/date";
import { isErrorValue, isPlaceholder, parseNumber } from "../clean/number";
import { cleanName } from "../clean/name";
import { isBlank, type Cell, type Grid } from "../grid";
import { readOutcome } from "./outcomes";
import { readPeriod } from "../periods";

/** What a sample of a column's values looks like. All shares are fractions of the non-empty values in the sample. */
export interface ColumnProfile {
  readonly filled: number;
  readonly numbers: number;
  readonly dates: number;
  readonly percents: number;
  readonly persons: number;
  readonly identifiers: number;
  readonly outcomes: number;
  readonly periods: number;
  /** Share of values that are words rather than numbers or dates. */
  readonly words: number;
  /** Distinct values ÷ values: 1 when nothing repeats. */
  readonly distinct: number;
}

export type ContentKind = keyof typeof CONTENT;

/** How well a profile fits each kind of content, 0–1. */
export const CONTENT = {
  person: (p: ColumnProfile) => p.persons,
  identifier: (p: ColumnProfile) => p.identifiers * p.distinct,
  /** Somebody's number, on every row that is theirs. */
  code: (p: ColumnProfile) => p.identifiers,
  date: (p: ColumnProfile) => p.dates,
  money: (p: ColumnProfile) => Math.max(0, p.numbers - p.dates - p.percents),
  number: (p: ColumnProfile) => Math.max(0, p.numbers - p.dates),
  percent: (p: ColumnProfile) => Math.max(p.percents, 0.6 * p.numbers),
  outcome: (p: ColumnProfile) => p.outcomes,
  period: (p: ColumnProfile) => Math.max(p.periods, p.dates),
  /** A few words that come back again and again. */
  category: (p: ColumnProfile) => p.words * (p.distinct < 0.5 ? 1 : 0.7),
  text: (p: ColumnProfile) => p.words,
  /** Whatever it is: only the header tells. */
  any: () => 1,
} as const;

const SAMPLE = 240;
const LATIN_NAME = /^[A-Z][\p{L}'’.-]*(?: [A-Z][\p{L}'’.-]*){1,3}$/u;
/** `Smith, John` */
const SURNAME_FIRST = /^[A-Z][\p{L}'’.-]+, ?[A-Z][\p{L}'’. -]*$/u;
/** A first name alone looks like any other word with a capital: it only helps a header that says so. */
const CAPITAL_WORD = /^[A-Z][\p{L}'’.-]+$/u;
const CHINESE_NAME = /^[\u4e00-\u9fff]{2,4}$/;
const SURNAMES = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申殷詹欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁房滕屈饶解牟艾尤时阳阎穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝欧阳上官司马诸葛",
);

/** Looks at up to 240 non-empty values spread evenly over the given rows. */
export function profileColumn(grid: Grid, column: number, rows: readonly number[]): ColumnProfile {
  const counts = {
    numbers: 0,
    dates: 0,
    percents: 0,
    persons: 0,
    identifiers: 0,
    outcomes: 0,
    periods: 0,
    words: 0,
  };
  const seen = new Set<Cell>();
  let filled = 0;
  let looked = 0;
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  for (let i = 0; i < rows.length; i += step) {
    const row = rows[i] ?? 0;
    const cell = grid.values[row]?.[column] ?? null;
    looked += 1;
    if (isBlank(cell) || typeof cell === "boolean" || cell === null) continue;
    if (typeof cell === "string" && (isPlaceholder(cell) || isErrorValue(cell))) continue;
    filled += 1;
    seen.add(cell);
    const format = grid.numberFormats?.[row]?.[column];
    if (typeof cell === "number") countNumber(counts, cell, format);
    else countText(counts, cell);
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    filled: looked === 0 ? 0 : filled / looked,
    numbers: share(counts.numbers),
    dates: share(counts.dates),
    percents: share(counts.percents),
    persons: share(counts.persons),
    identifiers: share(counts.identifiers),
    outcomes: share(counts.outcomes),
    periods: share(counts.periods),
    words: share(counts.words),
    distinct: share(seen.size),
  };
}

type Counts = Record<
  "numbers" | "dates" | "percents" | "persons" | "identifiers" | "outcomes" | "periods" | "words",
  number
>;

function countNumber(counts: Counts, cell: number, format: string | undefined): void {
  counts.numbers += 1;
  // Without a date format a number between 20 000 and 80 000 is more likely money than a day.
  if (
    isDateFormat(format) ||
    (Number.isInteger(cell) && cell > 19_900_000 && cell < 20_500_000 && readDate(cell))
  )
    counts.dates += 1;
  if (format?.includes("%")) counts.percents += 1;
  if (isMonthCode(cell)) counts.periods += 1;
  if (Number.isInteger(cell) && cell >= 0) counts.identifiers += 0.5;
}

/** 1–12, 201703 or 2017: what a month column holds when it holds numbers. */
function isMonthCode(value: number): boolean {
  return (
    Number.isInteger(value) &&
    ((value >= 1 && value <= 12) ||
      (value >= 199_001 && value <= 210_012) ||
      (value >= 1990 && value <= 2100))
  );
}

function countText(counts: Counts, cell: string): void {
  const text = cell.trim();
  const outcome = readOutcome(text);
  if (outcome !== undefined) counts.outcomes += 1;
  if (readPeriod(text) !== undefined || isMonthCode(Number(text))) counts.periods += 1;
  const number = parseNumber(text);
  const date = number !== undefined && !/^\d{8}$/.test(text) ? undefined : readDate(text);
  if (date) counts.dates += 1;
  else if (number) {
    counts.numbers += 1;
    if (number.percent) counts.percents += 1;
  } else counts.words += 1;
  if (/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9_/#-]{2,}$/.test(text) && !date) counts.identifiers += 1;
  if (date || number || outcome !== undefined) return;
  const name = cleanName(text);
  if (LATIN_NAME.test(name) || SURNAME_FIRST.test(name)) counts.persons += 1;
  else if (CAPITAL_WORD.test(name)) counts.persons += 0.2;
  else if (CHINESE_NAME.test(name)) counts.persons += SURNAMES.has(name.charAt(0)) ? 1 : 0.3;
}
