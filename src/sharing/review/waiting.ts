import { isClosed, type Standing } from "../../scoring/review/flow";
import { stageLabels } from "../../sheets/review/pages";
import type { Recipient } from "../record";
import { decidedAt, type MasterReview } from "./masterReview";

/** Somebody whose review waits for a signature or a decision. */
export interface Waiting {
  readonly person: string;
  readonly unit: string;
  /** The stage's name. */
  readonly stage: string;
  /** Who is to sign or decide; empty where nobody is named. */
  readonly whom: string;
  /** Day since when; absent before the first step. */
  readonly since?: string;
  readonly due?: string;
  /** The workbook in which it is asked; absent where none has been sent out for it. */
  readonly file?: string;
}

/**
 * Who has still to sign or to review, in the order of the review page: the person while it is to be signed, those named
 * for the stage before that.
 *
 * @param standings where people stand, by id; those of the master unless said
 */
export function waitingFor(
  review: MasterReview,
  recipients: readonly Recipient[],
  standings: ReadonlyMap<string, Standing> = new Map(),
): Waiting[] {
  const labels = stageLabels(review.process);
  const asked = new Map(
    recipients.flatMap(({ review: asks = [], recorded = [], file }) =>
      asks.flatMap(({ person, stage }, i): [string, string][] =>
        recorded.some((one) => one.asked === i) ? [] : [[`${person}\u0001${stage}`, file]],
      ),
    ),
  );
  return review.people.flatMap((person): Waiting[] => {
    const standing = standings.get(person.id) ?? person.standing;
    if (person.score === null || isClosed(standing)) return [];
    const { stage } = standing;
    const own = review.process.stages.find(({ id }) => id === decidedAt(review, stage));
    const file = asked.get(`${person.id}\u0001${stage}`);
    return [
      {
        person: person.label,
        unit: person.unit,
        stage: labels.get(stage) ?? stage,
        whom:
          stage === "sign"
            ? person.label
            : (own?.who ?? []).join(review.process.lang === "zh-CN" ? "、" : ", "),
        ...(standing.since === undefined ? {} : { since: standing.since.slice(0, 10) }),
        ...(stage !== "sign" && stage !== "appealed" && own && own.due !== "" ? { due: own.due } : {}),
        ...(file === undefined ? {} : { file }),
      },
    ];
  });
}
