import type { Model } from "@ironcalc/wasm";
import type { Live } from "./live";

export type ModelClass = new (name: string, locale: string, timezone: string, language: string) => Model;

export class Grid {
  readonly model: Model;
  constructor(live: Live, ModelType: ModelClass, edited: () => void) {
    void live; void edited;
    this.model = new ModelType("w", "en", "UTC", "en");
  }
  refresh(): void {}
}
