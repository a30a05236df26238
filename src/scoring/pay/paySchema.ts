import { LANGS, type Lang } from "../../words";
import type { ParamSpec } from "../rule";
import { ID, object, type Json } from "../schemeSchema";
import type { PayKind } from "./kind";
import { PAY_KINDS } from "./registry";

function paramSchema(spec: ParamSpec, lang: Lang): Json {
  const description = `${spec.label[lang]}${spec.type === "percent" ? " (1 = 100 %)" : ""}`;
  if (spec.choices) return { enum: Object.keys(spec.choices), description };
  return {
    type: spec.optional ? ["number", "null"] : "number",
    description,
    ...(spec.min !== undefined && { minimum: spec.min }),
    ...(spec.max !== undefined && { maximum: spec.max }),
    ...(spec.initial !== undefined && { default: spec.initial }),
  };
}

const mayBeAbsent = (specs: readonly ParamSpec[]): string[] =>
  specs.filter(({ optional, initial }) => optional === true || initial !== undefined).map(({ key }) => key);

function kindSchema(kind: PayKind, lang: Lang): Json {
  const properties: Record<string, Json> = { kind: { const: kind.kind, description: kind.name[lang] } };
  for (const spec of kind.params) properties[spec.key] = paramSchema(spec, lang);
  for (const table of kind.tables) {
    const columns = Object.fromEntries(table.columns.map((spec) => [spec.key, paramSchema(spec, lang)]));
    const row = { ...columns, to: { type: ["number", "null"] }, toSide: { enum: ["<", "≤"] } };
    properties[table.key] = {
      type: "array",
      minItems: 1,
      description: table.label[lang],
      items: object(row, [...mayBeAbsent(table.columns), "to", "toSide"]),
    };
  }
  return object(properties, mayBeAbsent(kind.params));
}

const ROUND = object({
  digits: { type: "integer", minimum: -6, maximum: 6 },
  mode: { enum: ["half", "down"] },
});

/**
 * JSON Schema (draft 2020-12) of a pay plan, built from the kinds there are. It checks the shape; what fits together –
 * names in formulas, tiers – is for `validatePay` and `lintPay`.
 */
export function paySchema(lang: Lang = "en-US"): { readonly [key: string]: Json } {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Attain pay plan",
    ...(object(
      {
        id: { type: "string", minLength: 1 },
        name: { type: "string", minLength: 1 },
        lang: { enum: LANGS },
        currency: { type: "string" },
        inputs: {
          type: "array",
          items: object(
            {
              id: ID,
              name: { type: "string", minLength: 1 },
              format: { enum: ["integer", "decimal", "percent", "money", "word"] },
              from: {
                type: "string",
                description:
                  "total, grade, missed, an input's id, measure:<indicator>, points:<indicator>, section:<id>",
              },
            },
            ["from"],
          ),
        },
        components: { type: "array", minItems: 1, items: { $ref: "#/$defs/component" } },
        round: ROUND,
      },
      ["round"],
    ) as { readonly [key: string]: Json }),
    $defs: {
      component: object(
        {
          id: ID,
          name: { type: "string", minLength: 1 },
          rule: { oneOf: PAY_KINDS.map(({ kind }) => ({ $ref: `#/$defs/${kind}` })) },
          inputs: { type: "object", additionalProperties: { type: "string" } },
          counts: { enum: ["paid", "deducted", "later", "memo"] },
          positions: { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
          round: ROUND,
          noData: { enum: ["wait", "zero"] },
        },
        ["positions", "round", "noData"],
      ),
      ...Object.fromEntries(PAY_KINDS.map((kind) => [kind.kind, kindSchema(kind, lang)])),
    },
  };
}
