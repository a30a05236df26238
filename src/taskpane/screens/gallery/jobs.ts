import type { Cleared, TemplateView } from "../../../jobs/template/template";
import type { ReadyTemplate } from "../../../jobs/template/ready";
import type { TemplateStep } from "../../../jobs/template/takeBack";
import type { JobOptions } from "../../../jobs/types";
import type { Rolled } from "../../../jobs/template/workPlan";
import type { Lang } from "../../../words";

/** What the gallery's screen asks for; `src/jobs` fulfils it. All of them reject with AttainError. */
export interface GalleryJobs {
  listTemplates(lang: Lang): readonly TemplateView[];
  /** The template the open workbook was made from. */
  openTemplate(options: Pick<JobOptions, "signal">): Promise<{ readonly template: { readonly id: string } }>;
  writeTemplate(
    id: string,
    options: JobOptions & { readonly examples?: boolean },
  ): Promise<{ readonly sheets: readonly string[] }>;
  /** Ids of the templates that the words fit. */
  searchTemplates(words: string): readonly string[];
  /** With the open workbook's data in place of the example: worked out, and written when its `write` is called. */
  prepareTemplate(id: string, options: JobOptions & { readonly period?: string }): Promise<ReadyTemplate>;
  clearExamples(options: Pick<JobOptions, "signal">): Promise<Cleared>;
  /** What a write just done can be taken back by. */
  templateStep(): Promise<TemplateStep | undefined>;
  takeBackTemplate(step: TemplateStep): Promise<void>;
  rollWorkPlan(week: string | undefined, options: JobOptions): Promise<Rolled>;
}

/** Fetched when the gallery is first opened: templates are no part of the pane's first download. */
export async function loadGallery(): Promise<GalleryJobs> {
  const [template, workPlan, takeBack] = await Promise.all([
    import("../../../jobs/template/template"),
    import("../../../jobs/template/workPlan"),
    import("../../../jobs/template/takeBack"),
  ]);
  return { ...template, ...workPlan, ...takeBack };
}
