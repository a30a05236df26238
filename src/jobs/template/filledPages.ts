import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import type { Grid } from "../../records/grid";
import { holdsExamples, type Template } from "../../templates/template";
import { typedIn } from "../../templates/typed";
import type { SheetSpec } from "../../sheets/spec";
import { LANGS } from "../../words";
import { parseRange } from "../../formula/references";
import type { JobOptions } from "../types";

/** A page of a template as people have filled it in. */
export interface FilledPage extends Grid {
  /** Id of its spec. */
  readonly spec: string;
}

/**
 * The open workbook's own pages of a template that hold more than its example: a copy that was filled in by hand,
 * perhaps last year's. An example nobody touched is nobody's data.
 */
export async function filledPages(
  template: Template,
  { signal }: Pick<JobOptions, "signal">,
): Promise<FilledPage[]> {
  const made = LANGS.flatMap((lang) => template.book(lang).sheets).filter((sheet) =>
    holdsExamples(template, sheet),
  );
  const here = ((await readState())?.sheets ?? []).filter(({ spec }) => made.some(({ id }) => id === spec));
  if (here.length === 0) return [];
  const grids = await readGrids({ ...(signal ? { signal } : {}), sheets: here.map(({ tab }) => tab) });
  const specs = new Map(here.map(({ spec, tab }) => [tab, spec]));
  return grids.flatMap((grid) => {
    const spec = specs.get(grid.sheet);
    const examples = made.filter(({ id }) => id === spec);
    return spec === undefined || examples.some((example) => isUntouched(grid, example))
      ? []
      : [{ ...grid, spec }];
  });
}

/** Whether every cell people type into still says what the template came with. */
function isUntouched(grid: Grid, sheet: SheetSpec): boolean {
  const isTyped = typedIn(sheet);
  const example = new Map(
    sheet.blocks.flatMap(({ at, cells }) => {
      const { top, left } = parseRange(at);
      return cells.flatMap((line, r) => line.map((cell, c) => [`${top + r} ${left + c}`, cell] as const));
    }),
  );
  return grid.values.every((line, r) =>
    line.every((value, c) => {
      const [row, column] = [grid.top + r, grid.left + c];
      return (
        !isTyped(row, column) || (example.get(`${row} ${column}`) ?? null) === (value === "" ? null : value)
      );
    }),
  );
}
