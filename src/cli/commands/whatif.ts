import { writeFile } from "node:fs/promises";
import { AttainError } from "../../errors";
import { applyWorkbook } from "../../excel/apply";
import { saveXlsx } from "../../host/file/save";
import { createNodeHost } from "../../host/node";
import { openScored } from "../../jobs/scored";
import { parseChange } from "../../scoring/whatif/changes";
import { whatIf, type WhatIf } from "../../scoring/whatif/whatIf";
import { calibrationSheet } from "../../sheets/analysis/calibrationSheet";
import { changesInWords, whatIfSheets } from "../../sheets/analysis/whatIfSheet";
import { say, type Lang } from "../../words";
import { checkApart } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";
import { WHATIF_WORDS as W } from "./whatifWords";

interface WhatIfOptions {
  readonly set: readonly string[];
  readonly keepWeights?: boolean;
  readonly out?: string;
  readonly sheet?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

/** `attain whatif`: who would change grade and rank if parameters were others; with `-o` as pages that go on living. */
export async function whatif(file: string, options: WhatIfOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  if (options.set.length === 0)
    throw new AttainError("request-invalid", { detail: "--set indicator.parameter=value" });
  if (options.out !== undefined) await checkApart(file, options.out);
  const host = createNodeHost(await openFile(file));
  const { sheet, keepWeights = false } = options;
  const scored = await openScored(sheet === undefined ? {} : { sheet });
  const result = whatIf({
    scheme: scored.scheme,
    people: scored.people,
    changes: options.set.map(parseChange),
    keepWeights,
  });
  if (options.out !== undefined) {
    const { sheets } = whatIfSheets(scored, result.scheme, result.made);
    await applyWorkbook(
      { sheets: [...sheets, calibrationSheet(scored)], names: [], activate: "whatif" },
      { lang },
    );
    host.calculate();
    await writeFile(options.out, await saveXlsx(host.workbook));
  }
  if (options.json) {
    const { scheme: _scheme, ...rest } = result;
    console.log(JSON.stringify(rest, null, 2));
    return;
  }
  console.log(describe(result, lang).join("\n"));
  if (options.out !== undefined) console.log(say(W.saved, lang, { file: options.out }));
}

function describe({ made, people, grades, units }: WhatIf, lang: Lang): string[] {
  const number = (value: number | null): string =>
    value === null ? "–" : value.toLocaleString(lang, { maximumFractionDigits: 2 });
  const moved = people.filter(({ moved: moves }) => moves.includes("grade"));
  const ranks = people.filter(({ moved: moves }) => moves.includes("rank")).length;
  return [
    ...changesInWords(made, lang),
    say(W.summary, lang, { grades: moved.length, ranks, people: people.length }),
    ...moved.map(({ name, unit, before, after }) =>
      say(W.person, lang, {
        name,
        unit,
        was: before.grade ?? "–",
        is: after.grade ?? "–",
        before: number(before.total),
        after: number(after.total),
        rankBefore: number(before.rank),
        rankAfter: number(after.rank),
      }),
    ),
    ...grades.map(({ name, before, after }) => `  ${name}: ${before} → ${after}`),
    ...units.map(({ unit, before, after }) =>
      say(W.unit, lang, { unit, before: number(before), after: number(after) }),
    ),
  ];
}
