import { COMPANY_ID } from "../../planning/organisation";
import type { Plan } from "../../planning/plan";
import { planNodes } from "../../planning/plan";
import type { PlanVersion } from "../../planning/versions/history";
import { LANGS, say, type Lang } from "../../words";
import { RowSheet, textWidth } from "../rows";
import type { RowSpec, SheetSpec, SpecCell } from "../spec";
import { columnName } from "../../formula/references";
import { COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { wrappedHeight } from "../wrap";
import { amountFormat, changeFormat } from "./amountFormat";
import { REVISION_WORDS as W } from "./revisionWords";

const REASON_WIDTH = 44;
const HEADER = 4;

/** Who changed the targets when, why and to what total; and every unit's total in every version. */
export function versionsSheet(history: readonly PlanVersion[], plan: Plan, lang: Lang): SheetSpec {
  const width = Math.max(7, history.length + 1);
  const rows = new RowSheet(width);
  const heights: RowSpec[] = [];
  rows.add([W.versionsTitle[lang]], "title");
  rows.add([say(W.versionsSubtitle, lang, { measure: plan.measure, unit: plan.unit })], "subtitle");
  rows.skip();
  rows.add(
    [W.number, W.on, W.by, W.closed, W.versionTotal, W.change, W.reason].map((phrase) => phrase[lang]),
  );
  rows.format(`A${HEADER}:G${HEADER}`, "header");
  rows.format(`E${HEADER}:F${HEADER}`, "alignRight");
  const first = HEADER + 1;
  history.forEach(({ number, on, by, reason, closed, total }, i) => {
    const row = rows.add(
      [
        number,
        on,
        by,
        closed,
        total,
        i === 0 ? null : { formula: `=E${first + i}-E${first + i - 1}` },
        reason,
      ],
      ["body", "text"],
    );
    heights.push({ rows: `${row}`, height: Math.max(18, wrappedHeight([[reason, REASON_WIDTH]])) });
  });
  const last = HEADER + history.length;
  rows.format(`A${first}:G${last}`, "row");
  rows.format(`E${first}:E${last}`, "number", amountFormat(plan.step));
  rows.format(`F${first}:F${last}`, "number", changeFormat(plan.step));
  rows.format(`G${HEADER}:G${last}`, ["wrap", "indent1"]);
  rows.skip();
  rows.add([W.versionUnits[lang]], "section");
  const header = rows.add([
    W.unit[lang],
    ...history.map(({ number }) => say(W.versionNumber, lang, { number })),
  ]);
  const end = columnName(history.length);
  rows.format(`A${header}:${end}${header}`, "header");
  rows.format(`B${header}:${end}${header}`, "alignRight");
  const ids = [
    ...new Set([
      ...planNodes(plan.root).map(({ id }) => id),
      ...history.flatMap((v) => Object.keys(v.units)),
    ]),
  ];
  const firstUnit = rows.next;
  for (const id of ids) {
    const row = rows.add(
      [id === COMPANY_ID ? plan.root.name : id, ...history.map(({ units }): SpecCell => units[id] ?? null)],
      ["body", "text"],
    );
    rows.format(`A${row}:${end}${row}`, "row");
  }
  const lastUnit = rows.next - 1;
  rows.format(`B${firstUnit}:${end}${lastUnit}`, "number", amountFormat(plan.step));
  return {
    id: "versions",
    name: W.versionsTab[lang],
    blocks: [rows.block()],
    tabColor: COLORS.muted,
    columns: [
      { columns: "A", width: Math.min(44, Math.max(14, ...ids.map((id) => textWidth(id) + 2))) },
      { columns: `B:${columnName(Math.max(5, width - 1))}`, width: 15 },
      { columns: "G", width: REASON_WIDTH },
    ],
    rows: heights,
    formats: rows.formats,
    freeze: { rows: HEADER, columns: 1 },
    print: {
      orientation: "landscape",
      area: `A1:${columnName(Math.max(6, width - 1))}${lastUnit}`,
      fitWidth: 1,
      footer: { left: W.versionsTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

/**
 * The history a sheet holds; empty when it is no such sheet.
 *
 * @param values the sheet's cells from A1 on
 */
export function readVersions(values: readonly (readonly unknown[])[]): PlanVersion[] {
  const text = (cell: unknown): string =>
    typeof cell === "string" || typeof cell === "number" ? String(cell).trim() : "";
  const lang = LANGS.find((each) => text(values[HEADER - 1]?.[0]) === W.number[each]);
  if (!lang) return [];
  const lines: (readonly unknown[])[] = [];
  for (let row = HEADER; typeof values[row]?.[0] === "number"; row++) lines.push(values[row] ?? []);
  const header = values.findIndex((row, i) => i > HEADER && text(row[0]) === W.unit[lang]);
  return lines.map((line, i) => ({
    number: Number(line[0]),
    on: text(line[1]),
    by: text(line[2]),
    closed: text(line[3]),
    total: Number(line[4]),
    reason: text(line[6]),
    units: Object.fromEntries(
      (header < 0 ? [] : values.slice(header + 1)).flatMap((row, at) => {
        const total = row[i + 1];
        // The company stands first, by its name.
        const id = at === 0 ? COMPANY_ID : text(row[0]);
        return id !== "" && typeof total === "number" ? [[id, total] as const] : [];
      }),
    ),
  }));
}
