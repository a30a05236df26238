import { sheetParts } from "./book";
import { Package } from "./package";
import { attr, descendants, rootOf, textOf } from "./xml";

/** A note somebody put on a cell. */
export interface CellComment {
  readonly tab: string;
  /** `D9` */
  readonly cell: string;
  readonly text: string;
}

/** Notes of the old kind, and threads of the new; the former hold a stand-in for each thread. */
const KINDS = [
  { type: /\/threadedComment$/, element: "threadedComment", text: "text" },
  { type: /\/comments$/, element: "comment", text: "t" },
] as const;

/** All notes on cells of a workbook, by sheet. */
export function readComments(bytes: Uint8Array): CellComment[] {
  const file = Package.open(bytes);
  return sheetParts(file).flatMap(({ name: tab, part, isWorksheet }): CellComment[] => {
    if (!isWorksheet) return [];
    const relations = file.relations(part);
    for (const kind of KINDS) {
      const targets = relations.filter(({ type, target }) => kind.type.test(type) && file.has(target));
      if (targets.length === 0) continue;
      return targets.flatMap(({ target }) =>
        descendants(rootOf(file.document(target)), kind.element).map((element) => ({
          tab,
          cell: attr(element, "ref") ?? "",
          text: descendants(element, kind.text).map(textOf).join("").trim(),
        })),
      );
    }
    return [];
  });
}
