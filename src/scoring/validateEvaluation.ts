import type { Scalar } from "../formula/column";
import { say, type Params, type Phrase } from "../words";
import { isDay } from "./days";
import { personId, type EvaluationPerson, type EvaluationRequest } from "./evaluation";
import { fittingSchemes, staysOf } from "./evaluationRows";
import { levelOf } from "./levels";
import type { Mistake, RaterPlan, Scheme, SchemeInput } from "./scheme";
import { resolveVariants } from "./structure";
import { validateScheme } from "./validateScheme";

const W = {
  noPeriods: { "zh-CN": "没有考核周期，请至少写一个", "en-US": "there is no period; name at least one" },
  noPeople: {
    "zh-CN": "没有被考核人，请至少写一个",
    "en-US": "there is nobody to score; name at least one person",
  },
  noSchemes: { "zh-CN": "没有考核方案", "en-US": "there is no scheme" },
  day: {
    "zh-CN": "“{day}”不是日期；请写成 2026-03-01",
    "en-US": "“{day}” is no date; write it as 2026-03-01",
  },
  order: { "zh-CN": "{from} 晚于 {to}", "en-US": "{from} is after {to}" },
  overlap: {
    "zh-CN": "与周期“{other}”重叠，请改日期",
    "en-US": "overlaps the period “{other}”; change the dates",
  },
  twice: {
    "zh-CN": "“{id}”重复；请为其中一个写 id",
    "en-US": "“{id}” is there twice; give one an id of its own",
  },
  versions: {
    "zh-CN": "同一方案有两个版本在 {day} 都有效；请改生效日期",
    "en-US": "two versions are in force on {day}; change their dates",
  },
  noScheme: {
    "zh-CN": "{period}没有适用的方案（岗位“{position}”）；请为方案写明岗位，或为此人指定 scheme",
    "en-US":
      "no scheme fits in {period} (position “{position}”); name positions in a scheme, or a scheme for this person",
  },
  manySchemes: {
    "zh-CN": "{period}有几个方案都适用：{schemes}；请为此人指定 scheme",
    "en-US": "several schemes fit in {period}: {schemes}; name one for this person",
  },
  phase: {
    "zh-CN": "方案“{scheme}”没有阶段“{phase}”；可用：{phases}",
    "en-US": "the scheme “{scheme}” has no phase “{phase}”; there are {phases}",
  },
  unknownPerson: { "zh-CN": "没有名为“{person}”的被考核人", "en-US": "nobody is called “{person}”" },
  unknownPeriod: { "zh-CN": "没有周期“{period}”", "en-US": "there is no period “{period}”" },
  unknownInput: {
    "zh-CN": "没有数据项“{input}”；可用：{inputs}",
    "en-US": "there is no input “{input}”; there are {inputs}",
  },
  notRated: {
    "zh-CN": "数据项“{input}”不由考核人评分",
    "en-US": "the input “{input}” is not given by raters",
  },
  rated: {
    "zh-CN": "数据项“{input}”由考核人评分，请写在 ratings 里",
    "en-US": "the input “{input}” is given by raters; put it under ratings",
  },
  unknownGroup: {
    "zh-CN": "没有考核人类别“{group}”；可用：{groups}",
    "en-US": "there is no rater group “{group}”; there are {groups}",
  },
  number: { "zh-CN": "“{value}”应为数字", "en-US": "“{value}” must be a number" },
  bounds: { "zh-CN": "{value} 超出 {min}–{max}", "en-US": "{value} is outside {min}–{max}" },
  level: {
    "zh-CN": "“{value}”不是评分用词；请用：{words}",
    "en-US": "“{value}” is no word of the rating; use one of {words}",
  },
  numberNoWord: {
    "zh-CN": "这一项用数字评分，“{value}”应为数字",
    "en-US": "this is rated in numbers; “{value}” must be a number",
  },
  word: { "zh-CN": "“{value}”不在可填的词里：{choices}", "en-US": "“{value}” is not one of {choices}" },
  ratesNobody: {
    "zh-CN": "考核人“{rater}”没有要评的人；请写上或删去",
    "en-US": "the rater “{rater}” rates nobody; name people or remove the rater",
  },
  raterSum: {
    "zh-CN": "“{plan}”的权重合计 {sum}，应为 100，相差 {gap}",
    "en-US": "the weights of “{plan}” add up to {sum} instead of 100, off by {gap}",
  },
  unknownPlan: { "zh-CN": "没有考核人方案“{plan}”", "en-US": "there is no rater plan “{plan}”" },
  selfOther: {
    "zh-CN": "“{rater}”以自评身份评了别人“{person}”",
    "en-US": "“{rater}” rates “{person}” as a self-rating",
  },
} as const satisfies Record<string, Phrase>;

