import type { Ajv2020, DefinedError, ErrorObject } from "ajv/dist/2020";
import type { Phrase } from "../words";
import { misfitPhrase } from "./misfitWords";

/** The keywords that offer a choice of shapes. */
const CHOICES = new Set(["oneOf", "anyOf"]);

/**
 * What in `value` does not fit `schema`, a phrase each, in the order of the places. Where a schema offers several
 * shapes only the one that was evidently meant is held against the value: the one whose fixed words (`kind`) agree, or
 * else the one with the fewest misfits.
 *
 * @example misfits(ajv, { properties: { cap: {} }, additionalProperties: false }, { capp: 1 })
 * // [{ "en-US": "“capp” is not known; did you mean “cap”?", … }]
 */
export function misfits(ajv: Ajv2020, schema: object, value: unknown): readonly Phrase[] {
  const definitions = "$defs" in schema ? schema.$defs : {};
  const found = new Map<string, Phrase>();
  for (const error of check(ajv, { $defs: definitions }, schema, value)) {
    const phrase = misfitPhrase(error, value);
    found.set(phrase["en-US"], phrase);
  }
  return [...found.values()];
}

function check(ajv: Ajv2020, definitions: object, schema: object, value: unknown): DefinedError[] {
  const { $schema: _, $id: __, ...plain } = schema as { readonly $schema?: unknown; readonly $id?: unknown };
  const fits = ajv.compile({ ...definitions, ...plain });
  if (fits(value)) return [];
  const errors = (fits.errors ?? []) as readonly ErrorObject[] as readonly DefinedError[];
  const choices = outermost(errors.filter(({ keyword }) => CHOICES.has(keyword)));
  return errors
    .filter((error) => !choices.some((choice) => isBranchOf(error, choice)))
    .flatMap((error) => (CHOICES.has(error.keyword) ? meant(ajv, definitions, error) : [error]));
}

/** The misfits of the shape that was meant, with their places counted from the whole. */
function meant(ajv: Ajv2020, definitions: object, choice: DefinedError): DefinedError[] {
  const branches = (choice.schema as readonly object[]).map((branch) => resolve(definitions, branch));
  if (branches.every(isOnlyRequired)) return [choice];
  const tried = branches.map((branch) => check(ajv, definitions, branch, choice.data));
  const [best] = tried
    .filter((errors) => !errors.some(rulesOut))
    .toSorted((a, b) => unknownNames(a) - unknownNames(b) || a.length - b.length);
  if (!best || best.length === 0) return [{ ...choice, schema: branches } as DefinedError];
  return best.map((error) => ({ ...error, instancePath: choice.instancePath + error.instancePath }));
}

function resolve(definitions: object, branch: object): object {
  const name = "$ref" in branch ? /^#\/\$defs\/(.+)$/.exec(String(branch.$ref))?.[1] : undefined;
  const known = (definitions as { readonly $defs?: Readonly<Record<string, object>> }).$defs ?? {};
  return (name !== undefined && known[name]) || branch;
}

/** Another kind of thing altogether, or one that calls itself by another name. */
const rulesOut = ({ instancePath, keyword }: DefinedError): boolean =>
  (keyword === "const" && instancePath.lastIndexOf("/") === 0) || (keyword === "type" && instancePath === "");

const unknownNames = (errors: readonly DefinedError[]): number =>
  errors.filter(({ keyword, instancePath }) => keyword === "additionalProperties" && instancePath === "")
    .length;

const isOnlyRequired = (branch: object): branch is { readonly required: readonly string[] } =>
  Object.keys(branch).join() === "required";

const outermost = (choices: readonly DefinedError[]): readonly DefinedError[] =>
  choices.filter((one) => !choices.some((other) => other !== one && isBranchOf(one, other)));

/** Whether an error comes from one of the shapes a choice offers. */
function isBranchOf(error: ErrorObject, choice: DefinedError): boolean {
  if (error === choice || !isWithin(error.instancePath, choice.instancePath)) return false;
  if (error.schemaPath.startsWith(`${choice.schemaPath}/`)) return true;
  if ((choice.schema as readonly object[]).every(isOnlyRequired)) return false;
  const around = choice.schemaPath.slice(0, choice.schemaPath.lastIndexOf("/") + 1);
  return !error.schemaPath.startsWith(around);
}

const isWithin = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);
