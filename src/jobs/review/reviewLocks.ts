import { digest } from "../../sharing/digest";
import { readFormulas } from "../../excel/read/readFormulas";
import { columnIndex } from "../../formula/references";
import { changesSince, snapshotText, type Snapshot } from "../../scoring/review/snapshot";
import { text } from "../../sheets/readBack";
import { say, type Lang, type Phrase } from "../../words";
import { scoreOf, type Reviewed, type ReviewBook } from "./reviewBook";
import { same, type ScoredPage } from "./reviewSource";

/** Something that changed although it was finished: a locked figure, or a score after it was signed. */
export interface ReviewNotice {
  readonly person: string;
  readonly kind: "locked" | "signed" | "log";
  /** Where the figure stands, or is typed. */
  readonly sheet?: string;
  readonly cell?: string;
  readonly header?: string;
  readonly from: string;
  readonly to: string;
}

const W = {
  locked: {
    "zh-CN": "{person} 已锁定，{where} 的“{header}”由 {from} 变为 {to}",
    "en-US": "{person} is locked, but “{header}” in {where} went from {from} to {to}",
  },
  signed: {
    "zh-CN": "{person} 签字时得分 {from}，现在是 {to}",
    "en-US": "{person} signed a score of {from}; it is {to} now",
  },
  log: {
    "zh-CN": "{person} 的锁定记录被改过：校验应为 {from}，现为 {to}",
    "en-US": "the lock of {person} in the log was changed: its digest should be {from} and is {to}",
  },
  empty: { "zh-CN": "空", "en-US": "nothing" },
} as const satisfies Record<string, Phrase>;

/** A notice as a sentence. */
export function noticeText(
  { person, kind, sheet, cell, header, from, to }: ReviewNotice,
  lang: Lang,
): string {
  const where = [sheet, cell].filter((part) => part !== undefined).join("!");
  const value = (one: string): string => (one === "" ? W.empty[lang] : one);
  return say(W[kind], lang, { person, where, header: header ?? "", from: value(from), to: value(to) });
}

/** The values of somebody's lines on all scorecards, as the log keeps them, and their digest. */
export function lockOf(
  book: ReviewBook,
  person: Reviewed,
): { readonly locked: string; readonly digest: string } {
  const locked = snapshotText(snapshotsOf(book, person).map(({ snapshot }) => snapshot));
  return { locked, digest: digest(locked) };
}

/** What was finished and has changed since: locked figures with their cells, scores after signing. */
export async function noticesOf(book: ReviewBook): Promise<ReviewNotice[]> {
  const found = book.people.flatMap((person): ReviewNotice[] => {
    const { locked } = person.standing;
    if (locked) return lockedNotices(book, person, locked);
    const { signedScore } = person.standing;
    const score = scoreOf(person);
    if (signedScore === undefined || close(signedScore, score)) return [];
    return [{ person: person.person, kind: "signed", from: number(signedScore), to: number(score) }];
  });
  return towardsInputs(found);
}

function lockedNotices(
  book: ReviewBook,
  person: Reviewed,
  locked: { readonly values: string; readonly digest: string },
): ReviewNotice[] {
  const now = snapshotsOf(book, person);
  const sum = digest(locked.values);
  const changes = changesSince(
    locked.values,
    now.map(({ snapshot }) => snapshot),
  );
  return [
    ...(locked.digest !== "" && sum !== locked.digest
      ? [{ person: person.person, kind: "log" as const, from: locked.digest, to: sum }]
      : []),
    ...changes.map(({ place, header, from, to }): ReviewNotice => {
      const line = now.find(({ snapshot }) => snapshot.place.replaceAll(":", "：") === place);
      const cell = line?.cells.get(header);
      return {
        person: person.person,
        kind: "locked",
        ...(line && { sheet: line.tab }),
        ...(cell !== undefined && { cell }),
        header,
        from,
        to,
      };
    }),
  ];
}

const close = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-9);

const number = (value: number | null): string =>
  value === null ? "" : String(Number(value.toPrecision(12)));

interface Line {
  readonly tab: string;
  readonly snapshot: Snapshot;
  /** Header → cell. */
  readonly cells: ReadonlyMap<string, string>;
}

function snapshotsOf({ scored, people }: ReviewBook, person: Reviewed): Line[] {
  const alone = people.filter(({ name }) => same(name, person.name)).length === 1;
  return scored.flatMap((page) =>
    page.people.names.flatMap((name, i): Line[] => {
      const theirs = same(name, person.name) && (alone || same(page.people.units[i] ?? "", person.unit));
      return theirs ? [lineOf(page, i)] : [];
    }),
  );
}

/** Columns that say who somebody is are no values. */
const WHO = new Set(["name", "unit", "period", "rank", "unitRank", "order"]);

function lineOf({ tab, rows, layout, people }: ScoredPage, index: number): Line {
  const row = layout.firstRow + index;
  const headers = rows[layout.headerRow - 1] ?? [];
  const columns = [...layout.columns].filter(([name]) => !WHO.has(name)).map(([, letter]) => letter);
  const titles = columns.map((letter) => text(headers[columnIndex(letter)]));
  const titled = columns.map((letter, i): readonly [string, string] => {
    const title = titles[i] ?? "";
    return [titles.filter((one) => one === title).length > 1 ? `${title} (${letter})` : title, letter];
  });
  const period = people.periods?.[index];
  return {
    tab,
    cells: new Map(titled.map(([title, letter]) => [title, `${letter}${row}`])),
    snapshot: {
      place: period === undefined ? tab : `${tab} ${period}`,
      values: titled.map(([title, letter]) => {
        const value = rows[row - 1]?.[columnIndex(letter)] ?? null;
        return [title, typeof value === "number" ? value : text(value) === "" ? null : text(value)] as const;
      }),
    },
  };
}

/** A scorecard's cell often only repeats one that is typed elsewhere: that is the one to look at. */
async function towardsInputs(notices: readonly ReviewNotice[]): Promise<ReviewNotice[]> {
  const tabs = [
    ...new Set(
      notices.flatMap(({ sheet, cell }) => (sheet !== undefined && cell !== undefined ? [sheet] : [])),
    ),
  ];
  if (tabs.length === 0) return [...notices];
  const formulas = await readFormulas(tabs);
  return notices.map((notice) => {
    const { sheet, cell } = notice;
    if (sheet === undefined || cell === undefined) return notice;
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const formula = formulas.get(sheet)?.[Number(row) - 1]?.[columnIndex(letters)];
    const link = PLAIN_LINK.exec(String(formula ?? ""));
    if (!link) return notice;
    const [, quoted, plain, address = ""] = link;
    return {
      ...notice,
      sheet: (quoted ?? plain ?? sheet).replaceAll("''", "'"),
      cell: address.replaceAll("$", ""),
    };
  });
}

/** A formula that only repeats another sheet's cell, empty where that is empty or not. */
const PLAIN_LINK =
  /^=(?:IF\((?:ISBLANK\()?(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?:\)|=""),"",)?(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!(\$?[A-Z]{1,3}\$?\d+)\)?$/u;
