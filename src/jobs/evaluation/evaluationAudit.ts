import { compileScheme } from "../../scoring/compile";
import { levelsText } from "../../scoring/levels";
import { outcomeOf } from "../../scoring/parameters";
import { personId, type Evaluation, type EvaluationSet } from "../../scoring/evaluation";
import type { PolicyName } from "../../scoring/scheme";
import { OUTCOMES, POLICIES, REMARKS } from "../../scoring/words";
import type { AboutSection } from "../../sheets/about";
import { say, type Lang, type Phrase } from "../../words";

type Line = AboutSection["lines"][number];

const W = {
  scheme: { "zh-CN": "方案：{name}", "en-US": "Scheme: {name}" },
  version: { "zh-CN": "版本", "en-US": "Version" },
  people: { "zh-CN": "考核人次", "en-US": "Scorecards" },
  peopleText: {
    "zh-CN": "{rows} 份，其中 {scored} 份有总分",
    "en-US": "{rows}, of which {scored} have a total",
  },
  weightsExact: { "zh-CN": "权重合计必须等于满分", "en-US": "Weights have to add up" },
  weightsScaled: { "zh-CN": "权重按比例折算到满分", "en-US": "Weights are scaled until they add up" },
  weights: { "zh-CN": "权重", "en-US": "Weights" },
  policies: { "zh-CN": "空白、零目标与负数", "en-US": "Blanks, zero targets, negatives" },
  ranking: { "zh-CN": "等级、名次与取整", "en-US": "Grades, ranks, rounding" },
  ties: { "zh-CN": "同分", "en-US": "Ties" },
  tiesText: {
    "zh-CN": "同分同名次，后面的名次跳过（1-1-3）；未评分者没有名次。",
    "en-US": "Equal totals share a rank and the next is skipped (1-1-3); who is not scored has no rank.",
  },
  rounding: { "zh-CN": "取整", "en-US": "Rounding" },
  roundingText: {
    "zh-CN": "只有总分（及方案写明的得分）四舍五入，一半进位；其余保留全部小数。",
    "en-US":
      "Only totals, and points where the scheme says so, are rounded, half away from zero; all else keeps every digit.",
  },
  bounds: { "zh-CN": "分数线", "en-US": "Bounds" },
  boundsText: {
    "zh-CN": "与分数线比较时按小数点后 9 位；每条线写明属于哪一档。",
    "en-US": "Values are held against bounds with 9 decimals; each bound says which side owns it.",
  },
  time: { "zh-CN": "周期与人员变动", "en-US": "Periods and people on the move" },
  periods: { "zh-CN": "周期", "en-US": "Periods" },
  year: { "zh-CN": "年度得分", "en-US": "Year" },
  yearMean: { "zh-CN": "有得分的各周期的平均", "en-US": "the mean of the periods that have a score" },
  yearWeighted: {
    "zh-CN": "有得分的各周期按权重平均",
    "en-US": "the periods that have a score, by their weights",
  },
  yearGroups: { "zh-CN": "各季（半年）平均后再平均", "en-US": "the mean of the groups' means" },
  newcomers: { "zh-CN": "新人", "en-US": "Newcomers" },
  newcomersText: {
    "zh-CN": "入职当月起 {months} 个月内不考核",
    "en-US": "not scored in their first {months} months, the month of joining included",
  },
  newcomersNone: { "zh-CN": "照常考核", "en-US": "scored as everybody" },
  leavers: { "zh-CN": "离职", "en-US": "Leavers" },
  leaversScore: { "zh-CN": "按在岗天数考核", "en-US": "scored on the days they were there" },
  leaversSkip: { "zh-CN": "当期不考核", "en-US": "not scored in that period" },
  transfers: { "zh-CN": "调岗", "en-US": "Transfers" },
  transfersText: {
    "zh-CN": "每段各自评分，再按天数加权平均",
    "en-US": "each part is scored by itself, the period is their mean by days",
  },
  raters: { "zh-CN": "考核人", "en-US": "Raters" },
  inWords: {
    "zh-CN": "用词评分，按词的分值求平均：{levels}",
    "en-US": "rated in words; the mean is taken of what each counts: {levels}",
  },
  wait: { "zh-CN": "缺考核人时不评分，等待", "en-US": "while a rater is missing there is no score" },
  reweight: {
    "zh-CN": "缺考核人时其权重由其余人分担",
    "en-US": "a missing rater's weight is carried by the others",
  },
  zero: { "zh-CN": "缺考核人时按 0 分计", "en-US": "a missing rater counts 0" },
  zeroWeight: { "zh-CN": "{name}（只记录）", "en-US": "{name} (recorded only)" },
  smallest: { "zh-CN": "{name}少于 {n} 份不计", "en-US": "{name}: fewer than {n} answers count as missing" },
  due: { "zh-CN": "截止日期", "en-US": "Due" },
  odd: { "zh-CN": "未评分与例外", "en-US": "Not scored, and exceptions" },
  none: { "zh-CN": "没有", "en-US": "None" },
  more: {
    "zh-CN": "另有 {n} 条，见绩效考核表的“说明”列",
    "en-US": "{n} more, in the remarks of the scorecard",
  },
  vetoNote: { "zh-CN": "否决与附加分", "en-US": "Vetoes and add-ons" },
} as const satisfies Record<string, Phrase>;

