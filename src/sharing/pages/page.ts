import type { SheetSpec } from "../../sheets/spec";
import type { ReturnField } from "../fields";

/** One page of a handout, the cells of it that come back, and where other pages find what they show. */
export interface Page<Places = object> {
  readonly sheet: SheetSpec;
  readonly fields: readonly ReturnField[];
  readonly places: Places;
}
