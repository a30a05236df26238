import type { SheetSpec } from "../../sheets/spec";
import { say } from "../../words";
import type { SharingRecord } from "../record";
import { LEVEL_WORDS, LIST_WORDS as W } from "../words";
import { listPage } from "./listPage";

/** Who has which workbook. @param day writes an ISO time as people read it */
export function handoutsPage(
  { recipients, issue, lang }: SharingRecord,
  date: string,
  day: (iso: string) => string,
): SheetSpec {
  const count = recipients.filter((recipient) => recipient.issue === issue).length;
  return listPage(
    {
      id: "handouts",
      tab: W.handoutsTab[lang],
      title: W.handoutsTitle[lang],
      subtitle: say(W.handoutsSubtitle, lang, { issue, date, count }),
    },
    [
      {
        columns: [
          { header: W.kind[lang] },
          { header: W.unit[lang] },
          { header: W.manager[lang] },
          { header: W.recipient[lang] },
          { header: W.people[lang], numberFormat: "0" },
          { header: W.file[lang] },
          { header: W.issued[lang] },
          { header: W.id[lang] },
        ],
        rows: recipients.map((each) => [
          LEVEL_WORDS[each.level ?? "rep"][lang],
          each.unit,
          each.manager,
          each.name,
          each.count ?? each.people.length,
          each.file,
          `${each.issue} · ${day(each.at)}`,
          each.id,
        ]),
      },
    ],
    lang,
  );
}
