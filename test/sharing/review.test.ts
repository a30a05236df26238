/** Signatures and decisions in returned workbooks: which become lines of the review's log, and which are held. */
import { syntheticLedger } from "../../bench/syntheticLedger";
import type { Host } from "../../src/host/host";
import { openReview } from "../../src/jobs/review/reviewBook";
import { recordReview, type ReviewSettings } from "../../src/jobs/review/reviewJob";
import type { ReviewWish } from "../../src/jobs/review/reviewWish";
import {
  prepareCollection,
  writeCollection,
  type CollectionView,
  type IncomingFile,
} from "../../src/jobs/sharing/collect";
import type { DistributeChoices } from "../../src/jobs/sharing/distribute";
import { stepOf, takeBackSharing } from "../../src/jobs/sharing/takeBack";
import { textsOf } from "../../src/host/workbookFiles";
import { oneMonth } from "../support/evaluations";
import { writtenBook } from "../support/evaluationBook";
import { fillIn, insertRow, sheetOf } from "./fillIn";
import { CAST, decided, monthly, pageOf, REVIEWERS, signed, unitOf, type Written } from "./reviewCase";
import { finishedMaster, sendOut, type Distributed } from "./support";

const lang = "en-US";
const options = { lang } as const;
const { signs, appeals } = CAST[lang];
const { first, second } = REVIEWERS[lang];
const [ann, bob, cyd] = signs;
const NAMED: ReviewSettings = { who: { first: [first], second: [second] }, appealDays: 30 };

/** A master with four people, taken through the review as far as `steps` say. */
async function underReview(
  steps: readonly ReviewWish[],
  settings: ReviewSettings = NAMED,
  people: readonly string[] = [...signs, appeals],
): Promise<Host> {
  const { host } = await writtenBook(monthly(lang, people));
  await recordReview(steps, options, settings);
  host.calculate();
  return host;
}

const all = ["all"];
const TO_FIRST: readonly ReviewWish[] = [
  { kind: "submit", people: all, by: "HR" },
  { kind: "pass", people: all, by: "HR" },
];
const TO_SECOND: readonly ReviewWish[] = [...TO_FIRST, { kind: "pass", people: all, by: first }];
const TO_SIGN: readonly ReviewWish[] = [...TO_SECOND, { kind: "pass", people: all, by: second }];

function bytesFor({ made }: Distributed, recipient: string): Uint8Array {
  const file = made.find((one) => one.recipient === recipient);
  if (!file)
    throw new Error(`${recipient} has no workbook among ${made.map((one) => one.recipient).join(", ")}`);
  return file.bytes;
}

const incoming = (name: string, bytes: Uint8Array): IncomingFile => ({
  name,
  modified: new Date().toISOString(),
  bytes: () => Promise.resolve(bytes),
});

async function preview(
  host: Host,
  sent: Distributed,
  ...files: readonly Uint8Array[]
): Promise<CollectionView> {
  host.connect();
  const list = files.map((bytes, i) => incoming(`${i}.xlsx`, bytes));
  return (await prepareCollection(list, sent.files, {}, options)).view;
}

async function merged(
  host: Host,
  sent: Distributed,
  ...files: readonly Uint8Array[]
): Promise<CollectionView> {
  host.connect();
  const list = files.map((bytes, i) => incoming(`${i}.xlsx`, bytes));
  const prepared = await prepareCollection(list, sent.files, {}, options);
  await writeCollection(prepared, options);
  host.calculate();
  return prepared.view;
}

const stageOf = async (host: Host, name: string): Promise<string | undefined> => {
  host.connect();
  return (await openReview()).people.find(({ person }) => person === name)?.standing.stage;
};

/** What is wrong with the first file: code and place. */
const faultsOf = (view: CollectionView): (readonly string[])[] =>
  view.files.flatMap(({ faults }) => faults.map(({ code, where }) => [code, where]));
const done = (view: CollectionView): string[] =>
  view.decisions.map(({ person, kind }) => `${person} ${kind}`);

const signing = (bytes: Uint8Array, written: Partial<Written> = {}): Promise<Uint8Array> =>
  signed(bytes, lang, { decision: "sign", signer: ann, ...written });

