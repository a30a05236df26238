import { parseRange } from "../../formula/references";
import type { SheetSpec } from "../../sheets/spec";
import { say, type Lang, type Phrase } from "../../words";
import type { Handout, Sending } from "./handout";
import { idLine, type Identity } from "../identity";
import type { Master, MasterPerson } from "../master/master";
import { breakdownPage, howBreakdown } from "../pages/breakdownPage";
import { coverPage } from "../pages/coverPage";
import { stepAt } from "../pages/coverStep";
import { listPage } from "../pages/listPage";
import { unitHandout } from "./unitHandout";
import { HANDOUT_WORDS as H, LIST_WORDS as L } from "../words";

const W = {
  title: { "zh-CN": "{name}：{title}结果", "en-US": "{name}: results of {title}" },
  tab: { "zh-CN": "结果", "en-US": "Results" },
  note: {
    "zh-CN": "发出时的得分、等级和名次；名次是全体排名",
    "en-US": "Points, grades and ranks when sent; ranks are among everybody",
  },
  noteByScheme: {
    "zh-CN": "发出时的得分、等级和名次；名次在同一方案内排",
    "en-US": "Points, grades and ranks when sent; ranks are among those scored by the same scheme",
  },
  period: { "zh-CN": "周期", "en-US": "Period" },
  scheme: { "zh-CN": "方案", "en-US": "Scheme" },
  name: { "zh-CN": "姓名", "en-US": "Name" },
  how: {
    "zh-CN": "“{tab}”：各人的得分、等级和名次，只供查看。",
    "en-US": "“{tab}”: everybody's points, grade and rank, for reading.",
  },
} as const satisfies Record<string, Phrase>;

/**
 * What a leader sees of the whole, or a division leader of the units in their charge: targets, actuals and scores, or an
 * evaluation's results. To be read and answered on the cover; nothing else is typed, and nobody's ratings are in it.
 */
export function leaderHandout(
  master: Master,
  name: string,
  people: readonly MasterPerson[],
  identity: Identity,
  sending: Sending,
): Handout {
  return master.checks
    ? resultsHandout(master, name, people, identity, sending)
    : forReading(unitHandout(master, name, people, identity, sending, { reading: true }), master.lang);
}

/** The same workbook with nothing to type but the answer on its cover. */
function forReading({ spec, fields }: Handout, lang: Lang): Handout {
  return {
    fields: fields.filter(({ sheet }) => sheet === "cover"),
    spec: {
      ...spec,
      sheets: spec.sheets.map((sheet) => (sheet.id === "cover" ? sheet : locked(sheet, lang))),
    },
  };
}

function locked({ validations: _typing, formats = [], ...sheet }: SheetSpec, lang: Lang): SheetSpec {
  return {
    ...sheet,
    blocks: sheet.blocks.map(({ at, cells }) => ({
      at,
      // The second line of a page asks to type.
      cells: cells.map((row, r) =>
        parseRange(at).top + r === 1
          ? row.map((cell) => (typeof cell === "string" ? readOnly(cell, lang) : cell))
          : row,
      ),
    })),
    formats: formats.map((format) => ({
      ...format,
      style: [format.style].flat().filter((style) => style !== "input"),
    })),
    protect: { inputs: [] },
  };
}

/** What a page says below its title, without asking to type. @example "2018 · type into yellow cells" → "2018 · for reading" */
function readOnly(text: string, lang: Lang): string {
  const parts = text.split(" · ");
  const asks = parts.length > 1 && /黄色|yellow/.test(parts.at(-1) ?? "");
  return asks ? [...parts.slice(0, -1), H.forReading[lang]].join(" · ") : text;
}

function resultsHandout(
  master: Master,
  name: string,
  people: readonly MasterPerson[],
  identity: Identity,
  sending: Sending,
): Handout {
  const { lang, title = "" } = master;
  const cards = people.flatMap((person) => (person.cards ?? []).map((card) => ({ person, card })));
  const several = (of: (line: (typeof cards)[number]) => string): boolean => new Set(cards.map(of)).size > 1;
  const byPeriod = several(({ card }) => card.period);
  const byScheme = several(({ card }) => card.scheme.name);
  const heading = say(W.title, lang, { name, title });
  const list = listPage(
    {
      id: "results",
      tab: W.tab[lang],
      title: heading,
      subtitle: byScheme && !master.review ? W.noteByScheme[lang] : W.note[lang],
    },
    [
      {
        columns: [
          { header: H.unit[lang] },
          { header: W.name[lang] },
          ...(byPeriod ? [{ header: W.period[lang] }] : []),
          ...(byScheme ? [{ header: W.scheme[lang] }] : []),
          { header: H.total[lang], numberFormat: "0.00" },
          { header: H.grade[lang] },
          { header: H.rank[lang], numberFormat: "0" },
          { header: H.remark[lang] },
        ],
        rows: cards.map(({ person, card: { period, scheme, score } }) => [
          person.unit,
          person.name,
          ...(byPeriod ? [period] : []),
          ...(byScheme ? [scheme.name] : []),
          score.total,
          score.grade,
          score.rank,
          score.remark,
        ]),
      },
    ],
    lang,
  );
  const breakdown = breakdownPage(people, { lang, name, title });
  const totals = people.flatMap(({ score }) => (score?.total == null ? [] : [score.total]));
  const cover = coverPage({
    lang,
    title: heading,
    ...sending,
    recipient: name,
    facts: [
      { label: H.people[lang], value: people.length, numberFormat: "0" },
      {
        label: L.mean[lang],
        value: totals.length === 0 ? null : totals.reduce((a, b) => a + b, 0) / totals.length,
        numberFormat: "0.00",
        main: true,
      },
    ],
    ...(sending.review ? { reply: [] } : {}),
    steps: [stepAt(W.how, lang, list.name), ...(breakdown ? [howBreakdown(lang)] : [])],
    idLine: idLine(identity),
  });
  return {
    spec: {
      sheets: [
        cover.sheet,
        {
          ...list,
          protect: { inputs: [] },
          ...(list.print ? { print: { ...list.print, footer: { ...list.print.footer, left: name } } } : {}),
        },
        ...(breakdown ? [breakdown.sheet] : []),
      ],
      names: [],
      activate: "cover",
    },
    fields: cover.fields,
  };
}
