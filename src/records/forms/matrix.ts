/** Wide tables: one row a customer, one column a product, once for each of plan, actual and last year. */
import { readPeriod } from "../periods";
import { parseNumber } from "../clean/number";
import { isBlank, addressOf, type Grid } from "../grid";
import { headerKey } from "../fields/headers";
import { problem, type Problem } from "../problems/problems";
import { recognise, type FieldMatch } from "../columns/recognise";
import { REASONS } from "../words";
import { cellAt, type TableColumn, type TableRegion } from "../tables/region";
import { regionProblems } from "../tables/regionProblems";
import { statedScale } from "../columns/columns";
import type { ColumnSource, Values } from "../columns/columnSource";
import { regionsOf, type FormMatch } from "./findForms";
import type { FormField, FormTable } from "./formTable";
import { readColumn, type FormValue } from "./readColumn";
import type { FormReading, FormRecord } from "./readForm";
import { linesLeftOut, readSettings, sourceOf } from "./surroundings";

/** A column of figures: of what, and which of the table's figures. */
interface Figures<Id extends string> {
  readonly column: TableColumn;
  readonly name: string;
  readonly kind: Id;
}

interface Matrix<Id extends string> {
  readonly region: TableRegion;
  /** Who stands in a row, and what else is said of them. */
  readonly people: Readonly<Partial<Record<Id, FieldMatch>>>;
  readonly figures: readonly Figures<Id>[];
  readonly problems: readonly Problem[];
}

/** Below this a header is not taken for a column. */
const SURE = 0.5;
const TOTAL = /合计|小计|总计|共计|汇总|总额|^total$|\btotal\b|^sum$|subtotal/i;
/** Figures worked out from others, and what is no amount. */
const DERIVED =
  /率|占比|比例|同比|环比|增长|增幅|增减|差额|差异|缺口|排名|名次|序号|编号|%|％|\brate\b|ratio|share|growth|change|\bgap\b|variance|rank|^no\.?$|^id$|^#$/i;
const CUSTOMER_BY_PRODUCT = /[\\/＼／|｜×xX]/;

/**
 * A table whose columns name products, read as if each figure had a row of its own. Several may stand on one sheet or
 * on many: plan here, actual there. Sums, rates and months are no products.
 *
 * @returns undefined where no table of the workbook is one
 */
export function readMatrices<Id extends string>(
  table: FormTable<Id>,
  grids: readonly Grid[],
): FormReading<Id> | undefined {
  const { across } = table;
  if (!across) return undefined;
  const matrices = regionsOf(grids).flatMap((region) => matrixOf(table, across, region) ?? []);
  if (matrices.length === 0) return undefined;
  const problems: Problem[] = [];
  const units = new Set<number | undefined>();
  const records: Draft<Id>[] = [];
  for (const matrix of matrices) {
    problems.push(...regionProblems(matrix.region), ...linesLeftOut(matrix.region), ...matrix.problems);
    addRecords(table, across, matrix, { records, problems, units });
  }
  const [unit] = units.size === 1 ? [...units] : [];
  return {
    records,
    found: new Set([
      across.row,
      across.name,
      ...matrices.flatMap(({ people, figures }) => [
        ...(Object.keys(people) as Id[]),
        ...figures.map(({ kind }) => kind),
      ]),
    ]),
    problems,
    sources: matrices.map(({ region }) => sourceOf(region)),
    ...(unit === undefined ? {} : { unit }),
    settings: Object.assign(
      {},
      ...matrices.map(({ region }) => readSettings(region, table.settings ?? [])),
    ) as Record<string, FormValue>,
    titles: matrices.flatMap(({ region }) => region.titles.map(({ text }) => text)),
  };
}

type Across<Id extends string> = NonNullable<FormTable<Id>["across"]>;

interface Draft<Id extends string> extends FormRecord<Id> {
  readonly values: Partial<Record<Id, FormValue>>;
}

interface Collected<Id extends string> {
  readonly records: Draft<Id>[];
  readonly problems: Problem[];
  readonly units: Set<number | undefined>;
}

/** Whether a table's rows name what a matrix has across. */
export function namesDown({ across }: FormTable, { region, recognition }: FormMatch): boolean {
  const match = across && recognition.fields[across.name];
  return match !== undefined && !isNumeric(region, match.column);
}

