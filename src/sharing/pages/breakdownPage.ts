import { compileScheme } from "../../scoring/compile";
import type { CompiledIndicator, CompiledScheme } from "../../scoring/compiled";
import { written } from "../../scoring/explain/workings";
import { NAMES } from "../../scoring/names";
import type { Scheme } from "../../scoring/scheme";
import { totalFormat } from "../../sheets/evaluation/tabs";
import { measureFormat } from "../../sheets/evaluation/scorecardFields";
import type { RowSpec, SheetSpec, SpecCell } from "../../sheets/spec";
import { COLORS } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { wrappedHeight } from "../../sheets/wrap";
import { say, type Lang, type Phrase } from "../../words";
import type { MasterCard, MasterPerson } from "../master/master";
import { HANDOUT_WORDS as H } from "../words";
import { stepAt, type CoverStep } from "./coverStep";
import type { Page } from "./page";
import { SheetDraft } from "./sheetDraft";
import { rowHeights, together } from "./together";

const W = {
  tab: { "zh-CN": "得分构成", "en-US": "Score by indicator" },
  title: { "zh-CN": "{name}：{title}得分构成", "en-US": "{name}: what the scores of {title} are made of" },
  note: {
    "zh-CN": "发出时的数字和得分，只供查看；扣掉的分就在各指标的满分与得分之间",
    "en-US": "Figures and points when sent, for reading; what was lost is the gap between “Of” and “Points”",
  },
  how: {
    "zh-CN": "“{tab}”：得分由哪些数字、按什么规则得来，逐项列出，只供查看。",
    "en-US": "“{tab}”: the figures and the rule behind every point, for reading.",
  },
  header: { "zh-CN": "姓名、指标", "en-US": "Name, indicator" },
  figures: { "zh-CN": "依据的数字", "en-US": "Figures" },
  asReviewed: { "zh-CN": "复核后的最终得分", "en-US": "Score that counts after review" },
  figure: { "zh-CN": "{name} {value}", "en-US": "{name} {value}" },
} as const satisfies Record<string, Phrase>;

const HEADER = 4;
const WIDTHS = [27, 36, 11, 9, 11, 46] as const;
const [NAME_WIDTH, FIGURES_WIDTH] = WIDTHS;
const RULE_WIDTH = WIDTHS[5];

/** What the cover says of the page. */
export function howBreakdown(lang: Lang): CoverStep {
  return stepAt(W.how, lang, W.tab[lang]);
}

/**
 * What the scores of these people are made of: by person and indicator the figures, what they come to, full points,
 * points, and the rule. Plain text and numbers as of the day of sending; nothing is typed here.
 *
 * @returns undefined where nobody has a scorecard
 */
export function breakdownPage(
  people: readonly MasterPerson[],
  { lang, name, title }: { readonly lang: Lang; readonly name: string; readonly title: string },
): Page | undefined {
  const cards = people.flatMap((person) => (person.cards ?? []).map((card) => ({ person, card })));
  if (cards.length === 0) return undefined;
  const several = new Set(cards.map(({ card }) => card.scheme.name)).size > 1;
  const writer = new Writer(lang);
  writer.draft.put("A1", say(W.title, lang, { name, title }), "title");
  writer.draft.put("A2", W.note[lang], "subtitle");
  writer.draft.row(
    `A${HEADER}`,
    [W.header[lang], W.figures[lang], H.measured[lang], H.full[lang], H.points[lang], H.rule[lang]],
    "header",
  );
  writer.draft.format(`C${HEADER}:E${HEADER}`, "alignRight");
  writer.draft.format(`F${HEADER}`, "indent1");
  for (const { person, card } of cards)
    writer.card(
      card,
      [person.name, person.unit, card.period, several ? card.scheme.name : ""]
        .filter((part) => part !== "")
        .join(" · "),
    );
  return writer.page(name);
}

/** Everybody who is scored by a scheme is explained by the same expressions. */
const compiled = new WeakMap<Scheme, CompiledScheme>();
function compiledOf(scheme: Scheme): CompiledScheme {
  const known = compiled.get(scheme) ?? compileScheme(scheme);
  compiled.set(scheme, known);
  return known;
}

class Writer {
  readonly draft: SheetDraft;
  private readonly heights: RowSpec[] = [];
  private readonly parts: number[] = [];
  private next = HEADER + 1;

  constructor(private readonly lang: Lang) {
    this.draft = new SheetDraft("breakdown", W.tab[lang]);
  }

