import type { Phrase } from "../words";

/** Why a column was taken for a field. */
export const REASONS = {
  header: {
    "zh-CN": "表头是“{header}”，{share}的内容相符",
    "en-US": "its header is “{header}” and {share} of its values fit",
  },
  headerLike: {
    "zh-CN": "表头“{header}”接近“{field}”，{share}的内容相符",
    "en-US": "its header “{header}” is close to “{field}” and {share} of its values fit",
  },
  headerOnly: {
    "zh-CN": "表头是“{header}”，该列没有内容",
    "en-US": "its header is “{header}”; the column is empty",
  },
  content: {
    "zh-CN": "表头没有说明，但{share}的内容是{kind}",
    "en-US": "its header does not tell, but {share} of its values are {kind}",
  },
  remembered: { "zh-CN": "沿用上次的选择", "en-US": "chosen earlier and remembered" },
  none: { "zh-CN": "不相符", "en-US": "no match" },
} as const satisfies Record<string, Phrase>;