/** What a region is as a matrix; undefined when it is none. */
function matrixOf<Id extends string>(
  table: FormTable<Id>,
  across: Across<Id>,
  region: TableRegion,
): Matrix<Id> | undefined {
  const kinds = table.fields.filter(({ id }) => across.kinds.includes(id));
  const others = table.fields.filter(({ id }) => !across.kinds.includes(id));
  const recognised = sureOf(recognise(region, others).fields);
  // `标准机型` above figures is a product, not the column of products.
  const people = Object.fromEntries(
    Object.entries<FieldMatch | undefined>(recognised).filter(
      ([, match]) => match !== undefined && !isNumeric(region, match.column),
    ),
  ) as Partial<Record<Id, FieldMatch>>;
  const named = people[across.name];
  const corner = cornerOf(table, across, region);
  // A column of products makes it a table of rows; a corner that names both does not.
  if (named !== undefined && named.column !== corner?.column) return undefined;
  const who = people[across.row] ?? corner;
  if (!who) return undefined;
  const taken = new Set(
    [who, ...Object.values<FieldMatch | undefined>(people)].flatMap((match) => match?.column ?? []),
  );
  const numeric = region.columns.filter(({ column }) => !taken.has(column) && isNumeric(region, column));
  const said = lineKind(region, kinds);
  const nameless: TableColumn[] = [];
  let hasTotal = false;
  let isUnsaid = false;
  const figures = numeric.flatMap((column): Figures<Id>[] => {
    const { rest, kind } = partsOf(column, kinds);
    if (column.parts.length === 0) {
      nameless.push(column);
      return [];
    }
    if (column.parts.some((part) => TOTAL.test(part))) {
      hasTotal = true;
      return [];
    }
    const name = rest.join(" ");
    if (name === "" || DERIVED.test(column.parts.at(-1) ?? "") || rest.some((part) => readPeriod(part)))
      return [];
    const which = kind ?? said;
    if (which === undefined) isUnsaid = true;
    return [{ column, name, kind: which ?? across.usual }];
  });
  const most = Math.max(
    0,
    ...across.kinds.map(
      (id) => new Set(figures.filter(({ kind }) => kind === id).map(({ name }) => name)).size,
    ),
  );
  // Columns that say nothing of plan and actual may be anything: a total or the corner says that they belong together.
  if (most < 2 || (isUnsaid && !hasTotal && !corner)) return undefined;
  const at = (column: number): string => addressOf(region.grid, region.header?.to ?? 0, column);
  const unnamed = nameless.filter(({ column }) => !isSum(region, column, figures));
  const label = kinds.find(({ id }) => id === across.usual)?.label;
  return {
    region,
    people: { ...people, [across.row]: who },
    figures,
    problems: [
      ...unnamed.map(({ column }) => problem("product-unnamed", region.grid.sheet, at(column), "")),
      ...(isUnsaid && label
        ? [
            problem(
              "figures-unsaid",
              region.grid.sheet,
              at(figures[0]?.column.column ?? 0),
              figures[0]?.name ?? "",
              {
                field: label,
              },
            ),
          ]
        : []),
    ],
  };
}

function sureOf<Id extends string>(
  fields: Readonly<Partial<Record<Id, FieldMatch>>>,
): Partial<Record<Id, FieldMatch>> {
  return Object.fromEntries(
    Object.entries<FieldMatch | undefined>(fields).filter(([, match]) => (match?.confidence ?? 0) >= SURE),
  ) as Partial<Record<Id, FieldMatch>>;
}

/** `客户＼产品`, `Customer / Product`: one header for the rows' names and the columns'. */
function cornerOf<Id extends string>(
  { fields }: FormTable<Id>,
  across: Across<Id>,
  { columns }: TableRegion,
): FieldMatch | undefined {
  const wordsOf = (id: Id): string[] =>
    (fields.find((field) => field.id === id)?.words ?? []).map((word) => headerKey(word));
  const [rows, names] = [wordsOf(across.row), wordsOf(across.name)];
  const [first] = columns;
  const text = first?.parts.join("/") ?? "";
  if (!first || !CUSTOMER_BY_PRODUCT.test(text)) return undefined;
  const pieces = text.split(CUSTOMER_BY_PRODUCT).map((piece) => headerKey(piece));
  const says = (words: readonly string[]): boolean => pieces.some((piece) => words.includes(piece));
  return says(rows) && says(names)
    ? { column: first.column, header: first.header, confidence: 1, reason: { phrase: REASONS.remembered } }
    : undefined;
}

/** Which figures a column holds, and what else its header says. */
function partsOf<Id extends string>(
  { parts }: TableColumn,
  kinds: readonly FormField<Id>[],
): { readonly rest: readonly string[]; readonly kind?: Id } {
  for (const part of parts) {
    const key = headerKey(part);
    const kind = kinds.find(({ words }) => words.some((word) => headerKey(word) === key));
    if (kind) return { rest: parts.filter((other) => other !== part), kind: kind.id };
  }
  // `标准机型计划`, `Plan Standard`: the longest word counts, or 上年实绩 would be 实绩.
  const [part = ""] = parts.slice(-1);
  const ends = kinds
    .flatMap(({ id, words }) => words.map((word) => ({ id, word })))
    .sort((a, b) => b.word.length - a.word.length);
  for (const { id, word } of ends) {
    const found = new RegExp(`^${edge(word, "start")}|${edge(word, "end")}$`, "i").exec(part);
    const left = found ? part.replace(found[0], "").replace(/^[\s\-—_（(·:：]+|[\s\-—_）)·:：]+$/g, "") : "";
    if (found && left !== "") return { rest: [...parts.slice(0, -1), left], kind: id };
  }
  return { rest: parts };
}

