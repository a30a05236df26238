import { evaluate, peopleOf } from "../../scoring/evaluate";
import type { HistoryEntry } from "../../scoring/consequences/history";
import type {
  Evaluation,
  EvaluationPerson,
  EvaluationRequest,
  EvaluationSet,
} from "../../scoring/evaluation";
import { NAMES } from "../../scoring/names";
import { aboutSheet } from "../../sheets/about";
import { contentsOf } from "../../sheets/contents";
import { cardSheet, cardsSheet } from "../../sheets/evaluation/cardSheet";
import type { Scored } from "../../sheets/analysis/readScored";
import { dataSheet } from "../../sheets/evaluation/dataSheet";
import { rankingSheet } from "../../sheets/evaluation/rankingSheet";
import { raterSlots, ratersSheet, stackedRaters } from "../../sheets/evaluation/ratersSheet";
import { ratedInputs, ratingList } from "../../sheets/evaluation/ratingEntries";
import { ratingsSheet, type CountedInput, type RatingsPage } from "../../sheets/evaluation/ratingsSheet";
import type { SetPages } from "../../sheets/evaluation/resultsColumns";
import { resultsSheet, type ResultsSheet } from "../../sheets/evaluation/resultsSheet";
import { TabNames, dueText, periodText } from "../../sheets/evaluation/tabs";
import { schemeSheet, type SchemeSheet } from "../../sheets/evaluation/scheme";
import { scorecardSheet } from "../../sheets/evaluation/scorecard";
import type { ScorecardLayout } from "../../sheets/evaluation/scorecardLayout";
import type { NameSpec, SheetSpec, WorkbookSpec } from "../../sheets/spec";
import { COLORS } from "../../sheets/style";
import type { Lang } from "../../words";
import { evaluationAudit } from "./evaluationAudit";
import { evaluationPay, type EvaluationPay } from "./evaluationPay";
import { evaluationPages, type EvaluationPage } from "./evaluationPages";
import type { ReviewMemory } from "../review/reviewBook";
import { scoringDue, withReview } from "../review/reviewPages";
import { VERSION } from "../version";

export interface EvaluationBookOptions {
  /** Language of pages that belong to no scheme; the request's unless said. */
  readonly lang?: Lang;
  /** The run's date as people read it. */
  readonly date?: string;
  readonly version?: string;
  /** Empty lines for people to come, in each scheme and period. */
  readonly spareRows?: number;
  /** `pick`: one card page a scheme that follows a pick list. `each`: a page for every person besides. */
  readonly cards?: "pick" | "each";
  /** `example`: the people will be cleared, so that the page about the numbers says nothing of them. */
  readonly people?: "own" | "example";
  /** Pages that go on from the scores. */
  readonly pages?: readonly EvaluationPage[];
  /** What earlier periods left behind, oldest first, for the page standing. */
  readonly earlier?: readonly HistoryEntry[];
  /** What the log of the reviews so far says, for the page review. */
  readonly review?: ReviewMemory;
  /** Pay pages, live over the scores. */
  readonly pay?: EvaluationPay;
}

/**
 * The workbook of an evaluation as plain data: ranking, results, cards to print, scorecards, data to fill in, ratings,
 * schemes and a page on how everything was treated. Works by formulas alone.
 *
 * @throws AttainError `request-invalid` with every mistake of the request, or when `pages` cannot be made of it
 * @example evaluationBook({ title: "三月考核", lang: "zh-CN", periods, schemes: [scheme], people }, { spareRows: 10 })
 */
export function evaluationBook(
  request: EvaluationRequest,
  options: EvaluationBookOptions = {},
): WorkbookSpec {
  const asked = options.lang === undefined ? request : { ...request, lang: options.lang };
  return bookOf(evaluate(asked), options);
}

/** The workbook of an evaluation already worked out. */
export function bookOf(scored: Evaluation, options: EvaluationBookOptions = {}): WorkbookSpec {
  return bookWithResults(scored, options).book;
}

