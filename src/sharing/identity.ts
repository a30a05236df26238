import { digest } from "./digest";

/** Which handout a workbook is. It travels inside the file twice: as a custom XML part and as a line on the cover. */
export interface Identity {
  /** The master workbook it was made from; one id for the master's whole life. */
  readonly master: string;
  /** Counts the times the master has been distributed, from 1. */
  readonly issue: number;
  readonly recipient: string;
}

const HANDOUT_NAMESPACE = "urn:attain:handout";

/** What every id line starts with; a returned workbook is searched for it when the XML part is gone. */
const MARK = "attain:";

/**
 * The id as a line on the cover. Its last piece checks the others, so that a mistyped id is no other person's.
 *
 * @example idLine({ master: "k3v9", issue: 2, recipient: "p7x1" }) // "attain:k3v9:2:p7x1:0f3a"
 */
export function idLine({ master, issue, recipient }: Identity): string {
  const body = `${MARK}${master}:${issue}:${recipient}`;
  return `${body}:${digest(body).slice(-4)}`;
}

/** The id on a line, or undefined when there is none or it was tampered with. */
export function parseIdLine(text: string): Identity | undefined {
  const match = /attain:([\w-]+):(\d+):([\w-]+):([\w]{4})/.exec(text);
  const [line, master, issue, recipient] = match ?? [];
  if (line === undefined || master === undefined || issue === undefined || recipient === undefined)
    return undefined;
  const identity = { master, issue: Number(issue), recipient };
  return idLine(identity) === line ? identity : undefined;
}

/** The id as the custom XML part of a handout. */
export function identityXml(identity: Identity, issuedAt: string): string {
  return `<handout xmlns="${HANDOUT_NAMESPACE}" id="${idLine(identity)}" issued="${issuedAt}"/>`;
}

/** @example parseIdentityXml('<handout xmlns="urn:attain:handout" id="attain:k3v9:2:p7x1:0f3a" issued="…"/>') */
export function parseIdentityXml(xml: string): Identity | undefined {
  if (!xml.includes(HANDOUT_NAMESPACE)) return undefined;
  return parseIdLine(/\bid="([^"]*)"/.exec(xml)?.[1] ?? "");
}
