/** A request with mistakes is answered with every one of them: where it is, what was found, what may stand there. */
import { AttainError, describeError } from "../../src/errors";
import type { SCHEMAS } from "../../src/cli/requests";
import { validate } from "../../src/cli/requests";

/** The lines of the answer between its first and its last. */
function mistakesOf(kind: keyof typeof SCHEMAS, request: unknown, lang: "zh-CN" | "en-US"): string[] {
  try {
    validate(kind, request);
  } catch (error) {
    expect(error).toBeInstanceOf(AttainError);
    return describeError(error, lang)
      .what.split("\n")
      .slice(1, -1)
      .map((line) => line.trim());
  }
  return [];
}

const request = {
  title: "三月考核",
  lang: "zh-CN",
  periods: [{ id: "m", label: "三月", from: "2026-03-01", to: "31.3.2026" }],
  people: [{ id: "1", name: "张三", unit: 7, inputt: {} }],
  schemes: [
    {
      id: "s",
      name: "销售",
      lang: "zh-CN",
      inputs: [],
      weights: "points",
      grades: [],
      decimals: 1,
      sections: [
        {
          id: "a",
          name: "业绩",
          weight: 100,
          indicators: [
            { id: "i", name: "销售额", weight: 100, inputs: {}, rule: { kind: "deduct", each: -5 } },
          ],
        },
      ],
    },
  ],
};

test("every mistake at its place, in both languages", () => {
  const chinese = mistakesOf("evaluation", request, "zh-CN");
  const english = mistakesOf("evaluation", request, "en-US");
  expect(english).toHaveLength(chinese.length);
  expect(chinese).toContain("people[0] (张三)：不认识“inputt”，是否想写“inputs”？");
  expect(english).toContain("people[0] (张三): “inputt” is not known; did you mean “inputs”?");
  expect(chinese).toContain("people[0].unit (张三)：应为文字，现为 7");
  expect(chinese).toContain('periods[0].to (m)：应为 2026-01-31 这样的日期，现为 "31.3.2026"');
});

test("of several shapes only the one that was meant is held against the request", () => {
  const english = mistakesOf("evaluation", request, "en-US");
  const about = english.filter((line) => line.startsWith("schemes[0].sections[0].indicators[0].rule"));
  expect(about.length).toBeGreaterThan(0);
  // One kind of rule was named: nothing is said of the bands, levels or limits the other kinds would need.
  expect(about.join()).not.toMatch(/bands|levels|threshold|fits none/);
});

test("a kind nobody knows is answered with those there are", () => {
  const [scheme] = request.schemes;
  const [section] = scheme?.sections ?? [];
  const rule = { kind: "guess" };
  const wrong = { ...scheme, sections: [{ ...section, indicators: [{ ...section?.indicators[0], rule }] }] };
  const [line] = mistakesOf("scheme", wrong, "en-US");
  expect(line).toMatch(/^sections\[0\]\.indicators\[0\]\.rule \(销售额\): .*"kind": "banded"/);
});

test("what needs one of several parts says which", () => {
  expect(mistakesOf("drivers", { title: "x" }, "en-US")).toContain(
    "at least one of these is needed: stores, funnel, activities",
  );
});
