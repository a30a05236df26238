import { AttainError } from "../../errors";
import { createNodeHost } from "../../host/node";
import { findOrigins } from "../../jobs/origins/origins";
import { openScored, personNamed } from "../../jobs/evaluation/scored";
import { surveyWorkbook } from "../../jobs/read/survey";
import { explainScore } from "../../scoring/explain/explainScore";
import { explainLines } from "../../scoring/explain/step";
import { indicatorsOf } from "../../scoring/scheme";
import { placesOf } from "../../sheets/analysis/readScored";
import { chooseLang } from "../output";
import { openFile } from "../session";

interface ExplainOptions {
  readonly person: string;
  readonly unit?: string;
  readonly indicator?: string;
  readonly sheet?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

/** `attain explain`: why a score in a finished workbook is what it is, down to the cells it comes from. */
export async function explain(file: string, options: ExplainOptions): Promise<void> {
  createNodeHost(await openFile(file));
  const { sheet, unit, indicator } = options;
  const scored = await openScored(sheet === undefined ? {} : { sheet });
  const person = personNamed(scored, options.person, unit);
  const known = indicatorsOf(scored.scheme).map(({ indicator: one }) => one);
  const chosen = known.find(({ id, name }) => id === indicator || name === indicator);
  if (indicator !== undefined && !chosen)
    throw new AttainError("unknown-name", { name: indicator, known: known.map(({ id }) => id).join(", ") });
  const lang = chooseLang(options.lang);
  const surveyed = await surveyWorkbook({ lang });
  const explanation = explainScore({
    scheme: scored.scheme,
    people: scored.people,
    person,
    lang,
    places: placesOf(scored, person),
    origins: await findOrigins(scored, person, { lang, surveyed }),
    ...(chosen && { indicator: chosen.id }),
  });
  console.log(
    options.json ? JSON.stringify(explanation, null, 2) : explainLines(explanation.step).join("\n"),
  );
}
