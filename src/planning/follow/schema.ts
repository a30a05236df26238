import { PLAN_SCHEMA } from "../planSchema";
import { strict, text } from "../jsonSchema";

/** JSON Schema (draft 2020-12) of `FollowRequest`: what `attain schema follow` prints. */
export const FOLLOW_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Attain follow request",
  description: "A plan followed through its periods, targets that departments share, or both.",
  type: "object",
  additionalProperties: false,
  anyOf: [{ required: ["plan"] }, { required: ["shared"] }],
  properties: {
    plan: PLAN_SCHEMA,
    asOf: {
      type: "integer",
      minimum: 1,
      description: "How many periods are closed. Default: those with actuals.",
    },
    actuals: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "number" } },
      description: "What was reached, by unit id (East / Li Lei), from the first period.",
    },
    shared: {
      type: "array",
      minItems: 1,
      description: "Targets with one main department and supporting ones.",
      items: strict(["name", "target", "owners"], {
        name: text("Collection rate, 回款率 …"),
        target: { type: "number", description: "0.9 for 90 %, or an amount." },
        actual: { type: "number" },
        kind: { enum: ["rate", "amount"], description: "Default: a rate when the target is at most 1." },
        unit: text("Said beside the name."),
        lowerIsBetter: { type: "boolean" },
        owners: {
          type: "array",
          minItems: 1,
          items: strict(["department", "share"], {
            department: text("Once per target."),
            share: { type: "number", minimum: 0, maximum: 1, description: "All make 1." },
            main: { type: "boolean", description: "Exactly one; its share is the largest." },
          }),
        },
      }),
    },
  },
} as const;
