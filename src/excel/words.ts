import type { Phrase } from "../words";

export const WORDS = {
  /** Tab of a replaced sheet that a person had edited. */
  editedTab: { "zh-CN": "改过的{name}", "en-US": "{name} (edited)" },
} as const satisfies Record<string, Phrase>;