/** The same, with where the results stand, for pages that go on from them. */
export function bookWithResults(
  scored: Evaluation,
  options: EvaluationBookOptions = {},
): {
  readonly book: WorkbookSpec;
  readonly results: ResultsSheet;
  /** Where everything stands on each scheme's scorecard. */
  readonly layouts: readonly ScorecardLayout[];
} {
  const evaluation = withSpare(scored, options.spareRows ?? 0);
  const { request, sets } = evaluation;
  const { lang } = request;
  const tabs = new TabNames(lang);
  const ranking = tabs.give("rankingTab");
  const resultsName = tabs.give("resultsTab");
  const list = ratingList(evaluation);
  const rules = sets.map((set, i) => rulesPage(evaluation, set, i, tabs));
  const counted = sets.flatMap((set, i) => countedInputs(evaluation, set, i, rules[i]?.references));
  const ratings = ratingsSheet(request, list, tabs.give("ratingsTab"), options.spareRows ?? 0, counted);
  const raters = { tab: tabs.give("summaryTab"), above: 0 };
  const built = rules.flatMap((page, i) => {
    const set = sets[i];
    return set ? [setPages(evaluation, set, i, tabs, page, ratings, raters)] : [];
  });
  const results = resultsSheet(evaluation, built, { name: resultsName });
  const live = built.map((one): Scored => ({ ...one, live: true }));
  const more = evaluationPages(evaluation, live, results, options.pages ?? [], options.earlier);
  const pay = options.pay && evaluationPay(evaluation, options.pay, built, results);
  [...more, ...(pay ? [pay.summary.sheet, pay.plan.sheet] : [])].forEach(({ name }) => tabs.claim(name));
  const cards = cardsOf(evaluation, built, tabs, options);
  const [summary, ...summaries] = built.flatMap((pages) => pages.raters ?? []);
  const each = (kind: "scorecard" | "rules"): SheetSpec[] => built.map((pages) => pages[kind]);
  const pages: readonly SheetSpec[] = [
    rankingSheet(evaluation, results, ranking),
    results.sheet,
    ...(pay ? [pay.summary.sheet] : []),
    ...more,
    ...cards,
    ...each("scorecard"),
    ...built.map(({ data }) => data.sheet),
    ...(list.columns.length > 0 ? [ratings.sheet] : []),
    ...(summary ? [stackedRaters([summary, ...summaries])] : []),
    ...each("rules"),
    ...(pay ? [pay.plan.sheet] : []),
  ];
  const sheets: readonly SheetSpec[] = [
    ...pages,
    aboutSheet(
      {
        pages: contentsOf(pages, lang),
        version: options.version ?? VERSION,
        date: options.date ?? new Date().toLocaleDateString(lang),
        sections: evaluationAudit(evaluation, options.people),
      },
      lang,
    ),
  ];
  const book: WorkbookSpec = {
    sheets: sheets.map(coloured),
    names: [...built.flatMap(({ names }) => names), ...(pay?.plan.names ?? [])],
    activate: "ranking",
  };
  return {
    results,
    layouts: built.map(({ layout }) => layout),
    book: options.pages?.includes("review") ? withReview(book, options.review, scoringDue(request)) : book,
  };
}

/** One colour for pages people fill in, one for what they look at, one for the workings, one for rules. */
const TAB_COLORS: readonly (readonly [id: RegExp, color: string])[] = [
  [/^(data|ratings)\b/, COLORS.target],
  [/^(ranking|results|paySummary|standing|analysis|heat|card|calibration)\b/, COLORS.accent],
  [/^(scorecard|raters)\b/, COLORS.accentSoft],
  [/^(scheme|payPlan)\b/, COLORS.muted],
];

function coloured(sheet: SheetSpec): SheetSpec {
  const color = TAB_COLORS.find(([id]) => id.test(sheet.id))?.[1];
  return color === undefined ? sheet : { ...sheet, tabColor: color };
}

interface BuiltSet extends SetPages, Omit<Scored, "live"> {
  readonly scorecard: SheetSpec;
  readonly rules: SheetSpec;
  /** Its part of the page that sums the ratings up; undefined where nothing is rated. */
  readonly raters: SheetSpec | undefined;
  readonly names: readonly NameSpec[];
  readonly rows: number;
}

/** Pages of a kind that every scheme has: what tells them apart where there are several schemes. */
function apart({ sets }: Evaluation, set: EvaluationSet, index: number) {
  const several = sets.length > 1;
  return {
    several,
    detail: several ? set.scheme.name : undefined,
    id: (kind: string): string => (several ? `${kind}-${index + 1}` : kind),
  };
}

function rulesPage(evaluation: Evaluation, set: EvaluationSet, index: number, tabs: TabNames): SchemeSheet {
  const { several, detail, id } = apart(evaluation, set, index);
  return schemeSheet(set.scheme, tabs.give("schemeTab", detail), {
    id: id("scheme"),
    ...(several && { prefix: `attain${index + 1}_` }),
  });
}

