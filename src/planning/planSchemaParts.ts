/** Parts of the plan request's JSON Schema, each used in one place or more. */

import { date } from "./jsonSchema";

type Schema = Readonly<Record<string, unknown>>;

export const object = (properties: Schema, required: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});

const kind = (name: string, properties: Schema = {}, required: readonly string[] = []) =>
  object({ kind: { const: name }, ...properties }, ["kind", ...required]);

const amount = (description?: string) => ({
  type: "number",
  minimum: 0,
  ...(description === undefined ? {} : { description }),
});
const amounts = (description?: string) => ({
  type: "array",
  items: amount(),
  minItems: 1,
  ...(description === undefined ? {} : { description }),
});
const byName = (items: Schema, description?: string) => ({
  type: "object",
  additionalProperties: items,
  ...(description === undefined ? {} : { description }),
});
const amountOrPeriods = (description: string) => ({
  oneOf: [{ type: "number" }, { type: "array", items: { type: "number" }, minItems: 1 }],
  description,
});

export const NAME = { type: "string", minLength: 1 };
export const LOWER = { type: "boolean", description: "Less is better: a cost." };

export const LIMITS = {
  type: "array",
  description: "Locks and bounds on a unit's total, or on one of its periods.",
  items: object(
    {
      node: {
        type: "string",
        description: "The unit's path joined by “ / ”: West / Summer Sewald / Zane Levy; * is the company.",
      },
      period: { type: "string", description: "2018-03; left out: the unit's total." },
      lock: { type: "number", description: "Exactly this much." },
      min: { type: "number" },
      max: { type: "number" },
    },
    ["node"],
  ),
};

export const TOTAL = {
  oneOf: [
    object({ value: amount("The whole, a multiple of the step.") }, ["value"]),
    object(
      { growth: { type: "number", exclusiveMinimum: -1, description: "Growth on last year's total." } },
      ["growth"],
    ),
  ],
};

const CALENDAR = object({
  country: {
    enum: ["CN", "none"],
    description: "CN (default): China's public holidays and swapped working days; none: weekends only.",
  },
  holidays: { type: "array", items: date("A further day off.") },
  workdays: { type: "array", items: date("Worked all the same.") },
});

export const TIME = {
  description: "How the total is spread over periods.",
  oneOf: [
    kind("even"),
    kind("history", {
      own: { type: "boolean", description: "Each unit's own shape instead of the company's." },
      gaps: { enum: ["zero", "average"], description: "What a period without history gets." },
      workingDays: {
        ...CALENDAR,
        description: "Last year's amount per working day, times this year's days.",
      },
    }),
    kind("weights", { weights: amounts() }, ["weights"]),
    kind("workingDays", { calendar: CALENDAR }),
    kind("amounts", { amounts: amounts("Typed by hand; adds up to the total.") }, ["amounts"]),
  ],
};

const WEIGHTS = kind("weights", {
  weights: byName(amount(), "By unit id; left out: the members' own weights."),
});

export const ORGANISATION = {
  description: "How the total is shared out among units.",
  oneOf: [
    kind("even"),
    kind("history"),
    WEIGHTS,
    kind("headcount"),
    kind("amounts", { amounts: byName(amount(), "Typed by hand, by unit id; the rest by history.") }, [
      "amounts",
    ]),
    kind(
      "levels",
      {
        levels: {
          type: "array",
          minItems: 1,
          description: "Each level its own way, from the top; the last one holds below.",
          items: { oneOf: [kind("even"), kind("history"), WEIGHTS, kind("headcount")] },
        },
      },
      ["levels"],
    ),
  ],
};

export const RAMP = {
  type: "array",
  items: { type: "number", minimum: 0, maximum: 1 },
  description: "Part of a full load a new hire carries in the first, second … month; full afterwards.",
};

export const NEWCOMERS = {
  enum: ["zero", "average"],
  description: "What a leaf without history claims when history decides.",
};

export const PADDING = {
  type: "array",
  items: { type: "number", minimum: 0, maximum: 1 },
  description: "What each level gives out beyond what it owes, from the top: [0.05] assigns 105 %.",
};

const TIER = {
  oneOf: [
    object({ value: amount() }, ["value"]),
    object({ ratio: { ...amount("1.25 of the committed total."), exclusiveMinimum: 0 } }, ["ratio"]),
  ],
};
export const TIERS = object({ stretch: TIER, floor: TIER });

export const TEAM = {
  ...object(
    {
      company: { ...NAME, description: "The root's name." },
      levels: { type: "array", items: NAME, minItems: 1, description: "Level names from the top." },
      members: {
        type: "array",
        minItems: 1,
        items: object(
          {
            path: { type: "array", items: NAME, minItems: 1, description: "From the top unit to the leaf." },
            history: amountOrPeriods("Last year by period, or in all."),
            weight: amount("Potential or score to share out by."),
            headcount: amount(),
            start: date("First day with targets."),
            end: date("Last day with targets."),
            proposal: amountOrPeriods("What the member proposes, by period or in all."),
            measures: byName(
              object({
                history: amountOrPeriods("Last year by period, or in all."),
                weight: amount(),
                rate: { type: "number", description: "Of a rate: where the member stands now." },
              }),
              "Figures of other measures, by the measure's name.",
            ),
          },
          ["path"],
        ),
      },
    },
    ["company", "levels", "members"],
  ),
  description: "The organisation the plan is for, when it does not come from a ledger.",
};

export const MIX = object(
  {
    name: { ...NAME, description: "Product, customers, class." },
    parts: {
      type: "array",
      minItems: 1,
      items: object({ name: NAME, share: amount("0.75 is 75 %."), lastShare: amount("Last year's share.") }, [
        "name",
        "share",
      ]),
    },
    units: byName(amounts(), "Shares of a unit and all below it that differ, by unit id."),
    periods: byName(amounts(), "Shares of a period that differ, by period id."),
  },
  ["name", "parts"],
);

export const AMOUNT_MEASURE = object(
  {
    kind: { const: "amount" },
    name: NAME,
    unit: NAME,
    step: { type: "number", exclusiveMinimum: 0 },
    total: TOTAL,
    time: TIME,
    organisation: ORGANISATION,
    limits: LIMITS,
    lowerIsBetter: LOWER,
  },
  ["kind", "name", "unit", "total"],
);

export const RATE_MEASURE = object(
  {
    kind: { const: "rate" },
    name: NAME,
    target: { type: "number", description: "The company's rate: 0.9 is 90 %." },
    step: { type: "number", exclusiveMinimum: 0, description: "Default 0.001." },
    method: { enum: ["same", "points", "gap"] },
    min: { type: "number" },
    max: { type: "number" },
    lowerIsBetter: LOWER,
    locks: byName({ type: "number" }, "Rates fixed by unit id."),
  },
  ["kind", "name", "target"],
);

export const SETTLE = {
  oneOf: [
    kind("topDown"),
    kind("proposals"),
    kind("scale"),
    kind("between", { part: { type: "number", minimum: 0, maximum: 1 } }, ["part"]),
  ],
};
