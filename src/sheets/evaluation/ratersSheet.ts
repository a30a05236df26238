import { printFormula } from "../../formula/print";
import { columnName, parseRange, quoteSheet } from "../../formula/references";
import { NAMES } from "../../scoring/names";
import {
  personId,
  type EvaluationRequest,
  type EvaluationRow,
  type EvaluationSet,
} from "../../scoring/evaluation";
import { RATER_NAMES, missingHead, missingNames, mostMissing, ratingExpr } from "../../scoring/raters";
import { say } from "../../words";
import { pageBreaks, printedWidth } from "../printed";
import { quoted, textWidth } from "../rows";
import type { FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import type { StyleName } from "../style";
import { PAGE_WORDS } from "../words";
import { columnKey, ratedInputs } from "./ratingEntries";
import type { RatingsPage } from "./ratingsSheet";
import { headerWidth, printedAcross } from "./widths";
import { WORDS } from "./words";

export interface RatersSheet {
  readonly sheet: SheetSpec;
  /** Rows it takes, its title included: what the next scheme's summary has `above` it. */
  readonly rows: number;
  /** For the scorecard: where each rated input's combined score stands, by row. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

export interface RatersOptions {
  readonly id: string;
  readonly name: string;
  /** Cells of the scheme sheet: weights of groups, smallest numbers of answers. */
  readonly references: ReadonlyMap<string, string>;
  readonly ratings: RatingsPage;
  /** Where the list says what words of an input count; undefined for inputs rated in numbers. */
  readonly counted?: (input: string) => string | undefined;
  /** Where the name of a row of the set is typed. */
  readonly nameCell: (row: number) => string;
  /** Says whose summary it is, where several schemes share the page. */
  readonly heading?: string;
  /** Rows that other schemes take above. */
  readonly above?: number;
  /** Columns kept for what schemes on one page have differently many of. */
  readonly slots?: RaterSlots;
}

/** Most weights of one scheme, and most groups that rate one thing. */
export interface RaterSlots {
  readonly weights: number;
  readonly groups: number;
}

/** What schemes need that share a page, so that the same columns hold the same things. */
export function raterSlots(sets: readonly Pick<EvaluationSet, "scheme">[]): RaterSlots {
  const rated = sets.map(({ scheme }) => ratedInputs(scheme));
  const groups = rated.flat().map(({ plan }) => plan.groups.length);
  const weights = rated.map((own) =>
    [...new Map(own.map(({ plan }) => [plan.id, plan.groups.length])).values()].reduce((a, b) => a + b, 0),
  );
  return { weights: Math.max(0, ...weights), groups: Math.max(0, ...groups) };
}

interface SummaryColumn {
  readonly group: string;
  readonly header: string;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  readonly typed?: boolean;
  readonly cell: (row: EvaluationRow, place: number) => SpecCell;
}

/** Points a line takes. */
const LINE = 15;
/** Below the title, its note, an empty line and the groups. */
const HEADER = 5;

/**
 * Each person's groups of raters put together by their weights: the groups' means, the score made of them, and who is
 * missing. Undefined when nothing of the scheme is given by raters.
 */
export function ratersSheet(
  request: EvaluationRequest,
  set: EvaluationSet,
  options: RatersOptions,
): RatersSheet | undefined {
  const { lang } = request;
  const { name, ratings, above = 0 } = options;
  const header = HEADER + above;
  const first = header + 1;
  const rated = ratedInputs(set.scheme);
  if (rated.length === 0) return undefined;
  const several = request.periods.length > 1;
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const columns: SummaryColumn[] = [];
  /** Column letter by what stands in it. */
  const letters = new Map<string, string>();
  const add = (key: string, column: SummaryColumn): void => {
    letters.set(key, columnName(columns.length));
    columns.push(column);
  };
  const filler = (key: string, count: number): void => {
    for (let i = 0; i < count; i += 1)
      add(`${key} ${i}`, { group: "", header: "", width: 9, style: "text", cell: () => null });
  };
  const at = (key: string, place: number): string => `$${letters.get(key) ?? ""}${first + place}`;
  const keyOf = (row: EvaluationRow): string => {
    const person = request.people[row.person];
    return person && row.name !== "" ? personId(person) : row.name;
  };
  const text = (
    key: "period" | "person",
    of: (row: EvaluationRow) => string,
    cell: SummaryColumn["cell"],
    least = 0,
  ): void =>
    add(key, {
      group: "",
      header: word(key),
      width: Math.max(least, Math.min(24, Math.max(9, ...set.rows.map((row) => textWidth(of(row)))) + 3)),
      style: "text",
      cell,
    });
  // Print repeats these columns: the heading has to fit into them.
  const headingWidth = Math.ceil(textWidth(options.heading ?? "") * 1.3) + 1 - (several ? 12 : 0);
  if (several)
    text(
      "period",
      ({ period }) => period.label,
      ({ period }) => period.label,
    );
  text(
    "person",
    keyOf,
    (row, place) => {
      const typed = options.nameCell(place);
      // A name typed over follows; an id of its own stays.
      return keyOf(row) === row.name ? { formula: `=IF(ISBLANK(${typed}),"",${typed})` } : keyOf(row);
    },
    headingWidth,
  );
  const plans = [...new Map(rated.map(({ plan }) => [plan.id, plan])).values()];
  const free = set.rows.some((row) => row.name === "");
  for (const plan of plans) {
    plan.groups.forEach((group, i) =>
      add(`${plan.id}.${group.id}`, {
        group: i === 0 ? plan.name : "",
        header: say(WORDS.groupWeight, lang, { group: group.name }),
        // A plan of one group has no other column for its name to run on into.
        width: Math.max(
          headerWidth(say(WORDS.groupWeight, lang, { group: group.name }), 10),
          plan.groups.length === 1 ? textWidth(plan.name) + 2 : 0,
        ),
        style: "number",
        numberFormat: "General",
        typed: true,
        cell: (row, place) => {
          const own = request.people[row.person]?.raterWeights?.[plan.id]?.[group.id];
          const reference = options.references.get(NAMES.raterWeight(plan.id, group.id));
          const usual = reference ?? String(group.weight);
          // Nobody has raters yet on lines where people are still to be typed in.
          if (own !== undefined) return own;
          return { formula: free ? `=IF(${at("person", place)}="","",${usual})` : `=${usual}` };
        },
      }),
    );
  }
  const slots = options.slots ?? raterSlots([set]);
  filler("weights", slots.weights - plans.reduce((sum, { groups }) => sum + groups.length, 0));
  rated.forEach(({ input, plan }) => {
    const column = options.counted?.(input.id) ?? ratings.range(columnKey(input));
    plan.groups.forEach((group, g) =>
      add(`${input.id}@${group.id}`, {
        group: g === 0 ? input.name : "",
        header: group.name,
        width: headerWidth(group.name, 8),
        style: "number",
        numberFormat: "#,##0.0#",
        cell: (_, place) => {
          const conditions: [string, string][] = [
            ...(several ? [["period", at("period", place)] as [string, string]] : []),
            ["person", at("person", place)],
            ["group", quoted(group.name)],
          ];
          const matches = conditions.map(([where, what]) => `${ratings.range(where)},${what}`).join(",");
          // A condition on size counts numbers only.
          const count = `COUNTIFS(${matches},${column},">=-1E+99")`;
          const smallest = options.references.get(NAMES.raterSmallest(plan.id, group.id)) ?? "1";
          const sum = `SUMIFS(${column},${conditions.map(([where, what]) => `${ratings.range(where)},${what}`).join(",")})`;
          return { formula: `=IF(${count}<MAX(1,${smallest}),"",${sum}/${count})` };
        },
      }),
    );
    filler(input.id, slots.groups - plan.groups.length);
    const resolve =
      (place: number) =>
      (leaf: string): string => {
        const group = plan.groups.find(({ id }) => leaf === RATER_NAMES.mean(id));
        if (group) return at(`${input.id}@${group.id}`, place);
        const weighted = plan.groups.find(({ id }) => leaf === RATER_NAMES.weight(id));
        return at(`${plan.id}.${weighted?.id ?? ""}`, place);
      };
    add(`${input.id}=`, {
      group: "",
      header: word("combined"),
      width: 10,
      style: ["subtotal", "number"],
      numberFormat: "#,##0.0#",
      cell: (_, place) => {
        const combined = printFormula(ratingExpr(plan), resolve(place));
        return { formula: free ? `=IF(${at("person", place)}="","",${combined})` : `=${combined}` };
      },
    });
    add(`${input.id}?`, {
      group: "",
      // What it means stands once above, who it is in each line.
      header: missingHead(plan, lang),
      width: headerWidth(missingHead(plan, lang), Math.ceil(printedWidth(mostMissing(plan))) + 3),
      style: ["text", "muted", "indent1"],
      cell: (_, place) => {
        const missing = printFormula(missingNames(plan), resolve(place));
        return { formula: `=IF(${at("person", place)}="","",${missing})` };
      },
    });
  });
  const rows = set.rows.map((row, place) => columns.map((column) => column.cell(row, place)));
  const lastRow = first + rows.length - 1;
  const end = columnName(columns.length - 1);
  const blank = columns.map(() => null);
  const weightRanges = columns.flatMap(({ typed }, i) =>
    typed === true ? [`${columnName(i)}${first}:${columnName(i)}${lastRow}`] : [],
  );
  const combined = rated.map(({ input }) => letters.get(`${input.id}=`) ?? "");
  return {
    // The next one's heading stands after an empty line, where its own title would have been.
    rows: lastRow - 1,
    sources: new Map(
      rated.map(({ input }, i) => [
        input.id,
        set.rows.map((_, place) => `${quoteSheet(name)}!$${combined[i] ?? ""}$${first + place}`),
      ]),
    ),
    sheet: {
      id: options.id,
      name,
      blocks: [
        {
          at: above === 0 ? "A1" : `A${header - 2}`,
          cells: [
            ...(above === 0
              ? [
                  [say(WORDS.summaryTitle, lang, { title: request.title }), ...blank.slice(1)],
                  [word("summaryNote"), ...blank.slice(1)],
                ]
              : []),
            [options.heading ?? null, ...blank.slice(1)],
            columns.map(({ group }) => group || null),
            columns.map(({ header }) => header),
            ...rows,
          ],
        },
      ],
      columns: columns.map(({ width }, i) => ({ columns: columnName(i), width })),
      rows: [...(above === 0 ? [{ rows: "1", height: 26 }] : []), { rows: `${header}`, height: 32 }],
      formats: [
        ...(above === 0
          ? [
              { range: "A1", style: "title" as const },
              { range: "A2", style: "subtitle" as const },
            ]
          : []),
        { range: `A${header - 2}`, style: "section" },
        { range: `A${header - 1}:${end}${header - 1}`, style: "group" },
        { range: `A${header}:${end}${header}`, style: "header" },
        { range: `A${first}:${end}${lastRow}`, style: ["body", "row"] },
        ...columns.flatMap(({ style, numberFormat, typed }, i): FormatSpec[] => {
          const letter = columnName(i);
          const styles: readonly StyleName[] = typed === true ? ["input", ...[style].flat()] : [style].flat();
          const range = `${letter}${first}:${letter}${lastRow}`;
          return [
            { range, style: styles, ...(numberFormat !== undefined && { numberFormat }) },
            ...([style].flat().includes("number")
              ? [{ range: `${letter}${header}`, style: "alignRight" as const }]
              : []),
            ...([style].flat().includes("indent1")
              ? [{ range: `${letter}${header}`, style: "indent1" as const }]
              : []),
          ];
        }),
      ],
      freeze: { rows: header, columns: several ? 2 : 1 },
      validations: weightRanges.map((range): ValidationSpec => ({
        range,
        rule: { kind: "decimal", min: 0, max: 100 },
      })),
      protect: { inputs: weightRanges },
      print: {
        orientation: "landscape",
        titleRows: `$${header - 1}:$${header}`,
        titleColumns: "$A:$A",
        fitWidth: 1,
        footer: { left: request.title, right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}

/**
 * Summaries of several schemes as one page, one below the other, each made with the rows of those before it as `above`.
 *
 * @param sheets at least one
 */
export function stackedRaters([first, ...others]: readonly [SheetSpec, ...SheetSpec[]]): SheetSpec {
  const all = [first, ...others];
  const { titleRows: _rows, titleColumns: _columns, ...print } = first.print ?? { orientation: "landscape" };
  const widths = all.map(({ columns = [] }) => columns.map(({ width = 0 }) => width));
  const widest = Array.from({ length: Math.max(...widths.map(({ length }) => length)) }, (_width, i) =>
    Math.max(...widths.map((own) => own[i] ?? 0)),
  );
  const lastRow = Math.max(
    ...all.flatMap(({ blocks }) => blocks.map(({ at, cells }) => parseRange(at).top + cells.length)),
  );
  const title = first.blocks[0]?.cells[0]?.[0];
  const across = printedAcross(widest, {
    title: typeof title === "string" ? title : "",
    names: first.freeze?.columns === 2 ? "B" : "A",
    from: 3,
    to: lastRow,
  });
  // Headers are twice as high as a row: each scheme counts for one more.
  const starts = all.map(({ blocks: [block] }) => parseRange(block?.at ?? "A1").top + 1);
  const paper = { landscape: true, pages: across.fitWidth ?? 1 };
  const breaks = pageBreaks(widest, starts, lastRow + all.length, LINE, paper);
  return {
    ...first,
    blocks: all.flatMap(({ blocks }) => blocks),
    columns: widest.map((width, i) => ({ columns: columnName(i), width })),
    rows: all.flatMap(({ rows = [] }) => rows),
    formats: all.flatMap(({ formats = [] }) => formats),
    freeze: { rows: 2, columns: first.freeze?.columns ?? 1 },
    validations: all.flatMap(({ validations = [] }) => validations),
    protect: { inputs: all.flatMap(({ protect }) => protect?.inputs ?? []) },
    print: { ...print, ...across, ...(breaks.length > 0 && { breaksBefore: breaks }) },
  };
}
