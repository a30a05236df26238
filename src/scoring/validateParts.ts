import { say, type Params, type Phrase } from "../words";
import { bindInput, orderInputs } from "./inputFormulas";
import { isDay } from "./days";
import { LONGEST_WORD, MOST_LEVELS, isLevelWord, levelOf } from "./levels";
import { ruleKind } from "./registry";
import { effectOf } from "./rules/veto";
import { fullOf, indicatorsOf, type Mistake, type Scheme, type SchemeInput } from "./scheme";

const W = {
  formula: {
    "zh-CN": "公式“{source}”第 {at} 个字符：{what}；可用的名称：{names}",
    "en-US": "formula “{source}”, character {at}: {what}; names there are: {names}",
  },
  circle: {
    "zh-CN": "公式互相引用：{path}；请让其中一个改为填写",
    "en-US": "formulas refer to each other in a circle: {path}; let one of them be typed",
  },
  bounds: { "zh-CN": "最小 {min} 大于最大 {max}", "en-US": "the least {min} is more than the most {max}" },
  previous: {
    "zh-CN": "没有名为“{id}”的数据项可取上期的值",
    "en-US": "there is no input “{id}” to take last period's value of",
  },
  plan: {
    "zh-CN": "没有考核人方案“{id}”；可用：{plans}",
    "en-US": "there is no rater plan “{id}”; there are {plans}",
  },
  words: { "zh-CN": "由考核人评分的数据项应为数字", "en-US": "what raters give must be a number" },
  levelsRaters: {
    "zh-CN": "评分用词只用于考核人评分的数据项；请指定考核人，或改用“可填的词”",
    "en-US": "rating words are for what raters give; name a rater plan, or use “choices”",
  },
  levelsFew: { "zh-CN": "评分用词至少两个", "en-US": "at least two rating words are needed" },
  levelsMany: {
    "zh-CN": "评分用词最多 {most} 个，现有 {n} 个；请合并",
    "en-US": "there can be {most} rating words at most, not {n}; merge some",
  },
  levelTwice: {
    "zh-CN": "评分用词“{word}”与前面重复；请改词或删去",
    "en-US": "the rating word “{word}” is there already; change or remove it",
  },
  levelWord: {
    "zh-CN":
      "“{word}”不能作评分用词；请写不超过 {most} 个字的词，不用数字、逗号、引号、* ? ~，也不以 = < > + - 开头",
    "en-US":
      '“{word}” cannot be a rating word; write a word of up to {most} letters, no number, without , " * ? ~ and not beginning with = < > + -',
  },
  levelValue: {
    "zh-CN": "评分用词“{word}”没有分值；请填数字",
    "en-US": "the rating word “{word}” has no value; give it a number",
  },
  levelBounds: {
    "zh-CN": "“{word}”的分值 {value} 超出 {min}–{max}；请改分值或范围",
    "en-US": "“{word}” counts {value}, which is outside {min}–{max}; change the value or the range",
  },
  sum: {
    "zh-CN": "考核人权重合计 {sum}，应为 100，相差 {gap}",
    "en-US": "rater weights add up to {sum} instead of 100, off by {gap}",
  },
  weight: { "zh-CN": "权重应在 0 到 100 之间", "en-US": "the weight must be from 0 to 100" },
  twice: { "zh-CN": "“{id}”重复，请改名", "en-US": "“{id}” is used twice; rename one" },
  unused: {
    "zh-CN": "没有任何数据项由“{plan}”评分，请删去或指定",
    "en-US": "“{plan}” rates nothing; remove it or let an input be given by it",
  },
  smallest: {
    "zh-CN": "最少人数应为不小于 1 的整数",
    "en-US": "the fewest answers must be a whole number from 1",
  },
  phase: {
    "zh-CN": "没有阶段“{phase}”；可用：{phases}",
    "en-US": "there is no phase “{phase}”; there are {phases}",
  },
  phaseSum: {
    "zh-CN": "阶段“{phase}”的权重合计 {sum}，应为 {whole}，相差 {gap}",
    "en-US": "in phase “{phase}” weights add up to {sum} instead of {whole}, off by {gap}",
  },
  phaseSections: {
    "zh-CN": "阶段“{phase}”里各部分的占比合计 {sum}，应为 100，相差 {gap}",
    "en-US": "in phase “{phase}” the sections left add up to {sum} instead of 100, off by {gap}",
  },
  grade: {
    "zh-CN": "没有等级“{grade}”；可用：{grades}",
    "en-US": "there is no grade “{grade}”; there are {grades}",
  },
  decimals: { "zh-CN": "小数位数应为 0 到 6 的整数", "en-US": "decimals must be a whole number from 0 to 6" },
  day: {
    "zh-CN": "“{day}”不是日期；请写成 2026-03-01",
    "en-US": "“{day}” is no date; write it as 2026-03-01",
  },
  force: {
    "zh-CN": "生效日期 {from} 晚于失效日期 {to}",
    "en-US": "in force from {from}, which is after {to}",
  },
} as const satisfies Record<string, Phrase>;

