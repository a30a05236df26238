import { groupProblems, titleOf, actionOf } from "../records/problems/problems";
import { tell } from "../records/problems/message";
import type { AboutSection } from "../sheets/about";
import { periodLabel } from "../planning/calendar";
import { say, type Lang } from "../words";
import type { Results } from "./compute";
import { regionRange } from "./read/surveyView";
import type { Understanding } from "./read/understand";
import { WORDS } from "./words";

/** What the last page says: where the numbers come from, by which rules, and what was odd. */
export function aboutSections(
  found: Understanding,
  results: Results,
  schemeSheet: string | undefined,
  lang: Lang,
): AboutSection[] {
  return [
    sources(found, results, lang),
    ...planning(results, lang),
    ...scoring(results, schemeSheet, lang),
    problems(found, lang),
  ];
}

type Line = AboutSection["lines"][number];

function sources({ roles, deals }: Understanding, { baseTotal, reps }: Results, lang: Lang): AboutSection {
  const at = (match: { region: Parameters<typeof regionRange>[0] }) =>
    `${match.region.grid.sheet}!${regionRange(match.region)}`;
  const lines: Line[] = [];
  if (roles.ledger) {
    const { ledger } = roles;
    lines.push({
      label: WORDS.aboutLedger[lang],
      text: say(WORDS.aboutLedgerText, lang, {
        range: [ledger, ...ledger.siblings].map(at).join(", "),
        rows: deals.rep.length,
        won: reps.reduce((sum, { won }) => sum + won, 0),
        value: baseTotal,
      }),
    });
  }
  lines.push({
    label: WORDS.aboutTeam[lang],
    text: roles.team
      ? say(WORDS.aboutTeamText, lang, { range: at(roles.team), rows: roles.team.region.rows.length })
      : WORDS.aboutTeamNone[lang],
  });
  return { title: WORDS.aboutSources[lang], lines };
}

function planning({ plan, baseYear, baseTotal }: Results, lang: Lang): AboutSection[] {
  if (!plan) return [];
  const lines: Line[] = [
    {
      label: WORDS.aboutTotal[lang],
      text: say(WORDS.aboutTotalText, lang, {
        base: String(baseYear),
        value: baseTotal,
        growth: `${Math.round((plan.growth ?? 0) * 1000) / 10}%`,
        target: plan.total,
      }),
    },
    { label: WORDS.aboutSplit[lang], text: WORDS.aboutSplitText[lang] },
  ];
  const gaps = gapMonths(plan, lang);
  if (gaps) lines.push({ label: WORDS.aboutGaps[lang], text: say(WORDS.noteGaps, lang, { months: gaps }) });
  if (plan.newcomers.length > 0) {
    lines.push({
      label: WORDS.aboutNewcomers[lang],
      text: say(WORDS.noteNewcomers, lang, { count: plan.newcomers.length }),
    });
  }
  return [{ title: WORDS.aboutPlan[lang], lines }];
}

/** The months without history that get no target, as people read them; empty when there are none. */
export function gapMonths(plan: NonNullable<Results["plan"]>, lang: Lang): string {
  const zero = plan.periods.filter(
    ({ id }, index) => plan.gaps.includes(id) && plan.root.target[index] === 0,
  );
  return zero.map((period) => periodLabel(period, lang)).join(lang === "zh-CN" ? "、" : ", ");
}

function scoring({ scores, baseYear }: Results, schemeSheet: string | undefined, lang: Lang): AboutSection[] {
  if (!scores || schemeSheet === undefined) return [];
  return [
    {
      title: WORDS.aboutScore[lang],
      lines: [
        {
          label: WORDS.aboutScheme[lang],
          text: say(WORDS.aboutSchemeText, lang, { name: scores.scheme.name, sheet: schemeSheet }),
        },
        {
          label: WORDS.aboutBenchmark[lang],
          text: say(WORDS.noteBenchmark, lang, { year: String(baseYear), people: scores.active }),
        },
        { label: WORDS.aboutTies[lang], text: WORDS.aboutTiesText[lang] },
        { label: WORDS.aboutNoData[lang], text: WORDS.aboutNoDataText[lang] },
      ],
    },
  ];
}

function problems(found: Understanding, lang: Lang): AboutSection {
  const lines = groupProblems(found.problems).flatMap(({ problems: [first], count }): Line[] =>
    first
      ? [
          {
            label: say(WORDS.problemTitle, lang, { title: tell(titleOf(first), lang), count }),
            text: tell(actionOf(first), lang),
          },
        ]
      : [],
  );
  return {
    title: WORDS.aboutProblems[lang],
    lines: lines.length > 0 ? lines : [{ label: WORDS.aboutProblemsNone[lang], text: "" }],
  };
}
