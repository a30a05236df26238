import { call, input, vector } from "../../formula/expression";
import { BANDS, bandPlace, describeBands, validateBands } from "../bands";
import { MEASURE, tableOf, type RuleKind } from "../rule";
import { BEST, RANK } from "./rankBased";

/** Points by how many places somebody rose since last time: third after fifth is +2. */
export const rankChange: RuleKind = {
  kind: "rankChange",
  name: { "zh-CN": "按名次升降计分", "en-US": "Points by change of rank" },
  roles: [
    { key: "value", label: { "zh-CN": "排名依据", "en-US": "Ranked by" } },
    { key: "previous", label: { "zh-CN": "上期名次", "en-US": "Rank last time" } },
  ],
  params: [BEST],
  tables: [BANDS],
  policies: { noData: "notScored" },
  compares: true,
  measure: {
    label: { "zh-CN": "上升名次", "en-US": "Places risen" },
    format: "count",
    expr: call("sub", input("previous"), RANK),
  },
  points: call("item", vector("bands.points"), bandPlace(MEASURE, "bands.from", "bands.side")),
  describe: (use, { lang }) => describeBands(tableOf(use, "bands"), lang, false),
  validate: (use) => validateBands(tableOf(use, "bands"), "bands"),
};
