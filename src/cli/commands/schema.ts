import { SCHEMAS } from "../requests";

export { SCHEMAS };

/** `attain schema`: the JSON Schema of what a command accepts. */
export function printSchema(what: keyof typeof SCHEMAS): void {
  console.log(JSON.stringify(SCHEMAS[what], null, 2));
}
