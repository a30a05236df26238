import type { Phrase } from "../../words";
import type { ContentKind } from "./content";

/** One column a job can use: what people call it, what its values look like, and whether the job can do without it. */
export interface Field<Id extends string = string> {
  readonly id: Id;
  readonly label: Phrase;
  /** Header words in both languages, best first. Case, spaces, underscores and punctuation do not matter. */
  readonly words: readonly string[];
  /** Header words that look related but mean another thing. */
  readonly notWords?: readonly string[];
  readonly content: ContentKind;
  readonly needed: boolean;
  /** Worth a word only where it is found, or where nothing else says it. */
  readonly aside?: boolean;
  /** May be found by its values alone when no header names it. */
  readonly byContent?: boolean;
}

export type FieldId<Fields extends readonly Field[]> = Fields[number]["id"];
