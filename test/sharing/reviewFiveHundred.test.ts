/** Five hundred people sign, one in twenty does something that cannot be: every other is in the log, and each is named. */
import { parseRange } from "../../src/formula/references";
import { stageOf, type Standing } from "../../src/scoring/review/flow";
import { rulesOf } from "../../src/scoring/review/review";
import { usualReview } from "../../src/scoring/review/usualReview";
import { planCollection, type Collection } from "../../src/sharing/incoming/collection";
import { planDistribution, type OutgoingFile } from "../../src/sharing/outgoing/distribution";
import type { FaultCode } from "../../src/sharing/incoming/faults";
import { inspectReturned, type Inspection } from "../../src/sharing/incoming/inspect";
import { leakedNames } from "../../src/sharing/leaks";
import type { Master, MasterPerson } from "../../src/sharing/master/master";
import { parseRecordXml, recordXml, type SharingRecord } from "../../src/sharing/record";
import type { ReturnedBook, ReturnedCell } from "../../src/sharing/incoming/returned";
import type { MasterReview, ReviewedPerson } from "../../src/sharing/review/masterReview";
import { LOG_FIRST } from "../../src/sheets/review/pages";
import type { Written } from "./reviewCase";

const PEOPLE = 500;
const AT = "2026-04-10T08:00:00.000Z";
const SAVED = "2026-04-12T08:00:00.000Z";
const LATER = "2026-04-14T08:00:00.000Z";
const WORDS = { sign: "同意并签字", appeal: "我要申诉" } as const;

const nameOf = (index: number): string => (index === 0 ? "李雷" : index === 1 ? "李雷雷" : `业务员${index}`);

function person(index: number): MasterPerson {
  return {
    id: `p${index}`,
    unit: `大区${index % 7}`,
    manager: `经理${index % 50}`,
    name: nameOf(index),
    actuals: [],
    counts: {},
    targets: [],
    inputs: new Map(),
    score: { total: 80, grade: "良好", rank: index + 1, remark: "" },
  };
}

const process = { ...usualReview("zh-CN", "2026-04-03"), appealDays: 5 };

function reviewed(index: number): ReviewedPerson {
  const steps = (["submit", "pass", "pass", "pass"] as const).map((kind) => ({
    ...{ kind, person: nameOf(index), by: "人事" },
    on: "2026-04-09",
  }));
  const { refused: _, ...standing } = stageOf(steps, rulesOf(process));
  return {
    ...{ id: `p${index}`, label: nameOf(index), name: nameOf(index), unit: `大区${index % 7}` },
    ...{ score: 60 + (index % 40), computed: 60 + (index % 40), grade: "良好", rank: index + 1 },
    standing,
  };
}

const everybody = Array.from({ length: PEOPLE }, (_, index) => index);
const review: MasterReview = {
  name: "3 月考核",
  process,
  rules: rulesOf(process),
  people: everybody.map(reviewed),
  log: { tab: "复核记录", lines: 4 * PEOPLE },
};
const master: Master = {
  lang: "zh-CN",
  baseYear: 2026,
  months: [],
  people: everybody.map(person),
  review,
};
const { files, record } = planDistribution(master, undefined, {
  by: "rep",
  pattern: "{unit}-{name}",
  at: AT,
  date: "2026/4/10",
  newMaster: "m1",
});

/** A workbook as a reader of files would give it back, with what was written on its sign-off page. */
function answered({ handout, identityXml }: OutgoingFile, written: Written): ReturnedBook {
  const typed = { ...written, decision: written.decision && WORDS[written.decision as keyof typeof WORDS] };
  const sheets = handout.spec.sheets.map(({ id, name: tab, blocks }) => {
    const cells = new Map<string, ReturnedCell>();
    for (const { at, cells: lines } of blocks)
      lines.forEach((line, r) =>
        line.forEach((content, c) => {
          const { top, left } = parseRange(at);
          if (content === null) return;
          const cell =
            typeof content === "object" ? { value: null, formula: content.formula } : { value: content };
          cells.set(`${top + r},${left + c}`, cell);
        }),
      );
    for (const { sheet, cell, kind, key } of handout.fields) {
      const value = typed[key as keyof Written];
      const { top, left } = parseRange(cell);
      if (sheet === id && kind === "review" && value !== undefined) cells.set(`${top},${left}`, { value });
    }
    return {
      ...{ tab, hidden: false, protected: true },
      cell: (row: number, column: number) => cells.get(`${row},${column}`),
      *cells() {
        for (const [key, cell] of cells) {
          const [row = 0, column = 0] = key.split(",").map(Number);
          yield { row, column, cell };
        }
      },
    };
  });
  return { sheets, customXml: [identityXml] };
}

