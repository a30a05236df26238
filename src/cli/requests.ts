import Ajv2020 from "ajv/dist/2020";
import { AttainError } from "../errors";
import { RUN_SCHEMA } from "../jobs/runSchema";
import type { RunChoices } from "../jobs/types";
import { PLAN_SCHEMA } from "../planning/planSchema";
import type { EvaluationRequest } from "../scoring/evaluation";
import { evaluationSchema } from "../scoring/evaluationSchema";
import type { PayPlan } from "../scoring/pay/payPlan";
import { paySchema } from "../scoring/pay/paySchema";
import { schemeSchema } from "../scoring/schemeSchema";
import { DRIVERS_SCHEMA } from "../planning/drivers/schema";
import type { DriversRequest } from "../planning/drivers/request";
import type { FollowRequest } from "../planning/follow/followRequest";
import { FOLLOW_SCHEMA } from "../planning/follow/schema";
import { VISITS_SCHEMA } from "../planning/visits/schema";
import type { VisitsRequest } from "../planning/visits/visitsRequest";
import { REVISE_SCHEMA } from "../planning/versions/schema";
import type { ReviseWish } from "../jobs/plan/revise";
import type { Scheme } from "../scoring/scheme";
import type { Phrase } from "../words";
import { readBytes } from "./files";
import { misfits } from "./misfits";

/** What the commands accept as JSON, and what each is turned into. */
interface Accepted {
  readonly plan: RunChoices["plan"];
  readonly scheme: Scheme;
  readonly evaluation: EvaluationRequest;
  readonly run: RunChoices;
  readonly drivers: DriversRequest;
  readonly visits: VisitsRequest;
  readonly follow: FollowRequest;
  readonly revise: ReviseWish;
  readonly pay: PayPlan;
}

export const SCHEMAS: Readonly<Record<keyof Accepted, object>> = {
  evaluation: evaluationSchema(),
  plan: PLAN_SCHEMA,
  scheme: schemeSchema(),
  run: RUN_SCHEMA,
  drivers: DRIVERS_SCHEMA,
  visits: VISITS_SCHEMA,
  follow: FOLLOW_SCHEMA,
  revise: REVISE_SCHEMA,
  pay: paySchema(),
};

/** @throws AttainError `file-missing`, `file-unreadable`, `request-invalid` when it is not JSON */
export async function readJson(file: string): Promise<unknown> {
  // Notepad puts a mark before the text.
  const text = (await readBytes(file)).toString("utf8").replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AttainError("request-invalid", { detail: notJson(file, text, cause as Error) }, undefined, {
      cause,
    });
  }
}

/** Where a text stops being JSON, as an editor counts lines. */
function notJson(file: string, text: string, { message }: Error): Phrase {
  const at = /at position (\d+)/.exec(message)?.[1];
  const lines = text.slice(0, at === undefined ? text.length : Number(at)).split("\n");
  const [line, column] = [lines.length, (lines.at(-1)?.length ?? 0) + 1];
  return {
    "zh-CN": `“${file}”从第 ${line} 行第 ${column} 个字起不是 JSON`,
    "en-US": `“${file}” stops being JSON at line ${line}, column ${column}`,
  };
}

/**
 * The value as what it claims to be.
 *
 * @throws AttainError `request-invalid` naming every place that does not fit
 */
export function validate<K extends keyof Accepted>(kind: K, value: unknown): Accepted[K] {
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
  const found = misfits(ajv, SCHEMAS[kind], value);
  if (found.length === 0) return value as Accepted[K];
  throw new AttainError("request-invalid", { detail: listed(found) });
}

/** One misfit a line. */
const listed = (found: readonly Phrase[]): Phrase => ({
  "zh-CN": lines(found.map((phrase) => phrase["zh-CN"])),
  "en-US": lines(found.map((phrase) => phrase["en-US"])),
});

const lines = (texts: readonly string[]): string => texts.map((text) => `\n  ${text}`).join("") + "\n ";
