/**
 * Two workbooks as they come from a company: a CRM's export that people have worked on, and HR's monthly figures.
 * Everything odd in them is what people do; six cells in each are wrong.
 */
import type { Host } from "../../src/host/host";
import { workbookWith, type Value } from "./fillBook";

/** A cell that is wrong, and what has to be said of it. */
export interface Planted {
  readonly cell: string;
  /** The kind of problem. */
  readonly kind: string;
}

export interface MessyBook {
  readonly host: Host;
  readonly sheet: string;
  readonly planted: readonly Planted[];
}

const REPS: readonly (readonly [id: string, name: string, unit: string])[] = [
  ["00017", "张伟", "华东"],
  ["00023", "李娜", "华东"],
  ["00031", "王芳", "华东"],
  ["00042", "欧阳 建国", "华南"],
  ["00058", "张伟", "华南"],
  ["00063", "陈静", "华南"],
];

/** How the amounts of a column are written by different hands; each is read as the number beside it. */
const AMOUNTS: readonly (readonly [Value, number])[] = [
  [125000, 125000],
  ["1.2万", 12000],
  ["１２，５００", 12500],
  ["¥36,800.00", 36800],
  [" 48 000 ", 48000],
  [9600.5, 9600.5],
  ["3万5千", 35000],
];

const DAY = 46023; // 2026-01-01 as Excel counts days.

