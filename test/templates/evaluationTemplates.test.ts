/** D1 to D5 hold what a manager expects of them: in the scheme, and as numbers in the workbook that is handed out. */
import { bookWithResults } from "../../src/jobs/evaluation/evaluationBook";
import { NAMES } from "../../src/scoring/names";
import { evaluate } from "../../src/scoring/evaluate";
import type { Evaluation } from "../../src/scoring/evaluation";
import { normalizeScheme } from "../../src/scoring/normalizeScheme";
import { payTeam } from "../../src/scoring/pay/payTeam";
import { indicatorsOf, type Indicator, type Scheme } from "../../src/scoring/scheme";
import { EVALUATION_GALLERY } from "../../src/scoring/gallery/gallery";
import { readScheme } from "../../src/sheets/evaluation/readScheme";
import type { GridValue } from "../../src/sheets/readBack";
import { readPaySummary } from "../../src/sheets/pay/readPaySummary";
import { findTemplate } from "../../src/templates/gallery";
import { evaluationOptions, payOf } from "../../src/templates/list/evaluations";
import { templateBook } from "../../src/templates/template";
import { LANGS, type Lang } from "../../src/words";
import { finishBook, look, type FinishedBook } from "../support/finishedBook";

const request = (number: string, lang: Lang = "en-US") => {
  const entry = EVALUATION_GALLERY.find((one) => one.number === number);
  if (!entry) throw new Error(`there is no ${number}`);
  return { id: entry.id, ...entry.request(lang) };
};

async function open(number: string, lang: Lang = "en-US"): Promise<FinishedBook> {
  const template = findTemplate(number);
  if (!template) throw new Error(`there is no ${number}`);
  return finishBook(templateBook(template, lang), lang);
}

function scheme(number: string, id: string): Scheme {
  const found = evaluate(request(number)).sets.find(({ base }) => base.id === id);
  if (!found) throw new Error(`${number} has no scheme ${id}`);
  return found.scheme;
}

const indicators = (of: Scheme): Indicator[] => indicatorsOf(of).map(({ indicator }) => indicator);
const weights = (of: Scheme): Record<string, number> =>
  Object.fromEntries(indicators(of).map(({ id, weight }) => [id, weight]));
const rules = (of: Scheme): Record<string, unknown> =>
  Object.fromEntries(indicators(of).map(({ id, rule }) => [id, rule]));

/** A page's values from A1 on. */
function grid({ host }: Pick<FinishedBook, "host">, tab: string): GridValue[][] {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`there is no page ${tab}`);
  const rows: GridValue[][] = [];
  for (const [row, line] of sheet.cells)
    for (const [column, { value }] of line) {
      const cells = (rows[row] ??= []);
      cells[column] = typeof value === "object" && value !== null ? 0 : value;
    }
  return Array.from(rows, (cells = []) => Array.from(cells, (value = null) => value));
}

/** The cell in the row that begins with these texts, below the header that says `column`. */
function cell(
  book: Pick<FinishedBook, "host">,
  tab: string,
  row: readonly string[],
  column: string,
): GridValue {
  const rows = grid(book, tab);
  const header = rows.findIndex((cells) => cells.includes(column));
  const at = rows[header]?.indexOf(column) ?? -1;
  const line = rows.slice(header + 1).find((cells) => row.every((text) => cells.includes(text)));
  if (at < 0 || !line) throw new Error(`${tab} has no ${row.join(" ")} / ${column}`);
  return line[at] ?? null;
}

async function type(tab: string, at: string, value: string | number, book: FinishedBook): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(tab).getRange(at).values = [[value]];
    await context.sync();
  });
  book.host.calculate();
}

