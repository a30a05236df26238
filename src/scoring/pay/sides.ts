import type { ParamSpec } from "../rule";

/** Whose a bound itself is: `≥` the tier's that starts there, `>` the lower one's. */
export const SIDES: ParamSpec = {
  key: "side",
  label: { "zh-CN": "含起点", "en-US": "Bound" },
  type: "choice",
  initial: "≥",
  choices: { "≥": { "zh-CN": "≥", "en-US": "≥" }, ">": { "zh-CN": ">", "en-US": ">" } },
};
