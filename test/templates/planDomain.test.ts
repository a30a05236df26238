/**
 * D13 to D15, D18 and D19 hold what the field's description names: the plan by the engine, and the same figures, live,
 * in the cells of the workbook that is handed out.
 */
import { buildPlanSet, type PlanSet } from "../../src/planning/planSet";
import type { PlanRequest } from "../../src/planning/planRequest";
import { planLeaves } from "../../src/planning/respread";
import { readRequestSheet } from "../../src/sheets/plan/readRequestSheet";
import type { WorkbookSpec } from "../../src/sheets/spec";
import { exampleActuals } from "../../src/templates/examples/reached";
import { findTemplate } from "../../src/templates/gallery";
import { templateBook, type Fill, type Template } from "../../src/templates/template";
import { LANGS, type Lang } from "../../src/words";
import { finishBook, look, type FinishedBook } from "../support/finishedBook";
import { labelled, type Labelled } from "../support/labelled";

type PlanFill = Extract<Fill, { kind: "plan" }>;

function template(number: string): Template & { readonly fill: PlanFill } {
  const found = findTemplate(number);
  if (found?.fill?.kind !== "plan") throw new RangeError(number);
  return { ...found, fill: found.fill };
}

interface Opened {
  readonly spec: WorkbookSpec;
  readonly book: FinishedBook;
  readonly set: PlanSet;
  /** A page by its id. */
  readonly page: (id: string) => Labelled;
  readonly tab: (id: string) => string;
}

