import { AttainError } from "../../errors";
import { SCHEMAS } from "../requests";

export { SCHEMAS };

/** `attain schema`: the JSON Schema of what a command accepts. */
export function printSchema(what: string): void {
  const schema = Object.entries(SCHEMAS).find(([name]) => name === what)?.[1];
  if (!schema) {
    throw new AttainError("request-invalid", { detail: `“${what}”: ${Object.keys(SCHEMAS).join(" | ")}` });
  }
  console.log(JSON.stringify(schema, null, 2));
}
