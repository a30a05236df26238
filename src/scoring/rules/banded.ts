import { call, vector } from "../../formula/expression";
import { BANDS, bandPlace, describeBands, validateBands } from "../bands";
import { MEASURE, tableOf, type RuleKind } from "../rule";

/** <60 → 0, 60–80 → 5, ≥80 → 10: a look-up in which each bound says which side owns it. */
export const banded: RuleKind = {
  kind: "banded",
  name: { "zh-CN": "分档计分", "en-US": "Points by band" },
  roles: [{ key: "value", label: { "zh-CN": "数值", "en-US": "Value" } }],
  params: [],
  tables: [BANDS],
  policies: { noData: "notScored" },
  points: call("item", vector("bands.points"), bandPlace(MEASURE, "bands.from", "bands.side")),
  describe: (use, { lang, percent }) => describeBands(tableOf(use, "bands"), lang, percent),
  validate: (use) => validateBands(tableOf(use, "bands"), "bands"),
};