type Add = (where: string, what: Phrase, params?: Params) => void;

/** What is wrong with inputs, raters, phases, vetoes and dates: where in the scheme, what, and how to mend it. */
export function partMistakes(scheme: Scheme): Mistake[] {
  const mistakes: Mistake[] = [];
  const add: Add = (where, what, params = {}) =>
    mistakes.push({ where, what: say(what, scheme.lang, params) });
  for (const check of [inputs, raters, phases, vetoes, dates]) check(scheme, add);
  return mistakes;
}

const listed = ({ lang }: Scheme, items: readonly string[]): string =>
  items.join(lang === "zh-CN" ? "、" : ", ");

function inputs(scheme: Scheme, add: Add): void {
  const plans = (scheme.raters ?? []).map(({ id }) => id);
  const ids = scheme.inputs.map(({ id }) => id);
  for (const input of scheme.inputs) {
    const { id, format, formula, min, max, choices, previousOf, raters: plan } = input;
    const where = `inputs.${id}`;
    const parsed = formula === undefined ? undefined : bindInput(scheme, formula);
    if (formula !== undefined && parsed && "mistake" in parsed) {
      const { at, message, params } = parsed.mistake;
      const what = say(message, scheme.lang, params);
      add(`${where}.formula`, W.formula, { source: formula, at: at + 1, what, names: listed(scheme, ids) });
    }
    if (min !== undefined && max !== undefined && min > max) add(`${where}.min`, W.bounds, { min, max });
    if (previousOf !== undefined && !ids.includes(previousOf))
      add(`${where}.previousOf`, W.previous, { id: previousOf });
    levels(scheme, input, add);
    if (plan === undefined) continue;
    if (!plans.includes(plan)) add(`${where}.raters`, W.plan, { id: plan, plans: listed(scheme, plans) });
    if (format === "word" || choices) add(`${where}.raters`, W.words);
  }
  const order = orderInputs(scheme);
  if ("circle" in order)
    add(`inputs.${order.circle[0] ?? ""}.formula`, W.circle, { path: order.circle.join(" → ") });
}

/** Words of a rating: each once, with a value that the input and the rules that read it can take. */
function levels(scheme: Scheme, input: SchemeInput, add: Add): void {
  const { id, raters: plan, levels: all } = input;
  if (!all) return;
  const where = `inputs.${id}.levels`;
  if (plan === undefined) add(where, W.levelsRaters);
  if (all.length < 2) add(where, W.levelsFew);
  if (all.length > MOST_LEVELS) add(where, W.levelsMany, { most: MOST_LEVELS, n: all.length });
  const { min, max } = rangeOf(scheme, input);
  all.forEach(({ word, value }, i) => {
    const at = `${where}[${i}]`;
    if (!isLevelWord(word)) add(`${at}.word`, W.levelWord, { word, most: LONGEST_WORD });
    else if (levelOf(all.slice(0, i), word)) add(`${at}.word`, W.levelTwice, { word });
    if (!Number.isFinite(value)) add(`${at}.value`, W.levelValue, { word });
    else if (value < min || value > max)
      add(`${at}.value`, W.levelBounds, {
        ...{ word, value },
        min: Number.isFinite(min) ? min : "",
        max: Number.isFinite(max) ? max : "",
      });
  });
}