/** How one day is written by different hands. */
function written(day: number, hand: number): Value {
  const date = new Date(Date.UTC(1899, 11, 30 + day));
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return (
    [
      day,
      `${y}年${m}月${d}日`,
      `${y}/${m}/${d}`,
      `${y}.${m}.${d}`,
      day,
      `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
    ][hand % 6] ?? day
  );
}

/** A ledger of orders: title and notes above, units as subtotals between, a table of totals beside, columns hidden. */
export async function crmBook(): Promise<MessyBook & { readonly won: number }> {
  const rows: Value[][] = [
    ["华东、华南销售中心 2026 年商机与订单台账"],
    ["单位：元　制表：综合部　2026/7/3 导出"],
    [],
    [
      "商机编号",
      "工号",
      "业务员",
      "大区",
      "客户名称",
      "产品",
      "阶段",
      "立项日期",
      "成交日期",
      "成交金额",
      "备注",
      null,
      "大区",
      "单数",
    ],
  ];
  const records: number[] = [];
  const values: number[] = [];
  let sum = 0;
  for (const unit of ["华东", "华南"]) {
    let subtotal = 0;
    for (let i = 0; i < 24; i++) {
      const n = records.length;
      const team = REPS.filter((rep) => rep[2] === unit);
      const [id = "", name = ""] = team[i % team.length] ?? [];
      const [amount = 0, value = 0] = AMOUNTS[n % AMOUNTS.length] ?? [];
      const opened = DAY + n * 3;
      const stage = n % 4 === 3 ? "丢单" : n % 9 === 8 ? "跟进中" : "赢单";
      const closed = stage === "跟进中" ? null : written(opened + 20, n);
      const paid = stage === "赢单";
      if (paid) subtotal += value;
      values.push(paid ? value : 0);
      rows.push([
        `SO-${String(n + 1).padStart(4, "0")}`,
        id,
        name,
        unit,
        `客户${(n % 13) + 1}`,
        `产品${"甲乙丙"[n % 3]}`,
        stage,
        written(opened, n + 1),
        closed,
        paid ? amount : null,
        n % 11 === 0 ? "老客户" : null,
      ]);
      records.push(rows.length);
      if (i === 11) rows.push([]);
    }
    rows.push([`${unit}小计`, null, null, null, null, null, null, null, null, subtotal]);
    sum += subtotal;
  }
  rows.push(["合计", null, null, null, null, null, null, null, null, sum]);
  rows.push(["注：赢单以合同盖章日为准。"]);
  for (const [i, unit] of ["华东", "华南"].entries()) {
    const row = rows[4 + i];
    while (row && row.length < 12) row.push(null);
    row?.push(unit, 24);
  }
  const planted: Planted[] = [];
  const spoil = (nth: number, column: number, value: Value, kind: string): void => {
    const row = records[nth] ?? 0;
    const line = rows[row - 1];
    if (line) line[column] = value;
    planted.push({ cell: `${"ABCDEFGHIJK"[column]}${row}`, kind });
  };
  spoil(4, 9, "待定", "number-unreadable");
  spoil(9, 8, "2026-13-05", "date-unreadable");
  spoil(14, 6, "嬴单", "stage-unknown");
  spoil(20, 2, null, "rep-missing");
  spoil(28, 9, -36800, "negative-amount");
  spoil(33, 8, "#N/A", "error-value");
  const host = await workbookWith([
    { tab: "2026台账", rows, merges: ["A1:K1", "A2:K2"], dates: [`H5:I${rows.length}`] },
  ]);
  // No amount, no known stage, a negative one; without a day or a name a deal is won all the same.
  for (const [nth, value] of [
    [4, 0],
    [14, 0],
    [28, -36800],
  ] as const)
    values[nth] = value;
  return { host, sheet: "2026台账", planted, won: values.reduce((all, value) => all + value, 0) };
}

const STAFF: readonly (readonly [id: string, name: string, unit: string])[] = [
  ...REPS,
  ["00071", "刘洋", "华东"],
  ["00084", "杨 帆", "华南"],
  ["00090", "赵 敏", "华东"],
  ["00102", "孙丽", "华南"],
];

/** HR's month: two header rows, two units of money, percents in three hands, attendance on a sheet of its own. */
export async function hrBook(): Promise<MessyBook> {
  const rows: Value[][] = [
    ["销售中心 2026 年 6 月绩效数据汇总表"],
    ["填报单位：人力资源部　（目标单位：万元；实绩单位：元）"],
    ["序号", "工号", "姓名", "部门", "销售业绩", null, null, "回款率", "客户满意度", null, "部门", "人数"],
    [null, null, null, null, "目标（万元）", "实绩（元）", "完成率", null, null, null, null, null],
  ];
  const lines = new Map<string, number>();
  let n = 0;
  for (const unit of ["华东", "华南"]) {
    for (const [id, name] of STAFF.filter((one) => one[2] === unit)) {
      const goal = 10 + n;
      const reached = goal * (8000 + n * 500);
      const share = reached / (goal * 10000);
      const percent: Value =
        [`${Math.round(share * 100)}%`, share, `${(share * 100).toFixed(1)}％`][n % 3] ?? share;
      const money: Value =
        [reached, `${reached / 10000}万`, reached.toLocaleString("en-US")][n % 3] ?? reached;
      n += 1;
      rows.push([
        n,
        id,
        name,
        unit,
        n % 4 === 0 ? `${goal}` : goal,
        money,
        percent,
        n % 2 ? "95%" : 0.9,
        80 + n,
        null,
        null,
        null,
      ]);
      lines.set(`${name} ${unit}`, rows.length);
    }
    rows.push([null, null, `${unit}小计`, null, 60, 500000, "83%", null, null]);
    rows.push([]);
  }
  rows.push(["制表：李主任　　审核：　　　　日期：2026.7.1"]);
  for (const [i, unit] of ["华东", "华南"].entries()) rows[4 + i]?.splice(10, 2, unit, 5);
  const planted: Planted[] = [];
  const spoil = (who: string, column: string, value: Value, kind: string): void => {
    const row = lines.get(who) ?? 0;
    const line = rows[row - 1];
    if (line) line[column.charCodeAt(0) - 65] = value;
    planted.push({ cell: `${column}${row}`, kind });
  };
  spoil("李娜 华东", "E", "待定", "number-unreadable");
  spoil("刘洋 华东", "F", "#REF!", "error-value");
  spoil("赵 敏 华东", "G", "九成多", "number-unreadable");
  spoil("陈静 华南", "H", 95, "percent-mixed");
  spoil("孙丽 华南", "F", 15, "unit-suspect");
  spoil("张伟 华南", "C", null, "name-missing");
  const host = await workbookWith([{ tab: "6月绩效", rows, merges: ["A1:I1", "A2:I2", "E3:G3"] }]);
  return { host, sheet: "6月绩效", planted };
}