const SPOILT: readonly (readonly [code: FaultCode, written: (name: string) => Written])[] = [
  ["review-unsigned", () => ({ decision: "sign" })],
  ["review-no-reason", (signer) => ({ decision: "appeal", signer })],
  ["review-other-name", () => ({ decision: "sign", signer: "韩梅梅" })],
  ["review-later", (signer) => ({ decision: "sign", signer, day: "2026-05-01" })],
  ["review-not-now", (signer) => ({ decision: "sign", signer, day: "2026-04-01" })],
  ["review-undecided", (signer) => ({ reason: "不同意", signer })],
];
const spoilt = (index: number): (typeof SPOILT)[number] | undefined =>
  index % 20 === 7 ? SPOILT[Math.floor(index / 20) % SPOILT.length] : undefined;
const silent = (index: number): boolean => index % 50 === 3;
const appeals = (index: number): boolean => index % 10 === 1;

function writtenBy(index: number): Written {
  const signer = nameOf(index);
  const plain: Written = appeals(index)
    ? { decision: "appeal", reason: `理由${index}`, signer }
    : { decision: "sign", signer };
  return spoilt(index)?.[1](signer) ?? plain;
}

/** The returned workbooks as they are read by a master that knows this much. */
const inspectedBy = (known: SharingRecord): readonly Inspection[] =>
  files.flatMap((file, index) =>
    silent(index) ? [] : [inspectReturned(answered(file, writtenBy(index)), `${index}.xlsx`, SAVED, known)],
  );

/** The master after its log has got these lines. */
function after({ events }: Collection): Master {
  const standings = new Map<string, Standing>(
    review.people.map((one) => {
      const own = events.filter(({ event }) => event.person === one.label).map(({ event }) => event);
      return [one.id, own.length === 0 ? one.standing : standingAfter(one, own)];
    }),
  );
  return {
    ...master,
    review: {
      ...review,
      log: { ...review.log, lines: review.log.lines + events.length },
      people: review.people.map((one) => ({ ...one, standing: standings.get(one.id) ?? one.standing })),
    },
  };
}

function standingAfter(one: ReviewedPerson, own: readonly { readonly kind: string }[]): Standing {
  const stage = own[0]?.kind === "appeal" ? "appealed" : "signed";
  return { ...one.standing, stage, events: one.standing.events + own.length };
}

test("five hundred workbooks to sign share one shape, and hold nobody else's name or decision", () => {
  expect(record.layouts).toHaveLength(1);
  expect(recordXml(record).length).toBeLessThan(500_000);
  expect(parseRecordXml(recordXml(record))).toEqual(record);
  const names = master.people.flatMap(({ unit, manager, name }) => [unit, manager, name]);
  for (const { handout, addressee } of files) {
    const texts = JSON.stringify([handout.spec, handout.fields]).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    const { unit, manager, name } = addressee;
    expect(leakedNames(texts, { others: names, own: [unit, manager, name] })).toEqual([]);
    expect(handout.review).toEqual([
      { person: addressee.id, stage: "sign", events: 4, score: expect.any(Number) as number },
    ]);
  }
});

test("every good signature and appeal is a line of the log, every other is named with its cell", () => {
  const collection = planCollection(master, record, inspectedBy(record), { prefer: "master", at: LATER });
  const events = new Map(collection.events.map(({ event }) => [event.person, event]));
  for (const index of everybody) {
    const event = events.get(nameOf(index));
    const faults = collection.files.find(({ file }) => file === `${index}.xlsx`)?.faults ?? [];
    const fault = spoilt(index)?.[0];
    expect([index, ...faults.map(({ code }) => code)]).toEqual([
      index,
      ...(silent(index) || fault === undefined ? [] : [fault]),
    ]);
    for (const { sheet, cell } of faults)
      expect([sheet, cell]).toEqual(["签字", expect.stringMatching(/^B\d+$/)]);
    const good = !silent(index) && fault === undefined;
    expect([index, event?.kind]).toEqual([index, !good ? undefined : appeals(index) ? "appeal" : "sign"]);
    if (event?.kind === "appeal") expect(event.reason).toBe(`理由${index}`);
    if (event) expect([event.on.slice(0, 10), event.score]).toEqual(["2026-04-12", 60 + (index % 40)]);
  }
  expect(collection.events.map(({ cell }) => cell)).toEqual(
    collection.events.map((_, i) => `F${LOG_FIRST + 4 * PEOPLE + i}`),
  );
  expect(collection.waiting).toHaveLength(
    everybody.filter((index) => silent(index) || spoilt(index) || appeals(index)).length,
  );
  expect(collection.missing).toHaveLength(everybody.filter(silent).length);

  const files = inspectedBy(collection.record);
  const again = planCollection(after(collection), collection.record, files, { prefer: "master", at: LATER });
  expect(again).toMatchObject({ nothingNew: true, events: [] });
  expect(again.record).toEqual(collection.record);
});
