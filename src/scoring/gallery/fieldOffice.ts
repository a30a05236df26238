import type { Lang } from "../../words";
import type { EvaluationRequest, RatingRow } from "../evaluation";
import type { Indicator, RuleUse, Scheme, SchemeInput } from "../scheme";
import { datum, gradesOf, line, quarters, teller, type Tell } from "./parts";

/**
 * D3: a field office quarter by quarter, eight positions each with its own lines. Lines people rate are given by two
 * of them: direct 70 + upper 30 in the office, supervisor 40 + rep 60 for promoters; self is recorded at weight 0.
 * Recruiting dealers weighs much at launch, little in growth and falls away when the market is mature.
 */
export function fieldOffice(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  return {
    title: t("驻外机构季度考核", "Quarterly evaluation of the field office"),
    lang,
    periods: quarters(2026, t).slice(0, 2),
    phase: "growth",
    schemes: positions(t).map((position) => schemeOf(position, lang, t)),
    people: people(t),
    inputs: people(t).flatMap(({ name }, i) =>
      ["2026-Q1", "2026-Q2"].map((period, q) => ({ person: name, period, values: exampleOf(t, i, q) })),
    ),
    ratings: people(t).flatMap(({ name }, i) => exampleRatings(t, name, i)),
    due: [
      { what: t("评分", "Ratings"), by: "2026-04-05" },
      { what: t("公布排名", "Ranking published"), by: "2026-04-10" },
    ],
  };
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly rule: RuleUse;
  readonly inputs: Indicator["inputs"];
  readonly data: readonly SchemeInput[];
  readonly phaseWeights?: Readonly<Record<string, number | null>>;
}

interface Position {
  readonly id: string;
  readonly name: string;
  readonly plan: "office" | "field";
  readonly lines: readonly Line[];
}

function schemeOf({ id, name, plan, lines }: Position, lang: Lang, t: Tell): Scheme {
  const phased = lines.some(({ phaseWeights }) => phaseWeights !== undefined);
  return {
    id,
    name,
    lang,
    positions: [name],
    inputs: lines.flatMap(({ data }) => data),
    sections: [
      {
        id: "duties",
        name: t("岗位指标", "Duties"),
        weight: 100,
        indicators: lines.map((one) =>
          line(one.id, one.name, one.weight, one.rule, one.inputs, {
            ...(one.phaseWeights && { phaseWeights: one.phaseWeights }),
          }),
        ),
      },
    ],
    weights: "exact",
    grades: gradesOf(
      [t("优秀", "Excellent"), 90],
      [t("合格", "Satisfactory"), 75],
      [t("待改进", "To improve"), 60],
      [t("不合格", "Unsatisfactory"), null],
    ),
    decimals: 1,
    raters: [
      plan === "office"
        ? {
            id: plan,
            name: t("直接上级 70 + 上级 30", "Direct 70 + upper 30"),
            missing: "reweight",
            groups: [
              { id: "direct", name: t("直接上级", "Direct superior"), weight: 70 },
              { id: "upper", name: t("上级", "Upper superior"), weight: 30 },
              { id: "self", name: t("自评", "Self"), weight: 0 },
            ],
          }
        : {
            id: plan,
            name: t("主管 40 + 业务员 60", "Supervisor 40 + rep 60"),
            missing: "reweight",
            groups: [
              { id: "supervisor", name: t("主管", "Supervisor"), weight: 40 },
              { id: "rep", name: t("业务员", "Rep"), weight: 60 },
              { id: "self", name: t("自评", "Self"), weight: 0 },
            ],
          },
    ],
    ...(phased && {
      phases: [
        { id: "launch", name: t("开拓期", "Launch") },
        { id: "growth", name: t("成长期", "Growth") },
        { id: "mature", name: t("成熟期", "Mature") },
      ],
    }),
  };
}

