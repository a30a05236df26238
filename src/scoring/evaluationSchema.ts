import { LANGS, type Lang } from "../words";
import { DAY, ID, object, schemeSchema, type Json } from "./schemeSchema";

const text: Json = { type: "string", minLength: 1 };
const value: Json = { type: ["number", "string", "boolean", "null"] };
const values: Json = { type: "object", additionalProperties: value };
const list = (items: Json, least = 0): Json => ({
  type: "array",
  items,
  ...(least > 0 && { minItems: least }),
});

const count: Json = { type: "integer", minimum: 0 };
const CONSEQUENCES: Readonly<Record<string, Json>> = {
  scope: { enum: ["overall", "unit"] },
  shares: list(
    object(
      {
        end: { enum: ["top", "bottom"] },
        share: { type: "number", minimum: 0, maximum: 1 },
        grade: text,
        others: text,
      },
      ["others"],
    ),
  ),
  quota: { enum: ["nearest", "down", "up"] },
  ties: { enum: ["favour", "strict"] },
  smallest: count,
  reward: count,
  out: count,
  warn: count,
  lastInARow: count,
  lapse: { ...count, minimum: 1, description: "periods a warning counts" },
  mustImprove: { type: "boolean" },
};

/**
 * JSON Schema (draft 2020-12) of an evaluation request. It checks the shape; what fits together is for
 * `validateEvaluation`.
 */
export function evaluationSchema(lang: Lang = "en-US"): { readonly [key: string]: Json } {
  const { $schema, $defs, title: _, ...scheme } = schemeSchema(lang);
  const indicator: Json = { $ref: "#/$defs/indicator" };
  const inForce: Json = object({ from: DAY, to: DAY }, ["from", "to"]);
  const variant = object(
    {
      id: ID,
      name: text,
      extends: { ...ID, description: "the scheme it starts from" },
      positions: list({ type: "string" }),
      version: { type: "string" },
      inForce,
      weights: { type: "object", additionalProperties: { type: "number", minimum: 0 } },
      sectionWeights: { type: "object", additionalProperties: { type: "number", minimum: 0 } },
      remove: list({ type: "string" }),
      replace: list(indicator),
      add: list(
        object(
          {
            id: ID,
            name: text,
            weight: { type: "number" },
            full: { type: "number" },
            indicators: list(indicator, 1),
          },
          ["name", "weight", "full"],
        ),
      ),
      inputs: (scheme["properties"] as { readonly inputs: Json }).inputs,
      grades: (scheme["properties"] as { readonly grades: Json }).grades,
      decimals: { type: "integer", minimum: 0, maximum: 6 },
    },
    [
      ...[
        "positions",
        "version",
        "inForce",
        "weights",
        "sectionWeights",
        "remove",
        "replace",
        "add",
        "inputs",
      ],
      ...["grades", "decimals"],
    ],
  );
  const stay = { unit: text, position: text, manager: text, scheme: ID, phase: ID };
  return {
    ...($schema !== undefined && { $schema }),
    title: "Attain evaluation",
    ...(object(
      {
        title: text,
        lang: { enum: LANGS },
        periods: list(
          object(
            {
              id: text,
              label: text,
              from: DAY,
              to: { ...DAY, description: "the last day, inclusive" },
              weight: { type: "number", minimum: 0 },
              group: { ...(text as object), description: "the quarter it belongs to" },
              phase: ID,
            },
            ["weight", "group", "phase"],
          ),
          1,
        ),
        schemes: list({ oneOf: [scheme, variant] }, 1),
        people: list(
          object(
            {
              id: text,
              name: text,
              ...stay,
              joined: DAY,
              left: { ...DAY, description: "the last day there" },
              transfers: list(object({ on: DAY, ...stay }, Object.keys(stay))),
              inputs: values,
              raterWeights: {
                type: "object",
                additionalProperties: {
                  type: "object",
                  additionalProperties: { type: "number", minimum: 0, maximum: 100 },
                },
              },
            },
            [
              "id",
              "position",
              "manager",
              "scheme",
              "phase",
              "joined",
              "left",
              "transfers",
              "inputs",
              "raterWeights",
            ],
          ),
          1,
        ),
        inputs: list(object({ person: text, period: text, unit: text, values }, ["period", "unit"])),
        ratings: list(
          object(
            {
              rater: text,
              group: ID,
              person: text,
              period: text,
              values: { type: "object", additionalProperties: { type: ["number", "string", "null"] } },
            },
            ["period"],
          ),
        ),
        raters: list(object({ rater: text, group: ID, people: list(text) })),
        phase: ID,
        newcomers: object({ months: { type: "integer", minimum: 0, maximum: 24 } }),
        leavers: { enum: ["score", "skip"] },
        rollup: object({ by: { enum: ["mean", "weighted"] }, of: { enum: ["periods", "groups"] } }, ["of"]),
        due: list(object({ what: text, by: DAY, who: text }, ["who"])),
        consequences: {
          ...(object(CONSEQUENCES, Object.keys(CONSEQUENCES)) as object),
          description: "rewards, warnings, who is out: what differs from the usual",
        },
      },
      ["inputs", "ratings", "raters", "phase", "newcomers", "leavers", "rollup", "due", "consequences"],
    ) as { readonly [key: string]: Json }),
    ...($defs !== undefined && { $defs }),
  };
}
