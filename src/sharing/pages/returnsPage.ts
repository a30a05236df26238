import type { SheetSpec, SpecCell } from "../../sheets/spec";
import { say } from "../../words";
import { tellFault, type Fault } from "../faults";
import type { FieldKind } from "../fields";
import type { Recipient, SharingRecord } from "../record";
import { LIST_WORDS as W } from "../words";
import { listPage, type ListTable } from "./listPage";

/** Who has answered and what, who has not, and what somebody should look into. */
export function returnsPage(
  record: SharingRecord,
  faults: readonly Fault[],
  date: string,
  time: (iso: string) => string,
): SheetSpec {
  const { lang, recipients } = record;
  const missing = recipients.filter(({ returned }) => !returned).length;
  const tables: ListTable[] = [
    {
      columns: [
        { header: W.status[lang] },
        { header: W.unit[lang] },
        { header: W.manager[lang] },
        { header: W.recipient[lang] },
        { header: W.reply[lang] },
        { header: W.asked[lang], numberFormat: "#,##0" },
        { header: W.proposed[lang], numberFormat: "#,##0" },
        { header: W.self[lang], numberFormat: "0.##" },
        { header: W.comment[lang], style: "wrap" },
        { header: W.file[lang] },
        { header: W.savedAt[lang] },
      ],
      rows: recipients.map((recipient) => rowOf(recipient, record, time)),
    },
  ];
  if (faults.length > 0) {
    tables.push({
      heading: W.faults[lang],
      columns: [W.file, W.sheet, W.what, W.remedy].map((phrase) => ({ header: phrase[lang] })),
      rows: faults.map((fault) => {
        const { file, where, what, remedy } = tellFault(fault, lang);
        return [file, where, what, remedy];
      }),
    });
  }
  return listPage(
    {
      id: "returns",
      tab: W.returnsTab[lang],
      title: W.returnsTitle[lang],
      subtitle: say(W.returnsSubtitle, lang, { date, answered: recipients.length - missing, missing }),
    },
    tables,
    lang,
  );
}

function rowOf(
  recipient: Recipient,
  { lang, layouts }: SharingRecord,
  time: (iso: string) => string,
): SpecCell[] {
  const { returned, issued, unit, manager, name } = recipient;
  const fields = layouts[recipient.layout]?.fields ?? [];
  const answer = (index: number) => returned?.answers[index];
  const indexes = (kind: FieldKind) => fields.flatMap((field, i) => (field.kind === kind ? [i] : []));
  const sum = (values: readonly number[]): number | null =>
    values.length > 0 ? values.reduce((a, b) => a + b, 0) : null;
  const number = (value: unknown): number[] => (typeof value === "number" ? [value] : []);
  const word = (kind: FieldKind): string | null => {
    const value = indexes(kind)
      .map(answer)
      .find((each) => typeof each === "string");
    return typeof value === "string" ? value : null;
  };
  const targets = indexes("target");
  return [
    returned ? W.answered[lang] : W.missing[lang],
    unit,
    manager,
    name,
    word("reply"),
    sum(targets.map((i) => issued[i] ?? 0)),
    returned ? sum(targets.map((i) => number(answer(i))[0] ?? issued[i] ?? 0)) : null,
    sum(indexes("self").flatMap((i) => number(answer(i)))),
    word("comment"),
    returned?.file ?? recipient.file,
    returned ? time(returned.savedAt) : null,
  ];
}