/** The words by which a reader finds a line of this page again. */
export const AUDIT_WORDS = W;

/** Exceptions beyond this many are counted, not listed. */
const MOST_REMARKS = 40;

/**
 * How blanks, zeros, ties, missing raters, newcomers and rounding were treated, for each scheme in use.
 *
 * @param people `example`: they will be cleared, so nothing is said of how many they are and who stood out
 */
export function evaluationAudit(evaluation: Evaluation, people: "own" | "example" = "own"): AboutSection[] {
  const { lang } = evaluation.request;
  return [
    ...evaluation.sets.map((set) => schemeSection(set, lang, people)),
    ...evaluation.sets.flatMap((set) => raterSection(set, lang)),
    timeSection(evaluation),
    {
      title: W.ranking[lang],
      lines: (["ties", "rounding", "bounds"] as const).map((key) => ({
        label: W[key][lang],
        text: W[`${key}Text`][lang],
      })),
    },
    ...(people === "own" ? [oddSection(evaluation)] : []),
  ];
}

function schemeSection(
  { scheme, rows, cards }: EvaluationSet,
  lang: Lang,
  people: "own" | "example",
): AboutSection {
  const compiled = compileScheme(scheme, { exempt: true });
  const described = compiled.indicators.map(({ indicator, rule, percent }): Line => {
    const words = { lang, weight: indicator.weight, subject: indicator.name, percent };
    const policies = (Object.keys(POLICIES) as PolicyName[]).flatMap((policy) => {
      const outcome = rule.standing === undefined ? outcomeOf(rule, indicator, policy) : undefined;
      return outcome
        ? [`${POLICIES[policy][lang]}${lang === "zh-CN" ? "" : ": "}${OUTCOMES[outcome][lang]}`]
        : [];
    });
    const parts = [`${rule.name[lang]}：${rule.describe(indicator.rule, words)}`, ...policies];
    return { label: indicator.name, text: sentence(parts, lang) };
  });
  const scored = cards.filter(({ total }) => total !== null).length;
  return {
    title: say(W.scheme, lang, { name: scheme.name }),
    lines: [
      ...(scheme.version === undefined ? [] : [{ label: W.version[lang], text: scheme.version }]),
      ...(people === "example"
        ? []
        : [
            {
              label: W.people[lang],
              text: say(W.peopleText, lang, { rows: rows.filter(({ name }) => name !== "").length, scored }),
            },
          ]),
      {
        label: W.weights[lang],
        text: scheme.weights === "exact" ? W.weightsExact[lang] : W.weightsScaled[lang],
      },
      ...described,
    ],
  };
}

