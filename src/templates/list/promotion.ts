import { PROMOTION_TABLES } from "../../records/forms/tables/promotion";
import { dayCell } from "../../sheets/dates";
import { FORM_WORDS } from "../../sheets/forms/words";
import { quoted } from "../../sheets/rows";
import type { TableColumn, TablePage } from "../../sheets/tablePage";
import type { Lang } from "../../words";
import { chartRows, ofYear, wordCell, yearOf } from "../fill/forms";
import { tableBook } from "../tableBook";
import type { Template } from "../template";
import { examplePromotions, promotionsOf, type Promotion } from "./promotionData";
import { PROMOTION_WORDS as T } from "./promotionWords";

function page(promotions: readonly Promotion[], lang: Lang): TablePage {
  const typed = (column: Omit<TableColumn, "typed">): TableColumn => ({ ...column, typed: true });
  const figure = (
    key: "daily" | "margin" | "budget" | "target" | "cost" | "volume",
    sum: boolean,
  ): TableColumn =>
    typed({
      key,
      header: T[key][lang],
      width: 11,
      kind: "number",
      min: 0,
      ...(sum ? { total: "sum" as const } : {}),
    });
  const done = (cell: (key: string) => string) => `OR(${cell("cost")}="",${cell("volume")}="")`;
  return {
    id: "promotions",
    tab: T.tab[lang],
    title: ofYear(T.title, yearOf(promotions.map(({ from }) => from)), lang),
    subtitle: T.subtitle[lang],
    lang,
    totalLabel: FORM_WORDS.total[lang],
    columns: [
      typed({ key: "id", header: T.id[lang], width: 6, kind: "text" }),
      typed({ key: "name", header: T.name[lang], width: 27, kind: "text", wraps: true }),
      typed({ key: "owner", header: T.owner[lang], width: 11, kind: "text" }),
      typed({ key: "from", header: T.from[lang], width: 12, kind: "date" }),
      typed({ key: "to", header: T.to[lang], width: 12, kind: "date" }),
      {
        key: "days",
        header: T.days[lang],
        width: 7,
        kind: "number",
        formula: ({ cell }) =>
          `IF(OR(${cell("from")}="",${cell("to")}=""),"",${cell("to")}-${cell("from")}+1)`,
        lights: [{ when: ({ cell }) => `AND(${cell("days")}<>"",N(${cell("days")})<1)`, style: "badFill" }],
      },
      figure("daily", false),
      figure("margin", false),
      figure("budget", true),
      figure("target", true),
      {
        key: "extraDue",
        header: T.extraDue[lang],
        width: 10,
        kind: "number",
        total: "sum",
        formula: ({ cell }) =>
          `IF(OR(${cell("target")}="",${cell("days")}=""),"",${cell("target")}-${cell("daily")}*${cell("days")})`,
        lights: [{ when: ({ cell }) => `N(${cell("extraDue")})<0`, style: "bad" }],
      },
      {
        key: "returnDue",
        header: T.returnDue[lang],
        width: 11,
        kind: "percent",
        numberFormat: "+0%;-0%;0%",
        formula: ({ cell }) =>
          `IF(OR(${cell("extraDue")}="",N(${cell("budget")})=0),"",(${cell("extraDue")}*${cell("margin")}-${cell("budget")})/${cell("budget")})`,
        lights: [{ when: ({ cell }) => `N(${cell("returnDue")})<0`, style: "bad" }],
      },
      figure("cost", true),
      figure("volume", true),
      {
        key: "extra",
        header: T.extra[lang],
        width: 10,
        kind: "number",
        total: "sum",
        formula: ({ cell }) =>
          `IF(OR(${cell("volume")}="",${cell("days")}=""),"",${cell("volume")}-${cell("daily")}*${cell("days")})`,
        lights: [{ when: ({ cell }) => `N(${cell("extra")})<0`, style: "bad" }],
      },
      {
        key: "attainment",
        header: T.attainment[lang],
        width: 10.5,
        kind: "percent",
        formula: ({ cell }) =>
          `IF(OR(${cell("volume")}="",N(${cell("target")})=0),"",${cell("volume")}/${cell("target")})`,
      },
      {
        key: "perExtra",
        header: T.perExtra[lang],
        width: 11,
        kind: "number",
        numberFormat: "#,##0.0",
        formula: ({ cell }) =>
          `IF(OR(${done(cell)},N(${cell("extra")})<=0),"",${cell("cost")}/${cell("extra")})`,
      },
      {
        key: "return",
        header: T.return[lang],
        width: 11,
        kind: "percent",
        numberFormat: "+0%;-0%;0%",
        formula: ({ cell }) =>
          `IF(OR(${done(cell)},${cell("extra")}="",N(${cell("cost")})=0),"",(${cell("extra")}*${cell("margin")}-${cell("cost")})/${cell("cost")})`,
        lights: [{ when: ({ cell }) => `N(${cell("return")})<0`, style: "bad" }],
      },
      {
        key: "verdict",
        header: T.verdict[lang],
        width: 22,
        kind: "text",
        formula: ({ cell }) =>
          `IF(${cell("return")}="","",IF(${cell("extra")}<=0,${quoted(T.stop[lang])},IF(${cell("return")}<0,${quoted(T.improve[lang])},${quoted(T.again[lang])})))`,
        lights: [
          { when: ({ cell }) => `LEFT(${cell("verdict")},1)="●"`, style: "good" },
          { when: ({ cell }) => `LEFT(${cell("verdict")},1)="▲"`, style: "warn" },
          { when: ({ cell }) => `LEFT(${cell("verdict")},1)="▼"`, style: "bad" },
        ],
      },
      typed({ key: "lesson", header: T.lesson[lang], width: 30, kind: "text", wraps: true }),
    ],
    rows: promotions.map(({ from, to, ...rest }) => ({
      ...rest,
      id: wordCell(rest.id),
      owner: wordCell(rest.owner),
      lesson: wordCell(rest.lesson),
      from: dayCell(from),
      to: dayCell(to),
    })),
    spare: 8,
    repeated: "name",
    explained: T.explained[lang],
    charts: (layout, at) => {
      const shown = chartRows(promotions.map(({ target, volume }) => target !== null || volume !== null));
      const column = (key: string) =>
        `${layout.cell(key, layout.firstRow)}:${layout.cell(key, layout.firstRow + shown - 1).replace(/^.*!/, "")}`;
      if (shown === 0) return [];
      return [
        {
          id: "promotionsChart",
          kind: "column",
          title: T.chart[lang],
          // On the second page, below the results.
          from: `${layout.letter("cost")}${at}`,
          to: `${layout.letter("verdict")}${at + 16}`,
          categories: column("name"),
          series: [
            { name: T.target[lang], values: column("target") },
            { name: T.volume[lang], values: column("volume"), labels: { numberFormat: "#,##0" } },
          ],
          valueAxis: { min: 0, numberFormat: "#,##0" },
          legend: "bottom",
          gapWidth: 80,
        },
      ];
    },
  };
}