async function open(number: string, lang: Lang, request?: PlanRequest): Promise<Opened> {
  const { fill } = template(number);
  const spec = request ? fill.book(request, lang) : templateBook(template(number), lang);
  const book = await finishBook(spec, lang);
  const tab = (id: string): string => spec.sheets.find((sheet) => sheet.id === id)?.name ?? id;
  return {
    spec,
    book,
    set: buildPlanSet(request ?? fill.request(lang)),
    tab,
    page: (id) => labelled(book, tab(id)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
/** What the leaves below the company reached in the example, by period. */
const reachedIn = ({ plan }: PlanSet, closed: number): number[] => {
  const actuals = [...exampleActuals(plan, closed).values()];
  return Array.from({ length: closed }, (_, p) => sum(actuals.map((each) => each[p] ?? 0)));
};

const T = (zh: string, en: string): Readonly<Record<Lang, string>> => ({ "zh-CN": zh, "en-US": en });
const W = {
  company: T("公司", "Company"),
  total: T("合计", "Total"),
  year: T("全年", "Year"),
  committed: T("任务", "Committed"),
  stretch: T("目标", "Stretch"),
  actual: T("实绩", "Actual"),
  attained: T("完成率", "Attained"),
  due: T("应完成", "Due"),
  light: T("灯", "Light"),
  toDate: T("累计", "To date"),
  plan: T("计划", "Plan"),
  last: T("上年", "Last year"),
  off: T("偏离", "Off"),
} as const;

describe.each(LANGS)("in %s", (lang) => {
  const say = (key: keyof typeof W): string => W[key][lang];

  describe("D13: committed and stretch, month plan and month result, customer classes and visits", () => {
    test.each([
      [3000, 5000],
      [560, 700],
    ])(
      "%i committed and %i stretch: both add up, month by month and unit by unit",
      async (committed, stretch) => {
        const asked = template("D13").fill.request(lang);
        const { page } = await open("D13", lang, {
          ...asked,
          total: { value: committed },
          tiers: { stretch: { value: stretch } },
        });
        const tiers = page("tiers");
        expect(tiers.cell(say("company"), say("committed"))).toBe(committed);
        expect(tiers.cell(say("company"), say("stretch"))).toBe(stretch);
        const months = Array.from(
          { length: 12 },
          (_, m) => (lang === "zh-CN" ? `${m + 1}月` : MONTHS[m]) ?? "",
        );
        for (const [column, whole] of [
          ["committed", committed],
          ["stretch", stretch],
        ] as const)
          expect(sum(months.map((month) => Number(tiers.cell(month, say(column), { table: 1 }))))).toBe(
            whole,
          );
      },
    );

    test("a month's result is held against both tiers", async () => {
      const { page, set } = await open("D13", lang);
      const reached = reachedIn(set, 3);
      const results = page("tierResult");
      reached.forEach((actual, m) => {
        const month = (lang === "zh-CN" ? `${m + 1}月` : MONTHS[m]) ?? "";
        expect(results.cell(month, say("actual"))).toBe(actual);
        const due = [set.plan.root.target[m], set.tiers.stretch?.root.target[m]] as const;
        due.forEach((target, nth) => {
          expect(results.cell(month, say("due"), { nth })).toBe(target);
          expect(results.cell(month, say("attained"), { nth })).toBeCloseTo(actual / (target ?? 0), 12);
        });
      });
      // January is a little behind what is committed and far behind the stretch; April is not there yet.
      const january = lang === "zh-CN" ? "1月" : "Jan";
      const april = lang === "zh-CN" ? "4月" : "Apr";
      expect([0, 1].map((nth) => results.cell(january, say("light"), { nth }))).toEqual(["▲", "▼"]);
      expect([0, 1].map((nth) => results.cell(april, say("light"), { nth }))).toEqual(["", ""]);
      expect(results.cell(say("toDate"), say("actual"))).toBe(sum(reached));
      expect(results.cell(say("company"), say("actual"), { table: 1 })).toBe(sum(reached));
    });

    test("VIP customers are visited monthly, class 1 every two months, others as needed", async () => {
      const { page } = await open("D13", lang);
      const visits = page("visits");
      const planned = (name: string) => visits.cell(name, say("plan") === "Plan" ? "Planned" : "计划");
      const names = T(
        "远大集团|金桥建设|新城医院|蓝海酒店",
        "Yuanda Group|Golden Bridge Building|New City Hospital|Blue Sea Hotel",
      );
      const [vip = "", first = "", second = "", other = ""] = names[lang].split("|");
      // January to March: three months, two stretches of two months, nothing by the calendar.
      expect([vip, first, second, other].map(planned)).toEqual([3, 2, 0, 0]);
    });
  });

  describe("D14: this year's mix beside last year's, by month", () => {
    test("75/15/10 against 85/10/5, and the parts of every month add up to its target", async () => {
      const { set, page, spec } = await open("D14", lang);
      const [mix] = set.mixes;
      expect(mix?.parts.map(({ share, lastShare }) => [share, lastShare])).toEqual([
        [0.75, 0.85],
        [0.15, 0.1],
        [0.1, 0.05],
      ]);
      const cells = mix?.cells.get(set.plan.root.id) ?? [];
      set.plan.root.target.forEach((target, p) => {
        expect(sum(cells.map((part) => part[p] ?? 0))).toBe(target);
      });
      const page1 = page("mix");
      mix?.parts.forEach(({ name }, k) => {
        expect(page1.cell(name, lang === "zh-CN" ? "目标" : "Target")).toBe(sum(cells[k] ?? []));
      });
      expect(spec.sheets.find(({ id }) => id === "mixResult")?.charts).toHaveLength(1);
    });

    test("months show last year's, the plan's and the actual mix, with how far it is off", async () => {
      const { set, page } = await open("D14", lang);
      const { root } = set.plan;
      const [mix] = set.mixes;
      const january = lang === "zh-CN" ? "1月" : "Jan";
      const results = page("mixResult");
      const lights = (mix?.parts ?? []).map(({ lastShare = 0 }, k) => {
        const planned = mix?.cells.get(root.id)?.[k]?.[0] ?? 0;
        const at = (column: string, table: number) =>
          Number(results.cell(january, column, { nth: k, table }));
        // Amounts first, then shares.
        expect(at(say("last"), 1)).toBeCloseTo((root.history[0] ?? 0) * lastShare, 9);
        expect(at(say("plan"), 1)).toBe(planned);
        expect(at(say("last"), 2)).toBeCloseTo(lastShare, 12);
        expect(at(say("plan"), 2)).toBeCloseTo(planned / (root.target[0] ?? 1), 12);
        const all = Number(results.cell(january, say("actual"), { nth: 3, table: 1 }));
        const share = at(say("actual"), 1) / all;
        expect(at(say("actual"), 2)).toBeCloseTo(share, 12);
        const off = (share - planned / (root.target[0] ?? 1)) * 100;
        expect(at(say("off"), 1)).toBeCloseTo(off, 9);
        expect(results.cell(january, say("light"), { nth: k, table: 1 })).toBe(
          Math.abs(off) <= 2 ? "●" : Math.abs(off) <= 4 ? "▲" : "▼",
        );
        return off;
      });
      expect(sum(lights)).toBeCloseTo(0, 9);
    });
  });

  describe("D15: regions, cost cuts, share, month report, quarter check", () => {
    test("3 200 over eight regions; selling cost −5 %, administration −10 %, share 18 % by weight", async () => {
      const { set, page } = await open("D15", lang);
      const { root } = set.plan;
      expect(root.children).toHaveLength(8);
      expect(sum(root.children.map(({ total }) => total))).toBe(3200);
      const cuts = set.amounts.map(({ plan }) => [
        plan.total,
        // In steps of a thousand.
        Math.round(plan.root.historyTotal * (1 + (plan.growth ?? 0)) * 10) / 10,
      ]);
      expect(set.amounts.map(({ measure }) => measure.total)).toEqual([{ growth: -0.05 }, { growth: -0.1 }]);
      for (const [total, cut] of cuts) expect(total).toBe(cut);
      const rate = set.rates[0]?.units;
      const leaves = planLeaves(root);
      const mean = sum(leaves.map(({ id, total }) => total * (rate?.get(id)?.rate ?? 0))) / root.total;
      expect(mean).toBeGreaterThanOrEqual(0.18);
      expect(mean).toBeLessThan(0.1805);
      expect(page("targets").cell(say("company"), say("year"))).toBe(3200);
    });

    test("the month's report and the quarter's check follow what is typed", async () => {
      const { set, page, book, spec, tab } = await open("D15", lang);
      const reached = reachedIn(set, 6);
      expect(page("period").cell(say("company"), lang === "zh-CN" ? "当期实绩" : "Actual")).toBe(reached[5]);
      const quarters = page("quarters");
      const target = lang === "zh-CN" ? "目标" : "Target";
      const months = set.plan.root.target;
      [0, 1, 2, 3].forEach((q) => {
        expect(quarters.cell(say("company"), target, { nth: q })).toBe(sum(months.slice(3 * q, 3 * q + 3)));
      });
      expect(quarters.cell(say("company"), say("actual"), { nth: 0 })).toBe(sum(reached.slice(0, 3)));
      const attained = say("attained") === "Attained" ? "Attained" : "完成率";
      expect(quarters.cell(say("company"), attained, { nth: 1 })).toBeCloseTo(
        sum(reached.slice(3, 6)) / sum(months.slice(3, 6)),
        12,
      );
      // Central overspent on selling by an eighth: red. The whole is a little over: yellow.
      const used = lang === "zh-CN" ? "使用率" : "Used";
      const central = lang === "zh-CN" ? "华中" : "Central";
      const limit = sum(
        set.amounts[0]?.plan.root.children.find(({ name }) => name === central)?.target.slice(0, 3) ?? [],
      );
      expect(quarters.cell(central, used)).toBeCloseTo(Math.round(limit * 1.12 * 10) / 10 / limit, 9);
      const lightOf = (row: string, table: number) => quarters.cell(row, say("light"), { table });
      expect([lightOf(central, 1), lightOf(say("company"), 1)]).toEqual(["▼", "▲"]);
      const { host } = book;
      const backTo = async (month: number) => {
        await host.run(async ({ workbook }) => {
          workbook.worksheets.getItem(tab("tracker")).getRange("A4").values = [[month]];
        });
        host.calculate();
        return labelled(look(host), tab("quarters"));
      };
      // In April the second quarter has one month so far and is held against it alone.
      expect((await backTo(4)).cell(say("company"), attained, { nth: 1 })).toBeCloseTo(
        (reached[3] ?? 0) / (months[3] ?? 1),
        12,
      );
      // The month goes back to March: the second quarter is empty.
      const before = await backTo(3);
      expect(before.cell(say("company"), say("actual"), { nth: 1 })).toBe("");
      expect(spec.sheets.map(({ id }) => id)).toEqual(
        expect.arrayContaining(["tracker", "period", "quarters"]),
      );
    });
  });

  test("D18: sums, means and lights are filled in by themselves, and a typed month moves them", async () => {
    const { set, page, book, tab } = await open("D18", lang);
    const reached = reachedIn(set, 5);
    const [actual, mean] = lang === "zh-CN" ? ["累计实绩", "期均实绩"] : ["Actual to date", "Mean period"];
    const tracker = page("tracker");
    expect(tracker.cell(say("company"), actual)).toBe(sum(reached));
    expect(tracker.cell(say("company"), mean)).toBeCloseTo(sum(reached) / 5, 12);
    const due = sum(set.plan.root.target.slice(0, 5));
    const ratio = sum(reached) / due;
    expect(tracker.cell(say("company"), say("light"))).toBe(ratio >= 1 ? "●" : ratio >= 0.9 ? "▲" : "▼");
    // A leaf's first month is ten more.
    const leaf = planLeaves(set.plan.root)[0];
    const row = tracker.rows.findIndex(([name]) => name === leaf?.name) + 1;
    await book.host.run(async ({ workbook }) => {
      const cell = workbook.worksheets.getItem(tab("tracker")).getRange(`T${row}`);
      cell.values = [[(exampleActuals(set.plan, 5).get(leaf?.id ?? "")?.[0] ?? 0) + 10]];
    });
    book.host.calculate();
    const after = labelled(look(book.host), tab("tracker"));
    expect(after.cell(say("company"), actual)).toBe(sum(reached) + 10);
    expect(after.cell(say("company"), mean)).toBeCloseTo((sum(reached) + 10) / 5, 12);
  });

  test("D19: a fifth more, three tenths of it from new customers, renewals at 80 %", async () => {
    const { set, page } = await open("D19", lang);
    const { root } = set.plan;
    expect(set.plan.total).toBe(Math.round(root.historyTotal * 1.2));
    const [mix] = set.mixes;
    const [fresh, existing] = (mix?.cells.get(root.id) ?? []).map(sum);
    expect([fresh, existing]).toEqual([Math.round(set.plan.total * 0.3), Math.round(set.plan.total * 0.7)]);
    const units = set.rates[0]?.units;
    const mean =
      sum(planLeaves(root).map(({ id, total }) => total * (units?.get(id)?.rate ?? 0))) / root.total;
    expect(mean).toBeGreaterThanOrEqual(0.8);
    expect(mean).toBeLessThan(0.801);
    expect(page("mixResult").cell(lang === "zh-CN" ? "新客户" : "New", say("plan"))).toBeCloseTo(0.3, 2);
  });
});

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const PLANS = ["D13", "D14", "D15", "D18", "D19"].flatMap((number) =>
  LANGS.map((lang) => [number, lang] as const),
);

test.each(PLANS)("%s in %s reads back as the plan that was asked for", async (number, lang) => {
  const { page } = await open(number, lang);
  const grid = page("request").rows.map((cells) =>
    cells.map((value) => (typeof value === "object" && value !== null ? value.error : value)),
  );
  const request = template(number).fill.request(lang);
  expect(readRequestSheet(grid, "S")).toEqual({ lang, mistakes: [], request });
});
