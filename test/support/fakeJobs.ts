import { AttainError } from "../../src/errors";
import type { JobOptions, Preview, RunChoices, Survey } from "../../src/jobs/types";
import type { Jobs } from "../../src/taskpane/flow/jobs";
import { say, type Lang, type Phrase } from "../../src/words";

/** What a test sees and steers of the stand-in. */
export interface FakeJobs extends Jobs {
  readonly calls: string[];
  /** The next call of this name rejects with the error. */
  readonly failNext: (call: string, error: unknown) => void;
}

interface FakeOptions {
  /** Milliseconds each step takes. */
  readonly pause?: number;
  readonly ready?: boolean;
}

/** The jobs with made-up results of the right shape and the sample's true totals. */
export function fakeJobs({ pause = 0, ready = true }: FakeOptions = {}): FakeJobs {
  const calls: string[] = [];
  const failures = new Map<string, unknown>();
  async function step(call: string, options?: JobOptions): Promise<void> {
    calls.push(call);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (options?.signal?.aborted) throw new AttainError("cancelled");
    if (!failures.has(call)) return;
    const error = failures.get(call);
    failures.delete(call);
    throw error;
  }
  return {
    calls,
    failNext: (call, error) => failures.set(call, error),
    async surveyWorkbook(options) {
      options.onProgress?.({ stage: "read", fraction: 0.4 });
      await step("surveyWorkbook", options);
      return { survey: survey(options.lang, ready) };
    },
    async previewRun(_surveyed, choices, options) {
      await step("previewRun", options);
      return { preview: preview(choices, options.lang) };
    },
    async writeRun(prepared, options) {
      for (const fraction of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        options.onProgress?.({
          stage: fraction < 0.2 ? "describe" : fraction < 0.8 ? "write" : "finish",
          fraction,
        });
        await step("writeRun", options);
      }
      return {
        sheets: prepared.preview.sheets.map((sheet) => sheet.name),
        cells: 18422,
        formulas: 1204,
        charts: 4,
        roundTrips: 12,
        kept: [],
        changes: [],
      };
    },
    refreshSheets: (surveyed) => Promise.resolve(surveyed),
    explainCell: () => Promise.resolve(undefined),
    opensWithWorkbook: () => Promise.resolve(false),
    setOpensWithWorkbook: (opens) => step(`setOpensWithWorkbook ${String(opens)}`),
    watch: () => Promise.resolve(() => Promise.resolve()),
    async correctColumn(_surveyed, _correction, options) {
      await step("correctColumn", options);
      return { survey: survey(options.lang, true) };
    },
    pointAt: async (surveyed, point) => {
      await step(`pointAt ${typeof point === "string" ? point : JSON.stringify(point)}`);
      return surveyed;
    },
    pointChoices: () => Promise.resolve({ sheets: [], areas: [] }),
    selectedColumn: async (sheet) => {
      await step(`selectedColumn ${sheet}`);
      return "J";
    },
    goTo: (sheet, cell) => step(`goTo ${sheet}!${cell ?? ""}`),
    restore: () => step("restore"),
  };
}

const L = (zh: string, en: string): Phrase => ({ "zh-CN": zh, "en-US": en });

function survey(lang: Lang, ready: boolean): Survey {
  const t = (phrase: Phrase) => say(phrase, lang);
  const column = (field: string, label: Phrase, at: string, confidence: number, reason: Phrase) => ({
    field,
    label: t(label),
    header: field,
    column: at,
    confidence,
    reason: t(reason),
    needed: true,
  });
  const named = L("表头一致", "the header says so");
  return {
    workbook: "crm-2017.xlsx",
    kind: "ledger",
    ready,
    tables: ready
      ? [
          {
            role: "ledger",
            sheet: "sales_pipeline",
            range: "A1:H8801",
            rows: 8800,
            columns: [
              column("opportunity_id", L("商机编号", "Opportunity"), "A", 0.99, named),
              column(
                "sales_agent",
                L("人员", "Rep"),
                "B",
                0.98,
                L(
                  "表头一致，30 个名字都在团队表里",
                  "the header says so; all 30 names are in the team table",
                ),
              ),
              column(
                "deal_stage",
                L("阶段", "Stage"),
                "E",
                0.97,
                L("只有四种值：Won、Lost 等", "only four values, Won and Lost among them"),
              ),
              column(
                "close_date",
                L("关单日期", "Close date"),
                "G",
                0.92,
                L("6 711 个月/日/年的文本日期", "6,711 text dates, month/day/year"),
              ),
              column(
                "close_value",
                L("金额", "Value"),
                "H",
                0.9,
                L("赢单都有数字", "a number in every won deal"),
              ),
            ],
            choices: ["opportunity_id", "sales_agent", "product", "account"].map((header, at) => ({
              column: "ABCD".charAt(at),
              header,
            })),
            sample: [
              ["1C1I7A6R", "Moses Frase", t(L("赢单", "Won")), "2017-03-01", "1,054"],
              ["Z063OYW0", "Darcel Schlecht", t(L("赢单", "Won")), "2017-03-11", "4,514"],
              ["EC4QE1BX", "Darcel Schlecht", t(L("洽谈", "Engaging")), "", ""],
            ],
          },
          {
            role: "team",
            sheet: "sales_teams",
            range: "A1:C36",
            rows: 35,
            columns: [
              column("sales_agent", L("人员", "Rep"), "A", 0.98, named),
              column("manager", L("经理", "Manager"), "B", 0.99, named),
              column("regional_office", L("大区", "Region"), "C", 0.95, named),
            ],
            choices: [],
            sample: [
              ["Anna Snelling", "Dustin Brinkmann", "Central"],
              ["Cecily Lampkin", "Dustin Brinkmann", "Central"],
            ],
          },
        ]
      : [],
    problems: ready
      ? [
          {
            code: "name-mismatch",
            severity: "warning",
            title: t(L("1 480 条商机的产品名写法不一", "1,480 opportunities spell a product differently")),
            action: t(
              L("按同一产品计算，不改动原表。", "Counted as the same product; your sheet stays as it is."),
            ),
            count: 1480,
            places: [
              { sheet: "sales_pipeline", cell: "C3", found: "GTXPro" },
              { sheet: "sales_pipeline", cell: "C9", found: "GTXPro" },
            ],
          },
          {
            code: "no-account",
            severity: "info",
            title: t(L("1 425 条商机没有客户", "1,425 opportunities have no account")),
            action: t(L("照常计入人员业绩。", "Counted for the rep all the same.")),
            count: 1425,
            places: [{ sheet: "sales_pipeline", cell: "D8", found: "" }],
          },
        ]
      : [],
    facts: {
      people: 35,
      deals: 8800,
      won: 4238,
      wonValue: 10005534,
      firstMonth: "2017-03",
      lastMonth: "2017-12",
      baseYear: 2017,
    },
  };
}

