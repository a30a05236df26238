import type { Lang } from "../../../src/words";
import { somePeople, sloppyName, UNITS } from "./people";
import { randomOf, type Random } from "./random";
import { SheetBuilder, type Written } from "./sheetBuilder";
import { fullWidth, percentShapes } from "./spellings";
import type { Defect, MessyWorkbook } from "./workbook";

export type Orientation = "wide" | "long" | "across" | "attendance";
type Field = "target" | "actual" | "rate" | "requiredDays" | "absentDays" | "lateTimes" | "satisfaction";

export interface TrueMeasure {
  readonly rep: string;
  readonly field: Field;
  readonly period: string | undefined;
  readonly value: number;
  readonly cell: string;
}

export interface PeopleTruth {
  readonly sheet: string;
  /** Column letters → what it holds; empty for a table whose people stand across. */
  readonly columns: Readonly<Record<string, string>>;
  readonly measures: readonly TrueMeasure[];
  readonly ids: Readonly<Record<string, string>>;
}

const WORDS: Readonly<
  Record<Lang, Readonly<Record<Field | "rep" | "id" | "unit" | "period", readonly string[]>>>
> = {
  "zh-CN": {
    rep: ["姓名", "业务员", "员工姓名", "销售人员"],
    id: ["工号", "员工编号"],
    unit: ["部门", "大区", "所属部门"],
    period: ["月份", "考核月份", "期间"],
    target: ["目标", "任务", "销售目标", "任务额"],
    actual: ["实际", "完成", "实际完成", "销售额"],
    rate: ["完成率", "达成率", "完成比例"],
    requiredDays: ["应出勤天数", "应出勤"],
    absentDays: ["缺勤天数", "缺勤", "缺勤（天）"],
    lateTimes: ["迟到次数", "迟到（次）"],
    satisfaction: ["客户满意度", "满意度", "顾客满意率"],
  },
  "en-US": {
    rep: ["Name", "Employee Name", "Sales Rep", "Rep"],
    id: ["Employee ID", "Staff No."],
    unit: ["Region", "Department", "Team"],
    period: ["Month", "Period"],
    target: ["Target", "Quota", "Sales target"],
    actual: ["Actual", "Sales", "Actual sales"],
    rate: ["Attainment", "Completion rate", "Attainment %"],
    requiredDays: ["Working days", "Days due"],
    absentDays: ["Days absent", "Absent days"],
    lateTimes: ["Times late", "Late"],
    satisfaction: ["Customer satisfaction", "CSAT"],
  },
};
const EN_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A table of monthly targets and actuals, or of attendance, laid out in one of the ways people do. */
export function messyPeople(
  seed: number,
  lang: Lang,
  orientation: Orientation,
  clean: boolean,
): MessyWorkbook<PeopleTruth> {
  const random = randomOf(seed + 1000);
  const zh = lang === "zh-CN";
  const context: Context = {
    random,
    lang,
    zh,
    clean,
    people: somePeople(random, lang, random.int(7, 12)),
    months: Array.from({ length: random.int(3, 6) }, (_, i) => i + 1),
    word: (key) => random.pick(WORDS[lang][key]),
    wan: zh && random.chance(0.5),
    defects: [],
    measures: [],
    ids: {},
    columns: {},
  };
  const sheet = { wide, long, across, attendance }[orientation](context);
  const { defects, measures, ids, columns } = context;
  return {
    name: `${orientation} ${seed} ${lang}${clean ? " clean" : ""}`,
    lang,
    grids: [sheet.grid()],
    truth: { sheet: sheet.sheet, columns, measures, ids },
    defects,
  };
}

interface Context {
  readonly random: Random;
  readonly lang: Lang;
  readonly zh: boolean;
  readonly clean: boolean;
  readonly people: readonly string[];
  readonly months: readonly number[];
  readonly word: (key: Field | "rep" | "id" | "unit" | "period") => string;
  /** Figures in 万元, said once above the table. */
  readonly wan: boolean;
  readonly defects: Defect[];
  readonly measures: TrueMeasure[];
  readonly ids: Record<string, string>;
  readonly columns: Record<string, string>;
}