describe.each(
  ["D1", "D2", "D3", "D4", "D5"].flatMap((number) => LANGS.map((lang) => [number, lang] as const)),
)("%s in %s", (number, lang) => {
  let book: FinishedBook;
  let evaluation: Evaluation;
  const { id } = request(number, lang);
  beforeAll(async () => {
    book = await open(number, lang);
    evaluation = evaluate(request(number, lang));
  });

  test("every score on its pages is the engine's", () => {
    const spare = payOf(id) ? {} : evaluationOptions(id);
    const { layouts, results } = bookWithResults(evaluation, spare);
    let compared = 0;
    evaluation.sets.forEach(({ cards, rows }, s) => {
      const layout = layouts[s];
      if (!layout) throw new Error("a scheme without a scorecard");
      // Lines for people to come stand after each period's.
      const names = grid(book, layout.sheet).map((line) => line.join("|"));
      cards.forEach((card, i) => {
        const { name, period } = rows[i] ?? { name: "", period: { label: "" } };
        const at = names.findIndex(
          (line) =>
            line.includes(`${name}|`) &&
            (layout.columns.has("period") ? line.startsWith(`${period.label}|`) : true),
        );
        const shown = (column: string) =>
          book.value(layout.sheet, `${layout.columns.get(column) ?? "A"}${at + 1}`);
        expect([name, period.label, shown("name")]).toEqual([name, period.label, name]);
        for (const { id: indicator, points } of card.indicators) {
          const value = shown(NAMES.points(indicator));
          if (points === null) expect(typeof value).not.toBe("number");
          else expect([name, indicator, value]).toEqual([name, indicator, expect.closeTo(points, 9)]);
          compared += 1;
        }
        if (card.total === null) expect(typeof shown(NAMES.total)).not.toBe("number");
        else expect(shown(NAMES.total)).toBeCloseTo(card.total, 9);
      });
    });
    const [tab = ""] = results.range("total").split("!");
    for (const { name, total, rank } of evaluation.results) {
      const header = lang === "zh-CN" ? ["总分", "名次"] : ["Total", "Rank"];
      const several = evaluation.request.periods.length > 1;
      const year = lang === "zh-CN" ? "年度得分" : "Year";
      const page = tab.replaceAll("'", "");
      expect(cell(book, page, [name], several ? year : (header[0] ?? ""))).toEqual(
        total === null ? "" : expect.closeTo(total, 9),
      );
      expect(cell(book, page, [name], header[1] ?? "")).toBe(rank ?? "");
    }
    expect(compared).toBeGreaterThan(15);
  });

  test("every scheme reads back from its page as it is", () => {
    const tabs = book.host.workbook.sheets.map(({ name }) => name);
    const pages = tabs.flatMap((tab) => {
      const rows = grid(book, tab);
      return rows[0]?.some((value) => typeof value === "string" && value.startsWith("scheme:"))
        ? [readScheme(rows, tab)]
        : [];
    });
    expect(pages).toEqual(
      evaluation.sets.map((set) => ({ scheme: normalizeScheme(set.scheme), mistakes: [] })),
    );
  });

  test("what people are paid is the engine's", () => {
    const pay = payOf(id);
    if (!pay) return void expect(["D3", "D4"]).toContain(number);
    const plan = pay.plan(lang);
    const tab = lang === "zh-CN" ? "薪酬汇总" : "Pay summary";
    const read = readPaySummary(plan, grid(book, tab), tab);
    if ("mistakes" in read) throw new Error(read.mistakes.map(({ what }) => what).join("; "));
    const slips = payTeam(plan, read.people).slips;
    expect(read.paid).toEqual(slips.map(({ paid }) => (paid === null ? null : expect.closeTo(paid, 6))));
    expect(read.paid).toHaveLength(evaluation.results.length);
    expect(read.paid).not.toContain(null);
  });
});

