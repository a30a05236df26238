import { CHECKS, type Check } from "../../forms/workPlan";
import { quoted } from "../../sheets/rows";
import type { SheetSpec, SpecCell } from "../../sheets/spec";
import { say } from "../../words";
import { CHECK_PAGE_WORDS as W } from "../checkWords";
import type { Checks, Master } from "../master/master";
import { CHECK_HEADERS } from "./checkListPage";
import type { CheckRanges } from "./checkRanges";
import { listPage, type ListColumn, type ListTable } from "./listPage";

/** One line of a comparison: its words, and the conditions its items meet. */
interface CompareRow {
  readonly words: readonly string[];
  readonly where: string;
}

/**
 * The three checks side by side: across, each person's sums and how far the checks are apart; along, the same by
 * period, month or item. Everything is a formula over the list.
 */
export function comparePage(
  { lang }: Master,
  checks: Checks,
  { span, people, units, along }: CheckRanges,
): SheetSpec {
  const { items, gives } = checks;
  const yes = quoted(W.yes[lang]);
  const no = quoted(W.no[lang]);
  const sum = (check: Check, where: string): SpecCell => ({
    formula:
      gives === "points" ? `=SUMIFS(${span(check)},${where})` : `=COUNTIFS(${where},${span(check)},${yes})`,
  });
  const apart = (a: Check, b: Check, key: string, where: string): SpecCell => ({
    formula:
      gives === "points"
        ? `=SUMIFS(${span(key)},${where})`
        : `=COUNTIFS(${where},${span(a)},${yes},${span(b)},${no})-COUNTIFS(${where},${span(a)},${no},${span(b)},${yes})`,
  });
  /** Items that wait for this check: those before it are made, it is not. */
  const waiting = (check: Check, where: string): SpecCell => {
    const before = CHECKS.slice(0, CHECKS.indexOf(check)).map((one) => `,${span(one)},"<>"`);
    const both = `COUNTIFS(${where}${before.join("")})`;
    return { formula: `=${both}-COUNTIFS(${where}${before.join("")},${span(check)},"<>")` };
  };
  const numbers = (where: string): SpecCell[] => [
    { formula: `=COUNTIFS(${where})` },
    ...CHECKS.map((check) => sum(check, where)),
    apart("unit", "own", "unitOwn", where),
    apart("centre", "unit", "centreUnit", where),
    ...CHECKS.map((check) => waiting(check, where)),
  ];
  const numberColumns: ListColumn[] = [
    { header: W.items[lang], numberFormat: "0" },
    ...CHECKS.map((check) => ({ header: CHECK_HEADERS[check][lang], numberFormat: "0.##" })),
    { header: W.unitOwn[lang], numberFormat: "+0.##;-0.##;0" },
    { header: W.centreUnit[lang], numberFormat: "+0.##;-0.##;0" },
    ...CHECKS.map((check) => ({
      header: say(W.waits, lang, { check: CHECK_HEADERS[check][lang] }),
      numberFormat: "0;-0;–",
    })),
  ];
  const table = (
    heading: string | undefined,
    headers: readonly string[],
    rows: readonly CompareRow[],
  ): ListTable => ({
    ...(heading === undefined ? {} : { heading }),
    columns: [...headers.map((header) => ({ header })), ...numberColumns],
    rows: rows.map(({ words, where }) => [...words, ...numbers(where)]),
  });
  const persons = [...new Map(items.map((item) => [`${item.unit}\u0001${item.about}`, item])).values()];
  const across = persons.map(({ unit, about }): CompareRow => ({
    words: [unit, about],
    where: [
      ...(units === undefined ? [] : [`${span(units)},${quoted(unit)}`]),
      `${span(people)},${quoted(about)}`,
    ].join(","),
  }));
  return listPage(
    {
      id: "checksCompared",
      tab: W.compareTab[lang],
      title: say(W.compareTitle, lang, { title: checks.title }),
      subtitle: W.compareNote[lang],
    },
    [
      table(undefined, [W.unit[lang], W.person[lang]], across),
      table(
        W[along === "what" ? "byItem" : "along"][lang],
        [W[along === "what" ? "what" : "period"][lang], ""],
        alongRows(checks, along, span),
      ),
    ],
    lang,
  );
}

function alongRows({ items }: Checks, along: string, span: CheckRanges["span"]): CompareRow[] {
  if (along !== "month") {
    const words = [...new Set(items.map(({ what, period }) => (along === "what" ? what : period)))];
    return words.map((word) => ({ words: [word, ""], where: `${span(along)},${quoted(word)}` }));
  }
  const months = [...new Set(items.map(({ period }) => period.slice(0, 7)))].sort();
  return months.map((month) => {
    const [year, number] = month.split("-").map(Number);
    const due = span("due");
    return {
      words: [month, ""],
      where: `${due},">="&DATE(${year ?? 0},${number ?? 1},1),${due},"<"&DATE(${year ?? 0},${(number ?? 1) + 1},1)`,
    };
  });
}
