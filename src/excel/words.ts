import type { Phrase } from "../words";

export const WORDS = {
  /** Tab of a replaced sheet that a person had edited. */
  editedTab: { "zh-CN": "{name}（改过）", "en-US": "{name} (edited)" },
} as const satisfies Record<string, Phrase>;