/**
 * Everything that is wrong with an evaluation, in one list: where (a path in the request), what, and how to mend it,
 * in the request's language. One without mistakes can be evaluated.
 */
export function validateEvaluation(request: EvaluationRequest): Mistake[] {
  return new Validation(request).run();
}

class Validation {
  private readonly mistakes: Mistake[] = [];
  private readonly schemes: readonly Scheme[];
  /** By id: schemes may give the same name to different inputs. */
  private readonly inputs = new Map<string, SchemeInput[]>();
  private readonly plans = new Map<string, RaterPlan>();

  constructor(private readonly request: EvaluationRequest) {
    const { schemes, mistakes } = resolveVariants(request.schemes);
    this.schemes = schemes;
    this.mistakes.push(...mistakes);
    for (const { inputs, raters = [] } of schemes) {
      for (const input of inputs) this.inputs.set(input.id, [...(this.inputs.get(input.id) ?? []), input]);
      for (const plan of raters) if (!this.plans.has(plan.id)) this.plans.set(plan.id, plan);
    }
  }

  run(): Mistake[] {
    const { periods, people, schemes } = this.request;
    if (periods.length === 0) this.add("periods", W.noPeriods);
    if (people.length === 0) this.add("people", W.noPeople);
    if (schemes.length === 0) this.add("schemes", W.noSchemes);
    this.schemeMistakes();
    this.periods();
    const ids = people.map(personId);
    people.forEach((person, i) => {
      const where = `people.${personId(person)}`;
      if (ids.indexOf(personId(person)) < i) this.add(where, W.twice, { id: personId(person) });
      this.person(where, person);
    });
    this.rows(ids);
    this.ratings(ids);
    return this.mistakes;
  }

  private schemeMistakes(): void {
    this.schemes.forEach((scheme, i) => {
      for (const { where, what } of validateScheme(scheme))
        this.mistakes.push({ where: `schemes.${scheme.id}.${where}`, what });
      const other = this.schemes.slice(0, i).find((one) => one.id === scheme.id);
      const from = scheme.inForce?.from ?? "0000-01-01";
      const start = other?.inForce?.from ?? "0000-01-01";
      const day = from > start ? from : start;
      const inForce = (one: Scheme | undefined): boolean => day <= (one?.inForce?.to ?? "9999-12-31");
      if (other && inForce(other) && inForce(scheme))
        this.add(`schemes.${scheme.id}.inForce`, W.versions, { day });
    });
  }

  private periods(): void {
    const { periods } = this.request;
    periods.forEach((period, i) => {
      const where = `periods.${period.id}`;
      const sound = this.days(where, [period.from, period.to]);
      if (sound && period.from > period.to) this.add(where, W.order, { from: period.from, to: period.to });
      const before = periods.slice(0, i);
      if (before.some(({ id }) => id === period.id)) this.add(where, W.twice, { id: period.id });
      const other = before.find(({ from, to }) => from <= period.to && period.from <= to);
      if (sound && other) this.add(where, W.overlap, { other: other.label });
    });
  }

  private person(where: string, person: EvaluationPerson): void {
    const { joined, left, transfers = [], inputs = {} } = person;
    const days = [joined, left, ...transfers.map(({ on }) => on)].filter((day) => day !== undefined);
    if (!this.days(where, days)) return;
    if (joined !== undefined && left !== undefined && joined > left)
      this.add(where, W.order, { from: joined, to: left });
    this.values(`${where}.inputs`, inputs);
    for (const [plan, weights] of Object.entries(person.raterWeights ?? {})) {
      const own = this.plans.get(plan);
      const path = `${where}.raterWeights.${plan}`;
      if (!own) this.add(path, W.unknownPlan, { plan });
      else {
        const known = own.groups.map(({ id }) => id);
        for (const group of Object.keys(weights))
          if (!known.includes(group)) this.add(path, W.unknownGroup, { group, groups: this.list(known) });
        const sum = own.groups.reduce((total, { id, weight }) => total + (weights[id] ?? weight), 0);
        if (Math.abs(sum - 100) > 1e-6) this.add(path, W.raterSum, { plan: own.name, sum, gap: sum - 100 });
      }
    }
    this.fitting(where, person);
  }

