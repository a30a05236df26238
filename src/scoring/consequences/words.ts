import type { Phrase } from "../../words";
import type { Action } from "./policy";

export const ACTION_WORDS: Readonly<Record<Action, Phrase>> = {
  lastAgain: { "zh-CN": "▼ 连续末位", "en-US": "▼ last again" },
  out: { "zh-CN": "▼ 末位", "en-US": "▼ last" },
  notImproved: { "zh-CN": "▼ 警告后未改进", "en-US": "▼ no improvement" },
  warned: { "zh-CN": "▲ 警告", "en-US": "▲ warned" },
  rewarded: { "zh-CN": "● 奖励", "en-US": "● rewarded" },
};

export const REASONS = {
  up: {
    "zh-CN": "{name}由{from}升为{to}：前 {share} 共 {quota} 人，名次 {rank}",
    "en-US": "{name} goes up from {from} to {to}: the top {share} means the first {quota}, rank {rank}",
  },
  down: {
    "zh-CN": "{name}由{from}降为{to}：后 {share} 共 {quota} 人，倒数第 {rank}",
    "en-US":
      "{name} goes down from {from} to {to}: the bottom {share} means the last {quota}, {rank} from the end",
  },
  limited: {
    "zh-CN": "{name}由{from}改为{to}：{from}只限 {share} 共 {quota} 人，名次 {rank}",
    "en-US":
      "{name} goes from {from} to {to}: {from} is for {share}, {quota} people, and the place is {rank}",
  },
} as const satisfies Record<string, Phrase>;
