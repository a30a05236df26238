import { strict, text } from "../jsonSchema";

const values = {
  type: "object",
  additionalProperties: { type: "number", minimum: 0 },
  description: "Values by driver id; rates are fractions: 0.2 is 20 %.",
};
const norm = {
  type: "object",
  additionalProperties: false,
  required: ["per", "min"],
  properties: {
    per: { enum: ["day", "week"] },
    min: { type: "number", minimum: 0, description: "What one person does at least." },
    max: { type: "number", minimum: 0, description: "And at most; left out: the same." },
  },
};
const over0 = (description: string) => ({ type: "number", exclusiveMinimum: 0, description });

/** JSON Schema (draft 2020-12) of `DriversRequest`: what `attain schema drivers` prints. */
export const DRIVERS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Attain drivers request",
  description:
    "What drives a result, store by store; a funnel backwards from its target; activity norms. At least one of stores, funnel, activities.",
  type: "object",
  additionalProperties: false,
  anyOf: [{ required: ["stores"] }, { required: ["funnel"] }, { required: ["activities"] }],
  properties: {
    title: text("Replaces the page's title."),
    period: text("The period as people should read it."),
    source: text("Where the figures come from."),
    money: text("Currency unit; default 元."),
    tree: {
      $ref: "#/$defs/node",
      description:
        "A product of drivers. Default: passersBy × entry × conversion × ticket, a shop's passers-by, entry rate, conversion and average ticket.",
    },
    movable: {
      type: "array",
      items: { type: "string" },
      description:
        "Ids of the drivers that rise when a target is a result alone. Default: all rates and values.",
    },
    stores: {
      type: "array",
      minItems: 1,
      items: strict(["name", "target"], {
        name: text("The store's name, once."),
        target: {
          oneOf: [
            values,
            {
              type: "number",
              minimum: 0,
              description: "The result alone: movable drivers rise evenly from base.",
            },
          ],
        },
        base: { ...values, description: "What a target that is a result alone builds on. Default: actual." },
        actual: { ...values, description: "Left out while there is no data." },
      }),
    },
    funnel: strict(["stages", "target", "people", "workingDays"], {
      stages: {
        type: "array",
        minItems: 2,
        description: "From the first contact to the deal.",
        items: strict(["name"], {
          name: text("The step."),
          rate: { type: "number", exclusiveMinimum: 0, maximum: 1, description: "Share of the step before." },
          norm: { ...norm, description: "What one person usually does: 30 to 40 a day." },
        }),
      },
      target: {
        oneOf: [
          strict(["deals"], { deals: { type: "number", minimum: 0 } }),
          strict(["revenue", "perDeal"], {
            revenue: { type: "number", minimum: 0 },
            perDeal: over0("What a deal is worth on average."),
          }),
        ],
      },
      people: over0("How many people share it."),
      workingDays: over0("Working days of the period."),
      daysPerWeek: over0("Default 5."),
    }),
    activities: strict(["norms", "people", "workingDays"], {
      norms: {
        type: "array",
        minItems: 1,
        items: strict(["name", "norm"], { name: text("What is done: calls, visits."), norm }),
      },
      people: {
        type: "array",
        minItems: 1,
        items: strict(["name"], {
          name: text("The person."),
          done: {
            type: "array",
            items: { type: ["number", "null"], minimum: 0 },
            description: "How often, in the order of norms; null: not reported.",
          },
        }),
      },
      workingDays: over0("Working days of the period."),
      daysPerWeek: over0("Default 5."),
    }),
  },
  $defs: {
    node: {
      oneOf: [
        strict(["id", "name", "kind"], {
          id: text("Unique in the tree."),
          name: text("As people call it."),
          kind: {
            enum: ["amount", "rate", "value"],
            description:
              "An amount adds up over stores, a rate is a share up to 1, a value is what one piece is worth.",
          },
          unit: text("Said in the header."),
          decimals: { type: "integer", minimum: 0, maximum: 6 },
        }),
        strict(["id", "name", "of"], {
          id: text("Unique in the tree."),
          name: text("As people call it."),
          unit: text("Said in the header."),
          decimals: { type: "integer", minimum: 0, maximum: 6 },
          of: { type: "array", minItems: 1, items: { $ref: "#/$defs/node" } },
        }),
      ],
    },
  },
} as const;