  /** Every stay in every period has exactly one scheme, in a phase it has. */
  private fitting(where: string, person: EvaluationPerson): void {
    for (const period of this.request.periods) {
      if (!isDay(period.from) || !isDay(period.to)) continue;
      for (const stay of staysOf(person, period)) {
        const found = fittingSchemes(this.schemes, stay, period);
        const [scheme] = found;
        const params = { period: period.label, position: stay.person.position ?? "" };
        if (!scheme) return this.add(where, W.noScheme, params);
        if (found.length > 1)
          return this.add(where, W.manySchemes, {
            ...params,
            schemes: this.list(found.map(({ name }) => name)),
          });
        const phase = stay.person.phase ?? period.phase ?? this.request.phase;
        const phases = scheme.phases ?? [];
        if (phase !== undefined && phases.length > 0 && !phases.some(({ id }) => id === phase))
          return this.add(where, W.phase, {
            scheme: scheme.name,
            phase,
            phases: this.list(phases.map(({ id }) => id)),
          });
      }
    }
  }

  private rows(ids: readonly string[]): void {
    (this.request.inputs ?? []).forEach(({ person, period, values }, i) => {
      const where = `inputs[${i}]`;
      if (!ids.includes(person)) this.add(where, W.unknownPerson, { person });
      this.period(where, period);
      this.values(where, values);
    });
  }

  private values(where: string, values: Readonly<Record<string, Scalar>>, byRaters = false): void {
    for (const [id, value] of Object.entries(values)) {
      const named = this.inputs.get(id) ?? [];
      const fitting = named.filter(({ raters }) => (raters !== undefined) === byRaters);
      const path = `${where}.${id}`;
      if (named.length === 0)
        this.add(path, W.unknownInput, { input: id, inputs: this.list([...this.inputs.keys()]) });
      else if (fitting.length === 0) this.add(path, byRaters ? W.notRated : W.rated, { input: id });
      else {
        const wrong = fitting.map((input) => this.objection(input, value));
        const [first] = wrong;
        if (first && wrong.every((one) => one !== undefined)) this.add(path, first.what, first.params);
      }
    }
  }

  /** What speaks against a value; undefined when nothing does. */
  private objection(
    { format, min, max, choices, levels, raters }: SchemeInput,
    value: Scalar,
  ): { readonly what: Phrase; readonly params: Params } | undefined {
    if (value === null || value === "") return undefined;
    if (levels) {
      const shown = typeof value === "object" ? value.error : String(value);
      const words = this.list(levels.map(({ word }) => word));
      return levelOf(levels, value) ? undefined : { what: W.level, params: { value: shown, words } };
    }
    if (choices) {
      const known = choices.some((choice) => choice.toLowerCase() === String(value).toLowerCase());
      if (typeof value === "string" && !known)
        return { what: W.word, params: { value, choices: this.list(choices) } };
    } else if (format !== "word" && typeof value !== "number") {
      const shown = typeof value === "object" ? value.error : String(value);
      return { what: raters === undefined ? W.number : W.numberNoWord, params: { value: shown } };
    }
    const below = min !== undefined && typeof value === "number" && value < min;
    const above = max !== undefined && typeof value === "number" && value > max;
    return below || above ? { what: W.bounds, params: { value, min: min ?? "", max: max ?? "" } } : undefined;
  }

  private ratings(ids: readonly string[]): void {
    const groups = [...new Set([...this.plans.values()].flatMap((plan) => plan.groups.map(({ id }) => id)))];
    const inGroup = (where: string, group: string): void => {
      if (!groups.includes(group)) this.add(where, W.unknownGroup, { group, groups: this.list(groups) });
    };
    (this.request.raters ?? []).forEach(({ rater, group, people }, i) => {
      const where = `raters[${i}]`;
      inGroup(where, group);
      if (people.length === 0) this.add(where, W.ratesNobody, { rater });
      for (const person of people) if (!ids.includes(person)) this.add(where, W.unknownPerson, { person });
    });
    (this.request.ratings ?? []).forEach(({ rater, group, person, period, values }, i) => {
      const where = `ratings[${i}]`;
      inGroup(where, group);
      this.period(where, period);
      if (!ids.includes(person)) this.add(where, W.unknownPerson, { person });
      const name = this.request.people.find((one) => personId(one) === person)?.name;
      if (group === "self" && rater !== person && rater !== name)
        this.add(where, W.selfOther, { rater, person });
      if (Object.keys(values).length === 0) this.add(where, W.ratesNobody, { rater });
      this.values(where, values, true);
    });
  }

  private period(where: string, period: string | undefined): void {
    if (period !== undefined && !this.request.periods.some(({ id }) => id === period))
      this.add(where, W.unknownPeriod, { period });
  }

  private days(where: string, days: readonly string[]): boolean {
    const wrong = days.filter((day) => !isDay(day));
    for (const day of wrong) this.add(where, W.day, { day });
    return wrong.length === 0;
  }

  private add(where: string, what: Phrase, params: Params = {}): void {
    this.mistakes.push({ where, what: say(what, this.request.lang, params) });
  }

  private list(items: readonly string[]): string {
    return items.join(this.request.lang === "zh-CN" ? "、" : ", ");
  }
}
