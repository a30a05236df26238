import { closest, distance } from "fastest-levenshtein";
import type { DefinedError } from "ajv/dist/2020";
import { LANGS, say, type Params, type Phrase } from "../words";

const W = {
  missing: { "zh-CN": "缺少“{name}”", "en-US": "“{name}” is missing" },
  unknown: {
    "zh-CN": "不认识“{name}”；这里可以写：{known}",
    "en-US": "“{name}” is not known; here may stand: {known}",
  },
  misspelt: {
    "zh-CN": "不认识“{name}”，是否想写“{known}”？",
    "en-US": "“{name}” is not known; did you mean “{known}”?",
  },
  needsOne: { "zh-CN": "至少要有其中一项：{known}", "en-US": "at least one of these is needed: {known}" },
  oneOf: { "zh-CN": "应为 {allowed}，现为 {found}", "en-US": "should be {allowed}, found {found}" },
  shapes: {
    "zh-CN": "{found} 不是这里可用的写法；可用：{allowed}",
    "en-US": "{found} fits none of what may stand here: {allowed}",
  },
  type: { "zh-CN": "应为{allowed}，现为 {found}", "en-US": "should be {allowed}, found {found}" },
  atLeast: { "zh-CN": "应不小于 {limit}，现为 {found}", "en-US": "should be {limit} or more, found {found}" },
  atMost: { "zh-CN": "应不大于 {limit}，现为 {found}", "en-US": "should be {limit} or less, found {found}" },
  above: { "zh-CN": "应大于 {limit}，现为 {found}", "en-US": "should be above {limit}, found {found}" },
  below: { "zh-CN": "应小于 {limit}，现为 {found}", "en-US": "should be below {limit}, found {found}" },
  fewItems: { "zh-CN": "至少要有 {limit} 项", "en-US": "needs {limit} items or more" },
  manyItems: { "zh-CN": "至多 {limit} 项", "en-US": "takes {limit} items at most" },
  empty: { "zh-CN": "不能为空", "en-US": "must not be empty" },
  date: {
    "zh-CN": "应为 2026-01-31 这样的日期，现为 {found}",
    "en-US": "should be a date like 2026-01-31, found {found}",
  },
  name: {
    "zh-CN": "应为字母开头、由字母、数字和下划线组成的名字，现为 {found}",
    "en-US": "should be a name of letters, digits and _ that begins with a letter, found {found}",
  },
  other: { "zh-CN": "{detail}", "en-US": "{detail}" },
  located: { "zh-CN": "{place}：{what}", "en-US": "{place}: {what}" },
} as const satisfies Record<string, Phrase>;

const TYPES: Readonly<Record<string, Phrase>> = {
  number: { "zh-CN": "数字", "en-US": "a number" },
  integer: { "zh-CN": "整数", "en-US": "a whole number" },
  string: { "zh-CN": "文字", "en-US": "text" },
  boolean: { "zh-CN": " true 或 false", "en-US": "true or false" },
  array: { "zh-CN": "列表 […]", "en-US": "a list […]" },
  object: { "zh-CN": "一组名与值 {…}", "en-US": "an object {…}" },
  null: { "zh-CN": " null", "en-US": "null" },
};

const OR: Phrase = { "zh-CN": "或", "en-US": " or " };

/**
 * A misfit in both languages, with its place in the request: the path, and the name or id of the item it leads to.
 *
 * @example "people[0] (张三): “sale” is not known; did you mean “sales”?"
 */
export function misfitPhrase(error: DefinedError, request: unknown): Phrase {
  const place = placeOf(error.instancePath, request);
  return inEach((lang) => {
    const [phrase, params] = wording(error, (words) => words[lang]);
    const what = say(phrase, lang, params);
    return place === "" ? what : say(W.located, lang, { place, what });
  });
}