function open(context: Context, width: number, what: string): SheetBuilder {
  const { random, zh, wan } = context;
  const sheet = new SheetBuilder(
    zh ? "考核数据" : "Data",
    width,
    random.pick([0, 0, 2]),
    random.pick([0, 1]),
  );
  const title = sheet.add([zh ? `2017年${what}` : `${what} 2017`]);
  sheet.merge(0, title, width - 1, title);
  if (wan) sheet.add(Array.from({ length: width }, (_, i) => (i === width - 1 ? "单位：万元" : null)));
  return sheet;
}

function monthName({ zh, random }: Context): (month: number) => Written | string {
  const style = random.int(0, 3);
  return (month) => {
    if (style === 0)
      return { value: 42_736 + ([0, 31, 59, 90, 120, 151][month - 1] ?? 0), format: "yyyy-mm" };
    if (style === 1) return `2017-${String(month).padStart(2, "0")}`;
    return zh
      ? style === 2
        ? `${month}月`
        : `${"一二三四五六"[month - 1] ?? ""}月`
      : (EN_MONTHS[month - 1] ?? "");
  };
}

const id2017 = (month: number) => `2017-${String(month).padStart(2, "0")}`;
const yuanOf = (random: Random) => random.int(20, 400) * 1000;

/** People down, months across under merged groups: target, actual and rate in each month; unit subtotals, a total, notes. */
function wide(context: Context): SheetBuilder {
  const { random, zh, months, people, measures, columns, defects, clean, wan, ids } = context;
  const fields = random.chance(0.5) ? (["target", "actual", "rate"] as const) : (["actual", "rate"] as const);
  const lead = ["unit", "id", "rep"] as const;
  const sheet = open(
    context,
    lead.length + months.length * fields.length + 1,
    zh ? "销售完成情况表" : "Sales results",
  );
  const at = (m: number, f: number) => lead.length + m * fields.length + f;
  const names = fields.map((field) => context.word(field));
  const month = monthName(context);
  const upper = sheet.add([
    ...lead.map((key) => context.word(key)),
    ...months.flatMap((m) => fields.map((_, f) => (f === 0 ? month(m) : null))),
    zh ? "备注" : "Remarks",
  ]);
  const lower = sheet.add([null, null, null, ...months.flatMap(() => names), null]);
  lead.forEach((_, c) => sheet.merge(c, upper, c, lower));
  months.forEach((_, m) => sheet.merge(at(m, 0), upper, at(m, fields.length - 1), upper));
  lead.forEach((key, c) => (columns[sheet.letters(c)] = key === "id" ? "employeeId" : key));
  months.forEach((m, i) =>
    fields.forEach((field, f) => (columns[sheet.letters(at(i, f))] = `${field} ${id2017(m)}`)),
  );

  const shown = (yuan: number) => (wan ? yuan / 1e4 : yuan);
  const totals = new Map<number, number>();
  const groups = UNITS[context.lang]
    .map((unit, u) => ({ unit, members: people.filter((_, i) => i % 3 === u) }))
    .filter(({ members }) => members.length > 0);
  let spoilt = 0;
  for (const { unit, members } of groups) {
    const sums = new Map<number, number>();
    let firstRow = 0;
    let row = 0;
    members.forEach((rep, index) => {
      const id = `00${100 + people.indexOf(rep)}`;
      ids[rep] = id;
      const cells: (Written | string | number | null)[] = [index === 0 ? unit : null, id, rep];
      const facts: { column: number; field: Field; period: string; value: number }[] = [];
      months.forEach((m, i) => {
        const target = yuanOf(random);
        const actual = yuanOf(random);
        const values: Record<"target" | "actual" | "rate", number> = {
          target,
          actual,
          rate: random.int(305, 1400) / 1000,
        };
        fields.forEach((field, f) => {
          const column = at(i, f);
          cells[column] =
            field === "rate"
              ? percentShapes(values.rate).signed
              : { value: shown(values[field]), format: "#,##0.0" };
          facts.push({ column, field, period: id2017(m), value: values[field] });
        });
      });
      let code: Defect["codes"] | undefined;
      let where = 2;
      const spare = facts.find(({ field }) => field === "actual");
      const rate = facts.find(({ field }) => field === "rate");
      if (!clean && spare && rate) {
        // One thing wrong a row, each kind in turn.
        const kind = spoilt % 6;
        spoilt += 1;
        if (kind === 0) [cells[2], code] = [sloppyName(random, rep), ["name-tidied"]];
        if (kind === 1)
          [cells[spare.column], where, code] = [
            fullWidth(String(shown(spare.value))),
            spare.column,
            ["number-as-text"],
          ];
        if (kind === 2)
          [cells[rate.column], where, code] = [
            percentShapes(rate.value).whole,
            rate.column,
            ["percent-mixed"],
          ];
        if (kind === 3)
          [cells[rate.column], where, code] = [
            percentShapes(rate.value).fraction,
            rate.column,
            ["percent-mixed", "percent-bare"],
          ];
        if (kind === 4)
          [cells[spare.column], where, code] = [
            zh ? "未统计" : "pending",
            spare.column,
            ["number-unreadable"],
          ];
        if (kind === 5) [cells[spare.column], where, code] = ["#REF!", spare.column, ["error-value"]];
        if (kind >= 4) facts.splice(facts.indexOf(spare), 1);
      }
      row = sheet.add(cells);
      if (index === 0) firstRow = row;
      if (code) defects.push({ codes: code, sheet: sheet.sheet, cell: sheet.cell(where, row) });
      for (const { column, field, period, value } of facts) {
        measures.push({ rep, field, period, value, cell: sheet.cell(column, row) });
        if (field !== "rate") sums.set(column, (sums.get(column) ?? 0) + value);
      }
    });
    if (row > firstRow) sheet.merge(0, firstRow, 0, row);
    sheet.add(sumLine(sheet.width, [unit, null, zh ? "小计" : "Subtotal"], sums, shown));
    for (const [column, value] of sums) totals.set(column, (totals.get(column) ?? 0) + value);
  }
  // Not in the first month, where unreadable figures leave nothing to check a total by.
  const wrong = clean ? undefined : [...totals.keys()].at(-1);
  if (wrong !== undefined) totals.set(wrong, (totals.get(wrong) ?? 0) + 50_000);
  const total = sheet.add(sumLine(sheet.width, [zh ? "总 计" : "Grand total", null, null], totals, shown));
  if (wrong !== undefined)
    defects.push({ codes: ["total-mismatch"], sheet: sheet.sheet, cell: sheet.cell(wrong, total) });
  sheet.add([zh ? "注：完成率＝实际÷目标。" : "Note: attainment = actual ÷ target."]);
  return sheet;
}

