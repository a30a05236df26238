/** What the JSON Schemas of requests are put together from. */

/** A text that says something. */
export const text = (description: string) => ({ type: "string", minLength: 1, description });

/** A calendar day, such as `2018-03-31`. */
export const date = (description: string) => ({
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  description,
});

/** An object with these properties and no others. */
export const strict = (required: readonly string[], properties: object, description?: string) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
  ...(description === undefined ? {} : { description }),
});
