import { AttainError } from "../../errors";
import { listBoth } from "../../scoring/review/flow";
import type { Check } from "../../forms/workPlan";
import { checkHandout } from "./checkHandout";
import { PLACE_NAMES, fileNames, strayPlace } from "./fileNames";
import { personHandout, type Handout, type Sending } from "./handout";
import { identityXml, type Identity } from "../identity";
import type { CheckItem, Duty, Master } from "../master/master";
import { MasterIndex } from "../master/masterIndex";
import { raterHandout } from "./raterHandout";
import { leaderHandout } from "./leaderHandout";
import { LEVELS, type Level } from "../levels";
import { addressees, hasLevel, peopleIn, type Addressee, type Divisions } from "./recipients";
import type { Recipient, SharingRecord } from "../record";
import { namesOf, namesIn } from "./namesIn";
import { reviewPart, withReviewedScores } from "../review/reviewHandout";
import { packShapes, shapeOf, type Packed, type Shaped } from "../shape";
import { unitHandout } from "./unitHandout";
import { LEVEL_WORDS } from "../words";

export interface DistributeRequest extends Sending {
  readonly by: Level;
  readonly pattern: string;
  /** Needed for division leaders: who is in charge of which units. */
  readonly divisions?: Divisions;
  /** Names of those who get one; everybody unless said. */
  readonly only?: readonly string[];
  /** The same by their ids in the record: two people may have one name. */
  readonly ids?: readonly string[];
  /** ISO time. */
  readonly at: string;
  /** Id for a master that has none yet. */
  readonly newMaster: string;
}

/** One file to be made. */
export interface OutgoingFile {
  readonly addressee: Addressee;
  readonly file: string;
  readonly handout: Handout;
  readonly identity: Identity;
  readonly identityXml: string;
}

export interface Distribution {
  readonly files: readonly OutgoingFile[];
  /** What the master remembers from now on. */
  readonly record: SharingRecord;
}

