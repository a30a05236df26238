import { say } from "../words";
import { rankedAmong, type Master, type MasterPerson } from "./master/master";
import { HANDOUT_WORDS as W } from "./words";

/** A rank in words, as of the day of sending. @example rankText(master, person, 2) // "2 of 3 (Sales rep)" */
export function rankText(master: Master, person: MasterPerson, rank: number): string {
  const { count, scheme } = rankedAmong(master, person);
  return scheme === undefined
    ? say(W.rankOf, master.lang, { rank, count })
    : say(W.rankIn, master.lang, { rank, count, scheme });
}