/** What a rated input may be: within its own bounds, and what the rules can take that read it as it is. */
function rangeOf(
  scheme: Scheme,
  { id, min, max }: SchemeInput,
): { readonly min: number; readonly max: number } {
  const best = indicatorsOf(scheme).flatMap(({ indicator: { rule, inputs: roles } }) =>
    rule.kind === "rated" && roles["value"]?.trim() === id && typeof rule["best"] === "number"
      ? [rule["best"]]
      : [],
  );
  return {
    min: Math.max(min ?? -Infinity, ...(best.length > 0 ? [0] : [])),
    max: Math.min(max ?? Infinity, ...best),
  };
}

function raters(scheme: Scheme, add: Add): void {
  const plans = scheme.raters ?? [];
  plans.forEach(({ id, name, groups }, i) => {
    const where = `raters.${id}`;
    if (plans.findIndex((one) => one.id === id) < i) add(where, W.twice, { id });
    groups.forEach((group, g) => {
      if (groups.findIndex((one) => one.id === group.id) < g)
        add(`${where}.${group.id}`, W.twice, { id: group.id });
      if (!(group.weight >= 0 && group.weight <= 100)) add(`${where}.${group.id}`, W.weight);
      const { smallest = 1 } = group;
      if (!Number.isInteger(smallest) || smallest < 1) add(`${where}.${group.id}`, W.smallest);
    });
    const sum = groups.reduce((total, { weight }) => total + weight, 0);
    if (Math.abs(sum - 100) > 1e-6) add(where, W.sum, { sum, gap: sum - 100 });
    if (!scheme.inputs.some((input) => input.raters === id)) add(where, W.unused, { plan: name });
  });
}

/** Weights add up in every phase, with the lines and sections a phase leaves out. */
function phases(scheme: Scheme, add: Add): void {
  const known = scheme.phases ?? [];
  for (const { section, indicator } of indicatorsOf(scheme)) {
    const where = `sections.${section.id}.${indicator.id}`;
    for (const phase of Object.keys(indicator.phaseWeights ?? {}))
      if (!known.some(({ id }) => id === phase))
        add(`${where}.phaseWeights.${phase}`, W.phase, {
          phase,
          phases: listed(
            scheme,
            known.map(({ id }) => id),
          ),
        });
    const { decimals = 0 } = indicator;
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6) add(`${where}.decimals`, W.decimals);
  }
  if (scheme.weights !== "exact") return;
  for (const { id, name } of known) {
    const left = scheme.sections.flatMap((section) => {
      const weights = section.indicators
        .filter(({ rule }) => ruleKind(rule.kind)?.standing === undefined)
        .map(({ weight, phaseWeights }) => (phaseWeights?.[id] === undefined ? weight : phaseWeights[id]))
        .filter((weight) => weight !== null);
      return weights.length > 0
        ? [{ section, sum: weights.reduce((total, weight) => total + weight, 0) }]
        : [];
    });
    for (const { section, sum } of left) {
      const whole = fullOf(section);
      if (Math.abs(sum - whole) > 1e-6)
        add(`sections.${section.id}`, W.phaseSum, { phase: name, sum, whole, gap: sum - whole });
    }
    const total = left.reduce((sum, { section }) => sum + section.weight, 0);
    if (Math.abs(total - 100) > 1e-6)
      add(`phases.${id}`, W.phaseSections, { phase: name, sum: total, gap: total - 100 });
  }
}

function vetoes(scheme: Scheme, add: Add): void {
  const grades = scheme.grades.map(({ name }) => name);
  for (const { section, indicator } of indicatorsOf(scheme)) {
    const { kind, grade } = indicator.rule;
    if (kind !== "veto" || effectOf(indicator.rule) !== "capGrade" || typeof grade !== "string") continue;
    if (!grades.some((name) => name.toLowerCase() === grade.toLowerCase()))
      add(`sections.${section.id}.${indicator.id}.grade`, W.grade, { grade, grades: listed(scheme, grades) });
  }
}

function dates({ inForce }: Scheme, add: Add): void {
  const { from, to } = inForce ?? {};
  for (const [key, day] of Object.entries({ from, to }))
    if (day !== undefined && !isDay(day)) add(key, W.day, { day });
  if (from !== undefined && to !== undefined && from > to) add("from", W.force, { from, to });
}
