import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { createNodeHost } from "../../host/node";
import { attachBeside } from "../../jobs/beside/attach";
import { knownColumns, withoutResults } from "../../jobs/beside/known";
import { scoresOf, tableOfPeople } from "../../jobs/beside/tables";
import type { BesideChoice, BesidePart, KnownColumn } from "../../jobs/beside/types";
import { bookWithResults } from "../../jobs/evaluation/evaluationBook";
import type { EvaluationPage } from "../../jobs/evaluation/evaluationPages";
import { findPeople, requestOf, type PeopleTable } from "../../jobs/evaluation/evaluationTable";
import { findPayFacts, type PayFacts } from "../../jobs/evaluation/payFacts";
import type { Grid } from "../../records/grid";
import { feedWorkPlans, type FedEvaluation } from "../../jobs/plan/plannedWork";
import { evaluate as score } from "../../scoring/evaluate";
import type { Evaluation, EvaluationRequest } from "../../scoring/evaluation";
import type { PayPlan } from "../../scoring/pay/payPlan";
import type { Mistake } from "../../scoring/scheme";
import type { WorkbookSpec } from "../../sheets/spec";
import { say, type Lang, type Phrase } from "../../words";
import { besideChoice } from "../beside";
import { readWorkPlans } from "../workPlanFiles";
import { intoBook, makeBook, type MadeBook } from "../bookFile";
import { checkApart, writeBytes } from "../files";
import { earlierIn, evaluateInto, movesIn } from "./evaluateAgain";
import { chooseLang } from "../output";
import { readJson, validate } from "../requests";
import { openFile } from "../session";
import { misused } from "../usage";
import { runPart } from "./run";

export interface EvaluateOptions {
  readonly out: string;
  readonly request?: string;
  readonly scheme?: string;
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly spare?: number;
  readonly cards?: "pick" | "each";
  /** Pages that go on from the scores. */
  readonly pages?: readonly EvaluationPage[];
  /** Workbooks of earlier periods, oldest first, for consequences that remember. */
  readonly earlier?: readonly string[];
  /** A pay plan: pay pages live over the scores. */
  readonly pay?: string;
  /** `Sheet` or `Sheet!H`: results beside that table, in the workbook itself. */
  readonly beside?: readonly string[];
  readonly besideColumns?: readonly BesidePart[];
  /** A work plan, or a folder of them: planned work done becomes an input. */
  readonly workPlans?: string;
  /** Ids of inputs that take its rate, where they are called something else. */
  readonly workInput?: readonly string[];
  readonly growth?: number;
  readonly year?: number;
  readonly lang?: string;
  readonly json?: boolean;
}

const W = {
  scored: {
    "zh-CN": "{scored} 人已评分，{unscored} 人未评分。",
    "en-US": "{scored} {scored:person|people} scored, {unscored} not scored.",
  },
  top: { "zh-CN": "前三名：{names}", "en-US": "Top three: {names}" },
  table: { "zh-CN": "人员表：{sheet}，{people} 人", "en-US": "People: {sheet}, {people} of them" },
  nothing: {
    "zh-CN": "请写出要考核的工作簿，或用 --request 给出考核请求",
    "en-US": "Name the workbook to score, or an evaluation request with --request",
  },
  noTable: {
    "zh-CN": "--pages 和 --pay 需要考核请求（--request）或方案（--scheme）能对上的人员表",
    "en-US":
      "--pages and --pay need an evaluation request (--request), or a people table that fits the scheme (--scheme)",
  },
  saved: { "zh-CN": "已保存 {file}", "en-US": "Saved {file}" },
} as const satisfies Record<string, Phrase>;

/**
 * `attain evaluate`: an evaluation request as a finished workbook; or a workbook's people table scored by a scheme; or,
 * with a ledger, the main job's scores.
 *
 * @throws AttainError `usage` when neither a workbook nor a request is given
 */
export async function evaluate(file: string | undefined, options: EvaluateOptions): Promise<void> {
  const raw = options.request === undefined ? undefined : await readJson(options.request);
  if (isEvaluation(raw) || (file === undefined && raw !== undefined)) {
    const request = validate("evaluation", raw);
    const asked = options.lang === undefined ? request : { ...request, lang: chooseLang(options.lang) };
    if (file !== undefined) await checkApart(file, options.out);
    return write(asked, options, [], undefined, undefined, file);
  }
  if (file === undefined) throw misused("evaluate", W.nothing);
  await checkApart(file, options.out);
  const found = options.scheme === undefined ? undefined : await peopleIn(file, options);
  if (!found) {
    if (options.pages !== undefined || options.pay !== undefined) throw misused("evaluate", W.noTable);
    return runPart("evaluate", file, options);
  }
  return write(found.request, options, found.problems, found.facts, found.read);
}

/** What tells an evaluation's request from the choices of the main job. */
function isEvaluation(raw: unknown): raw is object {
  return typeof raw === "object" && raw !== null && "people" in raw && "schemes" in raw;
}

/** A workbook's people table, and the sheets it was found among. */
interface Read {
  readonly file: string;
  readonly table: PeopleTable;
  readonly sheets: readonly Grid[];
  /** Columns of results from an earlier run. */
  readonly known: readonly KnownColumn[];
}