describe("D1 rep-monthly", () => {
  test("daily work 70 % and attendance 30 %, in every scheme; the year is the mean of its months", () => {
    const { schemes, rollup, periods } = request("D1");
    expect(schemes.map(({ id }) => id)).toEqual(["manager", "rep", "service"]);
    for (const { id } of schemes) {
      expect(scheme("D1", id).sections.map(({ weight }) => weight)).toEqual([70, 30]);
      expect(rules(scheme("D1", id))["attendance"]).toMatchObject({ kind: "attendance", loss: 4 });
    }
    expect([rollup, periods.length]).toEqual([{ by: "mean" }, 12]);
  });

  test("regional manager: monthly report 60 = 3 × 20, checks 10, training 10, on time 10, leads reps 10", () => {
    const manager = scheme("D1", "manager");
    expect(weights(manager)).toEqual({
      figures: 20,
      analysis: 20,
      measures: 20,
      checks: 10,
      training: 10,
      onTime: 10,
      leading: 10,
      attendance: 100,
    });
    expect(rules(manager)["onTime"]).toMatchObject({ kind: "repeatMultiplier", factor: 2 });
  });

  test("rep: dealers 30 with −5 a fault, reports 70, vehicles all or nothing", () => {
    const rep = scheme("D1", "rep");
    const { dealers, attendance, ...reports } = weights(rep);
    expect([dealers, attendance]).toEqual([30, 100]);
    expect(reports).toEqual({
      weekly: 40,
      market: 5,
      quality: 5,
      ads: 5,
      promotion: 5,
      outcome: 5,
      vehicles: 5,
    });
    expect(Object.values(reports).reduce((sum, points) => sum + points, 0)).toBe(70);
    expect(rules(rep)).toMatchObject({
      dealers: { kind: "repeatMultiplier", loss: 5, factor: 2 },
      weekly: { kind: "deduct", loss: 10 },
      outcome: { kind: "deduct", loss: 2 },
      vehicles: { kind: "allOrNothing" },
    });
  });

  test("field service rep: ten lines of 10, each scored by its own group", () => {
    const service = scheme("D1", "service");
    const lines = indicators(service).filter(({ id }) => id !== "attendance");
    expect(lines.map(({ weight }) => weight)).toEqual(Array(10).fill(10));
    const raters = lines.map(({ id }) => service.inputs.find((one) => one.id === id)?.raters);
    expect(raters).not.toContain(undefined);
    expect(new Set(raters).size).toBe(4);
    for (const { groups } of service.raters ?? []) expect(groups.map(({ weight }) => weight)).toEqual([100]);
  });

  test("in the workbook: a repeated miss doubles, the year is the mean, and 6 000, 92 %, 88 is 5 724", async () => {
    const book = await open("D1");
    // January 83.4, February 82.5 (two faults after one: 30 − 2 × 5 × 2), March 88.3.
    const months = ["Jan", "Feb", "Mar"].map((month) => cell(book, "Results", ["Li Qiang"], month));
    expect(months).toEqual([83.4, 82.5, 88.3]);
    expect(cell(book, "Results", ["Li Qiang"], "Year")).toBe(84.73);
    const pay = (column: string, name = "Zhao Jing") => cell(book, "Pay summary", [name], column);
    expect([pay("Salary"), pay("Attainment"), pay("Score"), pay("Paid now")]).toEqual([6000, 0.92, 88, 5724]);
    await type("Pay summary", "B3", "Feb", book);
    expect(pay("Score")).toBe(cell(book, "Results", ["Zhao Jing"], "Feb"));
    await type("Pay summary", "B3", "Apr", book);
    expect([pay("Score"), pay("Paid now")]).toEqual(["", "×"]);
  });
});

describe("D2 responsibility-letter", () => {
  test("≥ 90 %, ≥ 98 %, ≥ 92 %, ≥ 97 %, no major accident", () => {
    const letter = scheme("D2", "letter");
    const bound = (id: string) => (rules(letter)[id] as { bands: { from: number; side: string }[] }).bands[0];
    expect(["staff", "pass", "procedure"].map((id) => [bound(id)?.from, bound(id)?.side])).toEqual([
      [0.9, "≥"],
      [0.98, "≥"],
      [0.92, "≥"],
    ]);
    expect(rules(letter)).toMatchObject({
      customer: { kind: "step", threshold: 0.97, size: 0.01, loss: 2 },
      safety: { kind: "allOrNothing" },
      accident: { kind: "veto", effect: "cancelRewards" },
    });
  });

  test("a letter to sign: targets and points as the scheme has them, and what a miss costs", async () => {
    const book = await open("D2");
    const page = grid(book, "Letter");
    const line = (target: string) => page.find(([name]) => name === target)?.slice(1, 3);
    expect(line("Pass rate ≥ 98 %")).toEqual([20, "≥ 98%: 20; below: 0"]);
    expect(line("Total")?.[0]).toBe(100);
    expect(
      page.flat().filter((text) => typeof text === "string" && /10% lost per missed item/.test(text)),
    ).toHaveLength(1);
    const who = page.findIndex((cells) => cells.includes("He Jun")) + 1;
    await type("Letter", `C${who}`, "Feng Xue", book);
    expect(cell(look(book.host), "Letter", ["Unit"], "Feng Xue")).toBe("Logistics");
  });

  test("in the workbook: a tenth of the pool for each miss, safety twice, an accident cancels it", async () => {
    const book = await open("D2");
    const pay = (name: string, column: string) => cell(book, "Pay summary", [name], column);
    const line = (name: string) =>
      ["Targets missed", "Safety incidents", "Paid now"].map((c) => pay(name, c));
    expect(line("He Jun")).toEqual([0, 0, 8000]);
    // 2 250 less two tenths.
    expect(line("Wu Fang")).toEqual([2, 0, 7050]);
    // 8 000 with two missed and safety: 5 600 + 2 400 × 0.6. The count on the scorecard has all three.
    expect(line("Zheng Kai")).toEqual([3, 1, 7040]);
    // The pool is gone: 70 % of 6 800.
    expect(line("Feng Xue")).toEqual([2, 1, 4760]);
    expect(cell(book, "Results", ["Feng Xue"], "Rewards cancelled")).toBe("✘");
    // Zheng Kai's pass rate reaches 98 %: one miss less.
    const data = grid(book, "Data");
    const row = data.findIndex((cells) => cells.includes("Zheng Kai")) + 1;
    const at = data.find((cells) => cells.includes("Pass rate"))?.indexOf("Pass rate") ?? 0;
    await type("Data", `${"ABCDEFGH".charAt(at)}${row}`, 0.98, book);
    expect(line("Zheng Kai")).toEqual([2, 1, 7280]);
  });
});

