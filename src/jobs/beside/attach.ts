import { AttainError } from "../../errors";
import { columnIndex, columnName } from "../../formula/references";
import { isBlank, type Grid } from "../../records/grid";
import type { BesideSpec, WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { planBeside, type Beside } from "./beside";
import { placeColumns } from "./place";
import type {
  BesideChoice,
  BesideOffer,
  BesidePart,
  BesideScores,
  BesideTable,
  BesideView,
  KnownColumn,
} from "./types";
import { BESIDE_PARTS } from "./types";

export interface BesideContext {
  /** What was asked for; undefined goes on where an earlier run put results, null takes those away. */
  readonly choice: BesideChoice | null | undefined;
  readonly tables: readonly BesideTable[];
  readonly scores: BesideScores;
  readonly grids: readonly Grid[];
  readonly known: readonly KnownColumn[];
  readonly lang: Lang;
}

export interface Attached {
  readonly spec: WorkbookSpec;
  readonly views: readonly BesideView[];
  readonly offers: readonly BesideOffer[];
}

const NOTHING: Beside = { specs: [], names: [], views: [] };

/**
 * The run's pages with results beside people's own tables. Columns of an earlier run that are wanted no more are
 * emptied: left alone they would look up cells that mean something else by now.
 *
 * @throws AttainError as {@link planBeside}, for what was asked for in so many words
 */
export function attachBeside(spec: WorkbookSpec, context: BesideContext): Attached {
  const { choice, known, grids, tables } = context;
  const wanted = choice === undefined ? goingOn(known) : choice;
  const beside = wanted ? planned(context, wanted, choice !== undefined) : NOTHING;
  const kept = new Set(beside.names.map(({ name }) => name.toLowerCase()));
  const gone = known.filter(({ name }) => !kept.has(name.toLowerCase()));
  const specs = [...beside.specs, ...gone.map((column) => emptied(column, grids))];
  return {
    spec: {
      ...spec,
      names: [...spec.names, ...beside.names],
      ...(specs.length > 0 ? { beside: specs } : {}),
      ...(gone.length > 0 ? { forget: gone.map(({ name }) => name) } : {}),
    },
    views: beside.views,
    offers: tables.flatMap((table) => offerOf(table, grids)),
  };
}

function planned(context: BesideContext, choice: BesideChoice, asked: boolean): Beside {
  if (asked) return planBeside({ ...context, choice });
  // Nobody asked this time: a table that is gone or full has its results taken away, and the run goes on.
  const parts = choice.tables.map((table): Beside => {
    try {
      return planBeside({ ...context, choice: { ...choice, tables: [table] } });
    } catch (error) {
      if (error instanceof AttainError) return NOTHING;
      throw error;
    }
  });
  return {
    specs: parts.flatMap(({ specs }) => specs),
    names: parts.flatMap(({ names }) => names),
    views: parts.flatMap(({ views }) => views),
  };
}

/** The same tables and results as last time. */
function goingOn(known: readonly KnownColumn[]): BesideChoice | undefined {
  if (known.length === 0) return undefined;
  const parts = BESIDE_PARTS.filter((part: BesidePart) =>
    known.some(({ name }) => new RegExp(`^attain_beside_\\d+_${part}`, "i").test(name)),
  );
  return { tables: [...new Set(known.map(({ sheet }) => sheet))].map((sheet) => ({ sheet })), parts };
}

function emptied({ sheet, column, from, to, header }: KnownColumn, grids: readonly Grid[]): BesideSpec {
  const grid = grids.find((one) => one.sheet === sheet);
  const now = grid?.values[from - 1 - grid.top]?.[columnIndex(column) - grid.left];
  const hasHeader = header !== "";
  const first = hasHeader ? from + 1 : from;
  return {
    sheet,
    ...(hasHeader ? { headerRow: from } : {}),
    rows: Array.from({ length: Math.max(0, to - first + 1) }, (_, i) => first + i),
    like: column,
    columns: [
      {
        column,
        header: hasHeader && (now === header || isBlank(now)) ? "" : null,
        cells: [],
        numberFormat: "General",
        again: true,
        emptied: true,
      },
    ],
  };
}

function offerOf({ region, people }: BesideTable, grids: readonly Grid[]): BesideOffer[] {
  const grid = grids.find(({ sheet }) => sheet === region.grid.sheet);
  const rows = people.filter((person) => person !== undefined).length;
  if (!grid || rows === 0 || region.grid.transposed) return [];
  const wanted = (["total", "grade", "rank"] as const).map((id) => ({ id, name: id }));
  const [first] = placeColumns(grid, region, wanted, [], undefined);
  return first ? [{ sheet: grid.sheet, rows, free: columnName(first.column) }] : [];
}
