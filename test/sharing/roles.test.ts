/** What each role is given, told by what is in its workbook: no sheet protection keeps anybody from reading a file. */
import { syntheticLedger } from "../../bench/syntheticLedger";
import { describeError } from "../../src/errors";
import { openXlsx } from "../../src/host/file/open";
import type { Host } from "../../src/host/host";
import { textsOf } from "../../src/host/workbookFiles";
import { prepareCollection } from "../../src/jobs/sharing/collect";
import type { DistributeChoices, MadeFile } from "../../src/jobs/sharing/distribute";
import { oneMonth } from "../support/evaluations";
import { writtenBook } from "../support/evaluationBook";
import { validate } from "../support/ooxml";
import { fillIn } from "./fillIn";
import { finishedMaster, sendOut } from "./support";

type Role = "employee" | "unit" | "division leader" | "leader" | "rater";
const SENT: Readonly<Record<Role, DistributeChoices>> = {
  employee: { by: "rep" },
  unit: { by: "region" },
  "division leader": { by: "division", divisions: { Liz: ["East"] } },
  leader: { by: "leader" },
  rater: { by: "rater" },
};

const has = (file: MadeFile, word: string): boolean =>
  [...textsOf(file.bytes)].some((text) => new RegExp(`(?<![A-Za-z])${word}(?![A-Za-z])`).test(text));

describe("an evaluation", () => {
  let host: Host;
  const files = new Map<Role, readonly MadeFile[]>();
  beforeAll(async () => {
    host = (await writtenBook(oneMonth())).host;
    for (const [role, choices] of Object.entries(SENT) as [Role, DistributeChoices][])
      files.set(role, (await sendOut(host, "en-US", choices)).made);
  });
  const fileOf = (role: Role, recipient: string): MadeFile => {
    const found = files.get(role)?.find((file) => file.recipient === recipient);
    if (!found) throw new Error(`${recipient} is no ${role}`);
    return found;
  };

  /** Ann's total is 102.3…, Cyd has had an accident; Mia and Zoe rate Ann, Max rates Cyd. */
  test.each<[Role, string, held: string[], absent: string[]]>([
    ["employee", "Ann", ["Ann", "East", "Sales attained"], ["Bob", "Cyd", "West", "Max", "Zoe", "Bob's"]],
    ["unit", "East", ["Ann", "Bob", "Sales attained"], ["Cyd", "Dee", "West", "Max", "Zoe"]],
    ["division leader", "Liz", ["Ann", "Bob", "Excellent"], ["Cyd", "Dee", "West", "Max", "Zoe"]],
    ["leader", "Leadership", ["Ann", "Bob", "Cyd", "Dee", "Eve"], ["Zoe", "Max", "Upper"]],
    ["rater", "Mia", ["Ann", "Bob", "Attitude"], ["Cyd", "Zoe", "Sales attained", "Excellent"]],
  ])("%s %s is given %j and not %j", (role, recipient, held, absent) => {
    const file = fileOf(role, recipient);
    for (const word of held) expect([word, has(file, word)]).toEqual([word, true]);
    for (const word of absent) expect([word, has(file, word)]).toEqual([word, false]);
  });

  test("a leader can type the answer on the cover and nothing else", async () => {
    const book = await openXlsx(fileOf("leader", "Leadership").bytes, "leader.xlsx");
    expect(book.sheets.map(({ name }) => name)).toEqual(["Cover", "Results", "Score by indicator"]);
    expect(book.sheets.every(({ protection }) => protection !== undefined)).toBe(true);
    expect(await validate(fileOf("leader", "Leadership").bytes)).toEqual([]);
  });

  test("the leader's answer is in the list and changes no number", async () => {
    const sent = await sendOut(host, "en-US", SENT.leader);
    const [made] = sent.made;
    const sheet = (await openXlsx(made?.bytes ?? new Uint8Array(), "x.xlsx")).sheets[0];
    const [row] = [...(sheet?.cells ?? [])].find(([, cells]) => cells.get(0)?.value === "Reply") ?? [0];
    const bytes = await fillIn(made?.bytes ?? new Uint8Array(), { Cover: { [`B${row + 1}`]: "Agreed" } });
    host.connect();
    const { view } = await prepareCollection(
      [{ name: "leader.xlsx", modified: "2026-04-09T00:00:00.000Z", bytes: () => Promise.resolve(bytes) }],
      sent.files,
      {},
      { lang: "en-US" },
    );
    expect(view.files).toMatchObject([{ status: "taken", faults: [], recipient: "Leadership" }]);
    expect(view.changes).toEqual([]);
  });

  test("who it cannot be sent to is said with who it can", async () => {
    const error = await sendOut(host, "en-US", { by: "reviewer" }).catch((reason: unknown) => reason);
    expect(describeError(error, "en-US")).toMatchObject({
      code: "no-recipients",
      what: "This workbook has nothing to send to anybody as “Reviewer”.",
      remedy: "It can be sent to: Person, Unit, Leadership, Rater, Supervision centre.",
    });
  });

  test("a division leader needs to be told the units in charge, and they have to exist", async () => {
    await expect(sendOut(host, "en-US", { by: "division" })).rejects.toMatchObject({
      code: "request-invalid",
    });
    await expect(
      sendOut(host, "en-US", { by: "division", divisions: { Liz: ["North"] } }),
    ).rejects.toMatchObject({ code: "unknown-name" });
  });
});

test("a department that rates and is called as what it rates is no leak", async () => {
  const request = oneMonth();
  const { host } = await writtenBook({
    ...request,
    raters: [{ rater: "Attitude", group: "upper", people: ["Ann"] }],
    ratings: [],
  });
  const { made } = await sendOut(host, "en-US", { by: "leader" });
  expect(made.map(({ recipient }) => recipient)).toEqual(["Leadership"]);
});

describe("targets", () => {
  test("a division leader has the people of those regions, a leader everybody, both to be read only", async () => {
    const host = await finishedMaster(syntheticLedger(24), "en-US");
    const first = await sendOut(host, "en-US", { by: "leader" });
    const { people } = first.prepared.master;
    const units = [...new Set(people.map(({ unit }) => unit))];
    const [mine = ""] = units;
    const division = await sendOut(host, "en-US", { by: "division", divisions: { Liz: [mine] } });
    const [whole, part] = [first.made[0], division.made[0]];
    if (!whole || !part) throw new Error("No file");
    for (const { unit, name } of people) {
      expect([name, has(whole, name)]).toEqual([name, true]);
      expect([name, has(part, name)]).toEqual([name, unit === mine]);
    }
    for (const { handout } of [...first.prepared.distribution.files, ...division.prepared.distribution.files])
      expect(handout.fields.map(({ kind }) => kind)).toEqual(["reply", "comment"]);
    expect(await validate(part.bytes)).toEqual([]);
  });
});
