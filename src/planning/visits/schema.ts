import { date, strict, text } from "../jsonSchema";

const dates = (description: string) => ({ type: "array", items: date("2018-01-31"), description });

/** JSON Schema (draft 2020-12) of `VisitsRequest`: what `attain schema visits` prints. */
export const VISITS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Attain visits request",
  ...strict(
    ["from", "to", "customers"],
    {
      title: text("Replaces the page's title."),
      source: text("Where the customers come from."),
      from: date("First day."),
      to: date("Last day, included."),
      calendar: strict(
        [],
        {
          country: {
            enum: ["CN", "none"],
            description: "CN: China's holidays and swapped working days (default).",
          },
          holidays: dates("Further days off."),
          workdays: dates("Days worked all the same."),
        },
        "Which days are worked.",
      ),
      classes: {
        type: "array",
        minItems: 1,
        description:
          "Default: VIP monthly, class 1 every two months, class 2 as needed, projects in design weekly, others every two weeks, named in the language of the run.",
        items: strict(["name", "every"], {
          name: text("VIP, 1 类 …"),
          every: {
            oneOf: [
              strict(["count", "unit"], {
                count: { type: "integer", minimum: 1, description: "2 with month: every two months." },
                unit: { enum: ["week", "month"] },
              }),
              strict(["unit"], { unit: { const: "asNeeded" } }),
            ],
          },
        }),
      },
      customers: {
        type: "array",
        minItems: 1,
        items: strict(["name", "class", "rep"], {
          name: text("The customer, once."),
          class: text("Name of a class."),
          rep: text("Who visits."),
          last: date("Last visit before the first day: says when the next is due."),
          done: dates("Visits that took place in the period."),
        }),
      },
      maxPerDay: {
        type: "number",
        exclusiveMinimum: 0,
        description: "More visits than this on one day of one rep are pointed out.",
      },
      asOf: date("The day up to which visits are looked at. Default: the first day."),
    },
    "Who is visited when: by customer class, levelled over working days.",
  ),
} as const;
