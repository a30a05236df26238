import type { Field } from "./fields";
import { LEDGER_FIELDS } from "./ledgerFields";
import { PRODUCT_FIELDS } from "./productFields";
import { TEAM_FIELDS } from "./teamFields";
import { MEASURE_FIELDS } from "./measureFields";
import { PERSON_FIELDS } from "./personFields";
import { hasCjk } from "../clean/text";
import { FORM_TABLES } from "../forms/tables/all";
import { headerKey } from "./headers";

const SETS: readonly (readonly Field[])[] = [
  LEDGER_FIELDS,
  TEAM_FIELDS,
  PRODUCT_FIELDS,
  PERSON_FIELDS,
  MEASURE_FIELDS,
];
/** Of forms the Chinese words only: in English they are everyday words that records are full of. */
const FORM_WORDS = FORM_TABLES.flatMap(({ fields }) => fields.flatMap(({ words }) => words.filter(hasCjk)));
const COMMON = [
  "序号",
  "备注",
  "电话",
  "手机",
  "地址",
  "说明",
  "合计",
  "no.",
  "remarks",
  "note",
  "notes",
  "phone",
  "email",
  "address",
];
const WORDS = new Set(
  [
    ...SETS.flat().flatMap((field) => [...field.words, ...(field.notWords ?? [])]),
    ...FORM_WORDS,
    ...COMMON,
  ].map(headerKey),
);

/** Whether a header key is a word some field of some sheet is known by. */
export function isHeaderWord(key: string): boolean {
  return WORDS.has(key);
}
