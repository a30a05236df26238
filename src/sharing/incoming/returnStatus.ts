import { say, type Lang } from "../../words";
import type { Recipient } from "../record";
import { LIST_WORDS as W } from "../words";

/** Where a workbook that was sent out stands. */
export type ReturnStatus = "answered" | "held" | "missing" | "sent-back";

/** @example returnStatus({ held: { cells: 1, … } }) // "held": it is back, and nothing in it could be taken */
export function returnStatus({
  returned,
  held,
  notice,
}: Pick<Recipient, "returned" | "held" | "notice">): ReturnStatus {
  if (returned) return "answered";
  if (held) return "held";
  return notice === undefined ? "missing" : "sent-back";
}

/** How many cells of what came back wait because something is wrong with them. */
export function cellsWaiting({ returned, held }: Pick<Recipient, "returned" | "held">): number {
  return returned ? (returned.held ?? 0) : (held?.cells ?? 0);
}

/** The same for people. @example tellStatus(ann, "en-US") // "▲ returned, waits on 2 cells" */
export function tellStatus(recipient: Pick<Recipient, "returned" | "held" | "notice">, lang: Lang): string {
  const status = returnStatus(recipient);
  const cells = cellsWaiting(recipient);
  if (status === "answered" && cells === 0) return W.answered[lang];
  if (status === "missing") return W.missing[lang];
  if (status === "sent-back") return say(W.sentBack, lang, { reason: recipient.notice ?? "" });
  const phrases =
    status === "held" ? ([W.heldOne, W.held] as const) : ([W.answeredHeldOne, W.answeredHeld] as const);
  return say(phrases[cells === 1 ? 0 : 1], lang, { cells });
}
