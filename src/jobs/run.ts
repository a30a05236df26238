import { AttainError } from "../errors";
import { applyWorkbook } from "../excel/apply";
import { goTo } from "../excel/navigate";
import { opensWithWorkbook, setOpensWithWorkbook } from "../excel/openWith";
import { restoreLast } from "../excel/restore";
import type { WorkbookSpec } from "../sheets/spec";
import { compute } from "./compute";
import { attachBeside } from "./beside/attach";
import { scoresOf, tablesOfFile, tablesOfTeams } from "./beside/tables";
import { describeWithScores } from "./describe";
import type { PeopleFile } from "../records/people/peopleFile";
import { runPeople } from "./evaluation/peopleRun";
import { peoplePreview } from "./evaluation/peopleView";
import { asksForLedger } from "./evaluation/sheetScheme";
import { previewView } from "./previewView";
import { madeDifferently, peopleMade, runMade } from "./runRecord";
import { breathe, within } from "./progress";
import { continueReview } from "./review/reviewRerun";
import {
  correctColumn,
  forgetRun,
  refreshSheets,
  rememberRun,
  selectedColumn,
  surveyWorkbook,
  translateSurvey,
  type Surveyed,
} from "./read/survey";
import type { JobOptions, Preview, RunChoices, RunMade, WriteReport } from "./types";
import { VERSION } from "./version";

export { explainCell } from "./evaluation/explainCell";
export { pointAt, pointChoices } from "./read/point";
export { watch } from "../excel/watch";
export {
  opensWithWorkbook,
  setOpensWithWorkbook,
  correctColumn,
  goTo,
  refreshSheets,
  selectedColumn,
  surveyWorkbook,
  translateSurvey,
  type Surveyed,
};

/** A run worked out, but not written. */
export interface Prepared {
  readonly preview: Preview;
  readonly spec: WorkbookSpec;
  /** The reading it was worked out from. */
  readonly from: Surveyed;
  readonly made: RunMade;
}

/**
 * Works a run out. Writes nothing.
 *
 * @throws AttainError `no-data` when the workbook has no ledger with won deals, `no-solution`, `scheme-invalid`
 */
export async function previewRun(
  surveyed: Surveyed,
  choices: RunChoices,
  options: JobOptions,
): Promise<Prepared> {
  const { found, survey } = surveyed;
  const { lang, signal } = options;
  if (surveyed.people) return preparePeople(surveyed, surveyed.people, choices, options);
  if (!found) throw new AttainError("no-data");
  within("plan", options)(0);
  await breathe(signal);
  const own = choices.schemeFrom === "builtIn" ? undefined : surveyed.source.scheme;
  const fitting = own?.scheme && asksForLedger(own.scheme) ? own.scheme : undefined;
  const scheme = choices.scheme ?? fitting;
  const results = compute(found, { ...choices, ...(scheme ? { scheme } : {}) }, lang);
  within("describe", options)(0);
  await breathe(signal);
  const described = describeWithScores(found, results, {
    lang,
    version: VERSION,
    date: new Date().toLocaleDateString(lang),
  });
  const scored = results.scores;
  const { spec, views, offers } =
    scored && described.scores
      ? attachBeside(described.spec, {
          choice: choices.beside,
          tables: tablesOfTeams(found, scored.people.names),
          scores: scoresOf(described.scores, scored.scheme, scored.people),
          grids: surveyed.source.grids,
          known: surveyed.source.beside,
          lang,
        })
      : { ...described, views: [], offers: [] };
  const before = new Set(survey.lastRun?.sheets ?? []);
  const sheets = spec.sheets.map(({ name }) => ({ name, replaces: before.has(name) }));
  within("describe", options)(1);
  return {
    spec,
    from: surveyed,
    made: runMade(results, choices),
    preview: { ...previewView(results, sheets, lang), beside: views, besideTables: offers },
  };
}

/** Scores a file about people: there is nothing to plan from. */
async function preparePeople(
  surveyed: Surveyed,
  file: PeopleFile,
  choices: RunChoices,
  { lang, signal, ...options }: JobOptions,
): Promise<Prepared> {
  within("score", { lang, ...options })(0);
  await breathe(signal);
  const own = choices.schemeFrom === "builtIn" ? undefined : surveyed.source.scheme;
  const run = runPeople(file, choices, own?.scheme, new Date().toISOString().slice(0, 10), lang);
  const { spec, views, offers } = run.layout
    ? attachBeside(run.spec, {
        choice: choices.beside,
        tables: tablesOfFile(file, run.order),
        scores: scoresOf(run.layout, run.scheme, {
          names: run.cards.map(({ name }) => name),
          units: run.cards.map(({ unit }) => unit),
        }),
        grids: surveyed.source.grids,
        known: surveyed.source.beside,
        lang,
      })
    : { spec: run.spec, views: [], offers: [] };
  const before = new Set(surveyed.survey.lastRun?.sheets ?? []);
  const sheets = spec.sheets.map(({ name }) => ({ name, replaces: before.has(name) }));
  within("describe", { lang, ...options })(1);
  return {
    spec,
    from: surveyed,
    made: peopleMade(run, choices),
    preview: {
      ...peoplePreview(run, sheets, lang, run.scheme === own?.scheme ? own.sheet : undefined),
      beside: views,
      besideTables: offers,
    },
  };
}

/** Writes a prepared run: all of it or nothing. */
export async function writeRun({ spec, from, made }: Prepared, options: JobOptions): Promise<WriteReport> {
  const { lang, signal } = options;
  const reviewed = await continueReview(spec, lang, signal ? { signal } : {});
  const report = await applyWorkbook(reviewed.spec, {
    lang,
    ...(signal ? { signal } : {}),
    onProgress: within("write", options),
    typed: reviewed.typed,
  });
  const said = await reviewed.finish();
  await rememberRun(from, made, await openByItself());
  within("finish", options)(1);
  const { sheets, cells, formulas, charts, roundTrips, kept } = report;
  const before = from.survey.lastRun?.made;
  return {
    sheets,
    cells,
    formulas,
    charts,
    roundTrips,
    kept,
    ...(before || said.length > 0
      ? { changes: [...(before ? madeDifferently(before, made, lang) : []), ...said] }
      : {}),
  };
}

/** A workbook made here opens with the pane, unless somebody has said otherwise since. */
async function openByItself(): Promise<boolean> {
  const closed = (await opensWithWorkbook()) === false;
  if (closed) await setOpensWithWorkbook(true);
  return closed;
}

/** Takes the last write back, and with it what it made the workbook remember. */
export async function restore(): Promise<void> {
  if (!(await restoreLast())) return;
  if (await forgetRun()) await setOpensWithWorkbook(false);
}