/** Which phrase a failed keyword calls for, and what fills it. */
function wording(error: DefinedError, speak: (words: Phrase) => string): readonly [Phrase, Params] {
  const found = shown(error.data);
  switch (error.keyword) {
    case "required":
      return [W.missing, { name: error.params.missingProperty }];
    case "additionalProperties":
      return unknownName(error.params.additionalProperty, Object.keys(propertiesOf(error)));
    case "type": {
      const types = [error.params.type].flat() as readonly string[];
      return [W.type, { allowed: types.map((type) => speak(TYPES[type] ?? W.other)).join(speak(OR)), found }];
    }
    case "const":
      return [W.oneOf, { allowed: shown(error.params.allowedValue), found }];
    case "enum":
      return [W.oneOf, { allowed: error.params.allowedValues.map(shown).join(speak(OR)), found }];
    case "oneOf":
    case "anyOf":
      return choice(error.schema as unknown as readonly Shape[], found, speak);
    case "minimum":
      return [W.atLeast, { limit: error.params.limit, found }];
    case "maximum":
      return [W.atMost, { limit: error.params.limit, found }];
    case "exclusiveMinimum":
      return [W.above, { limit: error.params.limit, found }];
    case "exclusiveMaximum":
      return [W.below, { limit: error.params.limit, found }];
    case "minItems":
      return [W.fewItems, { limit: error.params.limit }];
    case "maxItems":
      return [W.manyItems, { limit: error.params.limit }];
    case "minLength":
      return [W.empty, {}];
    case "pattern":
      return [error.params.pattern.includes("d{4}") ? W.date : W.name, { found }];
    default:
      return [W.other, { detail: error.message ?? error.keyword }];
  }
}

/** How many letters may differ for a name to be taken for a slip of the pen: one in four, at least one. */
const slips = (name: string): number => Math.max(1, Math.floor(name.length / 4));

function unknownName(name: string, known: readonly string[]): readonly [Phrase, Params] {
  const near = known.length > 0 ? closest(name, known) : "";
  return near !== "" && distance(name.toLowerCase(), near.toLowerCase()) <= slips(name)
    ? [W.misspelt, { name, known: near }]
    : [W.unknown, { name, known: known.join(", ") }];
}

interface Shape {
  readonly const?: unknown;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
}

function choice(
  shapes: readonly Shape[],
  found: string,
  speak: (words: Phrase) => string,
): readonly [Phrase, Params] {
  if (shapes.every((shape) => Object.keys(shape).join() === "required"))
    return [W.needsOne, { known: shapes.map(({ required = [] }) => required.join(" + ")).join(", ") }];
  const allowed = shapes.map((shape) => shapeWords(shape, speak)).filter((words) => words !== "");
  return [W.shapes, { found, allowed: [...new Set(allowed)].join(speak(OR)) }];
}

/** A shape by the word it goes by, its `kind`, or else by its type. */
function shapeWords({ const: word, type, properties = {} }: Shape, speak: (words: Phrase) => string): string {
  if (word !== undefined) return shown(word);
  const named = Object.entries(properties).find(([, property]) => property.const !== undefined);
  if (named) return `{ "${named[0]}": ${shown(named[1].const)} }`;
  return type === undefined ? "" : speak(TYPES[type] ?? W.other).trim();
}

const propertiesOf = ({ parentSchema }: DefinedError): object =>
  (parentSchema as { readonly properties?: object } | undefined)?.properties ?? {};

/** The longest value that is printed as it stands. */
const SHOWN = 40;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** `/people/0/sale` as `people[0].sale`, with the name of the innermost item that has one. */
function placeOf(path: string, request: unknown): string {
  const steps = path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  let place = "";
  let name = "";
  let at: unknown = request;
  for (const step of steps) {
    place += Array.isArray(at) ? `[${step}]` : `${place === "" ? "" : "."}${step}`;
    at = (at as Readonly<Record<string, unknown>> | undefined)?.[step];
    name = nameOf(at) ?? name;
  }
  return name === "" ? place : `${place} (${name})`;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return undefined;
  const { name, id } = item as { readonly name?: unknown; readonly id?: unknown };
  return [name, id].find((text): text is string => typeof text === "string");
}

const inEach = (make: (lang: (typeof LANGS)[number]) => string): Phrase =>
  Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Phrase;
