/** A manager changes weights in the sheet, and totals, grades and ranking follow, as the engine would have it. */
import { sampleWorkbook } from "../../../src/cli/sampleFile";
import { createNodeHost } from "../../../src/host/node";
import { compute } from "../../../src/jobs/compute";
import { previewRun, surveyWorkbook, writeRun } from "../../../src/jobs/run";
import { salesScheme } from "../../../src/scoring/sales";
import type { Scheme } from "../../../src/scoring/scheme";

const options = { lang: "en-US" } as const;
const NEW_WEIGHTS: Readonly<Record<string, number>> = { revenue: 20, winRate: 70, deals: 10 };

/** The default scheme with the indicators' weights replaced. */
function reweighted(): Scheme {
  const scheme = salesScheme("en-US");
  const sections = scheme.sections.map((section) => ({
    ...section,
    indicators: section.indicators.map((one) => ({ ...one, weight: NEW_WEIGHTS[one.id] ?? one.weight })),
  }));
  return { ...scheme, sections };
}

test("typing other weights into the scheme sheet gives the ranking the engine gives for them", async () => {
  const host = createNodeHost(await sampleWorkbook());
  const surveyed = await surveyWorkbook(options);
  await writeRun(await previewRun(surveyed, {}, options), options);
  const before = await ranking();
  await host.run(async ({ workbook }) => {
    const weights = workbook.names.getItem("attain_weight_revenue").getRange().getResizedRange(2, 0);
    weights.values = Object.values(NEW_WEIGHTS).map((weight) => [weight]);
  });
  const after = await ranking();
  expect(after).not.toEqual(before);

  if (!surveyed.found) throw new Error("the sample was not understood");
  const cards = compute(surveyed.found, { scheme: reweighted() }, "en-US").scores?.cards ?? [];
  const ranked = cards.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  expect(after.map(([rank, name, , total, grade]) => [rank, name, total, grade])).toEqual(
    ranked.map(({ rank, name, total, grade }) => [rank, name, expect.closeTo(total ?? NaN, 9), grade]),
  );

  /** The overview's ranking as it stands: rank, name, unit, total, grade. */
  async function ranking(): Promise<unknown[][]> {
    let rows: unknown[][] = [];
    await host.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Overview").getUsedRange().load("values");
      await context.sync();
      rows = used.values as unknown[][];
    });
    const header = rows.findIndex((row) => row.includes("Ranking")) + 1;
    const left = rows[header]?.indexOf("Rank") ?? 0;
    return rows
      .slice(header + 1)
      .map((row) => row.slice(left, left + 5))
      .filter(([rank]) => typeof rank === "number");
  }
});
