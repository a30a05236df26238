import { inOrderOfUse } from "../../src/host/calc/mirror";

/** Sheets in tab order, each with the sheets its formulas read and how often. */
function order(sheets: Readonly<Record<string, Readonly<Record<string, number>>>>): string[] {
  const mirrors = new Map(
    Object.entries(sheets).map(([name, reads]) => [{ name }, { speaksOf: new Map(Object.entries(reads)) }]),
  );
  return inOrderOfUse(mirrors).map(([{ name }]) => name);
}

describe("the order in which sheets are worked out", () => {
  test("backwards where nothing reads anything: what sums up stands in front", () => {
    expect(order({ sum: {}, detail: {}, data: {} })).toEqual(["data", "detail", "sum"]);
  });

  test("each after what it reads, wherever that stands", () => {
    expect(order({ data: {}, scores: { data: 5 }, results: { scores: 5 } })).toEqual([
      "data",
      "scores",
      "results",
    ]);
    expect(order({ results: { review: 3, scores: 3 }, scores: {}, review: { scores: 9 } })).toEqual([
      "scores",
      "review",
      "results",
    ]);
  });

  test("of two that read each other the one that reads less comes first", () => {
    const review = { scores: 60, log: 700 };
    const log = { review: 60 };
    expect(order({ scores: {}, review, log })).toEqual(["log", "scores", "review"]);
    expect(order({ log, review, scores: {} })).toEqual(["scores", "log", "review"]);
  });

  test("names of sheets that are not there are passed over", () => {
    expect(order({ data: { gone: 2 }, sum: { data: 1 } })).toEqual(["data", "sum"]);
  });
});
