/** The visit workbook: what is typed into the list moves the plan page, here and elsewhere. */
import { visitsBook } from "../../../src/jobs/follow/visits";
import { planVisits } from "../../../src/planning/visits/visitPlan";
import { usualClasses, type VisitsRequest } from "../../../src/planning/visits/visitsRequest";
import { dateCell } from "../../../src/sheets/dates";
import { LANGS } from "../../../src/words";
import { describeWith } from "../../support/tools";
import { elsewhere, opened, read } from "./opened";

const REQUEST: VisitsRequest = {
  from: "2018-03-01",
  to: "2018-03-31",
  asOf: "2018-03-14",
  maxPerDay: 1,
  classes: [
    { name: "VIP", every: { count: 1, unit: "month" } },
    { name: "2", every: { unit: "asNeeded" } },
    { name: "Design", every: { count: 1, unit: "week" } },
  ],
  customers: [
    { name: "A", class: "VIP", rep: "Ann", done: ["2018-03-05", "2018-03-06"] },
    { name: "B", class: "Design", rep: "Ann", done: ["2018-03-01", "2018-03-07"] },
    { name: "C", class: "Design", rep: "Bo" },
    { name: "D", class: "2", rep: "Bo", done: ["2018-03-09"] },
  ],
};

const book = () => opened(visitsBook(REQUEST, { lang: "en-US" }), "en-US");

test("each customer: planned, kept, missed, due, extra, how much was kept", async () => {
  const host = await book();
  // B's week of the 12th is due on the 14th or later; C has missed two weeks that are over.
  expect(read(host, "Visit plan", "E8:K11")).toEqual([
    [1, 1, 0, 0, 1, 1, "●"],
    [5, 2, 0, expect.any(Number), 0, 1, "●"],
    [5, 0, 2, expect.any(Number), 0, 0, "▼"],
    [0, 0, 0, 0, 1, "", ""],
  ]);
});

test("the calendar and the load of each rep are the engine's", async () => {
  const host = await book();
  const plan = planVisits(REQUEST, usualClasses("en-US"));
  expect(plan.days).toHaveLength(22);
  expect(read(host, "Visit plan", "L15:AG16")).toEqual([plan.loads.get("Ann"), plan.loads.get("Bo")]);
  const marks = read(host, "Visit plan", "L8:AG8")[0] ?? [];
  expect(plan.days[marks.indexOf(1)]).toBe(plan.visits.find(({ customer }) => customer === 0)?.day);
});

test("a date typed into the list turns a missed visit into a kept one", async () => {
  const plan = planVisits(REQUEST, usualClasses("en-US"));
  const row = 5 + plan.visits.findIndex(({ customer }) => customer === 2);
  const host = await opened(visitsBook(REQUEST, { lang: "en-US" }), "en-US", {
    [`Visit list!H${row}`]: [[dateCell("2018-03-02")]],
  });
  expect(read(host, "Visit list", `I${row}`)).toEqual([["● kept"]]);
  expect(read(host, "Visit plan", "F10:G10")).toEqual([[1, 1]]);
});

test("a visit added below counts for its customer and rep", async () => {
  const plan = planVisits(REQUEST, usualClasses("en-US"));
  const row = 5 + plan.visits.length + plan.extra.length;
  const host = await opened(visitsBook(REQUEST, { lang: "en-US" }), "en-US", {
    [`Visit list!D${row}`]: [["D"]],
    [`Visit list!H${row}`]: [[dateCell("2018-03-20")]],
  });
  expect(read(host, "Visit list", `C${row}:I${row}`)[0]).toMatchObject({ 0: "Bo", 2: "2", 6: "● extra" });
  expect(read(host, "Visit plan", "I11")).toEqual([[2]]);
});

test("a year is shown by months", () => {
  const year = visitsBook({ ...REQUEST, from: "2018-01-01", to: "2018-12-31" }, { lang: "en-US" });
  const header = year.sheets[0]?.blocks[0]?.cells[6] ?? [];
  expect(header.slice(-12)).toEqual("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "));
});

describeWith("libreoffice", "the visit workbook elsewhere", () => {
  test.each(LANGS)("is valid and calculates alike in %s", async (lang) => {
    const { differences, compared } = await elsewhere(await opened(visitsBook(REQUEST, { lang }), lang));
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(150);
  });
});