/** Inputs that raters give in words, with where the scheme's sheet says what each word counts. */
function countedInputs(
  { sets }: Evaluation,
  { scheme }: EvaluationSet,
  set: number,
  references: SchemeSheet["references"] = new Map(),
): CountedInput[] {
  return ratedInputs(scheme).flatMap(({ input }) => {
    const [words, values] = [NAMES.levelWords(input.id), NAMES.levelValues(input.id)].map((name) =>
      references.get(name),
    );
    if (words === undefined || values === undefined) return [];
    return [{ set, input, words, values, ...(sets.length > 1 && { scheme: scheme.name }) }];
  });
}

function setPages(
  evaluation: Evaluation,
  set: EvaluationSet,
  index: number,
  tabs: TabNames,
  rules: SchemeSheet,
  ratings: RatingsPage,
  /** All schemes' raters are summed up on one page. */
  summary: { readonly tab: string; above: number },
): BuiltSet {
  const { request, sets } = evaluation;
  const { several, detail, id } = apart(evaluation, set, index);
  const data = dataSheet(request, set, { id: id("data"), name: tabs.give("dataTab", detail), detail });
  const raters = ratersSheet(request, set, {
    id: "raters",
    name: summary.tab,
    references: rules.references,
    ratings,
    counted: (input) => ratings.counted(index, input),
    nameCell: (row) => data.cell("name", row),
    above: summary.above,
    slots: raterSlots(sets),
    ...(several && { heading: set.scheme.name }),
  });
  summary.above = raters?.rows ?? summary.above;
  const people = peopleOf(set.scheme, set.rows, request);
  const cards = scorecardSheet(set.scheme, people, {
    references: rules.references,
    sheetName: tabs.give("cardsTab", detail),
    id: id("scorecard"),
    title: `${request.title} · ${set.scheme.name}`,
    subtitle: `${periodText(request)}${dueText(request)}`,
    sources: new Map([...data.sources, ...(raters?.sources ?? [])]),
  });
  return {
    data,
    scheme: set.scheme,
    people,
    layout: cards.layout,
    references: rules.references,
    scorecard: cards.sheet,
    rules: rules.sheet,
    raters: raters?.sheet,
    names: rules.names,
    rows: set.rows.length,
  };
}

/** The same evaluation with people nobody is named for yet, at the end of each scheme and period. */
function withSpare(evaluation: Evaluation, spare: number): Evaluation {
  if (spare <= 0) return evaluation;
  const { request, sets } = evaluation;
  const blanks = new Map<string, EvaluationPerson[]>();
  for (const { base } of sets) {
    const key = `${base.id} ${base.phase ?? ""}`;
    const periods = sets
      .filter((set) => set.base.id === base.id)
      .flatMap(({ rows }) => rows.map(({ period }) => period));
    const [first, last] = [
      request.periods.find((one) => periods.includes(one)),
      request.periods.findLast((one) => periods.includes(one)),
    ];
    // A scheme that is not in force throughout has its spare lines where it is.
    const bounded = new Set(periods).size < request.periods.length;
    blanks.set(
      key,
      Array.from({ length: spare }, (_, i) => ({
        id: `\t${key} ${i}`,
        name: "",
        unit: "",
        scheme: base.id,
        ...(base.phase !== undefined && { phase: base.phase }),
        ...(bounded && first && last && { joined: first.from, left: last.to }),
      })),
    );
  }
  return evaluate({ ...request, people: [...request.people, ...[...blanks.values()].flat()] });
}

/** A page with a pick list for each scheme; with `cards: "each"` a page for every person besides. */
function cardsOf(
  { request, sets }: Evaluation,
  pages: readonly BuiltSet[],
  tabs: TabNames,
  options: EvaluationBookOptions,
): SheetSpec[] {
  const sources = sets.flatMap((set, i) => {
    const { layout, references, rows } = pages[i] ?? {};
    return layout && references && rows !== undefined ? [{ set, layout, references, rows }] : [];
  });
  const pick = cardsSheet(request, sources, { id: "card", name: tabs.give("cardTab") });
  if (options.cards !== "each") return [pick];
  const each = sources.flatMap(({ set, ...source }, index) =>
    set.rows.flatMap((row, i) =>
      row.name === ""
        ? []
        : cardSheet(request, set, {
            ...source,
            id: `card-${index + 1}-${i + 1}`,
            name: tabs.claim(request.periods.length > 1 ? `${row.name} ${row.period.label}` : row.name),
            row: i,
          }),
    ),
  );
  return [pick, ...each];
}