function raterSection({ scheme }: EvaluationSet, lang: Lang): AboutSection[] {
  const plans = scheme.raters ?? [];
  if (plans.length === 0) return [];
  return [
    {
      title: `${W.raters[lang]} · ${scheme.name}`,
      lines: plans.flatMap(({ id, name, groups, missing }): Line[] => {
        const weights = groups.map((group) =>
          group.weight === 0
            ? say(W.zeroWeight, lang, { name: group.name })
            : `${group.name} ${group.weight} %`,
        );
        const smallest = groups.flatMap((group) =>
          group.smallest !== undefined && group.smallest > 1
            ? [say(W.smallest, lang, { name: group.name, n: group.smallest })]
            : [],
        );
        const parts = [weights.join(lang === "zh-CN" ? "、" : ", "), W[missing][lang], ...smallest];
        const inWords = scheme.inputs.flatMap((input): Line[] =>
          input.raters === id && input.levels
            ? [{ label: input.name, text: say(W.inWords, lang, { levels: levelsText(input.levels) }) }]
            : [],
        );
        return [{ label: name, text: sentence(parts, lang) }, ...inWords];
      }),
    },
  ];
}

function timeSection({ request, groups }: Evaluation): AboutSection {
  const { lang, periods, newcomers, leavers, rollup, due = [] } = request;
  const lines: Line[] = [
    {
      label: W.periods[lang],
      text: periods
        .map(({ label, from, to }) => `${label} ${from}–${to}`)
        .join(lang === "zh-CN" ? "；" : "; "),
    },
  ];
  if (periods.length > 1) {
    const key =
      rollup?.of === "groups" && groups.length > 0
        ? "yearGroups"
        : rollup?.by === "weighted"
          ? "yearWeighted"
          : "yearMean";
    lines.push({ label: W.year[lang], text: W[key][lang] });
  }
  lines.push(
    {
      label: W.newcomers[lang],
      text: newcomers ? say(W.newcomersText, lang, { months: newcomers.months }) : W.newcomersNone[lang],
    },
    { label: W.leavers[lang], text: leavers === "skip" ? W.leaversSkip[lang] : W.leaversScore[lang] },
    { label: W.transfers[lang], text: W.transfersText[lang] },
    ...due.map(({ what, by, who }): Line => ({
      label: `${W.due[lang]}${lang === "zh-CN" ? "：" : ": "}${what}`,
      text: who === undefined ? by : `${by} · ${who}`,
    })),
  );
  return { title: W.time[lang], lines };
}

/** Everybody whose card has something to say, with what it says. */
function oddSection({ request, sets }: Evaluation): AboutSection {
  const { lang } = request;
  const lines = sets.flatMap(({ rows, cards, rated, scheme }) =>
    rows.flatMap((row, i): Line[] => {
      const person = request.people[row.person];
      const missing = rated
        .filter((one) => one.row === i && one.missing !== "")
        .map(
          (one) => `${scheme.inputs.find(({ id }) => id === one.input)?.name ?? one.input}: ${one.missing}`,
        );
      const remark = cards[i]?.remark.trim() ?? "";
      // Months to come and lines nobody is named on are no exceptions.
      if (row.name === "" || remark === REMARKS.nothing[scheme.lang]) return [];
      const text = [remark, ...missing].filter((part) => part !== "").join(" ");
      const period = request.periods.length > 1 ? ` · ${row.period.label}` : "";
      return text === "" || !person ? [] : [{ label: `${personId(person)}${period}`, text }];
    }),
  );
  const rest = lines.length - MOST_REMARKS;
  return {
    title: W.odd[lang],
    lines: [
      ...lines.slice(0, MOST_REMARKS),
      ...(rest > 0 ? [{ label: "…", text: say(W.more, lang, { n: rest }) }] : []),
      ...(lines.length === 0 ? [{ label: W.none[lang], text: "" }] : []),
    ],
  };
}

function sentence(parts: readonly string[], lang: Lang): string {
  return lang === "zh-CN" ? `${parts.join("；")}。` : `${parts.join("; ").replaceAll("：", ": ")}.`;
}
