/** Workbooks as other programs save them are taken; what is sent back instead of one is named, and stops nobody. */
import { strToU8 } from "fflate";
import { syntheticLedger } from "../../bench/syntheticLedger";
import type { Host } from "../../src/host/host";
import { textsOf } from "../../src/host/workbookFiles";
import { prepareCollection, type IncomingFile } from "../../src/jobs/sharing/collect";
import { fileFault } from "../../src/sharing/incoming/fileFaults";
import { tellFault } from "../../src/sharing/incoming/faults";
import { LANGS } from "../../src/words";
import { fillIn } from "./fillIn";
import { compound, exportedOnline, savedByWps, strict, withMacros } from "./otherPrograms";
import { finishedMaster, sendOut, type Distributed } from "./support";

const lang = "en-US";
const SAVED: readonly (readonly [name: string, save: (bytes: Uint8Array) => Uint8Array])[] = [
  ["Strict Open XML.xlsx", strict],
  ["WPS.xlsx", savedByWps],
  ["online export.xlsx", exportedOnline],
  ["with a macro.xlsm", withMacros],
];

/** As many bytes as an encrypted workbook has, with nothing in them that looks like one. */
const noise = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 131 + (i >> 3)) % 251);

const INSTEAD: readonly (readonly [name: string, bytes: Uint8Array, code: string])[] = [
  ["password.xlsx", compound({ EncryptionInfo: noise(1200), EncryptedPackage: noise(9000) }), "encrypted"],
  ["budget.et", compound({ Workbook: noise(6000), ETExtData: noise(300) }), "old-format"],
  ["old.xls", compound({ Workbook: noise(6000) }), "old-format"],
  ["letter.xlsx", compound({ WordDocument: noise(6000) }), "not-xlsx"],
  ["mail.msg", compound({ "__properties_version1.0": noise(600) }), "mail"],
  ["mail.eml", strToU8("Received: by mx\nMIME-Version: 1.0\nSubject: targets\n\n"), "mail"],
  ["sheet.csv", strToU8("\uFEFFMonth,Proposal\nJan,5000\n"), "not-xlsx"],
  ["signed.xlsx", strToU8("%PDF-1.7\n…"), "not-xlsx"],
];

describe("files come back from other programs", () => {
  let host: Host;
  let sent: Distributed;
  let files: IncomingFile[];

  beforeAll(async () => {
    host = await finishedMaster(syntheticLedger(SAVED.length), lang);
    sent = await sendOut(host, lang);
    files = await Promise.all(
      SAVED.map(async ([name, save], i): Promise<IncomingFile> => {
        const filled = await fillIn(sent.made[i]?.bytes ?? new Uint8Array(), {
          "My targets": { D7: 4321 + i },
        });
        const saved = save(filled);
        return { name, modified: "2026-11-22T08:00:00.000Z", bytes: () => Promise.resolve(saved) };
      }),
    );
  });

  test("each answer is in, whatever came back beside it", async () => {
    host.connect();
    const junk = INSTEAD.map(([name, bytes]) => ({
      name,
      modified: "2026-11-22T08:00:00.000Z",
      bytes: () => Promise.resolve(bytes),
    }));
    const { view } = await prepareCollection([...junk, ...files], sent.files, {}, { lang });
    expect(view.files.filter(({ status }) => status === "taken").map(({ file }) => file)).toEqual(
      SAVED.map(([name]) => name),
    );
    expect(view.changes.map(({ after }) => after)).toEqual(SAVED.map((_, i) => 4321 + i));
    expect(view.files.filter(({ status }) => status === "refused")).toHaveLength(INSTEAD.length);
  });

  test("they are what those programs write", async () => {
    const [iso, wps, online] = await Promise.all(files.map(async ({ bytes }) => textsOf(await bytes())));
    expect(iso).toContain("http://purl.oclc.org/ooxml/spreadsheetml/main");
    expect([...(iso ?? [])].filter((text) => /\/2006\/(?:main|relationships)$/.test(text))).toEqual([
      "http://schemas.openxmlformats.org/package/2006/relationships",
    ]);
    expect(wps).toContain("2052-12.1.0.16929");
    expect([...(online ?? [])].filter((text) => /\.xml$/.test(text) && !/^\/?xl\//.test(text))).toEqual([
      "[Content_Types].xml",
    ]);
    expect(online).toContain("inlineStr");
  });

  test.each(SAVED.map(([name], i) => [name, i] as const))(
    "%s says nothing of the program that saved it",
    async (name, i) => {
      host.connect();
      const { view } = await prepareCollection(files.slice(i, i + 1), sent.files, {}, { lang });
      const codes = view.files[0]?.faults.map(({ code }) => code);
      // An online sheet knows no protection of this kind.
      const known = ["no-reply", ...(name.startsWith("online") ? ["protection-removed"] : [])];
      expect(codes?.filter((code) => !known.includes(code))).toEqual([]);
    },
  );
});

describe.each(LANGS)("what is no workbook is named in one sentence with a remedy: %s", (named) => {
  test.each(INSTEAD)("%s", (name, bytes, code) => {
    const fault = fileFault(bytes, name);
    expect(fault?.code).toBe(code);
    const told = fault && tellFault(fault, named);
    expect(told?.what).toMatch(named === "zh-CN" ? /^[^。]+。$/ : /^[^.]*(?:\.(?:xlsx?|et)[^.]*)*\.$/);
    expect(told?.remedy).not.toBe("");
    expect(`${told?.what}${told?.remedy}`).not.toMatch(/\{\w+\}|undefined/);
  });
});