/** The lines positions are made of. */
function parts(t: Tell, plan: Position["plan"]) {
  const attained = (
    id: string,
    name: string,
    weight: number,
    phaseWeights?: Line["phaseWeights"],
    unit = t("（元）", " (¥)"),
  ): Line => ({
    id,
    name,
    weight,
    rule: { kind: "proportional", cap: 1.2 },
    inputs: { actual: `${id}Actual`, target: `${id}Target` },
    data: [
      datum(`${id}Actual`, t(`${name}实际${unit}`, `${name}: actual${unit}`), "money"),
      datum(`${id}Target`, t(`${name}目标${unit}`, `${name}: target${unit}`), "money"),
    ],
    ...(phaseWeights && { phaseWeights }),
  });
  const counted = (id: string, name: string, weight: number, loss: number): Line => ({
    id,
    name,
    weight,
    rule: { kind: "deduct", loss },
    inputs: { count: `${id}Count` },
    data: [datum(`${id}Count`, t(`${name}差错次数`, `${name}: faults`), "integer", { min: 0 })],
  });
  const share = (id: string, name: string, weight: number, low: number, high: number): Line => ({
    id,
    name,
    weight,
    rule: { kind: "linear", low, high },
    inputs: { value: `${id}Rate` },
    data: [datum(`${id}Rate`, t(name, `${name}: rate`), "percent", { min: 0 })],
  });
  const judged = (id: string, name: string, weight: number): Line => ({
    id,
    name,
    weight,
    rule: { kind: "rated", best: 100 },
    inputs: { value: `${id}Score` },
    data: [
      datum(`${id}Score`, t(`${name}评分`, `${name}: score`), "decimal", { min: 0, max: 100, raters: plan }),
    ],
  });
  return { attained, counted, share, judged };
}

/** 35 points at launch, 10 in growth, left out when mature; sales take what is left. */
const RECRUITING = { launch: 35, growth: 10, mature: null } as const;
const salesBeside = (total: number) => ({ launch: total - 35, growth: total - 10, mature: total });

function positions(t: Tell): Position[] {
  const office = parts(t, "office");
  const field = parts(t, "field");
  const sales = t("销售", "Sales");
  const recruiting = t("开发经销商", "Recruiting dealers");
  const style = t("工作态度", "Attitude");
  return [
    {
      id: "head",
      name: t("办事处主任", "Office head"),
      plan: "office",
      lines: [
        office.attained("sales", sales, 40, salesBeside(50)),
        office.attained("dealers", recruiting, 10, RECRUITING, t("（家）", "")),
        office.share("collected", t("回款率", "Collection"), 20, 0.8, 1),
        office.judged("team", t("队伍建设", "Team"), 15),
        office.judged("style", style, 15),
      ],
    },
    {
      id: "back",
      name: t("内勤", "Back office"),
      plan: "office",
      lines: [
        office.counted("orders", t("订单处理", "Orders"), 40, 5),
        office.counted("reports", t("报表", "Reports"), 30, 5),
        office.judged("service", t("内部服务", "Service to colleagues"), 15),
        office.judged("style", style, 15),
      ],
    },
    {
      id: "key",
      name: t("大客户代表", "Key accounts"),
      plan: "office",
      lines: [
        office.attained("sales", sales, 50),
        office.share("kept", t("客户保持率", "Customers kept"), 25, 0.7, 0.95),
        office.judged("relation", t("客情关系", "Relations"), 10),
        office.judged("style", style, 15),
      ],
    },
    {
      id: "market",
      name: t("市场专员", "Market"),
      plan: "office",
      lines: [
        office.share("plan", t("计划完成率", "Plan done"), 40, 0.6, 1),
        office.counted("info", t("市场信息", "Market information"), 30, 5),
        office.judged("quality", t("方案质量", "Quality of plans"), 15),
        office.judged("style", style, 15),
      ],
    },
    {
      id: "promotion",
      name: t("促销主管", "Promotion"),
      plan: "office",
      lines: [
        office.attained("sales", t("促销销量", "Promotion sales"), 40),
        office.share("plan", t("活动完成率", "Events held"), 30, 0.6, 1),
        office.judged("team", t("促销队伍", "Promoters led"), 15),
        office.judged("style", style, 15),
      ],
    },
    {
      id: "outer",
      name: t("外埠代表", "Out-of-town rep"),
      plan: "office",
      lines: [
        office.attained("sales", sales, 60, salesBeside(70)),
        office.attained("dealers", recruiting, 10, RECRUITING, t("（家）", "")),
        office.counted("reports", t("报表", "Reports"), 15, 3),
        office.judged("style", style, 15),
      ],
    },
    {
      id: "rep",
      name: t("业务员", "Sales rep"),
      plan: "office",
      lines: [
        office.attained("sales", sales, 50, salesBeside(60)),
        office.attained("dealers", recruiting, 10, RECRUITING, t("（家）", "")),
        office.share("visits", t("拜访完成率", "Visits made"), 25, 0.7, 1),
        office.judged("style", style, 15),
      ],
    },
    {
      id: "promoter",
      name: t("促销员", "Promoter"),
      plan: "field",
      lines: [
        field.attained("sales", t("店内销量", "Sales in store"), 60),
        field.counted("display", t("陈列", "Display"), 20, 4),
        field.judged("style", t("服务与态度", "Service and attitude"), 20),
      ],
    },
  ];
}

const director = (t: Tell): string => t("沈涛", "Shen Tao");

