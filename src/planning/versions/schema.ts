import { strict, text } from "../jsonSchema";

const amount = { type: "number", description: "In the plan's unit." };

/** JSON Schema (draft 2020-12) of a change: what `attain schema revise` prints. */
export const REVISE_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Attain revise request",
  description:
    "How the plan of a workbook is changed when part of its time is over. Every part has a default.",
  ...strict([], {
    closed: {
      type: "string",
      description: "Id of the last closed period: 2018-03. Default: nothing is closed.",
    },
    freeze: {
      enum: ["actual", "target"],
      description: "What closed periods hold: what was reached (default), or the targets as they were.",
    },
    actuals: {
      type: "object",
      additionalProperties: { type: "array", items: { type: ["number", "null"] } },
      description:
        "What was reached, by unit id (East / Li Lei), from the first period. Default: the tracker's.",
    },
    total: {
      description: "The new total. Default: the total is kept.",
      oneOf: [
        strict(["value"], { value: { type: "number", minimum: 0 } }),
        strict(["growth"], {
          growth: { type: "number", exclusiveMinimum: -1, description: "On the old total." },
        }),
      ],
    },
    carry: {
      enum: ["own", "shared"],
      description:
        "Who makes up for closed periods: every unit for itself (default), or all in the old proportions.",
    },
    moves: {
      type: "array",
      description: "Amounts of the year handed from one unit to another.",
      items: strict(["from", "to", "amount"], {
        from: text("Unit id: East, or East / Li Lei."),
        to: text("Unit id."),
        amount: { type: "number", exclusiveMinimum: 0 },
      }),
    },
    limits: {
      type: "array",
      description: "Locks and bounds on a unit's year, or on one open period.",
      items: strict(["node"], {
        node: text("Unit id; * is the company."),
        period: text("Id of an open period; left out: the whole horizon."),
        lock: amount,
        min: amount,
        max: amount,
      }),
    },
    reason: { type: "string", description: "Why. Needed when the total changes." },
    by: { type: "string", description: "Who changes the targets." },
    on: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "The day. Default: today." },
    confirm: {
      oneOf: [{ const: "leaf" }, { type: "integer", minimum: 0 }],
      description: "Who confirms: every person (leaf, default), or the units of a level, 1 for the top ones.",
    },
  }),
} as const;