function sumLine(
  width: number,
  labels: readonly (string | null)[],
  sums: ReadonlyMap<number, number>,
  shown: (yuan: number) => number,
): (Written | string | null)[] {
  return Array.from({ length: width }, (_, c) => {
    const sum = sums.get(c);
    return sum === undefined ? (labels[c] ?? null) : { value: shown(sum), format: "#,##0.0" };
  });
}

/** One row per person and month; the name on the first row of each person only, merged over the others. */
function long(context: Context): SheetBuilder {
  const { random, zh, months, people, measures, columns, defects, clean, wan } = context;
  const fields = ["target", "actual", "rate"] as const;
  const sheet = open(context, 5, zh ? "月度业绩明细" : "Monthly results");
  const merged = random.chance(0.5);
  sheet.add([context.word("rep"), context.word("period"), ...fields.map((field) => context.word(field))]);
  ["rep", "period", ...fields].forEach((key, c) => (columns[sheet.letters(c)] = key));
  const month = monthName(context);
  const shape = random.pick(["signed", "fraction", "whole", "formatted"] as const);
  people.forEach((rep, p) => {
    let firstRow = 0;
    months.forEach((m, i) => {
      const values = { target: yuanOf(random), actual: yuanOf(random), rate: random.int(305, 990) / 1000 };
      const money = (yuan: number) => ({ value: wan ? yuan / 1e4 : yuan });
      const cells: (Written | string | number | null)[] = [
        i === 0 || !merged ? rep : null,
        month(m),
        money(values.target),
        money(values.actual),
        percentShapes(values.rate)[shape],
      ];
      const spoil = !clean && i === 1 && p < 4;
      if (spoil && p === 0) cells[1] = zh ? "某月" : "someday";
      if (spoil && p === 1) cells[3] = `${values.actual / 1e4}万`;
      if (spoil && p === 2) cells[2] = "1,5";
      if (spoil && p === 3) cells[4] = "#DIV/0!";
      const row = sheet.add(cells);
      if (i === 0) firstRow = row;
      if (spoil) {
        const [column, code] = (
          [
            [1, "period-unreadable"],
            [3, "number-as-text"],
            [2, "decimal-comma"],
            [4, "error-value"],
          ] as const
        )[p] ?? [0, "rep-missing" as const];
        defects.push({ codes: [code], sheet: sheet.sheet, cell: sheet.cell(column, row) });
      }
      if (spoil && p === 0) return;
      fields.forEach((field, f) => {
        if (spoil && p === 3 && field === "rate") return;
        const value = spoil && p === 2 && field === "target" ? (wan ? 15_000 : 1.5) : values[field];
        measures.push({ rep, field, period: id2017(m), value, cell: sheet.cell(2 + f, row) });
      });
    });
    if (merged) sheet.merge(0, firstRow, 0, firstRow + months.length - 1);
  });
  return sheet;
}

