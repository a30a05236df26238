/** An evaluation of nine people in two units, and what people do to the workbooks they are sent in its review. */
import { openXlsx } from "../../src/host/file/open";
import type { HostSheet } from "../../src/host/book/workbook";
import type { EvaluationRequest } from "../../src/scoring/evaluation";
import type { Scheme } from "../../src/scoring/scheme";
import { DECISION_WORDS, SIGN_WORDS as W, type Decision } from "../../src/sharing/review/words";
import type { Lang } from "../../src/words";
import { fillIn, sheetOf } from "./fillIn";

interface Cast {
  readonly signs: readonly [string, string, string];
  readonly appeals: string;
  readonly unsigned: string;
  readonly reasonless: string;
  readonly locked: string;
  readonly reviewed: string;
  readonly silent: string;
}

export const CAST: Readonly<Record<Lang, Cast>> = {
  "zh-CN": {
    signs: ["安然", "白露", "程远"],
    appeals: "丁一",
    unsigned: "方舟",
    reasonless: "高山",
    locked: "韩雪",
    reviewed: "何平",
    silent: "江月",
  },
  "en-US": {
    signs: ["Ann Ray", "Bob Fay", "Cyd Orr"],
    appeals: "Dee Lux",
    unsigned: "Eve Poe",
    reasonless: "Flo Kay",
    locked: "Gus Orm",
    reviewed: "Hal Ivy",
    silent: "Ida Lee",
  },
};

export const REVIEWERS: Readonly<Record<Lang, { readonly first: string; readonly second: string }>> = {
  "zh-CN": { first: "马超", second: "李芳" },
  "en-US": { first: "Max Hill", second: "Liz Moor" },
};

export function everybody(lang: Lang): string[] {
  const { signs, appeals, unsigned, reasonless, locked, reviewed, silent } = CAST[lang];
  return [...signs, appeals, unsigned, reasonless, locked, reviewed, silent];
}

export const unitOf = (lang: Lang, index: number): string =>
  (lang === "zh-CN" ? ["东区", "西区"] : ["East", "West"])[index < 5 ? 0 : 1] ?? "";

function scheme(lang: Lang): Scheme {
  const zh = lang === "zh-CN";
  return {
    id: "monthly",
    name: zh ? "月度考核" : "Monthly",
    lang,
    inputs: [
      { id: "sales", name: zh ? "销售额" : "Sales", format: "money" },
      { id: "target", name: zh ? "目标" : "Target", format: "money" },
      { id: "late", name: zh ? "迟交次数" : "Late reports", format: "integer", min: 0 },
    ],
    sections: [
      {
        id: "all",
        name: zh ? "业绩" : "Results",
        weight: 100,
        indicators: [
          {
            id: "attain",
            name: zh ? "销售完成" : "Sales attained",
            weight: 80,
            rule: { kind: "proportional", cap: 1.2 },
            inputs: { actual: "sales", target: "target" },
          },
          {
            id: "onTime",
            name: zh ? "报表及时" : "Reports on time",
            weight: 20,
            rule: { kind: "deduct", loss: 5 },
            inputs: { count: "late" },
          },
        ],
      },
    ],
    weights: "exact",
    grades: [
      { name: zh ? "优秀" : "Excellent", from: 90, side: "≥", light: "●" },
      { name: zh ? "合格" : "Fair", from: 60, side: "≥", light: "▲" },
      { name: zh ? "待改进" : "To improve", from: null, side: "≥", light: "▼" },
    ],
    decimals: 2,
  };
}

/** @param people names; those of {@link CAST} unless said */
export function monthly(lang: Lang, people: readonly string[] = everybody(lang)): EvaluationRequest {
  const zh = lang === "zh-CN";
  return {
    title: zh ? "2026 年 3 月考核" : "March 2026",
    lang,
    periods: [{ id: "2026-03", label: zh ? "3 月" : "March", from: "2026-03-01", to: "2026-03-31" }],
    schemes: [scheme(lang)],
    people: people.map((name, i) => ({
      name,
      unit: unitOf(lang, i),
      manager: zh ? `主管${i < 5 ? "甲" : "乙"}` : `Boss ${i < 5 ? "One" : "Two"}`,
      inputs: { sales: 1100 - 60 * (i % 9), target: 1000, late: i % 3 },
    })),
  };
}

/** What somebody writes on their page. */
export interface Written {
  readonly decision?: Decision;
  readonly reason?: string;
  readonly signer?: string;
  readonly day?: string | number;
}

/** A person's own workbook, filled in on its sign-off page. */
export async function signed(bytes: Uint8Array, lang: Lang, written: Written): Promise<Uint8Array> {
  const sheet = await pageOf(bytes, lang);
  return fillIn(bytes, { [W.tab[lang]]: cellsFor(sheet, lang, written) });
}

/** A reviewer's workbook: a decision and a reason by person, signed above. */
export async function decided(
  bytes: Uint8Array,
  lang: Lang,
  signer: string,
  decisions: Readonly<Record<string, Pick<Written, "decision" | "reason">>>,
): Promise<Uint8Array> {
  const sheet = await pageOf(bytes, lang);
  const header = rowOf(sheet, 1, W.person[lang]);
  const columns = new Map([...(sheet.cells.get(header) ?? [])].map(([column, { value }]) => [value, column]));
  const letter = (word: string): string => String.fromCharCode(65 + (columns.get(word) ?? 0));
  const cells = Object.entries(decisions).flatMap(([person, { decision, reason }]) => {
    const row = rowOf(sheet, 1, person) + 1;
    return [
      [`${letter(W.decision[lang])}${row}`, decision ? DECISION_WORDS[decision][lang] : null],
      [`${letter(W.reason[lang])}${row}`, reason ?? null],
    ] as const;
  });
  return fillIn(bytes, {
    [W.tab[lang]]: { ...cellsFor(sheet, lang, { signer }), ...Object.fromEntries(cells) },
  });
}

/** The sign-off page of a workbook. */
export async function pageOf(bytes: Uint8Array, lang: Lang): Promise<HostSheet> {
  return sheetOf(await openXlsx(bytes, "sent.xlsx"), W.tab[lang]);
}

function cellsFor(sheet: HostSheet, lang: Lang, written: Written): Record<string, string | number> {
  const said = { ...written, ...(written.decision && { decision: DECISION_WORDS[written.decision][lang] }) };
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      `B${rowOf(sheet, 0, W[key as keyof Written][lang]) + 1}`,
      value,
    ]),
  );
}

/** The row, from 0, in which a column says this. */
export function rowOf({ name, cells }: HostSheet, column: number, word: string): number {
  const found = [...cells].find(([, line]) => line.get(column)?.value === word);
  if (!found) throw new Error(`“${word}” does not stand on ${name}`);
  return found[0];
}
