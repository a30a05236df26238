import type { Phrase } from "../../words";

interface Finding {
  readonly severity: "error" | "warning" | "note";
  readonly what: Phrase;
  readonly mend: Phrase;
}

/** Everything the tier linter can say: how bad it is, what happens, how to mend it. */
export const LINT = {
  gap: {
    severity: "error",
    what: {
      "zh-CN": "{name}：{from} 到 {to} 之间没有档位",
      "en-US": "{name}: no tier covers {from} to {to}",
    },
    mend: {
      "zh-CN": "把下一档的终点改为 {to}，或把上一档的起点改为 {from}",
      "en-US": "end the lower tier at {to}, or start the upper one at {from}",
    },
  },
  overlap: {
    severity: "error",
    what: {
      "zh-CN": "{name}：{from} 到 {to} 同时属于两档",
      "en-US": "{name}: {from} to {to} belongs to two tiers",
    },
    mend: {
      "zh-CN": "让下一档止于上一档的起点，每个数只属于一档",
      "en-US": "end the lower tier where the upper one starts, so that each value has one tier",
    },
  },
  ownedTwice: {
    severity: "error",
    what: {
      "zh-CN": "{name}：正好 {from} 时同时属于两档",
      "en-US": "{name}: exactly {from} belongs to both tiers",
    },
    mend: {
      "zh-CN": "下一档写“< {from}”，或上一档写“> {from}”",
      "en-US": "write “< {from}” for the lower tier, or “> {from}” for the upper one",
    },
  },
  ownedByNone: {
    severity: "error",
    what: {
      "zh-CN": "{name}：正好 {from} 时不属于任何一档",
      "en-US": "{name}: exactly {from} belongs to neither tier",
    },
    mend: {
      "zh-CN": "上一档写“≥ {from}”，或下一档写“≤ {from}”",
      "en-US": "write “≥ {from}” for the upper tier, or “≤ {from}” for the lower one",
    },
  },
  order: {
    severity: "error",
    what: {
      "zh-CN": "{name}：档位没有从高到低排列（{from} 在 {to} 之前）",
      "en-US": "{name}: tiers are not written from the top down ({from} before {to})",
    },
    mend: { "zh-CN": "按起点从高到低排列", "en-US": "sort them by their start, highest first" },
  },
  falls: {
    severity: "error",
    what: {
      "zh-CN": "{name}：到 {at} 时由 {before} {currency}降为 {after} {currency}，做得更多反而拿得更少",
      "en-US": "{name}: at {at} pay falls from {before} to {after} {currency}: more work, less money",
    },
    mend: {
      "zh-CN": "提高这一档的标准，或改为各档分别计（超额累进）",
      "en-US": "raise this tier, or pay each tier its own part (marginal)",
    },
  },
  rateFalls: {
    severity: "error",
    what: {
      "zh-CN": "{name}：到 {at} 时提成率由 {low} 降为 {high}，全部基数随之降低",
      "en-US": "{name}: at {at} the rate on the whole base falls from {low} to {high}",
    },
    mend: {
      "zh-CN": "提高这一档的提成率，或改为超额累进",
      "en-US": "raise this tier's rate, or make the tiers marginal",
    },
  },
  cliff: {
    severity: "warning",
    what: {
      "zh-CN":
        "{name}：到 {at} 时由 {before} {currency}跳到 {after} {currency}，差一点就少 {jump} {currency}",
      "en-US": "{name}: at {at} pay jumps from {before} to {after} {currency}; just missing it costs {jump}",
    },
    mend: {
      "zh-CN": "改为超额累进，或减小相邻两档的差距；若有意如此可保留",
      "en-US": "make the tiers marginal or bring the rates closer; keep it if it is meant",
    },
  },
  rateCliff: {
    severity: "warning",
    what: {
      "zh-CN": "{name}：到 {at} 时全部基数的提成率由 {low} 跳到 {high}",
      "en-US": "{name}: at {at} the rate on the whole base jumps from {low} to {high}",
    },
    mend: {
      "zh-CN": "改为超额累进，或减小相邻两档的差距；若有意如此可保留",
      "en-US": "make the tiers marginal or bring the rates closer; keep it if it is meant",
    },
  },
  slows: {
    severity: "note",
    what: {
      "zh-CN": "{name}：超过 {at} 的部分提成率由 {low} 降为 {high}",
      "en-US": "{name}: the part above {at} earns {high} instead of {low}",
    },
    mend: {
      "zh-CN": "若希望多劳多得，应逐档提高",
      "en-US": "rates should rise if more is to be rewarded more",
    },
  },
  nothingBelow: {
    severity: "warning",
    what: {
      "zh-CN": "{name}：{at} 以下没有档位，不发提成",
      "en-US": "{name}: below {at} there is no tier and nothing is paid",
    },
    mend: {
      "zh-CN": "增加一档从 0 开始（提成率可以为 0），写明用意",
      "en-US": "add a tier from 0, with rate 0 if that is meant",
    },
  },
  accelerator: {
    severity: "warning",
    what: {
      "zh-CN": "{name}：完成率到 {at} 时全部提成乘以 {times}",
      "en-US": "{name}: at {at} attainment the whole commission is multiplied by {times}",
    },
    mend: {
      "zh-CN": "如只想奖励超出部分，请改用更高的超额档",
      "en-US": "to reward only what is over, use a higher marginal tier instead",
    },
  },
  capped: {
    severity: "warning",
    what: {
      "zh-CN": "{name}：到 {at} 之前提成已达上限 {cap} {currency}，这一档不起作用",
      "en-US": "{name}: the cap of {cap} {currency} is reached before {at}, so this tier never matters",
    },
    mend: { "zh-CN": "提高上限或删去这一档", "en-US": "raise the cap or drop the tier" },
  },
  gate: {
    severity: "note",
    what: {
      "zh-CN": "{name}：{at} 以下为 0，到 {at} 一次发到 {at}",
      "en-US": "{name}: 0 below {at}, then {at} of the bonus at once",
    },
    mend: {
      "zh-CN": "若不想在门槛处有跳跃，可从门槛起由 0 线性增加",
      "en-US": "let it rise from 0 at the gate if the jump is not meant",
    },
  },
  step: {
    severity: "note",
    what: {
      "zh-CN": "{name}：到 {at} 时由 {before} 变为 {after} {currency}（+{jump}）",
      "en-US": "{name}: at {at} the rate goes from {before} to {after} {currency} (+{jump})",
    },
    mend: { "zh-CN": "分档补贴本来如此，确认即可", "en-US": "steps do that; just make sure it is meant" },
  },
  shares: {
    severity: "warning",
    what: {
      "zh-CN": "{base}的各部分（{parts}）合计 {sum}，不是 100%",
      "en-US": "the parts of {base} ({parts}) add up to {sum}, not 100%",
    },
    mend: { "zh-CN": "调整占比，使合计为 100%", "en-US": "change the shares until they make 100%" },
  },
} as const satisfies Record<string, Finding>;