describe("D3 field-office", () => {
  const schemes = request("D3").schemes.filter((one): one is Scheme => "sections" in one);
  const sets = evaluate(request("D3")).sets;

  test("eight positions, each with lines of its own", () => {
    expect(schemes.flatMap(({ positions }) => positions)).toEqual([
      "Office head",
      "Back office",
      "Key accounts",
      "Market",
      "Promotion",
      "Out-of-town rep",
      "Sales rep",
      "Promoter",
    ]);
    for (const { scheme: each } of sets) {
      const sum = indicators(each).reduce((total, { weight }) => total + weight, 0);
      expect([each.name, sum]).toEqual([each.name, 100]);
    }
  });

  test("raters 70/30 in the office, 40/60 for promoters, self 0", () => {
    const shares = schemes.map(({ raters = [] }) =>
      raters.flatMap(({ groups }) => groups.map((one) => one.weight)),
    );
    expect(shares).toEqual([...Array.from({ length: 7 }, () => [70, 30, 0]), [40, 60, 0]]);
  });

  test("recruiting dealers weighs 30–40 at launch, 5–10 in growth, and is left out when mature", () => {
    const recruiting = schemes.flatMap(({ sections }) =>
      sections.flatMap((section) => section.indicators.filter(({ id }) => id === "dealers")),
    );
    expect(recruiting).toHaveLength(3);
    for (const { phaseWeights } of recruiting)
      expect(phaseWeights).toEqual({ launch: 35, growth: 10, mature: null });
    for (const phase of ["launch", "growth", "mature"])
      for (const { scheme: each } of evaluate({ ...request("D3"), phase }).sets)
        expect(indicators(each).reduce((total, { weight }) => total + weight, 0)).toBe(100);
  });

  test("in the workbook: a quarter's ranking with reward, warning and out; few pages to find one's way in", async () => {
    const book = await open("D3");
    const tabs = book.host.workbook.sheets.map(({ name }) => name);
    expect(tabs.length).toBeLessThan(36);
    expect(tabs.filter((tab) => tab.startsWith("Card"))).toEqual(["Card"]);
    const page = grid(book, "Grades and consequences").flat();
    for (const word of ["rewarded", "warned", "last"])
      expect(page.filter((text) => typeof text === "string" && text.includes(word)).length).toBeGreaterThan(
        0,
      );
    // Tang Yue's team: direct 80, upper 78 by the ratings page; 70 % and 30 % of them.
    const rated = sets.flatMap((set) => set.rated).find(({ input }) => input === "teamScore");
    const [direct = 0, upper = 0] = rated?.means ?? [];
    expect(rated?.score).toBeCloseTo(0.7 * (direct ?? 0) + 0.3 * (upper ?? 0), 9);
  });
});