export const PROMOTION: Template = {
  id: "promotion",
  number: "C1",
  group: "form",
  name: { "zh-CN": "促销计划与效果评估", "en-US": "Promotion plan and result" },
  purpose: {
    "zh-CN": "每次促销的预算、目标、费用和销量，扣除平日销量后的增量和投入回报。",
    "en-US":
      "Budget, target, cost and volume of each promotion; what it sold beyond a usual day, and what it returned.",
  },
  steps: [
    {
      "zh-CN": "活动前填写起止日期、平日日销量、单件毛利、预算和目标销量。",
      "en-US": "Before: enter the dates, a usual day's volume, the margin, budget and target.",
    },
    { "zh-CN": "活动后填写实际费用和实际销量。", "en-US": "Afterwards: enter cost and volume." },
    {
      "zh-CN": "增量、每件增量费用、投入回报自动算出。",
      "en-US": "The extra volume, its cost and the return follow.",
    },
    {
      "zh-CN": "看评估：值得再做、未回本、没有增量。",
      "en-US": "Read the verdict: repeat, improve or stop.",
    },
    { "zh-CN": "写下经验与改进，下次计划时参考。", "en-US": "Note what was learnt for the next one." },
  ],
  book: (lang) => tableBook([page(examplePromotions(lang), lang)]),
  fill: {
    kind: "tables",
    tables: PROMOTION_TABLES,
    book: (found, lang) => {
      const own = promotionsOf(found, lang);
      return own && { book: tableBook([page(own.promotions, lang)]), problems: own.problems };
    },
  },
  examples: ["promotions"],
};