  card(card: MasterCard, who: string): void {
    const { scheme, score, shown } = card;
    const whole = compiledOf(scheme);
    const total = shown?.get(NAMES.total) ?? score.total;
    this.parts.push(this.next - 1);
    const row = this.line([who, null, null, null, total, this.verdict(card)]);
    this.draft.format(`A${row}:F${row}`, ["body", "total"]);
    this.draft.format(`E${row}`, "number", totalFormat(scheme));
    this.draft.format(`F${row}`, ["text", "indent1"]);
    this.heights.push({ rows: `${row}`, height: 22 });
    const sections = new Map(whole.sections.map(({ section, name }) => [section, name]));
    for (const section of scheme.sections) {
      const name = sections.get(section);
      if (name !== undefined) this.section(section.name, section.weight, shown?.get(name) ?? null);
      for (const one of whole.indicators) if (one.section === section) this.indicator(one, card);
    }
    if (typeof total !== "number" || score.total === null || Math.abs(total - score.total) < 1e-9) return;
    const reviewed = this.line([W.asReviewed[this.lang], null, null, null, score.total, null]);
    this.draft.format(`A${reviewed}:F${reviewed}`, ["body", "subtotal"]);
    this.draft.format(`E${reviewed}`, "number", totalFormat(scheme));
  }

  page(name: string): Page {
    const { draft, heights, lang } = this;
    const rows = [{ rows: "1", height: 26 }, { rows: `${HEADER}`, height: 24 }, ...heights];
    const sheet: SheetSpec = {
      id: draft.id,
      name: draft.tab,
      tabColor: COLORS.muted,
      blocks: draft.blocks(),
      columns: WIDTHS.map((width, i) => ({ columns: "ABCDEF".charAt(i), width })),
      rows,
      formats: draft.formats,
      protect: { inputs: [] },
      freeze: { rows: HEADER, columns: 1 },
      print: {
        orientation: "landscape",
        area: `A1:F${this.next - 1}`,
        titleRows: `$${HEADER}:$${HEADER}`,
        fitWidth: 1,
        ...together("landscape", WIDTHS, rowHeights(rows, this.next - 1), this.parts),
        footer: { left: name, right: PAGE_WORDS.pages[lang] },
      },
    };
    return { sheet, fields: [], places: {} };
  }

  /** Grade and remark: what the total comes to. */
  private verdict({ scheme, score: { grade, remark } }: MasterCard): string {
    const light = scheme.grades.find(({ name }) => name === grade)?.light ?? "";
    return [[light, grade].filter((part) => part !== "").join(" "), remark]
      .filter((part) => part !== "")
      .join(" · ");
  }

  private section(name: string, weight: number, points: SpecCell): void {
    const row = this.line([name, null, null, weight, points, null]);
    this.draft.format(`A${row}:F${row}`, ["body", "subtotal"]);
    this.draft.format(`D${row}`, ["number", "muted"], 'General"%"');
    this.draft.format(`E${row}`, "number", "0.00");
  }

  private indicator(one: CompiledIndicator, { scheme, shown, points }: MasterCard): void {
    const { indicator, rule, percent, measured } = one;
    const { lang } = this;
    const plain = scheme.inputs.find(({ id }) => id === measured);
    const figures = one.inputs
      .filter((id) => id !== measured)
      .flatMap((id) => {
        const given = scheme.inputs.find((each) => each.id === id);
        const value = written(shown?.get(id) ?? null, lang, given?.format === "percent");
        return given ? [say(W.figure, lang, { name: given.name, value })] : [];
      })
      .join(lang === "zh-CN" ? "；" : "; ");
    const described = rule.describe(indicator.rule, {
      lang,
      weight: indicator.weight,
      subject: indicator.name,
      percent,
    });
    const row = this.line([
      indicator.name,
      figures,
      shown?.get(measured) ?? null,
      rule.standing === undefined ? indicator.weight : null,
      shown?.get(one.points.name) ?? points.get(indicator.id)?.value ?? null,
      described,
    ]);
    const whole = plain?.format === "integer" || plain?.format === "money";
    this.draft.format(`A${row}:F${row}`, ["body", "row"]);
    this.draft.format(`A${row}`, ["wrap", "text", "indent1"]);
    this.draft.format(`B${row}`, ["wrap", "text", "muted"]);
    this.draft.format(`C${row}`, "number", whole ? "#,##0" : measureFormat(one));
    this.draft.format(`D${row}`, ["number", "muted"], "0.##");
    this.draft.format(`E${row}`, ["number", "strong"], "0.00");
    this.draft.format(`F${row}`, ["wrap", "text", "muted", "indent1"]);
    this.heights.push({
      rows: `${row}`,
      height:
        wrappedHeight([
          [indicator.name, NAME_WIDTH - 2],
          [figures, FIGURES_WIDTH - 1],
          [described, RULE_WIDTH - 2],
        ]) + 4,
    });
  }

  private line(cells: readonly SpecCell[]): number {
    this.draft.row(`A${this.next}`, cells);
    return this.next++;
  }
}
