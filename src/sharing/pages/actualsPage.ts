import { quoteSheet } from "../../formula/references";
import type { SheetSpec } from "../../sheets/spec";
import { PAGE_WORDS } from "../../sheets/words";
import { say } from "../../words";
import { COUNTS, type Count, type Master, type MasterPerson } from "../master/master";
import { HANDOUT_WORDS as W } from "../words";
import type { Page } from "./page";
import { SheetDraft } from "./sheetDraft";

const HEADER = 4;
const FIRST = HEADER + 1;

/** Cells other pages read: what counts after corrections. */
export interface ActualsPlaces {
  readonly total: string;
  readonly counts: Readonly<Record<Count, string>>;
}

/** What is on record for one person, month by month, with a yellow cell beside each figure for the right one. */
export function actualsPage(master: Master, person: MasterPerson): Page<ActualsPlaces> {
  const { lang, months, baseYear } = master;
  const tab = W.actualsTab[lang];
  const draft = new SheetDraft("actuals", tab);
  const last = FIRST + months.length - 1;
  const total = last + 1;
  const firstCount = total + 1;
  const lastCount = firstCount + COUNTS.length - 1;
  draft.put("A1", say(W.actualsTitle, lang, { name: person.name, year: String(baseYear) }), "title");
  draft.put("A2", W.actualsSubtitle[lang], "subtitle");
  draft.row(`A${HEADER}`, [W.item[lang], W.recorded[lang], W.correction[lang], W.used[lang]], "header");
  draft.format(`B${HEADER}:D${HEADER}`, "alignRight");
  draft.format(`A${FIRST}:D${lastCount}`, ["body", "row"]);
  draft.format(`A${total}:D${total}`, "total");
  draft.format(`A${FIRST}:A${lastCount}`, "text");
  draft.format(`B${FIRST}:D${lastCount}`, "number", "#,##0");
  const line = (row: number, label: string, value: number | null, key: string, whole: boolean) => {
    draft.row(`A${row}`, [label, value ?? 0, null, { formula: `=IF(ISBLANK(C${row}),B${row},C${row})` }]);
    draft.format(`C${row}`, "input");
    draft.input(
      `C${row}`,
      { kind: "actual", person: 0, key, label: `${W.correction[lang]} ${label}` },
      { row: `A${row}`, column: `C${HEADER}` },
      { kind: "number", ...(whole ? { min: 0, whole } : {}) },
      { title: label, prompt: W.correctionPrompt[lang], error: W.numberError[lang] },
    );
  };
  months.forEach((month, i) => line(FIRST + i, month, person.actuals[i]?.value ?? null, String(i), false));
  const sum = (column: string) => ({ formula: `=SUM(${column}${FIRST}:${column}${last})` });
  draft.row(`A${total}`, [W.wholeYear[lang], sum("B"), null, sum("D")]);
  COUNTS.forEach((count, i) =>
    line(firstCount + i, W[count][lang], person.counts[count]?.value ?? null, count, true),
  );
  const sheet: SheetSpec = {
    id: draft.id,
    name: tab,
    blocks: draft.blocks(),
    columns: [
      { columns: "A:A", width: 18 },
      { columns: "B:D", width: 18 },
    ],
    rows: [
      { rows: `${HEADER}`, height: 24 },
      { rows: `${FIRST}:${lastCount}`, height: 18 },
    ],
    formats: draft.formats,
    validations: draft.validations,
    protect: { inputs: [`C${FIRST}:C${last}`, `C${firstCount}:C${lastCount}`] },
    freeze: { rows: HEADER, columns: 1 },
    print: {
      orientation: "portrait",
      area: `A1:D${lastCount}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: person.name, right: PAGE_WORDS.pages[lang] },
    },
  };
  const cell = (row: number) => `${quoteSheet(tab)}!$D$${row}`;
  return {
    sheet,
    fields: draft.fields,
    places: {
      total: cell(total),
      counts: { won: cell(firstCount), lost: cell(firstCount + 1), open: cell(firstCount + 2) },
    },
  };
}
