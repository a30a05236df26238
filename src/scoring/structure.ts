import { AttainError } from "../errors";
import { bindInput } from "./inputFormulas";
import type { Grade, Indicator, Mistake, Scheme, SchemeInput, Section } from "./scheme";
import { say, type Phrase } from "../words";

/**
 * A scheme that is another one with changes: a position's variant of the common scheme. What it does not mention
 * stays as it is in the base.
 */
export interface SchemeVariant {
  readonly id: string;
  readonly name: string;
  /** Id of the scheme or variant it starts from. */
  readonly extends: string;
  readonly positions?: readonly string[];
  readonly version?: string;
  readonly inForce?: Scheme["inForce"];
  /** Full points by indicator id. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Shares of the total by section id. */
  readonly sectionWeights?: Readonly<Record<string, number>>;
  /** Indicators or sections that fall away, by id. */
  readonly remove?: readonly string[];
  /** Indicators that take the place of those with the same id. */
  readonly replace?: readonly Indicator[];
  /** Indicators added at the end of a section; a section that is not there yet is made. */
  readonly add?: readonly (Pick<Section, "id"> & Partial<Section> & Pick<Section, "indicators">)[];
  /** Inputs added to those of the base, or instead of those with the same id. */
  readonly inputs?: readonly SchemeInput[];
  readonly grades?: readonly Grade[];
  readonly decimals?: number;
}

export type SchemeSource = Scheme | SchemeVariant;

const isVariant = (source: SchemeSource): source is SchemeVariant => "extends" in source;

const W = {
  noBase: {
    "zh-CN": "找不到所继承的方案“{id}”；请改为已有方案的编号",
    "en-US": "there is no scheme “{id}” to start from; name one that exists",
  },
  circle: { "zh-CN": "方案互相继承：{path}", "en-US": "schemes inherit from each other: {path}" },
  unknown: {
    "zh-CN": "所继承的方案里没有“{id}”",
    "en-US": "the scheme it starts from has no “{id}”",
  },
} as const satisfies Record<string, Phrase>;

/** Every source as a scheme of its own, in order, and what stands in the way of it. */
export function resolveVariants(sources: readonly SchemeSource[]): {
  readonly schemes: readonly Scheme[];
  readonly mistakes: readonly Mistake[];
} {
  const mistakes: Mistake[] = [];
  const lang = sources.find((source): source is Scheme => !isVariant(source))?.lang ?? "en-US";
  const resolve = (source: SchemeSource, path: readonly string[]): Scheme | undefined => {
    if (!isVariant(source)) return source;
    const where = `schemes.${source.id}`;
    if (path.includes(source.id)) {
      mistakes.push({ where, what: say(W.circle, lang, { path: [...path, source.id].join(" → ") }) });
      return undefined;
    }
    const base = sources.find((one) => one !== source && one.id === source.extends);
    if (!base) {
      mistakes.push({ where: `${where}.extends`, what: say(W.noBase, lang, { id: source.extends }) });
      return undefined;
    }
    const start = resolve(base, [...path, source.id]);
    if (!start) return undefined;
    for (const id of unknownIds(start, source)) mistakes.push({ where, what: say(W.unknown, lang, { id }) });
    return applyVariant(start, source);
  };
  const schemes = sources.flatMap((source) => resolve(source, []) ?? []);
  return { schemes, mistakes };
}

function unknownIds(base: Scheme, variant: SchemeVariant): string[] {
  const sections = new Set(base.sections.map(({ id }) => id));
  const indicators = new Set(base.sections.flatMap((section) => section.indicators.map(({ id }) => id)));
  const missing = (ids: readonly string[], known: (id: string) => boolean) => ids.filter((id) => !known(id));
  const added = new Set((variant.add ?? []).flatMap((section) => section.indicators.map(({ id }) => id)));
  return [
    ...missing(Object.keys(variant.weights ?? {}), (id) => indicators.has(id) || added.has(id)),
    ...missing(Object.keys(variant.sectionWeights ?? {}), (id) => sections.has(id)),
    ...missing(variant.remove ?? [], (id) => indicators.has(id) || sections.has(id)),
    ...missing(
      (variant.replace ?? []).map(({ id }) => id),
      (id) => indicators.has(id),
    ),
  ];
}

/**
 * The base with the variant's changes.
 *
 * @example applyVariant(rep, { id: "head", name: "Office head", extends: "rep", weights: { sales: 20, team: 30 } })
 */