/** Months down, people across. */
function across(context: Context): SheetBuilder {
  const { zh, months, people, measures, defects, clean, wan, random } = context;
  const sheet = open(context, people.length + 2, zh ? "销售额汇总" : "Sales");
  sheet.add([context.word("period"), ...people, zh ? "合计" : "Total"]);
  const month = monthName(context);
  months.forEach((m, i) => {
    const values = people.map(() => yuanOf(random));
    const shown = values.map((yuan) => (wan ? yuan / 1e4 : yuan));
    const sum = shown.reduce((a, b) => a + b, 0);
    const cells: (Written | string | number | null)[] = [month(m), ...shown, sum];
    const spoil = !clean && i === 1;
    if (spoil) cells[2] = "???";
    const row = sheet.add(cells);
    if (spoil) defects.push({ codes: ["number-unreadable"], sheet: sheet.sheet, cell: sheet.cell(2, row) });
    people.forEach((rep, p) => {
      if (!spoil || p !== 1)
        measures.push({
          rep,
          field: "actual",
          period: id2017(m),
          value: values[p] ?? 0,
          cell: sheet.cell(1 + p, row),
        });
    });
  });
  return sheet;
}

/** One row a person, one period, counts and a percent column in mixed shapes; employee numbers with leading zeros. */
function attendance(context: Context): SheetBuilder {
  const { random, zh, people, measures, columns, defects, clean, ids } = context;
  const fields = ["requiredDays", "absentDays", "lateTimes", "satisfaction"] as const;
  const sheet = open({ ...context, wan: false }, 7, zh ? "3月考勤与服务" : "Attendance and service");
  const order = random.shuffle(fields);
  sheet.add([
    zh ? "序号" : "No.",
    context.word("id"),
    context.word("rep"),
    ...order.map((field) => context.word(field)),
  ]);
  ["", "employeeId", "rep", ...order].forEach((key, c) =>
    key === "" ? undefined : (columns[sheet.letters(c)] = key),
  );
  const usual = random.pick(["signed", "whole", "formatted"] as const);
  const write = (rep: string, id: string, name: string, p: number, spoil: boolean): number => {
    const values = {
      requiredDays: 23,
      absentDays: random.pick([0, 0, 0.5, 1, 2]),
      lateTimes: random.int(0, 4),
      satisfaction: random.int(805, 990) / 1000,
    };
    const odd = usual === "whole" ? "fraction" : "whole";
    const row = sheet.add([
      p + 1,
      id,
      name,
      ...order.map((field) =>
        field === "satisfaction" ? percentShapes(values.satisfaction)[spoil ? odd : usual] : values[field],
      ),
    ]);
    order.forEach((field, f) =>
      measures.push({ rep, field, period: undefined, value: values[field], cell: sheet.cell(3 + f, row) }),
    );
    if (spoil)
      defects.push({
        codes: ["percent-mixed", "percent-bare"],
        sheet: sheet.sheet,
        cell: sheet.cell(3 + order.indexOf("satisfaction"), row),
      });
    return row;
  };
  people.forEach((rep, p) => {
    const id = `0${1000 + p}`;
    ids[rep] = id;
    write(rep, id, rep, p, !clean && p === 1);
  });
  if (clean) return sheet;
  const namesake = people[0] ?? "";
  const row = write(namesake, "09999", namesake, people.length, false);
  defects.push({ codes: ["same-name-by-id"], sheet: sheet.sheet, cell: sheet.cell(2, row) });
  const nobody = sheet.add([
    people.length + 2,
    null,
    null,
    ...order.map((field) => (field === "requiredDays" ? 23 : null)),
  ]);
  defects.push({ codes: ["rep-missing"], sheet: sheet.sheet, cell: sheet.cell(2, nobody) });
  return sheet;
}
