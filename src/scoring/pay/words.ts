import type { Phrase } from "../../words";
import type { Counts } from "./payPlan";

export const PAY_WORDS = {
  missing: { "zh-CN": "缺数据，暂不发放：", "en-US": "Held back, no data for: " },
} as const satisfies Record<string, Phrase>;

export const COUNTS: Readonly<Record<Counts, Phrase>> = {
  paid: { "zh-CN": "本期发放", "en-US": "paid now" },
  deducted: { "zh-CN": "扣款", "en-US": "deducted" },
  later: { "zh-CN": "年底发放", "en-US": "paid at year end" },
  memo: { "zh-CN": "仅供计算", "en-US": "for working out only" },
};

export const NO_DATA = {
  wait: { "zh-CN": "暂不发放", "en-US": "hold back" },
  zero: { "zh-CN": "按 0 计", "en-US": "counts as 0" },
} as const satisfies Record<string, Phrase>;

export const ROUNDING = {
  half: { "zh-CN": "四舍五入", "en-US": "half up" },
  down: { "zh-CN": "舍去尾数", "en-US": "down" },
} as const satisfies Record<string, Phrase>;