export function applyVariant(base: Scheme, variant: SchemeVariant): Scheme {
  const { id, name, positions, version, inForce, grades, decimals } = variant;
  const removed = new Set(variant.remove ?? []);
  const replaced = new Map((variant.replace ?? []).map((indicator) => [indicator.id, indicator]));
  const weigh = (indicator: Indicator): Indicator => {
    const one = replaced.get(indicator.id) ?? indicator;
    const weight = variant.weights?.[one.id];
    return weight === undefined ? one : { ...one, weight };
  };
  const sections = base.sections.flatMap((section): Section[] => {
    if (removed.has(section.id)) return [];
    const added = variant.add?.find((one) => one.id === section.id);
    const indicators = [
      ...section.indicators.filter((one) => !removed.has(one.id)),
      ...(added?.indicators ?? []),
    ];
    const weight = variant.sectionWeights?.[section.id] ?? section.weight;
    return indicators.length > 0 ? [{ ...section, weight, indicators: indicators.map(weigh) }] : [];
  });
  const fresh = (variant.add ?? []).filter((one) => !base.sections.some((section) => section.id === one.id));
  const own = new Map((variant.inputs ?? []).map((input) => [input.id, input]));
  const inputs = [
    ...base.inputs.map((input) => own.get(input.id) ?? input),
    ...[...own.values()].filter((input) => !base.inputs.some((other) => other.id === input.id)),
  ];
  const { positions: _positions, version: _version, inForce: _inForce, ...rest } = base;
  return onlyInputsRead({
    ...rest,
    id,
    name,
    inputs,
    sections: [
      ...sections,
      ...fresh.map((section): Section => ({
        name: section.id,
        weight: 0,
        ...section,
        indicators: section.indicators.map(weigh),
      })),
    ],
    ...(positions && { positions }),
    ...(version !== undefined && { version }),
    ...(inForce && { inForce }),
    ...(grades && { grades }),
    ...(decimals !== undefined && { decimals }),
  });
}

/**
 * The scheme as it is in one of its phases: weights of the phase, lines the phase does not plan left out with
 * the sections they leave empty and the inputs nobody reads any more.
 *
 * @throws AttainError `scheme-invalid` when the scheme has no such phase
 */
export function inPhase(scheme: Scheme, phase: string): Scheme {
  const named = scheme.phases?.find(({ id }) => id === phase);
  if (!named) throw new AttainError("scheme-invalid", { detail: `${scheme.id}: phase ${phase}` });
  const sections = scheme.sections.flatMap((section): Section[] => {
    const indicators = section.indicators.flatMap((indicator): Indicator[] => {
      const { phaseWeights, ...rest } = indicator;
      const weight = phaseWeights?.[phase];
      return weight === null ? [] : [{ ...rest, weight: weight ?? indicator.weight }];
    });
    return indicators.length > 0 ? [{ ...section, indicators }] : [];
  });
  const { phases: _phases, ...rest } = scheme;
  return onlyInputsRead({
    ...rest,
    id: `${scheme.id}-${phase}`,
    name: `${scheme.name} · ${named.name}`,
    sections,
  });
}

/** The scheme without inputs that no line reads any more, and rater plans that give none. A formula with a mistake keeps them all. */
function onlyInputsRead(scheme: Scheme): Scheme {
  const formulas = scheme.sections.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => Object.values(indicator.inputs)),
  );
  const read = new Set<string>();
  const follow = (formula: string): boolean => {
    const parsed = bindInput(scheme, formula);
    if ("mistake" in parsed) return false;
    return parsed.inputs.every((id) => {
      if (read.has(id)) return true;
      read.add(id);
      const input = scheme.inputs.find((one) => one.id === id);
      return [input?.formula, input?.previousOf].every((source) => source === undefined || follow(source));
    });
  };
  const sound = formulas.filter((formula) => formula.trim() !== "").every(follow);
  if (!sound) return scheme;
  const inputs = scheme.inputs.filter(({ id }) => read.has(id));
  const { raters, ...rest } = scheme;
  const plans = raters?.filter(({ id }) => inputs.some((one) => one.raters === id)) ?? [];
  return { ...rest, inputs, ...(plans.length > 0 && { raters: plans }) };
}

/** Which scheme somebody is scored by on a day. */
export interface SchemeChoice {
  /** The scheme's id, where a person names one. */
  readonly scheme?: string;
  readonly position?: string;
  /** `2026-03-01` */
  readonly day: string;
}

/**
 * The schemes that fit: those named, else those for the position, else those for everybody, in force on the day. One
 * is right; none or several are a mistake for the caller to name.
 */
export function schemesFor(schemes: readonly Scheme[], { scheme, position, day }: SchemeChoice): Scheme[] {
  const named = schemes.filter(({ id }) => id === scheme);
  const placed = schemes.filter(({ positions }) => position !== undefined && positions?.includes(position));
  const general = schemes.filter(({ positions }) => positions === undefined);
  const fitting = scheme !== undefined ? named : placed.length > 0 ? placed : general;
  return fitting.filter(({ inForce }) => {
    const { from = "", to = "9999-12-31" } = inForce ?? {};
    return from <= day && day <= to;
  });
}