describe("a signature", () => {
  let host: Host;
  let sent: Distributed;
  let bytes: Uint8Array;
  beforeAll(async () => {
    host = await underReview(TO_SIGN);
    sent = await sendOut(host, lang);
    bytes = bytesFor(sent, ann);
  });

  const ours: Written = { decision: "sign", signer: ann };
  test.each<[string, Written, (readonly string[])[], string[]]>([
    ["with the name", ours, [], [`${ann} sign`]],
    ["whatever case and spaces the name has", { ...ours, signer: "ann  RAY" }, [], [`${ann} sign`]],
    ["of somebody else", { ...ours, signer: bob }, [["review-other-name", "Sign-off!B13"]], []],
    ["that is missing", { ...ours, signer: "" }, [["review-unsigned", "Sign-off!B13"]], []],
    ["that is blanks", { ...ours, signer: "   " }, [["review-unsigned", "Sign-off!B13"]], []],
    ["of a day to come", { ...ours, day: "2088-01-01" }, [["review-later", "Sign-off!B14"]], []],
    ["of no day at all", { ...ours, day: "soon" }, [["not-a-day", "Sign-off!B14"]], [`${ann} sign`]],
    ["of a day before it could be", { ...ours, day: "2020-5-1" }, [["review-not-now", "Sign-off!B11"]], []],
    ["without a decision", { signer: ann, reason: "well" }, [["review-undecided", "Sign-off!B11"]], []],
    [
      "under an appeal without a reason",
      { ...ours, decision: "appeal" },
      [["review-no-reason", "Sign-off!B12"]],
      [],
    ],
  ])("%s", async (_name, written, faults, events) => {
    const view = await preview(host, sent, await signed(bytes, lang, written));
    expect([faultsOf(view), done(view)]).toEqual([faults, events]);
    for (const { what, remedy } of view.files[0]?.faults ?? []) {
      expect(what).not.toMatch(/[{}]|undefined/);
      expect(remedy).not.toBe("");
    }
  });

  test("is found where rows have been inserted, and named there", async () => {
    const moved = await fillIn(await signing(bytes, { signer: bob }), {}, (book) =>
      insertRow(sheetOf(book, "Sign-off"), 7),
    );
    expect(faultsOf(await preview(host, sent, moved))).toContainEqual(["review-other-name", "Sign-off!B14"]);
    const right = await fillIn(await signing(bytes), {}, (book) => insertRow(sheetOf(book, "Sign-off"), 7));
    expect(done(await preview(host, sent, right))).toEqual([`${ann} sign`]);
  });

  test("a copy of the same file signs once", async () => {
    const file = await signing(bytes);
    const view = await preview(host, sent, file, file);
    expect(done(view)).toEqual([`${ann} sign`]);
    expect(view.files.map(({ status }) => status).sort()).toEqual(["duplicate", "taken"]);
  });
});

