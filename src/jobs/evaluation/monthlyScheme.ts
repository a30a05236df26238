import { allocateShares } from "../../planning/allocate/shares";
import type { MeasureField } from "../../records/fields/measureFields";
import type { Indicator, Scheme, Section } from "../../scoring/scheme";
import { say, type Lang, type Phrase } from "../../words";
import { MONTHLY_WORDS as W } from "./monthlyWords";

/** An indicator that can be scored when these fields are there, and its share among its section's. */
interface Line {
  readonly needs: readonly MeasureField[];
  /** Left out when this one is there as well: a rate adds nothing to what it was made from. */
  readonly unless?: readonly MeasureField[];
  readonly share: number;
  readonly make: (id: string) => Pick<Indicator, "rule" | "inputs">;
  readonly name: Phrase;
  readonly id: string;
}

const full =
  (field: MeasureField, low: number): Line["make"] =>
  () => ({
    rule: { kind: "linear", low, high: 1 },
    inputs: { value: field },
  });

const SECTIONS: readonly {
  readonly id: string;
  readonly name: Phrase;
  readonly weight: number;
  readonly lines: readonly Line[];
}[] = [
  {
    id: "results",
    name: W.results,
    weight: 60,
    lines: [
      {
        id: "attainment",
        name: W.attainment,
        needs: ["actual", "target"],
        share: 70,
        make: () => ({
          rule: { kind: "proportional", cap: 1.2 },
          inputs: { actual: "actual", target: "target" },
        }),
      },
      {
        id: "attainmentRate",
        name: W.attainment,
        needs: ["rate"],
        unless: ["actual", "target"],
        share: 70,
        make: full("rate", 0),
      },
      {
        id: "collected",
        name: W.collection,
        needs: ["collectionRate"],
        share: 15,
        make: full("collectionRate", 0.6),
      },
      {
        id: "satisfied",
        name: W.satisfaction,
        needs: ["satisfaction"],
        share: 15,
        make: full("satisfaction", 0.8),
      },
    ],
  },
  {
    id: "attendance",
    name: W.attendance,
    weight: 20,
    lines: [
      {
        id: "absence",
        name: W.attendance,
        needs: ["absentDays"],
        share: 100,
        make: () => ({ rule: { kind: "attendance", loss: 4 }, inputs: { days: "absentDays" } }),
      },
      {
        id: "presence",
        name: W.attendance,
        needs: ["requiredDays", "presentDays"],
        unless: ["absentDays"],
        share: 100,
        make: () => ({
          rule: { kind: "attendance", loss: 4 },
          inputs: { days: "max(0, requiredDays - presentDays)" },
        }),
      },
    ],
  },
  {
    id: "rating",
    name: W.rating,
    weight: 20,
    lines: [
      {
        id: "rating",
        name: W.rating,
        needs: ["score"],
        share: 100,
        make: () => ({ rule: { kind: "rated", best: 100 }, inputs: { value: "score" } }),
      },
    ],
  },
];

const FORMATS: Partial<Record<MeasureField, Scheme["inputs"][number]["format"]>> = {
  target: "money",
  actual: "money",
  rate: "percent",
  collectionRate: "percent",
  satisfaction: "percent",
};

/**
 * A scheme for the figures a workbook about people has: results 60, attendance 20, rating 20, of whatever is there.
 * Undefined when nothing of it can be scored.
 *
 * @param bestRating what ratings are out of: 5, 10 or 100
 */
export function monthlyScheme(
  fields: readonly MeasureField[],
  labels: ReadonlyMap<MeasureField, Phrase>,
  bestRating: number,
  lang: Lang,
): Scheme | undefined {
  const has = (wanted: readonly MeasureField[]) => wanted.every((field) => fields.includes(field));
  const usable = SECTIONS.map((section) => ({
    ...section,
    lines: section.lines.filter(({ needs, unless }) => has(needs) && !(unless && has(unless))),
  })).filter(({ lines }) => lines.length > 0);
  if (usable.length === 0) return undefined;
  const weights = allocateShares(
    100,
    usable.map(({ weight }) => weight),
  );
  const sections = usable.map(({ id, name, lines }, at): Section => {
    const shares = allocateShares(
      100,
      lines.map(({ share }) => share),
    );
    return {
      id,
      name: name[lang],
      weight: weights[at] ?? 0,
      indicators: lines.map((line, i) => ({
        id: line.id,
        name: line.name[lang],
        weight: shares[i] ?? 0,
        ...withBest(line.make(line.id), bestRating),
      })),
    };
  });
  const used = new Set(usable.flatMap(({ lines }) => lines.flatMap(({ needs }) => needs)));
  return {
    id: "people",
    name: say(W.name, lang),
    lang,
    inputs: fields
      .filter((field) => used.has(field))
      .map((field) => ({
        id: field,
        name: labels.get(field)?.[lang] ?? field,
        format: FORMATS[field] ?? "decimal",
      })),
    sections,
    weights: "exact",
    grades: [
      { name: W.excellent[lang], from: 90, side: "≥", light: "●" },
      { name: W.good[lang], from: 80, side: "≥", light: "●" },
      { name: W.pass[lang], from: 60, side: "≥", light: "▲" },
      { name: W.improve[lang], from: null, side: "≥", light: "▼" },
    ],
    decimals: 2,
  };
}

function withBest(made: ReturnType<Line["make"]>, best: number): ReturnType<Line["make"]> {
  return made.rule.kind === "rated" ? { ...made, rule: { ...made.rule, best } } : made;
}