/** Two offices under one regional director; the younger one has a head, reps and a promoter so far. */
function people(t: Tell) {
  const team =
    (unit: string, head: string) =>
    (name: string, position: string, manager = head) => ({
      name,
      unit,
      position,
      manager,
    });
  const [first, second] = [t("唐越", "Tang Yue"), t("郭峰", "Guo Feng")];
  const chengdu = team(t("成都办事处", "Chengdu office"), first);
  const chongqing = team(t("重庆办事处", "Chongqing office"), second);
  const [head, rep, promoter] = [
    t("办事处主任", "Office head"),
    t("业务员", "Sales rep"),
    t("促销员", "Promoter"),
  ];
  return [
    chengdu(first, head, director(t)),
    chengdu(t("罗林", "Luo Lin"), t("内勤", "Back office")),
    chengdu(t("高远", "Gao Yuan"), t("大客户代表", "Key accounts")),
    chengdu(t("梁爽", "Liang Shuang"), t("市场专员", "Market")),
    chengdu(t("宋嘉", "Song Jia"), t("促销主管", "Promotion")),
    chengdu(t("韩冬", "Han Dong"), t("外埠代表", "Out-of-town rep")),
    chengdu(t("许诺", "Xu Nuo"), rep),
    chengdu(t("邓潮", "Deng Chao"), rep),
    chengdu(t("袁梦", "Yuan Meng"), promoter, t("宋嘉", "Song Jia")),
    chengdu(t("程浩", "Cheng Hao"), promoter, t("宋嘉", "Song Jia")),
    chongqing(second, head, director(t)),
    chongqing(t("何静", "He Jing"), rep),
    chongqing(t("罗勇", "Luo Yong"), rep),
    chongqing(t("马丽", "Ma Li"), promoter),
  ];
}

/** What each position sells in a quarter when it reaches its target, in yuan. */
const QUARTER_SALES: Readonly<Record<string, number>> = {
  head: 1_200_000,
  key: 450_000,
  promotion: 320_000,
  outer: 260_000,
  rep: 200_000,
  promoter: 60_000,
};
const ATTAINED = [0.93, 1.04, 0.88, 1.12, 0.97, 0.81, 1.06, 0.95, 0.86] as const;
const RATES = [0.87, 0.93, 0.96, 0.89, 0.94, 0.91, 0.98] as const;

/** Figures that differ from person to person and quarter to quarter. */
function exampleOf(t: Tell, person: number, quarter: number): Record<string, number> {
  const position = positions(t).find(({ name }) => name === people(t)[person]?.position);
  const data = position?.lines.flatMap((one) => one.data) ?? [];
  const vary = (i: number, of: number): number => (person * 7 + quarter * 5 + i * 3) % of;
  const target = ((QUARTER_SALES[position?.id ?? ""] ?? 0) * (10 + quarter)) / 10;
  return Object.fromEntries(
    data
      .filter(({ raters }) => raters === undefined)
      .map(({ id, format }, i): [string, number] => {
        if (id === "dealersTarget") return [id, 10];
        if (id === "dealersActual") return [id, 6 + vary(i, 6)];
        if (id.endsWith("Target")) return [id, target];
        const share = ATTAINED[vary(i, ATTAINED.length)] ?? 1;
        if (format === "money") return [id, Math.round((target * share) / 100) * 100 + person * 10];
        return [id, format === "percent" ? (RATES[vary(i, RATES.length)] ?? 0.9) : vary(i, 4)];
      }),
  );
}

/** Direct superiors, who stands above them, and people themselves; promoters by supervisor and rep of their office. */
function exampleRatings(t: Tell, name: string, person: number): RatingRow[] {
  const everybody = people(t);
  const own = everybody[person];
  const position = positions(t).find((one) => one.name === own?.position);
  const ids = position?.lines.flatMap((one) => one.data.filter(({ raters }) => raters !== undefined)) ?? [];
  const colleague = everybody.find(
    (one) => one.unit === own?.unit && one.position === t("业务员", "Sales rep"),
  );
  const upper = position?.id === "head" ? t("陆明", "Lu Ming") : director(t);
  const raters: readonly (readonly [group: string, rater: string, base: number])[] =
    position?.plan === "field"
      ? [
          ["supervisor", own?.manager ?? "", 82],
          ["rep", colleague?.name ?? "", 85],
        ]
      : [
          ["direct", own?.manager ?? "", 80],
          ["upper", upper, 78],
          ["self", name, 86],
        ];
  return ["2026-Q1", "2026-Q2"].flatMap((period, q) =>
    raters.map(([group, rater, base]) => ({
      rater,
      group,
      person: name,
      period,
      values: Object.fromEntries(ids.map(({ id }, i) => [id, base + ((person * 5 + q * 3 + i * 4) % 13)])),
    })),
  );
}
