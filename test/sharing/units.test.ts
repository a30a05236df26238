import { syntheticLedger } from "../../bench/syntheticLedger";
import type { Host } from "../../src/host/host";
import { prepareCollection, writeCollection, type IncomingFile } from "../../src/jobs/sharing/collect";
import type { ReturnField } from "../../src/sharing/fields";
import { fillIn } from "./fillIn";
import { finishedMaster, sendOut, valueAt, type Distributed } from "./support";

/** Two teams of ten. The manager answers for the team, and one of the reps answers too. */
let host: Host;
let managers: Distributed;
let reps: Distributed;
const options = { lang: "zh-CN" } as const;

beforeAll(async () => {
  host = await finishedMaster(syntheticLedger(20), "zh-CN");
  managers = await sendOut(host, "zh-CN", { by: "manager" });
  reps = await sendOut(host, "zh-CN", { by: "rep" });
});

function fieldOf(
  sent: Distributed,
  file: number,
  kind: ReturnField["kind"],
  person: number,
  key: string,
): ReturnField {
  const found = sent.prepared.distribution.files[file]?.handout.fields.find(
    (field) => field.kind === kind && field.person === person && field.key === key,
  );
  if (!found) throw new Error(`${kind} ${person} ${key}`);
  return found;
}

/** Values typed into fields of one recipient's workbook. */
async function answer(
  sent: Distributed,
  file: number,
  modified: string,
  typed: readonly (readonly [ReturnField, string | number])[],
): Promise<IncomingFile> {
  const cells: Record<string, Record<string, string | number>> = {};
  for (const [{ tab, cell }, value] of typed) cells[tab] = { ...cells[tab], [cell]: value };
  const bytes = await fillIn(sent.made[file]?.bytes ?? new Uint8Array(), cells);
  host.connect();
  return {
    name: `${sent === managers ? "manager" : "rep"} ${file}.xlsx`,
    modified,
    bytes: () => Promise.resolve(bytes),
  };
}

test("a manager's workbook carries back what was typed over, and only that", async () => {
  const file = await answer(managers, 1, "2026-01-02T00:00:00.000Z", [
    [fieldOf(managers, 1, "reply", -1, "reply"), "有建议"],
    [fieldOf(managers, 1, "target", 3, "4"), 88_001],
    [fieldOf(managers, 1, "actual", 7, "won"), 9],
  ]);
  const prepared = await prepareCollection([file], managers.files, {}, options);
  const people = managers.prepared.distribution.files[1]?.addressee.people;
  expect(prepared.view.files).toMatchObject([{ status: "taken", faults: [] }]);
  expect(prepared.view.changes).toMatchObject([
    { person: people?.[3]?.name, before: people?.[3]?.targets[4]?.value, after: 88_001 },
    { person: people?.[7]?.name, before: people?.[7]?.counts.won?.value, after: 9 },
  ]);
  expect(await writeCollection(prepared, options)).toBe(true);
  const at = people?.[3]?.targets[4];
  expect(valueAt(host, at?.tab ?? "", at?.cell ?? "")).toBe(88_001);
});

test("a rep and the manager answering for one cell is a conflict; the later file counts", async () => {
  const proposal = (file: number, person: number, sent: Distributed, value: number) =>
    [fieldOf(sent, file, "target", person, "5"), value] as const;
  const files = [
    await answer(reps, 0, "2026-01-03T00:00:00.000Z", [proposal(0, 0, reps, 70_000)]),
    await answer(managers, 0, "2026-01-04T00:00:00.000Z", [proposal(0, 0, managers, 60_000)]),
  ];
  const { view } = await prepareCollection(files, reps.files, {}, options);
  expect(view.conflicts).toMatchObject([
    { kind: "two-answers", after: 70_000, kept: "other-answer", file: "rep 0.xlsx" },
  ]);
  expect(view.changes).toMatchObject([{ after: 60_000, file: "manager 0.xlsx" }]);
});

test("an issue that has been replaced is not taken any more", async () => {
  const old = await answer(reps, 2, "2026-01-05T00:00:00.000Z", [[fieldOf(reps, 2, "target", 0, "5"), 1]]);
  reps = await sendOut(host, "zh-CN", { by: "rep" });
  const { view } = await prepareCollection([old], reps.files, {}, options);
  expect(view.files).toMatchObject([{ status: "refused", faults: [{ code: "old-issue" }] }]);
});

test("a workbook that was never sent out collects nothing", async () => {
  const plain = await finishedMaster(syntheticLedger(3), "zh-CN");
  plain.connect();
  await expect(prepareCollection([], managers.files, {}, options)).rejects.toMatchObject({
    code: "not-distributed",
  });
});