describe("things move while workbooks are out", () => {
  test("a score that changed since is not the one that was signed", async () => {
    const host = await underReview(TO_SIGN);
    const sent = await sendOut(host, lang);
    const back: ReviewWish = { kind: "return", people: [ann], by: "HR", reason: "a deal came in late" };
    await recordReview(
      [back, { kind: "adjust", people: [ann], by: second, reason: "the late deal", score: 99 }],
      options,
    );
    await recordReview([{ kind: "pass", people: [ann], by: second }], options);
    host.calculate();
    const view = await preview(host, sent, await signing(bytesFor(sent, ann)));
    expect([faultsOf(view), done(view)]).toEqual([[["review-score", "Sign-off!B11"]], []]);
    expect(view.files[0]?.faults[0]?.what).toBe(
      `${ann}: the score was 108 when this was sent and is 99 now; “sign” was about the old one.`,
    );
    // Sent once more it asks for the new one, which is on its page.
    const again = await sendOut(host, lang, { only: [ann] });
    expect([...textsOf(bytesFor(again, ann))]).toContain("99");
    expect(done(await preview(host, again, await signing(bytesFor(again, ann))))).toEqual([`${ann} sign`]);
  });

  test("who is locked signs in vain; who is reopened signs anew, not by the old file", async () => {
    const host = await underReview(TO_SIGN);
    const sent = await sendOut(host, lang);
    const file = await signing(bytesFor(sent, ann));
    const late = await signed(bytesFor(sent, bob), lang, { decision: "appeal", reason: "no", signer: bob });
    await merged(host, sent, file);
    expect(await stageOf(host, ann)).toBe("signed");
    await recordReview([{ kind: "lock", people: [ann], by: "HR" }], options);
    await recordReview([{ kind: "lock", people: [bob], by: "HR", reason: "left" }], options);
    host.calculate();
    const view = await preview(host, sent, late);
    expect(faultsOf(view)).toEqual([["review-moved", "Sign-off!B11"]]);
    expect(view.files[0]?.faults[0]?.what).toContain(
      "stood at “To sign” when this was sent and is at “Locked” now",
    );
    await recordReview([{ kind: "unlock", people: [ann], by: "HR", reason: "figures wrong" }], options);
    await recordReview([{ kind: "pass", people: [ann], by: second }], options);
    host.calculate();
    const again = await merged(host, sent, file);
    expect(again).toMatchObject({ nothingNew: true, decisions: [] });
    expect(again.waiting?.map(({ person }) => person)).toContain(ann);
    const anew = await sendOut(host, lang, { only: [ann] });
    await merged(host, anew, await signing(bytesFor(anew, ann)));
    expect(await stageOf(host, ann)).toBe("signed");
  });

  test("the second review cannot come before the first; once it can, the same file is enough", async () => {
    const host = await underReview(TO_SECOND);
    const sent = await sendOut(host, lang, { by: "reviewer" });
    await recordReview(
      [{ kind: "return", people: [ann], by: second, reason: "one actual missing" }],
      options,
    );
    host.calculate();
    const file = await decided(bytesFor(sent, second), lang, second, {
      [ann]: { decision: "pass" },
      [bob]: { decision: "return", reason: "which customer?" },
      [cyd]: { decision: "return" },
    });
    const view = await merged(host, sent, file);
    expect(done(view)).toEqual([`${bob} return`]);
    expect(
      faultsOf(view)
        .map(([code]) => code)
        .sort(),
    ).toEqual(["review-moved", "review-no-reason"]);
    await recordReview([{ kind: "pass", people: [ann], by: first }], options);
    host.calculate();
    const again = await merged(host, sent, file);
    expect(done(again)).toEqual([`${ann} pass`]);
    expect(await stageOf(host, ann)).toBe("sign");
    expect(await merged(host, sent, file)).toMatchObject({ nothingNew: true, decisions: [] });
  });

  test("a merge is all or nothing, and one step back takes its signatures out of the log", async () => {
    const host = await underReview(TO_SIGN);
    const sent = await sendOut(host, lang);
    const file = await signing(bytesFor(sent, ann));
    host.connect();
    const prepared = await prepareCollection([incoming("a.xlsx", file)], sent.files, {}, options);
    let failures = 0;
    for (let trip = 1; trip < 90; trip++) {
      host.faults.fail({
        roundTrip: host.traffic.roundTrips + trip,
        afterActions: trip % 3,
        code: trip <= 24 ? "InvalidOperationInCellEditMode" : "GeneralException",
      });
      const error = await writeCollection(prepared, options).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      host.faults.clear();
      if (error === undefined) break;
      failures += 1;
      expect([trip, await stageOf(host, ann)]).toEqual([trip, "sign"]);
    }
    expect(failures).toBeGreaterThan(20);
    host.calculate();
    expect(await stageOf(host, ann)).toBe("signed");
    const step = await stepOf(prepared);
    if (!step) throw new Error("Nothing to take back");
    await takeBackSharing(step);
    host.calculate();
    expect(await stageOf(host, ann)).toBe("sign");
  });
});

describe("who decides what", () => {
  const asks = async (host: Host, choices: DistributeChoices): Promise<Record<string, number>> => {
    const { prepared } = await sendOut(host, lang, choices);
    return Object.fromEntries(
      prepared.distribution.files.map(({ addressee, handout }) => [
        addressee.name,
        handout.review?.length ?? 0,
      ]),
    );
  };

  test("where nobody is named the unit and its manager have the first review, leaders the second", async () => {
    const host = await underReview(TO_FIRST, { appealDays: 30 });
    const [east] = [unitOf(lang, 0)];
    expect(await asks(host, { by: "region" })).toEqual({ [east]: 4 });
    expect(await asks(host, { by: "manager" })).toEqual({ "Boss One": 4 });
    expect(await asks(host, { by: "leader" })).toEqual({ Leadership: 0 });
    expect(await asks(host, { by: "rep" })).toEqual({ [ann]: 0, [bob]: 0, [cyd]: 0, [appeals]: 0 });
    const sent = await sendOut(host, lang, { by: "region" });
    const file = await decided(bytesFor(sent, east), lang, "Sue Head", {
      [ann]: { decision: "pass" },
      [bob]: { decision: "pass" },
    });
    const view = await merged(host, sent, file);
    expect(view.decisions.map(({ person, by }) => [person, by])).toEqual([
      [ann, "Sue Head"],
      [bob, "Sue Head"],
    ]);
    expect(await asks(host, { by: "leader" })).toEqual({ Leadership: 2 });
    expect(await asks(host, { by: "division", divisions: { Liz: [east] } })).toEqual({ Liz: 2 });
  });

  test("whoever is named signs: in a unit's workbook nobody else, in a manager's of another name nothing is asked", async () => {
    const host = await underReview(TO_FIRST);
    const east = unitOf(lang, 0);
    expect(await asks(host, { by: "manager" })).toEqual({ "Boss One": 0 });
    expect(await asks(host, { by: "reviewer" })).toEqual({ [first]: 4 });
    const sent = await sendOut(host, lang, { by: "region" });
    const pass = { [ann]: { decision: "pass" } } as const;
    const wrong = await preview(host, sent, await decided(bytesFor(sent, east), lang, "Sue Head", pass));
    expect([faultsOf(wrong).map(([code]) => code), done(wrong)]).toEqual([["review-not-now"], []]);
    expect(wrong.files[0]?.faults[0]?.what).toContain(`is for ${first}, not for Sue Head`);
    expect(done(await preview(host, sent, await decided(bytesFor(sent, east), lang, first, pass)))).toEqual([
      `${ann} pass`,
    ]);
  });

  test("two reviewers' workbooks for one stage: the first counts, the second is named", async () => {
    const host = await underReview(TO_FIRST, { appealDays: 30 });
    const unit = await sendOut(host, lang, { by: "region" });
    const manager = await sendOut(host, lang, { by: "manager" });
    const pass = { [ann]: { decision: "pass" } } as const;
    const view = await preview(
      host,
      manager,
      await decided(bytesFor(unit, unitOf(lang, 0)), lang, "Sue Head", pass),
      await decided(bytesFor(manager, "Boss One"), lang, "Boss One", pass),
    );
    expect(done(view)).toEqual([`${ann} pass`]);
    expect(faultsOf(view).map(([code]) => code)).toEqual(["review-moved"]);
  });

  test("a reviewer reads why somebody appeals, without the names of others", async () => {
    const host = await underReview(TO_SIGN, NAMED, CAST[lang].signs);
    await recordReview(
      [{ kind: "appeal", people: [ann], by: ann, reason: `${bob} sold it with me, ask ${cyd}` }],
      options,
    );
    host.calculate();
    const sent = await sendOut(host, lang, { by: "reviewer" });
    const texts = [...textsOf(bytesFor(sent, second))];
    expect(texts).toContain("＊＊ sold it with me, ask ＊＊");
    expect(texts.some((text) => text.includes(bob) || text.includes(cyd))).toBe(false);
  });
});

