import { VERSION } from "../jobs/version";
import { contentsOf } from "../sheets/contents";
import { COVER_ID, coverSheet } from "../sheets/cover";
import type { FormTable } from "../records/forms/formTable";
import type { FilledForms, FoundForms } from "./fill/forms";
import type { SheetSpec, WorkbookSpec } from "../sheets/spec";
import type { PlanRequest } from "../planning/planRequest";
import type { EvaluationRequest } from "../scoring/evaluation";
import type { Lang, Phrase } from "../words";
import { typedCells, withoutTyped, type TypedCell } from "./typed";

/** What a template is mostly about. */
export const GROUPS = ["plan", "score", "form"] as const;
export type Group = (typeof GROUPS)[number];

/** How a template takes data that are there already in place of its example. */
export type Fill =
  | {
      readonly kind: "plan";
      readonly request: (lang: Lang) => PlanRequest;
      readonly book: (request: PlanRequest, lang: Lang) => WorkbookSpec;
    }
  | {
      readonly kind: "evaluation";
      readonly request: (lang: Lang) => EvaluationRequest;
      readonly book: (request: EvaluationRequest, lang: Lang) => WorkbookSpec;
    }
  | {
      readonly kind: "tables";
      /** What the workbook is searched for. */
      readonly tables: readonly FormTable[];
      /** A sales ledger serves where none of the tables is there. */
      readonly ledger?: boolean;
      /** The pages with what was found; undefined when that is nothing the template could use. */
      readonly book: (found: FoundForms, lang: Lang) => FilledForms | undefined;
    };

/** A ready workbook of the gallery: a plan, a scheme or forms as data, with example data. */
export interface Template {
  /** `work-plan`: what the terminal calls it. */
  readonly id: string;
  /** `D10`. */
  readonly number: string;
  readonly group: Group;
  readonly name: Phrase;
  /** What it is for, in a sentence. */
  readonly purpose: Phrase;
  /** How to use it: five lines. */
  readonly steps: readonly Phrase[];
  /** Its pages with example data, without the cover. */
  readonly book: (lang: Lang) => WorkbookSpec;
  /** Ids of sheets (`data` also means `data-1` …) whose typed cells hold example data; what is typed elsewhere (weights, rules) is the template's own. */
  readonly examples: readonly string[];
  /** Id of the page its picture shows; the first with a chart when left out. */
  readonly picture?: string;
  /** Templates without it are filled in by hand. */
  readonly fill?: Fill;
}

export interface TemplateOptions {
  /** False leaves the cells of the example data empty. Default true. */
  readonly examples?: boolean;
}

/**
 * A template as a workbook: a cover, then its pages.
 *
 * @example templateBook(findTemplate("work-plan"), "zh-CN")
 */
export function templateBook(
  template: Template,
  lang: Lang,
  { examples = true }: TemplateOptions = {},
): WorkbookSpec {
  return withCover(template, template.book(lang), lang, examples ? "examples" : "nothing");
}

/** The template's pages with a person's own data in them: see {@link Fill}. */
export function filledBook(template: Template, book: WorkbookSpec, lang: Lang): WorkbookSpec {
  return withCover(template, book, lang, "own");
}

function withCover(
  template: Template,
  { sheets, names }: WorkbookSpec,
  lang: Lang,
  filled: "examples" | "nothing" | "own",
): WorkbookSpec {
  const pages = sheets.filter(({ id }) => id !== COVER_ID);
  const cover = coverSheet(
    {
      key: `${template.number} ${template.id}`,
      title: template.name[lang],
      purpose: template.purpose[lang],
      steps: template.steps.map((step) => step[lang]),
      pages: contentsOf(pages, lang),
      version: VERSION,
      filled,
    },
    lang,
  );
  const cleared =
    filled === "nothing"
      ? pages.map((sheet) => (holdsExamples(template, sheet) ? withoutTyped(sheet) : sheet))
      : pages;
  return { sheets: [cover, ...cleared], names, activate: COVER_ID };
}

/** `data` stands for `data`, `data-1`, `data-2` … : one page a scheme. */
export function holdsExamples({ examples }: Pick<Template, "examples">, { id }: SheetSpec): boolean {
  return examples.some((each) => id === each || id.startsWith(`${each}-`));
}

export type ExampleCell = TypedCell;

/** Every cell that holds example data. */
export function exampleCells(template: Template, lang: Lang): ExampleCell[] {
  return template
    .book(lang)
    .sheets.filter((sheet) => holdsExamples(template, sheet))
    .flatMap(typedCells);
}
