import type { Indicator, Scheme, Section } from "../../scoring/scheme";

/** A sheet shows a scheme in one of its phases; what was changed there belongs to the whole scheme. */
export interface PhaseEdit {
  /** With all its phases, in normal form. */
  readonly whole: Scheme;
  readonly phase: string;
  /** In this phase, as it was written: in normal form. */
  readonly shown: Scheme;
  /** As it stands on the sheet now. */
  readonly read: Scheme;
}

/**
 * The whole scheme with what was changed in one phase: weights become the phase's own, words and rules hold for all
 * phases, lines the phase leaves out stay as they were.
 */
export function withPhaseEdit({ whole, phase, shown, read }: PhaseEdit): Scheme {
  const phaseName = whole.phases?.find(({ id }) => id === phase)?.name ?? "";
  const tail = ` · ${phaseName}`;
  return {
    ...whole,
    name:
      read.name === shown.name
        ? whole.name
        : read.name.endsWith(tail)
          ? read.name.slice(0, -tail.length)
          : read.name,
    sections: merged(whole.sections, shown.sections, read.sections, (section, was, is): Section => ({
      ...section,
      name: is.name,
      weight: is.weight,
      ...(is.full === undefined ? {} : { full: is.full }),
      indicators: merged(section.indicators, was.indicators, is.indicators, (indicator, before, now) =>
        indicatorWith(indicator, before, now, phase),
      ),
    })),
    inputs: merged(whole.inputs, shown.inputs, read.inputs, (_input, _was, is) => is),
    grades: read.grades,
    decimals: read.decimals,
    weights: read.weights,
    ...(read.raters === undefined || whole.raters === undefined
      ? {}
      : { raters: merged(whole.raters, shown.raters ?? [], read.raters, (_plan, _was, is) => is) }),
  };
}

function indicatorWith(indicator: Indicator, was: Indicator, is: Indicator, phase: string): Indicator {
  const { weight, phaseWeights } = indicator;
  const reweighed = is.weight !== was.weight;
  const ofPhase = phaseWeights?.[phase] !== undefined;
  return {
    ...is,
    weight: reweighed && !ofPhase ? is.weight : weight,
    ...(phaseWeights === undefined
      ? {}
      : { phaseWeights: reweighed && ofPhase ? { ...phaseWeights, [phase]: is.weight } : phaseWeights }),
  };
}

interface Named {
  readonly id: string;
}

/** Those of `all`, changed where they were shown and still are, without those that were shown and are gone; new ones last. */
function merged<T extends Named>(
  all: readonly T[],
  shown: readonly T[],
  read: readonly T[],
  change: (one: T, was: T, is: T) => T,
): T[] {
  const find = (list: readonly T[], id: string): T | undefined => list.find((one) => one.id === id);
  const kept = all.flatMap((one): T[] => {
    const [was, is] = [find(shown, one.id), find(read, one.id)];
    if (was === undefined) return [one];
    return is === undefined ? [] : [change(one, was, is)];
  });
  return [...kept, ...read.filter(({ id }) => find(all, id) === undefined)];
}
