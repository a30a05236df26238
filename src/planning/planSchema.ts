import { GRAINS } from "./calendar";

const date = (description: string) => ({ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description });
const kind = (name: string, properties: object = {}, required: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  required: ["kind", ...required],
  properties: { kind: { const: name }, ...properties },
});

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
    horizon: {
      type: "object",
      additionalProperties: false,
      required: ["from", "to"],
      properties: {
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
    },
    total: {
      oneOf: [
        {
          type: "object",
          additionalProperties: false,
          required: ["value"],
          properties: {
            value: { type: "number", minimum: 0, description: "The whole, a multiple of the step." },
          },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["growth"],
          properties: {
            growth: { type: "number", exclusiveMinimum: -1, description: "Growth on last year's total." },
          },
        },
      ],
    },
    time: {
      description: "How the total is spread over periods.",
      oneOf: [
        kind("even"),
        kind("history", {
          own: { type: "boolean", description: "Each unit's own shape instead of the company's." },
          gaps: { enum: ["zero", "average"], description: "What a period without history gets." },
        }),
        kind("weights", { weights: { type: "array", items: { type: "number", minimum: 0 }, minItems: 1 } }, [
          "weights",
        ]),
      ],
    },
    organisation: {
      description: "How the total is shared out among units.",
      oneOf: [
        kind("even"),
        kind("history"),
        kind(
          "weights",
          { weights: { type: "object", additionalProperties: { type: "number", minimum: 0 } } },
          ["weights"],
        ),
      ],
    },
    limits: {
      type: "array",
      description: "Locks and bounds on a unit's total, or on one of its periods.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["node"],
        properties: {
          node: {
            type: "string",
            description:
              "The unit's path joined by “ / ”: West / Summer Sewald / Zane Levy; * is the company.",
          },
          period: { type: "string", description: "2018-03; left out: the unit's total." },
          lock: { type: "number", description: "Exactly this much." },
          min: { type: "number" },
          max: { type: "number" },
        },
      },
    },
  },
} as const;
