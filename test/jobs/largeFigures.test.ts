/** A company whose figures are a hundred billion: everything on the pages can still be read. */
import { createNodeHost } from "../../src/host/node";
import { buildSample } from "../../src/host/sample";
import { previewRun, surveyWorkbook, writeRun } from "../../src/jobs/run";
import { LANGS } from "../../src/words";
import { ledgerFiles } from "../support/ledgers";
import { pageFaults } from "../support/pageFaults";

const SELLERS = ["Ada Quist", "Ben Ruiz", "Cleo Stahl", "Dov Tamm"];

test.each(LANGS)("no figure becomes ##### or too small, %s", async (lang) => {
  const host = createNodeHost(buildSample(ledgerFiles({ sellers: SELLERS, year: 2023, scale: 800_000 })));
  const prepared = await previewRun(await surveyWorkbook({ lang }), {}, { lang });
  expect(prepared.preview.targetTotal).toBeGreaterThan(100_000_000_000);
  await writeRun(prepared, { lang });
  host.calculate();
  expect(pageFaults(host).filter((fault) => /##|shrinks/.test(fault))).toEqual([]);
});