describe("D4 four-part", () => {
  test("TP, IP, CP and AT over three months; capability by whom it concerns", () => {
    const { periods, schemes } = request("D4");
    expect(periods.map(({ from, to }) => [from, to])).toEqual([["2026-01-01", "2026-03-31"]]);
    for (const { id } of schemes) {
      const { sections } = scheme("D4", id);
      expect(sections.map((section) => section.id)).toEqual(["TP", "IP", "CP", "AT"]);
      expect(sections.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    }
    const groups = (id: string) =>
      scheme("D4", id).raters?.[0]?.groups.map((group) => [group.id, group.weight]);
    expect(groups("manager")).toEqual([
      ["superior", 50],
      ["subordinate", 25],
      ["customer", 25],
      ["self", 0],
    ]);
    expect(groups("staff")).toEqual([
      ["superior", 100],
      ["self", 0],
    ]);
  });

  test("in the workbook: attitude is hours worked by hours due", async () => {
    const book = await open("D4");
    const rows = grid(book, "Scorecard·Four parts (Staff)");
    const line = rows.find((cells) => cells.includes("Ji Feng")) ?? [];
    const at = rows.find((cells) => cells.includes("AT attitude"))?.indexOf("AT attitude") ?? -1;
    expect(line[at]).toBeCloseTo((100 * 480) / 504, 9);
  });
});

describe("D5 commission", () => {
  let book: FinishedBook;
  beforeAll(async () => {
    book = await open("D5");
  });
  const pay = (name: string, column: string) => cell(look(book.host), "Pay summary", [name], column);

  test("under 30 % no bonus, from 30 % in proportion", () => {
    expect(pay("Fan Wei", "Attainment")).toBeCloseTo(0.85, 12);
    expect([pay("Fan Wei", "Bonus"), pay("Fang Yuan", "Bonus"), pay("Xia Yu", "Bonus")]).toEqual([
      expect.closeTo(1700, 6),
      expect.closeTo(600, 6),
      0,
    ]);
  });

  test("under 60 % 80 a day and from 60 % 100; a director 120 and 150", () => {
    const perDay = (name: string, column: string) =>
      Number(pay(name, column)) / Number(pay(name, "Days out"));
    const [reps, directors] = ["Reps' allowance", "Directors' allowance"];
    expect([perDay("Fan Wei", reps), perDay("Fang Yuan", reps), pay("Fan Wei", directors)]).toEqual([
      100, 80, 0,
    ]);
    expect([perDay("He Yan", directors), perDay("Jiang Lan", directors), pay("He Yan", reps)]).toEqual([
      120, 150, 0,
    ]);
  });

  test("70 % is paid next month, 30 % at year end, and both make the whole", () => {
    // 100 000 at 2 %, 100 000 at 3 %, 12 000 at 5 %.
    expect(pay("Fan Wei", "Commission")).toBe(5600);
    expect(pay("Fan Wei", "next month: 70 % of commission")).toBe(3920);
    expect(pay("Fan Wei", "year end: 30 % of commission")).toBe(1680);
  });

  test("newcomers are out for two months: who joined on 12 January is first scored in March", () => {
    const scores = ["Jan", "Feb", "Mar"].map((month) => cell(book, "Results", ["Xia Yu"], month));
    expect(scores.map((score) => typeof score === "number")).toEqual([false, false, true]);
  });

  test("targets by month and area in cubic metres, confirmed on a sheet, and read by the data page", async () => {
    const targets = (unit: string, month: string) => cell(book, "Targets", [unit], month);
    expect(grid(book, "Targets")[1]?.join(" ")).toContain("m³");
    expect(["Jan", "Feb", "Mar"].map((month) => targets("West", month))).toEqual([750, 750, 825]);
    expect(targets("Company", "Total")).toBe(4340);
    const signed = grid(book, "Confirmation").filter(([label]) => label === "Name / unit");
    expect(signed.map(([, name]) => name)).toEqual(["Fan Wei", "Fang Yuan", "Shi Lei", "Xia Yu"]);
    const target = (name: string) => cell(book, "Data", ["Mar", name], "Target (m³)");
    expect([target("Fan Wei"), target("He Yan")]).toEqual([440, 825]);
    // A rep's month changes on the targets; so do the director's, the score and the pay.
    const rows = grid(book, "Targets");
    const column = rows.find((cells) => cells.includes("Mar"))?.indexOf("Mar") ?? 0;
    const row = rows.findIndex(([name]) => typeof name === "string" && name.trim() === "Fan Wei") + 1;
    await type("Targets", `${"ABCDEFGH".charAt(column)}${row}`, 374, book);
    expect([target("Fan Wei"), target("He Yan")]).toEqual([374, 759]);
    expect(pay("Fan Wei", "Bonus")).toBe(2000);
  });
});