/** {@link distributing} in one go. */
export function planDistribution(
  master: Master,
  before: SharingRecord | undefined,
  request: DistributeRequest,
): Distribution {
  const work = distributing(master, before, request);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Every recipient's workbook as plain data, and the record by which answers are recognised. Nothing is written. It
 * stops after each workbook, with how many there are, so that five hundred do not hold up whoever is looking on.
 *
 * @param before the master's record of an earlier issue
 * @throws AttainError `no-recipients` for a level that cannot be used, `unknown-name` for somebody who is no recipient and
 *   for a place in the pattern that stands for nothing
 */
export function* distributing(
  master: Master,
  before: SharingRecord | undefined,
  request: DistributeRequest,
): Generator<number, Distribution, void> {
  const { by, pattern, at } = request;
  const stray = strayPlace(pattern);
  if (stray !== undefined) throw new AttainError("unknown-name", { name: stray, known: PLACE_NAMES });
  if (!hasLevel(master, by, request.divisions)) throw nobodyToSendTo(master, by);
  const id = before?.master ?? request.newMaster;
  const issue = (before?.issue ?? 0) + 1;
  const period = periodOf(master);
  const shown = withReviewedScores(master);
  const to = chosen(addressees(shown, by, request.divisions), request, before);
  // The name is left empty where it would say the unit or the manager twice.
  const names = fileNames(
    pattern,
    to.map(({ name, unit, manager }) => ({ name: name === unit ? "" : name, unit, manager, period })),
  );
  const others = namesIn(master);
  const reviewing = (addressee: Addressee): Sending => {
    const guard = { others, own: namesOf(addressee) };
    const ids = new Set(addressee.people.map((person) => person.id));
    const review = reviewPart(shown, addressee, ids, at.slice(0, 10), guard);
    return review ? { ...request, review } : request;
  };
  const files: OutgoingFile[] = [];
  const shapes: Shaped[] = [];
  for (const [i, addressee] of to.entries()) {
    const identity = { master: id, issue, recipient: addressee.id };
    const handout = handoutFor(shown, addressee, identity, reviewing(addressee));
    const file = names[i] ?? "";
    files.push({ addressee, file, handout, identity, identityXml: identityXml(identity, at) });
    shapes.push({ fields: handout.fields, sheets: shapeOf(handout) });
    yield to.length;
  }
  const notice = request.notice === undefined ? {} : { notice: request.notice };
  return { files, record: recordOf(master, before, files, packShapes(shapes), { id, issue, at, ...notice }) };
}

/** Division leaders are named with their units, which is something else than having none. */
function nobodyToSendTo(master: Master, by: Level): AttainError {
  if (by === "division" && hasLevel(master, "leader"))
    return new AttainError("request-invalid", { detail: LEVEL_WORDS.division });
  const known = LEVELS.filter((level) => hasLevel(master, level)).map((level) => LEVEL_WORDS[level]);
  return new AttainError("no-recipients", { level: LEVEL_WORDS[by], known: listBoth(known) });
}

/** Everybody, or those of these names or ids. */
function chosen(
  to: readonly Addressee[],
  { only, ids }: Pick<DistributeRequest, "only" | "ids">,
  before: SharingRecord | undefined,
): readonly Addressee[] {
  const unknown = (name: string): AttainError =>
    new AttainError("unknown-name", {
      name,
      known: to
        .slice(0, 12)
        .map((each) => each.name)
        .join(", "),
    });
  if (ids !== undefined) {
    const gone = ids.find((id) => !to.some((each) => each.id === id));
    if (gone !== undefined) throw unknown(before?.recipients.find(({ id }) => id === gone)?.name ?? gone);
    return to.filter(({ id }) => ids.includes(id));
  }
  if (only === undefined) return to;
  const wanted = only.map((name) => name.trim().toLowerCase());
  const stranger = only.find((_, i) => !to.some(({ name }) => name.toLowerCase() === wanted[i]));
  if (stranger !== undefined) throw unknown(stranger);
  return to.filter(({ name }) => wanted.includes(name.toLowerCase()));
}

/** Which of the three checks a recipient makes. */
const CHECK_OF: Readonly<Partial<Record<Level, Check>>> = { rep: "own", region: "unit", centre: "centre" };

/** A recipient's workbook; the page to sign or decide a review on comes right after the cover. */
function handoutFor(master: Master, addressee: Addressee, identity: Identity, sending: Sending): Handout {
  const handout = plainHandout(master, addressee, identity, sending);
  const { page, asked } = sending.review ?? {};
  if (!page || !asked) return handout;
  const [cover, ...pages] = handout.spec.sheets;
  return {
    fields: [...handout.fields, ...page.fields],
    review: asked,
    spec: { ...handout.spec, sheets: [...(cover ? [cover] : []), page.sheet, ...pages] },
  };
}

function plainHandout(
  master: Master,
  { level, name, people, items = [] }: Addressee,
  identity: Identity,
  sending: Sending,
): Handout {
  if (level === "rater") return raterHandout(master, name, items as readonly Duty[], identity, sending);
  if (
    level === "leader" ||
    level === "division" ||
    level === "reviewer" ||
    (master.checks && level === "manager")
  )
    return leaderHandout(master, name, people, identity, sending);
  const check = CHECK_OF[level];
  if (master.checks && check)
    return checkHandout(master, check, name, items as readonly CheckItem[], people, identity, sending);
  const [person] = people;
  return level === "rep" && person
    ? personHandout(master, person, identity, sending)
    : unitHandout(master, name, people, identity, sending);
}

/** @example "2018" */
export function periodOf({ plan, baseYear, title }: Master): string {
  return plan?.periods[0]?.start.slice(0, 4) ?? title ?? String(baseYear);
}

function recordOf(
  master: Master,
  before: SharingRecord | undefined,
  files: readonly OutgoingFile[],
  packed: Packed,
  {
    id,
    issue,
    at,
    ...more
  }: {
    readonly id: string;
    readonly issue: number;
    readonly at: string;
    readonly notice?: string;
  },
): SharingRecord {
  const again = new Set(files.map(({ addressee }) => addressee.id));
  const kept = (before?.recipients ?? []).filter((recipient) => !again.has(recipient.id));
  // Layouts of earlier issues stay while somebody still holds a workbook of theirs.
  const layouts = [...packed.layouts];
  const moved = new Map<number, number>();
  for (const { layout } of kept) {
    const old = before?.layouts[layout];
    if (old && !moved.has(layout)) moved.set(layout, layouts.push(old) - 1);
  }
  const index = new MasterIndex(master);
  const sent = files.map(({ addressee, file, handout }, i): Recipient => {
    const ids = (addressee.items ?? addressee.people).map((one) => one.id);
    return {
      id: addressee.id,
      level: addressee.level,
      name: addressee.name,
      unit: addressee.unit,
      manager: addressee.manager,
      people: ids,
      ...(addressee.items ? { count: peopleIn(addressee) } : {}),
      file,
      issue,
      at,
      ...more,
      ...(handout.review ? { review: handout.review } : {}),
      layout: packed.handouts[i]?.layout ?? 0,
      own: (packed.handouts[i]?.own ?? []).join(" "),
      issued: handout.fields.map((field) => index.cell(ids, field)?.value ?? null),
    };
  });
  return {
    version: 1,
    master: id,
    issue,
    lang: master.lang,
    layouts,
    recipients: [
      ...sent,
      ...kept.map((recipient) => ({ ...recipient, layout: moved.get(recipient.layout) ?? 0 })),
    ],
  };
}