async function peopleIn(
  file: string,
  options: EvaluateOptions,
): Promise<
  | {
      readonly request: EvaluationRequest;
      readonly problems: readonly Mistake[];
      readonly facts: (plan: PayPlan) => PayFacts;
      readonly read: Read;
    }
  | undefined
> {
  const lang = chooseLang(options.lang);
  const scheme = validate("scheme", await readJson(options.scheme ?? ""));
  createNodeHost(await openFile(file));
  const sheets = await readGrids({ lang });
  const known = knownColumns((await readState())?.names ?? []);
  const grids = withoutResults(sheets, known);
  const table = findPeople(grids, scheme, lang);
  if (!table) return undefined;
  const year = String(options.year ?? new Date().getFullYear());
  const { from = `${year}-01-01`, to = `${year}-12-31`, period = year } = options;
  if (options.json !== true)
    console.log(say(W.table, lang, { sheet: table.sheet, people: table.people.length }));
  const request = requestOf(scheme, table, { id: "period", label: period, from, to }, lang);
  const named = {
    names: request.people.map(({ name }) => name),
    units: request.people.map(({ unit }) => unit),
  };
  return {
    request,
    problems: table.problems,
    read: { file, table, sheets, known },
    facts: (plan) => findPayFacts(grids, plan, named),
  };
}

async function write(
  asked: EvaluationRequest,
  { out, spare, cards, pages, pay, json, ...flags }: EvaluateOptions,
  found: readonly Mistake[],
  facts?: (plan: PayPlan) => PayFacts,
  from?: Read,
  over?: string,
): Promise<void> {
  const plan = pay === undefined ? undefined : validate("pay", await readJson(pay));
  const inputs = plan && facts?.(plan).people.inputs;
  const fed = await feed(asked, flags);
  const request = fed?.request ?? asked;
  const problems = [...found, ...(fed?.problems ?? [])];
  const evaluation = score(request);
  const past = [...(flags.earlier ?? []), ...(over === undefined ? [] : [over])];
  const earlier = pages?.includes("standing") ? await earlierIn(past, request) : [];
  const unfed = bookWithResults(evaluation, {
    earlier,
    ...(spare !== undefined && { spareRows: spare }),
    ...(cards && { cards }),
    ...(pages && { pages }),
    ...(plan && { pay: { plan, ...(inputs && { inputs }) } }),
  });
  const made = fed ? { ...unfed, book: fed.book(unfed.book) } : unfed;
  const choice = besideChoice(flags);
  const { bytes, ...written }: MadeBook & { readonly said?: readonly string[] } =
    over !== undefined
      ? await evaluateInto(over, made.book, request)
      : from && choice
        ? await intoBook(from.file, besideTable(made, evaluation, choice, from), request.lang)
        : await makeBook(made.book, request.title, request.lang);
  await writeBytes(out, bytes);
  if (json === true)
    return console.log(JSON.stringify({ file: out, ...summary(evaluation), problems, written }, null, 2));
  for (const { where, what } of problems) console.log(`${where}: ${what}`);
  if (pages?.includes("standing")) for (const move of movesIn(evaluation, earlier)) console.log(`▲ ${move}`);
  for (const line of written.said ?? []) console.log(`▲ ${line}`);
  tell(evaluation, out, request.lang);
}

/** The request with what work plans say of planned work done; undefined where none is named. */
async function feed(
  request: EvaluationRequest,
  { workPlans, workInput }: Pick<EvaluateOptions, "workPlans" | "workInput">,
): Promise<FedEvaluation | undefined> {
  if (workPlans === undefined) return undefined;
  const plans = await readWorkPlans(workPlans);
  return feedWorkPlans(request, { plans, ...(workInput && { inputs: workInput }) });
}

/** The evaluation's pages with results beside the table the people were read from. */
function besideTable(
  { book, layouts: [layout] }: ReturnType<typeof bookWithResults>,
  { request, sets: [set] }: Evaluation,
  choice: BesideChoice,
  { table, sheets, known }: Read,
): WorkbookSpec {
  if (!layout || !set) return book;
  const order = set.rows.map(({ person }) => person);
  return attachBeside(book, {
    choice,
    tables: [tableOfPeople(table, order)],
    scores: scoresOf(layout, set.scheme, {
      names: set.rows.map(({ name }) => name),
      units: set.rows.map(({ unit }) => unit),
    }),
    grids: sheets,
    known,
    lang: request.lang,
  }).spec;
}

function summary({ results, sets }: Evaluation): object {
  return {
    schemes: sets.map(({ scheme }) => scheme.name),
    people: results.map(({ name, unit, total, grade, rank, unitRank }) => ({
      name,
      unit,
      total,
      grade,
      rank,
      unitRank,
    })),
  };
}

function tell({ results }: Evaluation, file: string, lang: Lang): void {
  const scored = results.filter(({ total }) => total !== null);
  const top = scored
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, 3)
    .map(({ name, total, grade }) => `${name} ${total?.toLocaleString(lang) ?? ""} ${grade ?? ""}`);
  console.log(say(W.scored, lang, { scored: scored.length, unscored: results.length - scored.length }));
  if (top.length > 0) console.log(say(W.top, lang, { names: top.join(lang === "zh-CN" ? "，" : ", ") }));
  console.log(say(W.saved, lang, { file }));
}
