/** Planned work done, from a work plan into a score: by files, and live in the same workbook. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../src/cli/main";
import { readBytes } from "../../../src/cli/files";
import { applyWorkbook } from "../../../src/excel/apply";
import { workBetween, workInputs } from "../../../src/forms/plannedWork";
import { openXlsx } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { createNodeHost } from "../../../src/host/node";
import { evaluationBook } from "../../../src/jobs/evaluation/evaluationBook";
import { feedWorkPlans } from "../../../src/jobs/plan/plannedWork";
import { fillTemplate, writeTemplate } from "../../../src/jobs/template/template";
import { evaluate } from "../../../src/scoring/evaluate";
import type { EvaluationRequest } from "../../../src/scoring/evaluation";
import type { Scheme } from "../../../src/scoring/scheme";
import { salesEvaluation } from "../../../src/scoring/gallery/salesEvaluation";
import { exampleWorkPlan } from "../../../src/templates/examples/workPlan";
import { differencesIn, errorsIn, finishBook, look } from "../../support/finishedBook";
import { describeWith } from "../../support/tools";

/** One line: a point for each percent of the planned work done. */
const SCHEME: Scheme = {
  id: "work",
  name: "Work",
  lang: "en-US",
  inputs: [{ id: "plannedRate", name: "Planned work rate", format: "percent" }],
  sections: [
    {
      id: "main",
      name: "Main",
      weight: 100,
      indicators: [
        {
          id: "plans",
          name: "Plans",
          weight: 100,
          rule: { kind: "linear", low: 0, high: 1 },
          inputs: { value: "plannedRate" },
        },
      ],
    },
  ],
  weights: "exact",
  grades: [
    { name: "Good", from: 60, side: "≥", light: "●" },
    { name: "Poor", from: null, side: "≥", light: "▼" },
  ],
  decimals: 1,
};

const plan = exampleWorkPlan("en-US");
const january = { id: "2026-01", label: "January 2026", from: "2026-01-01", to: "2026-01-31" };
const request: EvaluationRequest = {
  title: "Planned work",
  lang: "en-US",
  periods: [january],
  schemes: [SCHEME],
  people: [...plan.people, "Somebody Else"].map((name) => ({ name, unit: "East" })),
};

test("what was due in January: unplanned work is left out, what the unit's check found counts", () => {
  const of = (name: string) => workBetween([plan], name, "2026-01-01", "2026-01-31");
  expect(plan.people.map(of)).toEqual([
    { planned: 3, done: 2, rate: 2 / 3 },
    { planned: 4, done: 1, rate: 1 / 4 },
    { planned: 2, done: 1, rate: 1 / 2 },
    { planned: 2, done: 1, rate: 1 / 2 },
  ]);
  // Only the first week; and nothing planned is no zero.
  expect(workBetween([plan], plan.people[1] ?? "", "2026-01-01", "2026-01-11")).toMatchObject({
    planned: 2,
    done: 1,
  });
  expect(workBetween([plan], "Somebody Else", "2026-01-01", "2026-01-31")).toBeNull();
});

test.each(["zh-CN", "en-US"] as const)("the gallery's sales evaluation asks for it by name in %s", (lang) => {
  const [scheme] = salesEvaluation(lang).schemes;
  expect(scheme && "inputs" in scheme && workInputs(scheme as Scheme)).toEqual([
    { input: "done", figure: "done" },
    { input: "planned", figure: "planned" },
  ]);
});

test("the engine scores the rate, and the workbook's live cells say the same", async () => {
  const fed = feedWorkPlans(request, { plans: [{ source: "plan.xlsx", plan }] });
  const { results } = evaluate(fed.request);
  expect(results.map(({ total }) => total)).toEqual([66.7, 25, 50, 50, null]);
  expect(fed.problems.map(({ what }) => what)).toEqual(["no planned task of “Somebody Else” was due"]);
  const book = await finishBook(fed.book(evaluationBook(fed.request)), "en-US");
  expect(errorsIn(book)).toEqual([]);
  const shown = book.formulas.filter(({ place }) => place.startsWith("Data!")).map(({ value }) => value);
  expect(shown).toEqual([2 / 3, 0.25, 0.5, 0.5]);
  const tab = book.host.workbook.sheets.find(({ name }) => name === "Planned work");
  expect(
    [...(tab?.cells.values() ?? [])].flatMap((line) => [...line.values()]).map(({ value }) => value),
  ).toContain("plan.xlsx");
});

