import type { Model } from "@ironcalc/wasm";
import { withoutLinks } from "./hyperlinks";
import { mapNames } from "../book/formulaText";
import type { HostSheet, HostWorkbook, NameState } from "../book/workbook";

/**
 * The workbook's names in an IronCalc model. IronCalc holds names in ASCII that stand for a reference; every other
 * (`税率`, `=100`) is written out in the formulas that use it.
 */
export class ModelNames {
  /** Names the model holds, by scope and name. */
  private held = new Map<string, { name: string; scope: number | undefined; formula: string }>();
  /** Formulas of names it does not hold. */
  private writtenOut = new Map<string, string>();

  constructor(
    private readonly book: HostWorkbook,
    private readonly indexOf: (sheet: HostSheet) => number | undefined,
  ) {}

  /** For a new model with all its sheets. */
  start(model: Model): void {
    this.held = new Map();
    this.writtenOut = new Map();
    for (const name of this.book.names) this.add(model, name);
  }

  /** @returns false when names that are written out have changed */
  update(model: Model): boolean {
    const wanted = new Map(this.book.names.map((name) => [keyOf(name.name, name.scope), name]));
    for (const [key, formula] of this.writtenOut) if (wanted.get(key)?.formula !== formula) return false;
    for (const [key, { name, scope, formula }] of this.held) {
      if (wanted.get(key)?.formula === formula) continue;
      model.deleteDefinedName(name, scope);
      this.held.delete(key);
    }
    const before = this.writtenOut.size;
    for (const [key, name] of wanted)
      if (!this.held.has(key) && !this.writtenOut.has(key)) this.add(model, name);
    return this.writtenOut.size === before;
  }

  /** The formula as the model can hold it: names and links it lacks replaced by what they stand for. */
  writeOut(formula: string, home: HostSheet): string {
    const plain = withoutLinks(formula);
    if (this.writtenOut.size === 0) return plain;
    return mapNames(plain, (name) => {
      const meaning =
        this.writtenOut.get(keyOf(name, home.id)) ?? this.writtenOut.get(keyOf(name, undefined));
      return meaning === undefined ? undefined : `(${meaning.slice(1)})`;
    });
  }

  private add(model: Model, { name, scope, formula }: NameState): void {
    const sheet = this.book.sheets.find(({ id }) => id === scope);
    const index = sheet && this.indexOf(sheet);
    try {
      model.newDefinedName(name, index, formula.slice(1));
      this.held.set(keyOf(name, scope), { name, scope: index, formula });
    } catch {
      this.writtenOut.set(keyOf(name, scope), formula);
    }
  }
}

const keyOf = (name: string, scope: string | undefined): string => `${scope ?? ""}!${name.toLowerCase()}`;
