import { saveXlsx } from "../../host/file/save";
import { settleColumns } from "../columns";
import { pointAt } from "../../jobs/read/point";
import { pointOf } from "../point";
import { openFile, survey as surveyOf } from "../session";
import { chooseLang } from "../output";
import { say, type Lang } from "../../words";
import type { Survey, TableView } from "../../jobs/types";
import { WORDS } from "../words";
import { writeBytes } from "../files";

interface InspectOptions {
  readonly lang?: string;
  readonly json?: boolean;
  /** `field=Header`, one for each column to settle. */
  readonly map?: readonly string[];
  /** Another table: `Sheet`, `Sheet!A3:F30`, an Excel table or a defined name; `all` for whichever is found. */
  readonly from?: string;
  /** Where to write the workbook that remembers the columns settled. */
  readonly out?: string;
}

/** `attain inspect`: what was recognised in a workbook and what is wrong where. */
export async function inspect(file: string, options: InspectOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  const workbook = await openFile(file);
  const read = await surveyOf(workbook, lang);
  const pointed =
    options.from === undefined ? read : await pointAt(read, await pointOf(options.from), { lang });
  const surveyed = await settleColumns(pointed, options.map ?? [], lang);
  if (options.out !== undefined) await writeBytes(options.out, await saveXlsx(workbook));
  const { survey } = surveyed;
  console.log(options.json ? JSON.stringify(survey, null, 2) : describe(survey, lang));
}

function describe(survey: Survey, lang: Lang): string {
  const { facts, problems } = survey;
  const lines = survey.tables.flatMap((table) => describeTable(table, lang));
  if (facts.firstMonth && facts.lastMonth) {
    lines.push(
      "",
      say(WORDS.wonTotal, lang, {
        won: facts.won,
        value: facts.wonValue,
        first: facts.firstMonth,
        last: facts.lastMonth,
      }),
    );
  }
  lines.push(
    "",
    problems.length === 0 ? WORDS.noProblems[lang] : say(WORDS.problems, lang, { count: problems.length }),
  );
  for (const problem of problems) {
    lines.push(`  ${MARKS[problem.severity]} ${problem.title}`);
    if (problem.action !== "") lines.push(`      ${problem.action}`);
    if (problem.expected !== undefined)
      lines.push(`      ${say(WORDS.expected, lang, { what: problem.expected })}`);
    const places = problem.places
      .slice(0, SHOWN_PLACES)
      .map(
        ({ sheet, cell, found, action }) =>
          `${sheet}!${cell}${found ? ` “${found}”` : ""}${action === undefined ? "" : ` ${action}`}`,
      );
    const more = problem.count - places.length;
    if (more > 0) places.push(say(WORDS.placesMore, lang, { n: more }));
    const apart = problem.places.some(({ action }) => action !== undefined) ? "\n      " : "  ";
    if (places.length > 0) lines.push(`      ${places.join(apart)}`);
  }
  return lines.join("\n");
}

/** Of one group; all of them stand on the page of data problems. */
const SHOWN_PLACES = 8;

const MARKS = { error: "▼", warning: "▲", info: "●" } as const;

function describeTable(table: TableView, lang: Lang): string[] {
  const title = say(WORDS.table, lang, {
    role: WORDS[table.role][lang],
    sheet: table.sheet,
    range: table.range,
    rows: table.rows,
  });
  const listed = table.columns.filter(({ column, needed }) => column !== undefined || needed);
  const columns = listed.map(({ label, header, column, confidence, reason }) =>
    column === undefined
      ? `  ${label}: ${WORDS.notFound[lang]}`
      : `  ${column}  ${label} ← ${header}  ${Math.round(confidence * 100)} %  ${reason}`,
  );
  return [title, ...columns, ""];
}
