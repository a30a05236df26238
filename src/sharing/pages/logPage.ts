import type { SheetSpec, SpecCell } from "../../sheets/spec";
import type { Lang } from "../../words";
import type { Change } from "../incoming/collection";
import { LIST_WORDS as W } from "../words";
import { listPage } from "./listPage";

const AMOUNT = "#,##0.##";

/**
 * Every cell of the master that answers have changed, oldest first.
 *
 * @param earlier rows of the log as it stands, without its header
 * @param when when this merge happened, as people read it
 */
export function logPage(
  earlier: readonly (readonly SpecCell[])[],
  changes: readonly Change[],
  when: string,
  lang: Lang,
): SheetSpec {
  return listPage(
    { id: "mergeLog", tab: W.logTab[lang], title: W.logTitle[lang], subtitle: W.logSubtitle[lang] },
    [
      {
        columns: [
          { header: W.who[lang] },
          { header: W.about[lang] },
          { header: W.what[lang] },
          { header: W.sheet[lang] },
          { header: W.cell[lang] },
          { header: W.before[lang], numberFormat: AMOUNT },
          { header: W.after[lang], numberFormat: AMOUNT },
          { header: W.file[lang] },
          { header: W.when[lang] },
        ],
        rows: [
          ...earlier,
          ...changes.map(({ recipient, person, what, tab, cell, before, after, file }): SpecCell[] => [
            recipient,
            person,
            what,
            tab,
            cell,
            before,
            after,
            file,
            when,
          ]),
        ],
      },
    ],
    lang,
  );
}

/** How many rows stand above the log's first entry. */
export const LOG_HEADER_ROWS = 4;
export const LOG_COLUMNS = 9;
