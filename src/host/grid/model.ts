import type { Model } from "@ironcalc/wasm";

export type ModelClass = new (name: string, locale: string, timezone: string, language: string) => Model;

/** Methods through which the grid changes a workbook. Everything else only looks, selects or scrolls. */
const EDITS = [
  "setUserInput",
  "setUserArrayFormula",
  "rangeClearAll",
  "rangeClearContents",
  "rangeClearFormatting",
  "pasteCsvText",
  "pasteFromClipboard",
  "onPasteStyles",
  "autoFillRows",
  "autoFillColumns",
  "updateRangeStyle",
  "setAreaWithBorder",
  "undo",
  "redo",
  "insertRows",
  "insertColumns",
  "deleteRows",
  "deleteColumns",
  "moveRows",
  "moveColumns",
  "newSheet",
  "duplicateSheet",
  "renameSheet",
  "deleteSheet",
  "moveSheet",
  "hideSheet",
  "unhideSheet",
  "setSheetColor",
  "setShowGridLines",
  "setColumnsWidth",
  "setRowsHeight",
  "setColumnsHidden",
  "setRowsHidden",
  "setFrozenRowsCount",
  "setFrozenColumnsCount",
] as const satisfies readonly (keyof Model)[];

export type EditName = (typeof EDITS)[number];

export interface Edit {
  readonly name: EditName;
  readonly args: readonly unknown[];
}

export interface Hooks {
  /** Whether the host itself is changing the model. */
  isTelling(): boolean;
  /** A person's edit; `apply` carries it out in the model, or is left uncalled to refuse it. */
  edit(edit: Edit, apply: () => unknown): void;
  /** A person goes to another sheet. */
  sheetShown(): void;
}

/** IronCalc's model whose edits by the grid pass through `hooks`. */
export function watchedModel(ModelType: ModelClass, hooks: Hooks): ModelClass {
  const Watched = class extends ModelType {};
  for (const name of EDITS) {
    const inherited = ModelType.prototype[name] as (this: Model, ...args: unknown[]) => unknown;
    Object.defineProperty(Watched.prototype, name, {
      configurable: true,
      value: function (this: Model, ...args: unknown[]): void {
        if (hooks.isTelling()) inherited.apply(this, args);
        else hooks.edit({ name, args }, () => inherited.apply(this, args));
      },
    });
  }
  const select = ModelType.prototype.setSelectedSheet;
  Object.defineProperty(Watched.prototype, "setSelectedSheet", {
    configurable: true,
    value: function (this: Model, sheet: number): void {
      select.call(this, sheet);
      if (!hooks.isTelling()) hooks.sheetShown();
    },
  });
  return Watched;
}
