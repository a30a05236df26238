import type { Phrase } from "../../words";

export const PAY_COMMAND_WORDS = {
  paid: {
    "zh-CN": "{people} 人：本期发放 {paid} {currency}，年底 {later} {currency}；{waiting} 人缺数据，待填写。",
    "en-US":
      "{people} {people:person|people}: {paid} {currency} now, {later} at year end; {waiting} {waiting:waits|wait} for data to be filled in.",
  },
  taken: {
    "zh-CN": "岗位、上级和其他数据取自：{sheets}",
    "en-US": "Positions, managers and other figures from: {sheets}",
  },
  saved: { "zh-CN": "已保存 {file}", "en-US": "Saved {file}" },
} as const satisfies Record<string, Phrase>;
