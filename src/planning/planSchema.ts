import { GRAINS } from "./calendar";
import {
  AMOUNT_MEASURE,
  LOWER,
  MIX,
  NAME,
  NEWCOMERS,
  ORGANISATION,
  PADDING,
  RAMP,
  RATE_MEASURE,
  SETTLE,
  TEAM,
  TIERS,
  TIME,
  TOTAL,
  LIMITS,
  object,
} from "./planSchemaParts";
import { date } from "./jsonSchema";

/** JSON Schema (draft 2020-12) of `PlanRequest`: what `attain schema plan` prints and a request is checked against. */
export const PLAN_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Attain plan request",
  description:
    "How a plan is asked for. Rates are fractions: 0.2 is 20 %. Every part has a default taken from the data.",
  type: "object",
  additionalProperties: false,
  properties: {
    measure: {
      type: "string",
      minLength: 1,
      description: "What is planned, as people call it: Revenue, 销售额.",
    },
    unit: {
      type: "string",
      minLength: 1,
      description: "元, 万元, 台 …; amounts in the request are in this unit.",
    },
    step: {
      type: "number",
      exclusiveMinimum: 0,
      description: "Smallest amount given out; 1 for whole units.",
    },
    horizon: object(
      {
        from: date("First day."),
        to: date("Last day, included."),
        grain: { enum: [...GRAINS], description: "Default month." },
        fiscalStart: {
          type: "integer",
          minimum: 1,
          maximum: 12,
          description: "Month the fiscal year starts in.",
        },
      },
      ["from", "to"],
    ),
    total: TOTAL,
    time: TIME,
    organisation: ORGANISATION,
    limits: LIMITS,
    title: { type: "string", description: "First line of the pages." },
    team: TEAM,
    lowerIsBetter: LOWER,
    ramp: RAMP,
    newcomers: NEWCOMERS,
    padding: PADDING,
    tiers: TIERS,
    mix: {
      type: "array",
      items: MIX,
      description: "Products, customers or classes the plan is split along.",
    },
    measures: {
      type: "array",
      description: "Other measures planned beside the main one.",
      items: { oneOf: [AMOUNT_MEASURE, RATE_MEASURE] },
    },
    settle: SETTLE,
    scenarios: {
      type: "array",
      description: "Other ways to plan the same: each replaces parts of the request.",
      items: object(
        {
          name: NAME,
          note: { type: "string" },
          change: object({
            total: TOTAL,
            time: TIME,
            organisation: ORGANISATION,
            limits: LIMITS,
            ramp: RAMP,
            newcomers: NEWCOMERS,
            padding: PADDING,
            tiers: TIERS,
            settle: SETTLE,
          }),
        },
        ["name", "change"],
      ),
    },
    chosen: { type: "string", description: "Name of the scenario that counts." },
  },
} as const;
