import { rangeRef } from "../../formula/references";
import { checkOwners, type SharedTarget } from "../../planning/follow/responsibility";
import type { Lang } from "../../words";
import { RowSheet, textWidth } from "../rows";
import type { SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { lightColours } from "./lights";
import { RESPONSIBILITY_WORDS as W } from "./responsibilityWords";

const WIDTH = 11;
const CHART_ROWS = 14;

/**
 * Targets that several departments answer for: one row a department with its share, its part of the gap and a check of
 * the shares; then every department over all its targets, weighted with its shares.
 *
 * @throws AttainError `request-invalid` when a target's shares do not hold together
 */
export function responsibilitySheet(targets: readonly SharedTarget[], lang: Lang): SheetSpec {
  targets.forEach(checkOwners);
  const rows = new RowSheet(WIDTH);
  const validations: ValidationSpec[] = [];
  rows.add([W.title[lang]], "title");
  rows.add([W.subtitle[lang]], "subtitle");
  rows.skip();
  rows.add([W.targets[lang]], "section");
  const header = rows.add(
    [
      W.name,
      W.department,
      W.role,
      W.share,
      W.target,
      W.actual,
      W.attainment,
      W.light,
      W.gap,
      W.part,
      W.check,
    ].map((phrase) => phrase[lang]),
  );
  rows.format(`A${header}:K${header}`, "header");
  rows.format(`D${header}:J${header}`, "alignRight");
  const first = header + 1;
  for (const target of targets) ownersOf(target, rows, validations, lang);
  const last = rows.next - 1;
  rows.format(`D${first}:D${last}`, ["number", "input"], "0%");
  rows.format(`G${first}:G${last}`, "number", "0.0%");
  rows.format(`H${header}:H${last}`, "alignCenter");
  rows.format(`K${header}:K${last}`, ["alignLeft", "indent1"]);
  validations.push({
    range: `D${first}:D${last}`,
    rule: { kind: "decimal", min: 0, max: 1 },
    prompt: { title: W.share[lang], message: W.shareTip[lang] },
  });
  rows.skip();

  rows.add([W.departments[lang]], "section");
  const second = rows.add(
    [W.department, W.count, W.weight, W.attainment, W.light, W.rank].map((p) => p[lang]),
  );
  rows.format(`A${second}:F${second}`, "header");
  rows.format(`B${second}:F${second}`, "alignRight");
  const departments = [
    ...new Set(targets.flatMap(({ owners }) => owners.map(({ department }) => department))),
  ];
  const from = second + 1;
  const to = second + departments.length;
  const column = (letter: string) => `$${letter}$${first}:$${letter}$${last}`;
  for (const department of departments) {
    const row = rows.next;
    const of = (letter: string) => `SUMIF(${column("B")},$A${row},${column(letter)})`;
    rows.add(
      [
        department,
        { formula: `=COUNTIF(${column("B")},$A${row})` },
        { formula: `=${of("D")}` },
        { formula: `=IF(${of("M")}=0,"",${of("L")}/${of("M")})` },
        lightCell(`D${row}`),
        {
          formula: `=IF(ISNUMBER(D${row}),SUMPRODUCT(($D$${from}:$D$${to}<>"")*($D$${from}:$D$${to}>D${row}))+1,"")`,
        },
      ],
      ["body", "text"],
    );
    rows.format(`A${row}:F${row}`, "row");
  }
  rows.format(`B${from}:B${to}`, "number", "0");
  rows.format(`C${from}:C${to}`, "number", "0%");
  rows.format(`D${from}:D${to}`, "number", "0.0%");
  rows.format(`E${second}:E${to}`, "alignCenter");
  rows.format(`F${from}:F${to}`, "number", "0");
  rows.add([W.note[lang]], "subtitle");
  const chartTop = rows.next + 1;
  const name = W.tab[lang];
  // Beside the page: what counts of each row while its actual is known, share × attainment and share.
  const weighted = Array.from({ length: last - first + 1 }, (_, i): SpecCell[] => {
    const row = first + i;
    return [
      { formula: `=IF(ISNUMBER(G${row}),D${row}*G${row},0)` },
      { formula: `=IF(ISNUMBER(G${row}),D${row},0)` },
    ];
  });
  return {
    id: "responsibility",
    name,
    tabColor: COLORS.good,
    blocks: [rows.block(), { at: `L${first}`, cells: weighted }],
    columns: [
      { columns: "A", width: widest([...targets.map((t) => t.name), ...departments]) },
      { columns: "B", width: Math.max(14, widest(departments)) },
      { columns: "C", width: 12 },
      { columns: "D:G", width: 12 },
      { columns: "H", width: 7 },
      { columns: "I:J", width: 12 },
      { columns: "K", width: 20 },
    ],
    rows: [{ rows: `${header}`, height: 24 }],
    formats: [
      ...rows.formats,
      { range: `L${first}:M${last}`, style: ["note", "alignRight"], numberFormat: "0.0%" },
    ],
    conditionals: [
      ...lightColours(`H${first}:H${last}`, `$H${first}`),
      ...lightColours(`E${from}:E${to}`, `$E${from}`),
      { kind: "formula", range: `K${first}:K${last}`, formula: `=LEFT($K${first},1)="▼"`, style: "bad" },
      { kind: "formula", range: `K${first}:K${last}`, formula: `=LEFT($K${first},1)="●"`, style: "good" },
    ],
    validations,
    charts: [
      {
        id: "departments",
        kind: "bar",
        title: W.chart[lang],
        from: `A${chartTop}`,
        to: `K${chartTop + CHART_ROWS}`,
        categories: `'${name}'!$A$${from}:$A$${to}`,
        series: [
          {
            name: W.attainment[lang],
            values: `'${name}'!$D$${from}:$D$${to}`,
            color: COLORS.accent,
            labels: { numberFormat: "0.0%" },
          },
        ],
        valueAxis: { hidden: true, min: 0 },
        categoryAxis: { reverse: true },
        legend: "none",
        gapWidth: 60,
      },
    ],
    freeze: { rows: 2, columns: 1 },
    print: {
      orientation: "landscape",
      area: `A1:K${chartTop + CHART_ROWS}`,
      fitWidth: 1,
      footer: { left: W.title[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

/** The rows of one target: its figures on the main department's row, which stands first; the others refer to them. */
function ownersOf(target: SharedTarget, rows: RowSheet, validations: ValidationSpec[], lang: Lang): void {
  const owners = [...target.owners].sort((a, b) => Number(b.main === true) - Number(a.main === true));
  const head = rows.next;
  const end = head + owners.length - 1;
  const rate = (target.kind ?? (target.target <= 1 ? "rate" : "amount")) === "rate";
  const format = rate ? "0.0%" : "#,##0";
  owners.forEach(({ department, share, main }, i) => {
    const row = rows.next;
    const shared = (letter: string, own: SpecCell): SpecCell =>
      i === 0 ? own : { formula: `=IF($${letter}$${head}="","",$${letter}$${head})` };
    const reached = target.lowerIsBetter ? `2-F${row}/E${row}` : `F${row}/E${row}`;
    rows.add(
      [
        i === 0 && target.unit ? unitName(target.name, target.unit, lang) : i === 0 ? target.name : null,
        department,
        main ? W.main[lang] : W.support[lang],
        share,
        shared("E", target.target),
        shared("F", target.actual ?? null),
        { formula: `=IF(OR(F${row}="",N(E${row})=0),"",${reached})` },
        lightCell(`G${row}`),
        { formula: `=IF(F${row}="","",F${row}-E${row})` },
        { formula: `=IF(I${row}="","",I${row}*D${row})` },
        i === 0
          ? {
              formula: `=IF(ROUND(SUM(D${head}:D${end})-1,6)<>0,"${W.checkSum[lang]}",${end > head ? `IF(MAX(D${head + 1}:D${end})>=D${head},"${W.checkMain[lang]}","${W.checkGood[lang]}")` : `"${W.checkGood[lang]}"`})`,
            }
          : null,
      ],
      ["body", "text"],
    );
    rows.format(`A${row}:K${row}`, "row");
  });
  rows.format(`A${head}:C${head}`, "strong");
  rows.format(rangeRef(head - 1, 4, end - 1, 5), "number", format);
  rows.format(rangeRef(head - 1, 8, end - 1, 9), "number", rate ? "+0.0%;-0.0%;0.0%" : "+#,##0.0;-#,##0.0;0");
  rows.format(`E${head}:F${head}`, "input");
  validations.push({
    range: `E${head}:F${head}`,
    rule: { kind: "decimal" },
    prompt: { title: target.name, message: W.actualTip[lang] },
  });
}

function unitName(name: string, unit: string, lang: Lang): string {
  return lang === "zh-CN" ? `${name}（${unit}）` : `${name} (${unit})`;
}

function lightCell(cell: string): SpecCell {
  return {
    formula: `=IF(ISNUMBER(${cell}),IF(ROUND(${cell},9)>=1,"●",IF(ROUND(${cell},9)>=0.9,"▲","▼")),"")`,
  };
}

function widest(texts: readonly string[]): number {
  return Math.min(34, Math.max(14, ...texts.map((text) => textWidth(text) + 3)));
}