const MONTHS = [0, 0, 1134672, 721932, 1025713, 1338466, 696932, 1050059, 1235264, 731980, 938943, 1131573];

const NAMES = [
  "Darcel Schlecht",
  "Vicki Laflamme",
  "Kary Hendrixson",
  "Cassey Cress",
  "Donn Cantrell",
  "Reed Clapper",
  "Zane Levy",
  "Corliss Cosme",
  "James Ascencio",
  "Daniell Hammack",
  "Maureen Marcano",
  "Gladys Colclough",
  "Violet Mclelland",
  "Wilburn Farren",
];

function preview(choices: RunChoices, lang: Lang): Preview {
  const t = (phrase: Phrase) => say(phrase, lang);
  const growth = 1 + (choices.growth ?? 0.2);
  const baseTotal = 10005534;
  const targetTotal = Math.round(baseTotal * growth);
  const months = MONTHS.map((base, index) => ({
    label:
      lang === "zh-CN"
        ? `${index + 1}月`
        : new Date(Date.UTC(2018, index)).toLocaleDateString("en-US", { month: "short", timeZone: "UTC" }),
    base,
    target: Math.round(base * growth),
  }));
  const gradeNames = [
    L("优秀", "Excellent"),
    L("良好", "Good"),
    L("合格", "Fair"),
    L("待改进", "To improve"),
  ].map(t);
  const scored = NAMES.map((name, index) => ({
    name,
    unit: ["West", "Central", "East"][index % 3] ?? "",
    rank: index + 1,
    total: 98.4 - index * 4.3,
    grade: gradeNames[Math.min(3, Math.floor(index / 4))] ?? "",
  }));
  return {
    title: t(L("2018 年目标与 2017 年考核", "Targets 2018 and scores 2017")),
    units: [
      { name: "Central", base: 3346293, target: Math.round(3346293 * growth) },
      { name: "East", base: 3090594, target: Math.round(3090594 * growth) },
      {
        name: "West",
        base: 3568647,
        target: targetTotal - Math.round(3346293 * growth) - Math.round(3090594 * growth),
      },
    ],
    months,
    baseTotal,
    targetTotal,
    people: [
      ...scored,
      { name: "Mei-Mei Johns", unit: "West", reason: t(L("没有商机", "no opportunities")) },
    ],
    grades: gradeNames.map((name, index) => ({ name, count: [4, 4, 4, 2][index] ?? 0 })),
    charts: [
      {
        id: "monthly",
        kind: "columnLine",
        title: t(
          L("去年上半年冲得早，目标跟着同样的形状", "Last year peaked in June; the target keeps its shape"),
        ),
        categories: months.map((month) => month.label),
        series: [
          { name: t(L("2017 实绩", "2017 actual")), values: months.map((month) => month.base) },
          { name: t(L("2018 目标", "2018 target")), values: months.map((month) => month.target) },
        ],
        unit: "money",
      },
      {
        id: "ranking",
        kind: "bar",
        title: t(L("前四名拉开了差距", "Four reps are well ahead")),
        categories: scored.map((person) => person.name),
        series: [{ name: t(L("总分", "Total")), values: scored.map((person) => person.total) }],
        unit: "points",
      },
      {
        id: "grades",
        kind: "column",
        title: t(L("多数人在良好和合格", "Most are good or fair")),
        categories: gradeNames,
        series: [{ name: t(L("人数", "People")), values: [4, 4, 4, 2] }],
        unit: "people",
      },
    ],
    sheets: [
      L("总览", "Overview"),
      L("目标分解", "Targets"),
      L("考核方案", "Scheme"),
      L("绩效考核", "Scorecard"),
      L("实绩", "Actuals"),
      L("数据问题", "Problems"),
      L("说明", "About"),
    ].map((name) => ({
      name: t(name),
      replaces: false,
    })),
    nodes: [],
    left: [],
    notes: [
      t(
        L(
          "2017 年 1 月和 2 月没有成交，目标照去年的形状为 0。",
          "January and February 2017 had no closed deals, so their targets are 0.",
        ),
      ),
      t(L("35 人中有 5 人没有商机，不评分。", "5 of 35 people have no opportunities and are not scored.")),
    ],
  };
}
