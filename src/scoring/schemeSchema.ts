import { LANGS, type Lang } from "../words";
import { RULE_KINDS } from "./registry";
import type { ParamSpec, RuleKind } from "./rule";
import { POLICY_OUTCOMES } from "./words";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const ID = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_]*$" } as const;
/** A calendar day. */
export const DAY = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } as const;
export const object = (
  properties: Readonly<Record<string, Json>>,
  optional: readonly string[] = [],
): Json => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});

function paramSchema(spec: ParamSpec, lang: Lang): Json {
  const description = `${spec.label[lang]}${spec.type === "percent" ? " (1 = 100 %)" : ""}`;
  if (spec.choices) return { enum: Object.keys(spec.choices), description };
  const type =
    spec.type === "word" || spec.type === "formula"
      ? "string"
      : spec.type === "integer"
        ? "integer"
        : "number";
  return {
    type: spec.optional ? [type, "null"] : type,
    description,
    ...(spec.min !== undefined && { minimum: spec.min }),
    ...(spec.max !== undefined && { maximum: spec.max }),
    ...(spec.initial !== undefined && { default: spec.initial }),
  };
}

const mayBeAbsent = (specs: readonly ParamSpec[]): string[] =>
  specs.filter((spec) => spec.optional === true || spec.initial !== undefined).map(({ key }) => key);

function ruleSchema(rule: RuleKind, lang: Lang): Json {
  const properties: Record<string, Json> = { kind: { const: rule.kind, description: rule.name[lang] } };
  for (const spec of rule.params) properties[spec.key] = paramSchema(spec, lang);
  for (const table of rule.tables) {
    const columns = Object.fromEntries(
      table.columns.map((column) => [column.key, paramSchema(column, lang)]),
    );
    properties[table.key] = {
      type: "array",
      minItems: 1,
      description: table.label[lang],
      items: object(columns, mayBeAbsent(table.columns)),
    };
  }
  return object(properties, mayBeAbsent(rule.params));
}

/**
 * JSON Schema (draft 2020-12) of a scheme, built from the rule kinds there are. It checks the shape; what fits
 * together – weights, bands, names in formulas – is for `validateScheme`.
 */
export function schemeSchema(lang: Lang = "en-US"): { readonly [key: string]: Json } {
  const outcomes = Object.fromEntries(
    Object.entries(POLICY_OUTCOMES).map(([policy, list]) => [policy, { enum: list }]),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Attain scheme",
    ...(object(
      {
        id: { type: "string", minLength: 1 },
        name: { type: "string", minLength: 1 },
        lang: { enum: LANGS },
        inputs: {
          type: "array",
          items: object(
            {
              id: ID,
              name: { type: "string" },
              format: { enum: ["integer", "decimal", "percent", "money", "word"] },
              formula: { type: "string", description: "worked out from other inputs instead of typed" },
              min: { type: "number" },
              max: { type: "number" },
              choices: { type: "array", minItems: 1, items: { type: "string" } },
              previousOf: { ...ID, description: "takes over that input of the period before" },
              raters: { ...ID, description: "given by raters: a plan of “raters”" },
              levels: {
                type: "array",
                minItems: 2,
                items: object({ word: { type: "string", minLength: 1 }, value: { type: "number" } }),
                description: "words raters answer in, best first, and what each counts",
              },
            },
            ["formula", "min", "max", "choices", "previousOf", "raters", "levels"],
          ),
        },
        sections: {
          type: "array",
          minItems: 1,
          items: object(
            {
              id: ID,
              name: { type: "string" },
              weight: { type: "number", minimum: 0 },
              full: { type: "number", exclusiveMinimum: 0, default: 100 },
              indicators: { type: "array", minItems: 1, items: { $ref: "#/$defs/indicator" } },
            },
            ["full"],
          ),
        },
        weights: { enum: ["exact", "normalise"] },
        grades: {
          type: "array",
          minItems: 2,
          items: object(
            {
              name: { type: "string" },
              from: { type: ["number", "null"] },
              side: { enum: ["≥", ">"] },
              light: { type: "string" },
              consequence: { type: "string" },
            },
            ["consequence"],
          ),
        },
        decimals: { type: "integer", minimum: 0, maximum: 6 },
        positions: { type: "array", items: { type: "string" } },
        phases: { type: "array", items: object({ id: ID, name: { type: "string" } }) },
        raters: { type: "array", items: { $ref: "#/$defs/raters" } },
        version: { type: "string" },
        inForce: object({ from: DAY, to: DAY }, ["from", "to"]),
      },
      ["positions", "phases", "raters", "version", "inForce"],
    ) as { readonly [key: string]: Json }),
    $defs: {
      indicator: object(
        {
          id: ID,
          name: { type: "string" },
          weight: { type: "number", minimum: 0 },
          rule: { oneOf: RULE_KINDS.map((rule) => ({ $ref: `#/$defs/${rule.kind}` })) },
          inputs: {
            type: "object",
            additionalProperties: { type: "string" },
            description: "role of the rule → formula over inputs",
          },
          policies: object(outcomes, Object.keys(outcomes)),
          decimals: { type: "integer", minimum: 0, maximum: 6, description: "its points are rounded to" },
          phaseWeights: {
            type: "object",
            additionalProperties: { type: ["number", "null"], minimum: 0 },
            description: "full points by phase id; null leaves the line out",
          },
        },
        ["policies", "decimals", "phaseWeights"],
      ),
      raters: object({
        id: ID,
        name: { type: "string" },
        missing: { enum: ["wait", "reweight", "zero"] },
        groups: {
          type: "array",
          minItems: 1,
          items: object(
            {
              id: ID,
              name: { type: "string" },
              weight: { type: "number", minimum: 0, maximum: 100 },
              smallest: { type: "integer", minimum: 1, description: "fewer answers count as missing" },
            },
            ["smallest"],
          ),
        },
      }),
      ...Object.fromEntries(RULE_KINDS.map((rule) => [rule.kind, ruleSchema(rule, lang)])),
    },
  };
}
