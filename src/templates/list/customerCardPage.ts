import { RowSheet } from "../../sheets/rows";
import type { SheetSpec, SpecCell } from "../../sheets/spec";
import { FORM_WORDS } from "../../sheets/forms/words";
import type { TableLayout } from "../../sheets/tablePage";
import { PAGE_WORDS } from "../../sheets/words";
import type { Lang } from "../../words";
import { CUSTOMER_WORDS as T } from "./customerCardWords";

export const CARD_ID = "customerCard";
const CARD_LINES = 10;
/** The customer picked on the card. */
const PICK_ROW = 4;

/** Everything about one customer on a page to print. */
export function customerCardPage(
  list: TableLayout,
  visits: TableLayout,
  first: SpecCell,
  lang: Lang,
): SheetSpec {
  const rows = new RowSheet(4);
  const pick = `$B$${PICK_ROW}`;
  const of = (key: keyof typeof T | "rate", format?: string): SpecCell => {
    const found = `INDEX(${list.range(key)},MATCH(${pick},${list.range("name")},0))`;
    return {
      formula: format === undefined ? `=IFERROR(${found}&"","")` : `=IFERROR(IF(${found}="","",${found}),"")`,
    };
  };
  rows.add([T.cardTitle[lang]], "title");
  rows.add([T.cardSubtitle[lang]], "subtitle");
  rows.skip();
  rows.add([T.name[lang], first, T.class[lang], of("class")]);
  rows.format(`B${PICK_ROW}`, ["strong", "text", "input"]);
  const pairs: readonly (readonly [
    keyof typeof T,
    string | undefined,
    keyof typeof T,
    string | undefined,
  ])[] = [
    ["industry", undefined, "owner", undefined],
    ["contact", undefined, "position", undefined],
    ["phone", undefined, "since", "yyyy-mm-dd"],
    ["lastYear", "#,##0", "plan", "#,##0"],
    ["actual", "#,##0", "rate", "0.0%"],
    ["owed", "#,##0", "rivals", undefined],
  ];
  for (const [left, leftFormat, right, rightFormat] of pairs) {
    const row = rows.add(
      [T[left][lang], of(left, leftFormat), T[right][lang], of(right, rightFormat)],
      ["body", "row"],
    );
    if (leftFormat !== undefined) rows.format(`B${row}`, "text", leftFormat);
    if (rightFormat !== undefined) rows.format(`D${row}`, "text", rightFormat);
  }
  const heights = [{ rows: "1", height: 26 }];
  for (const key of ["needs", "next"] as const) {
    const row = rows.add([T[key][lang], of(key)], ["body", "row"]);
    heights.push({ rows: `${row}`, height: 20 });
  }
  rows.format(`A${PICK_ROW}:A${rows.next - 1}`, "muted");
  rows.format(`C${PICK_ROW}:C${rows.next - 3}`, "muted");
  rows.skip();
  rows.add(
    [
      T.recent[lang],
      null,
      T.more[lang],
      { formula: `=IF(${pick}="","",COUNTIF(${visits.range("name")},${pick}))` },
    ],
    "section",
  );
  rows.format(`C${rows.next - 1}:D${rows.next - 1}`, ["body", "muted", "alignLeft"]);
  rows.add([T.date[lang], T.what[lang], T.kind[lang], T.person[lang]], "header");
  const firstLine = rows.next;
  for (let line = 1; line <= CARD_LINES; line++) {
    // The latest first.
    const nth = `MATCH(${pick}&"#"&(COUNTIF(${visits.range("name")},${pick})-${line - 1}),${visits.range("key")},0)`;
    const take = (key: string): SpecCell => ({
      formula: `=IFERROR(INDEX(${visits.range(key)},${nth})&"","")`,
    });
    const day: SpecCell = { formula: `=IFERROR(INDEX(${visits.range("date")},${nth}),"")` };
    rows.add([day, take("what"), take("kind"), take("person")], ["body", "row"]);
  }
  rows.format(`A${firstLine}:D${rows.next - 1}`, "wrap");
  rows.format(`A${firstLine}:A${rows.next - 1}`, "wrap", "yyyy-mm-dd");
  return {
    id: CARD_ID,
    name: T.cardTab[lang],
    blocks: [rows.block()],
    columns: [
      { columns: "A", width: 15 },
      { columns: "B", width: 44 },
      { columns: "C", width: 17 },
      { columns: "D", width: 20 },
    ],
    rows: [...heights, { rows: `${firstLine}:${rows.next - 1}`, height: 28 }],
    formats: rows.formats,
    validations: [
      {
        range: `B${PICK_ROW}`,
        rule: { kind: "listFrom", source: `=${list.range("name")}` },
        prompt: { title: T.name[lang], message: FORM_WORDS.pickOne[lang] },
      },
    ],
    print: {
      orientation: "portrait",
      area: `A1:D${rows.next - 1}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: T.cardTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}
