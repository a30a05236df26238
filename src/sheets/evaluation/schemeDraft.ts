import type { RaterGroup, RaterPlan, Scheme } from "../../scoring/scheme";
import type { Lang } from "../../words";
import { splitWords, text, type GridValue, type Writable } from "../readBack";

type Section = Scheme["sections"][number];

/** An indicator while its rows are being read: the rule's parameters and the inputs come in rows of their own. */
export type DraftIndicator = Writable<Section["indicators"][number]> & {
  rule: Record<string, unknown> & { kind: string };
  inputs: Record<string, string>;
  policies: Record<string, string>;
};

/** A scheme while its rows are being read. */
export class SchemeDraft {
  readonly sections: (Writable<Section> & { indicators: DraftIndicator[] })[] = [];
  readonly indicators = new Map<string, DraftIndicator>();
  readonly inputs: Writable<Scheme["inputs"][number]>[] = [];
  readonly raters: (Writable<RaterPlan> & { groups: RaterGroup[] })[] = [];
  readonly phases: { id: string; name: string }[] = [];
  readonly grades: Scheme["grades"][number][] = [];
  readonly settings = new Map<string, GridValue>();

  /** Path of an indicator inside the scheme: `sections.results.revenue`. */
  pathOf(indicator: string): string {
    const section = this.sections.find((one) => one.indicators.some(({ id }) => id === indicator));
    return `sections.${section?.id ?? ""}.${indicator}`;
  }

  scheme(name: string, lang: Lang): Scheme {
    const setting = (key: string): string => text(this.settings.get(key));
    const [from, to, version, positions] = ["from", "to", "version", "positions"].map(setting);
    return {
      id: setting("id"),
      name,
      lang,
      inputs: this.inputs,
      sections: this.sections as unknown as Scheme["sections"],
      weights: this.settings.get("weights") === "normalise" ? "normalise" : "exact",
      grades: this.grades,
      decimals: Number(this.settings.get("decimals") ?? Number.NaN),
      ...(positions && { positions: splitWords(positions) }),
      ...(this.phases.length > 0 && { phases: this.phases }),
      ...(this.raters.length > 0 && { raters: this.raters }),
      ...(version && { version }),
      ...((from || to) && { inForce: { ...(from && { from }), ...(to && { to }) } }),
    };
  }
}
