import { PLAN_SCHEMA } from "../planning/planSchema";

/** JSON Schema of `RunChoices` as a file gives them: draft 2020-12. `plan` and `scheme` have schemas of their own. */
export const RUN_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Attain run",
  description: "The choices of the main job; every one has a default.",
  type: "object",
  additionalProperties: false,
  properties: {
    baseYear: {
      type: "integer",
      minimum: 1990,
      maximum: 2100,
      description: "The calendar year whose actuals are used. Default: the last year with won deals.",
    },
    growth: {
      type: "number",
      exclusiveMinimum: -1,
      description: "Growth of the target on the base year; 0.2 is +20 %.",
    },
    emptyMonths: {
      enum: ["zero", "average"],
      description:
        "Months without history get no target, as last year's shape says, or an average month's share.",
    },
    plan: PLAN_SCHEMA,
  },
} as const;
