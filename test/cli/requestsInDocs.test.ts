/** The requests printed in the documentation are ones the commands take. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "../../src/cli/requests";
import { evaluate } from "../../src/scoring/evaluate";
import { driversBook } from "../../src/jobs/follow/drivers";
import { followBook } from "../../src/jobs/follow/followBook";
import { visitsBook } from "../../src/jobs/follow/visits";

const pageOf = (name: string): string => readFileSync(join(__dirname, "../../docs", name), "utf8");

function printed(kind: string, name = "following-through.md"): unknown {
  const page = pageOf(name);
  const [, text] = new RegExp(`\`\`\`json ${kind}\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/${name} has no ${kind} request`);
  return JSON.parse(text) as unknown;
}

const names = ({ sheets }: { readonly sheets: readonly { readonly id: string }[] }) =>
  sheets.map(({ id }) => id);

test("drivers, visits and follow make their sheets", () => {
  const lang = { lang: "en-US" } as const;
  expect(names(driversBook(validate("drivers", printed("drivers")), lang))).toEqual([
    "drivers",
    "funnel",
    "activities",
  ]);
  expect(names(visitsBook(validate("visits", printed("visits")), lang))).toEqual(["visits", "visitList"]);
  expect(names(followBook(validate("follow", printed("follow")), lang))).toEqual([
    "tracker",
    "period",
    "targets",
    "responsibility",
  ]);
});

test("revise is a valid request, and a misspelt one is not", () => {
  const request = validate("revise", printed("revise"));
  expect(request).toMatchObject({ closed: "2026-03", confirm: 1 });
  expect(() => validate("revise", { ...request, close: "2026-03" })).toThrow(
    /“close” is not known; did you mean “closed”\?/,
  );
});

test("the evaluation scores everybody in it", () => {
  const { results } = evaluate(validate("evaluation", printed("evaluation", "evaluating.md")));
  expect(results.map(({ name, total, grade }) => [name, total, grade])).toEqual([
    ["Ann", 108, "Excellent"],
    ["Bob", 87, "Fair"],
    ["Cyd", 100, "Excellent"],
    ["Dee", 96, "Excellent"],
    ["Flo", 74, "Fair"],
  ]);
});
