/** Points by rank: who is not scored takes no place among those who are. */
import { evaluate } from "../../../src/scoring/evaluate";
import type { EvaluationRequest } from "../../../src/scoring/evaluation";
import { resultLines, writtenBook } from "../../support/evaluationBook";

const REQUEST: EvaluationRequest = {
  title: "March",
  lang: "en-US",
  periods: [{ id: "m3", label: "March", from: "2026-03-01", to: "2026-03-31" }],
  newcomers: { months: 2 },
  schemes: [
    {
      id: "rank",
      name: "By rank",
      lang: "en-US",
      inputs: [{ id: "sales", name: "Sales", format: "money" }],
      sections: [
        {
          id: "only",
          name: "Only",
          weight: 100,
          indicators: [
            {
              id: "place",
              name: "Place",
              weight: 100,
              rule: {
                kind: "rankBased",
                places: [
                  { upTo: 1, points: 100 },
                  { upTo: 2, points: 80 },
                  { upTo: null, points: 60 },
                ],
              },
              inputs: { value: "sales" },
            },
          ],
        },
      ],
      weights: "exact",
      grades: [
        { name: "Good", from: 60, side: "≥", light: "●" },
        { name: "Other", from: null, side: "≥", light: "▼" },
      ],
      decimals: 0,
    },
  ],
  people: [
    { name: "New", unit: "East", joined: "2026-03-02", inputs: { sales: 900 } },
    { name: "Ann", unit: "East", inputs: { sales: 500 } },
    { name: "Bob", unit: "East", inputs: { sales: 400 } },
    { name: "Cyd", unit: "West", inputs: { sales: 300 } },
    { name: "Dee", unit: "West", inputs: {} },
  ],
};

test("a newcomer with the most sales moves nobody down", async () => {
  const { results } = evaluate(REQUEST);
  expect(results.map(({ name, total }) => [name, total])).toEqual([
    ["New", null],
    ["Ann", 100],
    ["Bob", 80],
    ["Cyd", 60],
    ["Dee", null],
  ]);
  const book = await writtenBook(REQUEST);
  expect(resultLines(book).map((line) => [line["Name"], line["Total"]])).toEqual(
    results.map(({ name, total }) => [name, total ?? ""]),
  );
});