test("a figure that was typed is named where the plan says otherwise", () => {
  const typed = {
    ...request,
    people: [{ name: plan.people[0] ?? "", unit: "East", inputs: { plannedRate: 0.9 } }],
  };
  expect(feedWorkPlans(typed, { plans: [{ source: "p", plan }] }).problems.map(({ what }) => what)).toContain(
    "“Alex Chen” had 0.9 typed in; the work plan's 66.7 % counts",
  );
});

test("in the workbook of the plan itself a changed check changes the score", async () => {
  const host = createNodeHost();
  await writeTemplate("work-plan", { lang: "en-US" });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("People");
    sheet.getRange("A1:F3").values = [
      ["Name", "Unit", "Sales", "Sales target", "Collection rate", "Attitude"],
      [plan.people[0] ?? "", "East", 90, 100, 0.9, "Good"],
      [plan.people[1] ?? "", "East", 100, 100, 0.95, "Good"],
    ];
    await context.sync();
  });
  await fillTemplate("sales-evaluation", { lang: "en-US" });
  host.calculate();
  const row = () => {
    const tab = host.workbook.sheets.find(({ name }) => name === "Planned work");
    return [...(tab?.cells.values() ?? [])]
      .map((line) => [...line.values()].map(({ value }) => value))
      .find((line) => line[0] === plan.people[1]);
  };
  // Of the gallery's month only what is due then: the example's evaluation is of one period.
  const before = row();
  expect(before).toBeDefined();
  const [planned, done] = [Number(before?.[4]), Number(before?.[5])];
  await Excel.run(async (context) => {
    const tasks = context.workbook.worksheets.getItem("Weekly tasks").getUsedRange().load("values");
    await context.sync();
    const header = tasks.values.findIndex((line) => line.includes("Unit check"));
    const column = tasks.values[header]?.indexOf("Unit check") ?? 0;
    const line = tasks.values.findIndex((each) => each[0] === "T9");
    context.workbook.worksheets.getItem("Weekly tasks").getCell(line, column).values = [["Yes"]];
    await context.sync();
  });
  host.calculate();
  expect([row()?.[4], row()?.[5]]).toEqual([planned, planned > 0 ? done + 1 : 0]);
  expect(errorsIn({ ...look(host), bytes: new Uint8Array() })).toEqual([]);
});

test("attain evaluate --work-plans reads a folder of plans, and explain says where the figure came from", async () => {
  const folder = await mkdtemp(join(tmpdir(), "attain-work-"));
  const host = createNodeHost();
  await writeTemplate("work-plan", { lang: "en-US" });
  host.calculate();
  await writeFile(join(folder, "east.xlsx"), await saveXlsx(host.workbook));
  await writeFile(join(folder, "request.json"), JSON.stringify(request));
  const out = join(folder, "scores.xlsx");
  const said: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((line: unknown) => void said.push(String(line)));
  const complain = jest
    .spyOn(console, "error")
    .mockImplementation((line: unknown) => void said.push(String(line)));
  try {
    expect(
      await main([
        "evaluate",
        "--request",
        join(folder, "request.json"),
        "--work-plans",
        folder,
        "-o",
        out,
        "--lang",
        "en-US",
      ]),
    ).toBe(0);
    expect(await main(["explain", out, "--person", "Grace Lin", "--lang", "en-US"])).toBe(0);
    await expect(
      main([
        "evaluate",
        "--request",
        join(folder, "request.json"),
        "--work-plans",
        join(folder, "none"),
        "-o",
        out,
      ]),
    ).resolves.not.toBe(0);
  } finally {
    log.mockRestore();
    complain.mockRestore();
  }
  const book = await openXlsx(new Uint8Array(await readBytes(out)), "scores.xlsx");
  expect(book.sheets.map(({ name }) => name)).toContain("Planned work");
  expect(said.at(-1)).toContain("file-missing");
  expect(said.join("\n")).toContain("'Planned work'!");
  expect(said.join("\n")).toContain("25");
});

describeWith("libreoffice", "LibreOffice", () => {
  test("works the planned work out the same", async () => {
    const fed = feedWorkPlans(request, { plans: [{ source: "plan.xlsx", plan }] });
    const { differences } = await differencesIn(
      await finishBook(fed.book(evaluationBook(fed.request)), "en-US"),
    );
    expect(differences).toEqual([]);
  });
});

test("pages are written without the plan's when nobody has one", async () => {
  const fed = feedWorkPlans(
    { ...request, people: [{ name: "Nobody", unit: "" }] },
    { plans: [{ source: "p", plan }] },
  );
  const book = evaluationBook(fed.request);
  expect(fed.book(book)).toBe(book);
  createNodeHost();
  await applyWorkbook(book, { lang: "en-US" });
});
