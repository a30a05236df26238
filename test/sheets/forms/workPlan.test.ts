import { completionOf, rollOver } from "../../../src/forms/workPlan";
import {
  approveWorkPlan,
  openWorkPlan,
  rollWorkPlan,
  workPlanBook,
} from "../../../src/jobs/template/workPlan";
import { dateCell } from "../../../src/sheets/dates";
import { workPlanSheets } from "../../../src/sheets/forms/workPlanBook";
import { STATUS_WORDS, W } from "../../../src/sheets/forms/workPlanWords";
import { createNodeHost } from "../../../src/host/node";
import { exampleWorkPlan } from "../../../src/templates/examples/workPlan";
import { LANGS } from "../../../src/words";
import { differencesIn, errorsIn, finishBook, look, type FinishedBook } from "../../support/finishedBook";
import { validate } from "../../support/ooxml";
import { describeWith } from "../../support/tools";

describe.each(LANGS)("a work plan in %s", (lang) => {
  const plan = exampleWorkPlan(lang);
  let book: FinishedBook;
  beforeAll(async () => {
    book = await finishBook(workPlanBook(plan, lang), lang);
  });

  test("is valid, without an error, and reads back as it was", async () => {
    expect(await validate(book.bytes)).toEqual([]);
    expect(errorsIn(book)).toEqual([]);
    expect(book.formulas.length).toBeGreaterThan(800);
    expect((await openWorkPlan({})).plan).toEqual(plan);
  });

  test("shows the completion that the engine works out, per person and month", () => {
    const tab = W.completionTab[lang];
    plan.people.forEach((owner, i) => {
      const { planned, done, rate } = completionOf(plan, { owner });
      const row = 7 + i;
      expect([book.value(tab, `B${row}`), book.value(tab, `C${row}`), book.value(tab, `D${row}`)]).toEqual([
        planned,
        done,
        rate,
      ]);
      expect(book.value(tab, `E${row}`)).toEqual(completionOf(plan, { owner, month: 1 }).rate);
      expect(book.value(tab, `F${row}`)).toBe("");
    });
    expect(completionOf(plan)).toEqual({ planned: 11, done: 5, rate: 5 / 11 });
    expect(book.value(tab, `D${7 + plan.people.length + 5}`)).toBeCloseTo(5 / 11, 12);
  });

  test("the weekly report lists the person's week and the next", () => {
    const tab = W.reportTab[lang];
    const texts = ["T3", "T4", "T5"].map((id) => plan.tasks.find((task) => task.id === id)?.text);
    expect([book.value(tab, "B10"), book.value(tab, "B11"), book.value(tab, "B12")]).toEqual(texts);
    expect(book.value(tab, "B13")).toBe("");
    expect(book.value(tab, "B24")).toBe(plan.tasks.find(({ id }) => id === "T11")?.text);
  });

  test("another person picked, the report and the quadrants follow", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(W.reportTab[lang]).getRange("B4").values = [[plan.people[1] ?? ""]];
      await context.sync();
    });
    book.host.calculate();
    const now = look(book.host);
    expect(now.value(W.reportTab[lang], "A10")).toBe("T1");
    expect(now.value(W.quadrantsTab[lang], "A6")).toBe(plan.tasks.find(({ id }) => id === "T1")?.text);
  });

  test("what is put off without a reason, or called done against a check, is pointed at", () => {
    const at = (id: string) => 5 + plan.tasks.findIndex((task) => task.id === id);
    expect(book.value(W.tasksTab[lang], `P${at("T5")}`)).toBe(W.disagree[lang]);
    expect(book.value(W.tasksTab[lang], `P${at("T1")}`)).toBe("");
  });

  test("an approved plan takes only statuses, reasons and checks", () => {
    const approved = { ...plan, approved: { by: "总经理", on: "2026-01-04" } };
    const tasks = workPlanSheets(approved, lang).find(({ id }) => id === "workTasks");
    expect(tasks?.protect?.inputs).toEqual(["K5:K56", "L5:L56", "M5:M56", "N5:N56", "O5:O56"]);
    const open = workPlanSheets(plan, lang).find(({ id }) => id === "workTasks");
    expect(open?.protect).toBeUndefined();
  });

  test("moved on in the workbook itself, typed statuses and all; twice is once", async () => {
    await finishBook(workPlanBook(plan, lang), lang);
    const row = 5 + plan.tasks.findIndex(({ id }) => id === "T10");
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(W.tasksTab[lang]);
      sheet.getRange(`K${row}:L${row}`).values = [[STATUS_WORDS.stopped[lang], "no need"]];
      await context.sync();
    });
    const { week, moved } = await rollWorkPlan("2026-01-14", { lang });
    expect([week, moved.map(({ from }) => from)]).toEqual(["2026-01-12", ["T9", "T11", "T12"]]);
    const typed = plan.tasks.map((task) =>
      task.id === "T10" ? { ...task, status: "stopped" as const, reason: "no need" } : task,
    );
    const { plan: after } = rollOver({ ...plan, tasks: typed }, "2026-01-12", W.moved[lang]);
    expect((await openWorkPlan({})).plan).toEqual(after);
    expect((await rollWorkPlan("2026-01-14", { lang })).moved).toEqual([]);
    // A week in which nothing was planned is a slip, not a week without anything open.
    await expect(rollWorkPlan("2031-01-14", { lang })).rejects.toMatchObject({
      code: "unknown-name",
      params: { name: "2031-01-13", known: expect.stringContaining("2026-01-12, 2026-01-19") },
    });
  });

  test("approved, it is locked and reads back as approved", async () => {
    const { host } = await finishBook(workPlanBook(plan, lang), lang);
    const approved = { by: "周总", on: "2026-01-04" };
    await approveWorkPlan(approved, { lang });
    expect((await openWorkPlan({})).plan).toEqual({ ...plan, approved });
    expect(host.workbook.sheets.filter(({ protection }) => protection).length).toBe(3);
    const typing = Excel.run(async (context) => {
      context.workbook.worksheets.getItem(W.tasksTab[lang]).getRange("D5").values = [["x"]];
      await context.sync();
    });
    await expect(typing).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

test("a workbook without weekly tasks says so", async () => {
  createNodeHost();
  await expect(openWorkPlan({})).rejects.toMatchObject({ code: "no-work-plan" });
});

test("a date cell holds the day's serial number", () => {
  expect(dateCell("2017-03-01")).toBe(42795);
});

describeWith("libreoffice", "LibreOffice", () => {
  test.each(LANGS)("works the %s plan out the same", async (lang) => {
    const { compared, differences } = await differencesIn(
      await finishBook(workPlanBook(exampleWorkPlan(lang), lang), lang),
    );
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(800);
  });
});