describe("those it is not about", () => {
  test("raters are asked for ratings alone; who is locked is rated no more until unlocked", async () => {
    const { host } = await writtenBook(oneMonth());
    const before = await sendOut(host, lang, { by: "rater" });
    await recordReview(
      TO_SIGN.map((wish) => ({ ...wish, people: ["Ann"], by: "HR" })),
      options,
    );
    await recordReview([{ kind: "lock", people: ["Ann"], by: "HR", reason: "left" }], options);
    host.calculate();
    const sent = await sendOut(host, lang, { by: "rater" });
    const pages = ({ prepared }: Distributed): unknown =>
      prepared.distribution.files.map(({ handout }) => [
        handout.fields,
        handout.spec.sheets.map(({ name }) => name),
        handout.review,
      ]);
    expect(pages(sent)).toEqual(pages(before));
    const rated = await fillIn(bytesFor(sent, "Mia"), { "My ratings": { D6: 50, D7: 60 } });
    const view = await merged(host, sent, rated);
    expect(faultsOf(view)).toEqual([["person-locked", "My ratings!D6"]]);
    expect(view.changes.map(({ person, after }) => [person, after])).toEqual([["Bob", 60]]);
    await recordReview([{ kind: "unlock", people: ["Ann"], by: "HR", reason: "rated anew" }], options);
    host.calculate();
    expect((await merged(host, sent, rated)).changes.map(({ person, after }) => [person, after])).toEqual([
      ["Ann", 50],
    ]);
  });

  test("one person alone", async () => {
    const host = await underReview(TO_SIGN, NAMED, [ann]);
    const sent = await sendOut(host, lang);
    const view = await merged(host, sent, await signing(bytesFor(sent, ann)));
    expect(view).toMatchObject({ missing: [], waiting: [] });
    expect(await stageOf(host, ann)).toBe("signed");
  });

  test("a ledger's scorecard under review is signed beside its targets", async () => {
    const host = await finishedMaster(syntheticLedger(6), lang);
    await recordReview(TO_SIGN, options, NAMED);
    host.calculate();
    const sent = await sendOut(host, lang);
    const [person] = sent.made;
    if (!person) throw new Error("Nobody was sent anything");
    const file = await signed(person.bytes, lang, { decision: "sign", signer: person.recipient });
    const view = await merged(host, sent, file);
    expect([faultsOf(view), done(view)]).toEqual([[], [`${person.recipient} sign`]]);
    expect(await stageOf(host, person.recipient)).toBe("signed");
  });

  test("an evaluation that is not under review is sent as ever", async () => {
    const { host } = await writtenBook(monthly(lang, signs));
    const sent = await sendOut(host, lang);
    await expect(pageOf(bytesFor(sent, ann), lang)).rejects.toThrow("Sign-off");
    const view = await preview(host, sent);
    expect([view.decisions, view.waiting]).toEqual([[], undefined]);
  });
});