/** A Latin word stands by itself; a Chinese one may touch the product's name. */
function edge(word: string, side: "start" | "end"): string {
  const text = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (!/^[\x20-\x7e]+$/.test(word)) return text;
  return side === "start" ? `${text}\\b[\\s\\-_:(]` : `[\\s\\-_:(]\\b${text}\\)?`;
}

/** What the lines above say the figures are; the closest one knows best, the tab least. */
function lineKind<Id extends string>(
  { titles, grid }: TableRegion,
  kinds: readonly FormField<Id>[],
): Id | undefined {
  const words = kinds
    .flatMap(({ id, words: own }) => own.map((word) => ({ id, word: headerKey(word) })))
    .sort((a, b) => b.word.length - a.word.length);
  for (const line of [...titles.map(({ text }) => text).reverse(), grid.sheet]) {
    let key = headerKey(line);
    const said = new Set<Id>();
    for (const { id, word } of words)
      if (word !== "" && key.includes(word)) {
        said.add(id);
        key = key.replaceAll(word, "");
      }
    const [only] = said;
    if (said.size === 1 && only !== undefined) return only;
  }
  return undefined;
}

function isNumeric(region: TableRegion, column: number): boolean {
  const cells = region.rows.map((row) => cellAt(region, row, column)).filter((cell) => !isBlank(cell));
  const numbers = cells.filter(
    (cell) => typeof cell === "number" || (typeof cell === "string" && parseNumber(cell) !== undefined),
  );
  return numbers.length > 0 && numbers.length >= cells.length / 2;
}

/** A column without a header that adds up figures of one kind. */
function isSum<Id extends string>(
  region: TableRegion,
  column: number,
  figures: readonly Figures<Id>[],
): boolean {
  const numberAt = (row: number, at: number): number => {
    const cell = cellAt(region, row, at);
    return typeof cell === "number" ? cell : (parseNumber(String(cell ?? ""))?.value ?? 0);
  };
  const kinds = new Set(figures.map(({ kind }) => kind));
  return [...kinds].some((kind) => {
    const own = figures.filter((each) => each.kind === kind);
    return region.rows.every((row) => {
      const sum = own.reduce((all, each) => all + numberAt(row, each.column.column), 0);
      return Math.abs(sum - numberAt(row, column)) <= 1e-6 * Math.max(1, Math.abs(sum));
    });
  });
}

/** A record for each customer's product that has a figure, whichever of the tables it stands in. */
function addRecords<Id extends string>(
  table: FormTable<Id>,
  across: Across<Id>,
  { region, people, figures }: Matrix<Id>,
  { records, problems, units }: Collected<Id>,
): void {
  const read = (
    id: Id,
    match: FieldMatch,
  ): { source: ColumnSource; values: Values<FormValue> } | undefined => {
    const field = table.fields.find((each) => each.id === id);
    if (!field) return undefined;
    const source = { region, match, label: field.label, problems, counts: field.kind !== "money" };
    return { source, values: readColumn(field, source) };
  };
  const said = (Object.entries(people) as [Id, FieldMatch][]).map(([id, match]) => ({
    id,
    values: id === across.name ? [] : (read(id, match)?.values ?? []),
  }));
  const columns = figures.flatMap(({ column, name, kind }) => {
    const match = {
      column: column.column,
      header: column.header,
      confidence: 1,
      reason: { phrase: REASONS.remembered },
    };
    const own = read(kind, match);
    if (!own) return [];
    units.add(statedScale(own.source));
    return [{ name, kind, column: column.column, values: own.values }];
  });
  region.rows.forEach((row, i) => {
    const who = Object.fromEntries(
      said.flatMap(({ id, values }) => (values[i] === undefined ? [] : [[id, values[i]]])),
    ) as Partial<Record<Id, FormValue>>;
    if (who[across.row] === undefined) return;
    const place = (column: number): string => `${region.grid.sheet}!${addressOf(region.grid, row, column)}`;
    for (const { name, kind, column, values } of columns) {
      const value = values[i];
      if (value === undefined) continue;
      const same = records.find(
        (record) =>
          record.values[across.row] === who[across.row] &&
          record.values[across.name] === name &&
          record.values[kind] === undefined,
      );
      if (same) {
        Object.assign(same.values, { ...who, ...same.values, [kind]: value });
        continue;
      }
      records.push({
        values: { ...who, [across.name]: name, [kind]: value } as Partial<Record<Id, FormValue>>,
        place: () => place(column),
        row: region.grid.top + row + 1,
        sheet: region.grid.sheet,
      });
    }
  });
}
