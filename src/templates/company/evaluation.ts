/** Evaluations as company templates: read from a workbook's own pages, written as pages that wait for people. */
import { AttainError } from "../../errors";
import { evaluate } from "../../scoring/evaluate";
import type {
  EvaluationPeriod,
  EvaluationPerson,
  EvaluationRequest,
  EvaluationSet,
} from "../../scoring/evaluation";
import { normalizeScheme } from "../../scoring/normalizeScheme";
import { resolveVariants } from "../../scoring/structure";
import type { Mistake, Scheme } from "../../scoring/scheme";
import { readPayPlan } from "../../sheets/pay/readPayPlan";
import { readScheme } from "../../sheets/evaluation/readScheme";
import type { EvaluationBody, SchemeLine } from "./definition";
import { withPhaseEdit } from "./phases";
import { pageOf, type SourcePage, type TemplateSource } from "./source";
import { readTimes } from "./times";

/** Blank lines a page of data has for people to come, in each period. */
const BLANKS = { onePeriod: 8, several: 2 } as const;

/**
 * The evaluation a workbook holds, as its scheme pages say it now.
 *
 * @param origin what the workbook was made from: what its pages do not show (phases, periods) is taken from it
 * @returns undefined when the workbook has no scheme page
 * @throws AttainError `scheme-invalid` with every mistake of a scheme page, each with its cell
 */
export function readEvaluationBody(
  source: TemplateSource,
  origin: EvaluationRequest | undefined,
): EvaluationBody | undefined {
  const read = source.pages.filter(isSchemePage).map(({ values, tab }) => sound(readScheme(values, tab)));
  const [first] = read;
  if (first === undefined) return undefined;
  const known = origin && { origin, sets: evaluate(origin).sets };
  const schemes = new Map<string, Scheme>(
    known ? resolveVariants(known.origin.schemes).schemes.map((one) => [one.id, normalizeScheme(one)]) : [],
  );
  const used = new Set<string>();
  const lines = read.map((scheme) => {
    const set = known?.sets.find(({ scheme: { id } }) => id === scheme.id);
    const id = set?.base.id ?? scheme.id;
    used.add(id);
    schemes.set(id, wholeScheme(scheme, set, schemes.get(id)));
    return lineOf(id, set, known?.origin.periods ?? []);
  });
  const pay = readPay(source);
  return {
    kind: "evaluation",
    lines,
    request: {
      ...timesOf(source, first, known?.origin),
      title: known?.origin.title ?? first.name,
      lang: first.lang,
      schemes: [...schemes.values()].filter(({ id }) => used.has(id)),
    },
    ...(pay === undefined ? {} : { pay }),
  };
}

function lineOf(
  scheme: string,
  set: EvaluationSet | undefined,
  periods: readonly EvaluationPeriod[],
): SchemeLine {
  const phase = set?.base.phase;
  const inUse = periods.filter((period) => set?.rows.some((row) => row.period === period));
  const throughout = inUse.length === 0 || inUse.length === periods.length;
  const [first, last] = [inUse[0], inUse.at(-1)];
  return {
    scheme,
    ...(phase === undefined ? {} : { phase }),
    ...(throughout || !first || !last ? {} : { from: first.from, to: last.to }),
  };
}

const isSchemePage = ({ values }: SourcePage): boolean =>
  (values[0] ?? []).some((cell) => typeof cell === "string" && cell.startsWith("scheme:"));

function wholeScheme(read: Scheme, set: EvaluationSet | undefined, whole: Scheme | undefined): Scheme {
  const phase = set?.base.phase;
  if (set === undefined || whole === undefined || phase === undefined) return read;
  return withPhaseEdit({ whole, phase, shown: normalizeScheme(set.scheme), read });
}

function sound({
  scheme,
  mistakes,
}: {
  readonly scheme?: Scheme;
  readonly mistakes: readonly Mistake[];
}): Scheme {
  if (scheme && mistakes.length === 0) return scheme;
  throw new AttainError("scheme-invalid", {
    detail: mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
  });
}

function readPay(source: TemplateSource): EvaluationBody["pay"] {
  const page = pageOf(source, "payPlan");
  if (!page) return undefined;
  const { plan, mistakes } = readPayPlan(page.values, page.tab);
  if (!plan || mistakes.length > 0)
    throw new AttainError("scheme-invalid", {
      detail: mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
    });
  return plan;
}

/** Periods and what follows from them: as the pages say them, with what only the origin knows of each. */
function timesOf(
  source: TemplateSource,
  { lang }: Scheme,
  origin: EvaluationRequest | undefined,
): Omit<EvaluationBody["request"], "title" | "lang" | "schemes"> {
  const { periods, newcomers } = readTimes(source, lang);
  const { phase, leavers, rollup, due } = origin ?? {};
  const isKnown = (period: EvaluationPeriod): boolean =>
    origin?.periods.some(
      ({ label, from, to }) => label === period.label && from === period.from && to === period.to,
    ) === true;
  // A workbook about one month of a year is still by the year's rules.
  const shown = periods.length > 0 && !periods.every(isKnown) ? periods : (origin?.periods ?? [thisYear()]);
  return {
    periods: shown,
    ...(newcomers === undefined ? {} : { newcomers: { months: newcomers } }),
    ...(phase === undefined ? {} : { phase }),
    ...(leavers === undefined ? {} : { leavers }),
    ...(rollup === undefined || shown.length < 2 ? {} : { rollup }),
    ...(due === undefined ? {} : { due }),
  };
}

function thisYear(): EvaluationPeriod {
  const year = new Date().getFullYear();
  return { id: String(year), label: String(year), from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The request of a template that nobody is in yet: nameless lines for each scheme and phase. */
export function blankRequest({ request, lines }: EvaluationBody): EvaluationRequest {
  const count = request.periods.length > 1 ? BLANKS.several : BLANKS.onePeriod;
  return {
    ...request,
    people: lines.flatMap(({ scheme, phase, from, to }) =>
      Array.from({ length: count }, (_, i): EvaluationPerson => ({
        // No name of a person begins with a tab.
        id: `\tblank ${scheme} ${phase ?? ""} ${i}`,
        name: "",
        unit: "",
        scheme,
        ...(phase === undefined ? {} : { phase }),
        ...(from === undefined ? {} : { joined: from }),
        ...(to === undefined ? {} : { left: to }),
      })),
    ),
  };
}
