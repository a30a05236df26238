/** What a score is made of stands in the workbook of whoever decides on it or signs it, and only of their people. */
import { openXlsx } from "../../src/host/file/open";
import { textsOf } from "../../src/host/workbookFiles";
import type { Host } from "../../src/host/host";
import { recordReview } from "../../src/jobs/review/reviewJob";
import type { DistributeChoices } from "../../src/jobs/sharing/distribute";
import type { Evaluation } from "../../src/scoring/evaluation";
import { oneMonth } from "../support/evaluations";
import { writtenBook } from "../support/evaluationBook";
import { validate } from "../support/ooxml";
import { sheetOf } from "./fillIn";
import { sendOut } from "./support";

const lang = "en-US";
const TAB = "Score by indicator";

let host: Host;
let evaluation: Evaluation;
beforeAll(async () => {
  ({ host, evaluation } = await writtenBook(oneMonth()));
  await recordReview(
    [
      { kind: "submit", people: ["all"], by: "HR" },
      { kind: "pass", people: ["all"], by: "HR" },
      { kind: "adjust", people: ["Bob"], by: "Max", score: 91.5, reason: "a deal was booked late" },
    ],
    { lang },
    { who: { first: ["Max"], second: ["Liz"] } },
  );
  host.calculate();
});

type Line = readonly [first: unknown, figures: unknown, reached: unknown, of: unknown, points: unknown];

/** Lines of the page from the first person on, and the file they are in. */
async function linesFor(
  choices: DistributeChoices,
  recipient: string,
): Promise<{ lines: Line[]; bytes: Uint8Array }> {
  const { made } = await sendOut(host, lang, choices);
  const file = made.find((one) => one.recipient === recipient);
  if (!file) throw new Error(`${recipient} has no workbook`);
  const { cells } = sheetOf(await openXlsx(file.bytes, "sent.xlsx"), TAB);
  const at = (row: number, column: number): unknown => cells.get(row)?.get(column)?.value ?? null;
  const rows = [...cells.keys()].filter((row) => row >= 4).sort((a, b) => a - b);
  return {
    lines: rows.map((row) => [at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4)]),
    bytes: file.bytes,
  };
}

/** Points by indicator's name below a person's line, as the page has them. */
function pointsOf(lines: readonly Line[], person: string): Map<unknown, unknown> {
  const from = lines.findIndex(([first]) => String(first).startsWith(`${person} · `));
  const to = lines.findIndex(([first], i) => i > from && String(first).includes(" · "));
  return new Map(
    lines.slice(from + 1, to < 0 ? undefined : to).map(([first, , , , points]) => [first, points]),
  );
}

test.each<[string, DistributeChoices, string, asked: string[], others: string[]]>([
  ["reviewer", { by: "reviewer" }, "Max", ["Ann", "Bob", "Cyd", "Dee"], ["Zoe"]],
  [
    "division leader",
    { by: "division", divisions: { Liz: ["East"] } },
    "Liz",
    ["Ann", "Bob"],
    ["Cyd", "Dee"],
  ],
  ["leader", { by: "leader" }, "Leadership", ["Ann", "Bob", "Cyd", "Dee", "Eve"], ["Zoe"]],
  ["unit", { by: "region" }, "West", ["Cyd", "Dee", "Eve"], ["Ann", "Bob"]],
  ["person", { by: "rep" }, "Ann", ["Ann"], ["Bob", "Cyd", "Dee", "Zoe"]],
  [
    "supervision centre",
    { by: "centre" },
    "Supervision centre",
    ["Ann", "Bob", "Cyd", "Dee", "Eve"],
    ["Zoe"],
  ],
])("a %s sees the points the engine gives, by indicator", async (_, choices, recipient, asked, others) => {
  const { lines, bytes } = await linesFor(choices, recipient);
  for (const card of evaluation.sets[0]?.cards ?? []) {
    if (!asked.includes(card.name)) continue;
    const points = pointsOf(lines, card.name);
    const scheme = evaluation.sets[0]?.scheme;
    for (const { indicator } of scheme?.sections.flatMap((section) =>
      section.indicators.map((indicator) => ({ indicator })),
    ) ?? []) {
      const scored = card.indicators.find(({ id }) => id === indicator.id);
      const shown = points.get(indicator.name);
      if (typeof scored?.points === "number")
        expect([card.name, indicator.id, shown]).toEqual([
          card.name,
          indicator.id,
          expect.closeTo(scored.points, 9),
        ]);
    }
  }
  const texts = [...textsOf(bytes)].join("\n");
  for (const other of others)
    expect([other, new RegExp(`\\b${other}\\b`).test(texts)]).toEqual([other, false]);
  expect(await validate(bytes)).toEqual([]);
});

test("figures stand beside what they come to, and what counts after the review below", async () => {
  const { lines } = await linesFor({ by: "reviewer" }, "Max");
  const from = lines.findIndex(([first]) => first === "Bob · East");
  expect(lines[from]?.[4]).toBeCloseTo(evaluation.sets[0]?.cards[1]?.total ?? 0, 9);
  const below = lines.slice(
    from + 1,
    lines.findIndex(([first]) => first === "Cyd · West"),
  );
  expect(below.find(([first]) => first === "Sales attained")).toEqual([
    "Sales attained",
    "Sales 900; Target 1,000",
    expect.closeTo(0.9, 9),
    80,
    expect.closeTo(72, 9),
  ]);
  expect(below.at(-1)).toEqual(["Score that counts after review", null, null, null, 91.5]);
});
