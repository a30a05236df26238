/** What other programs make of a workbook when they save it, and what is sent back in its place. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

type Parts = Record<string, Uint8Array>;

function rewritten(
  bytes: Uint8Array,
  change: (parts: Parts) => void,
  kept: (path: string) => boolean = () => true,
): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(Object.fromEntries(Object.entries(parts).filter(([path]) => kept(path))));
}

const isXml = (path: string): boolean => /\.(?:xml|rels|vml)$/i.test(path);

/** A part as text, changed. */
function edit(parts: Parts, path: string, change: (text: string) => string): void {
  const found = parts[path];
  if (found) parts[path] = strToU8(change(strFromU8(found)));
}

const sheetsOf = (parts: Parts): string[] =>
  Object.keys(parts).filter((path) => /^xl\/worksheets\/[^/]+\.xml$/.test(path));

/** ISO 29500 Strict, as “Strict Open XML” of Excel's save dialog: other namespaces for the same things. */
export function strict(bytes: Uint8Array): Uint8Array {
  const names: readonly (readonly [string, string])[] = [
    ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "spreadsheetml/main"],
    [
      "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
      "officeDocument/extendedProperties",
    ],
    ["http://schemas.openxmlformats.org/officeDocument/2006/", "officeDocument/"],
    ["http://schemas.openxmlformats.org/drawingml/2006/", "drawingml/"],
  ];
  return rewritten(bytes, (parts) => {
    for (const path of Object.keys(parts).filter(isXml))
      edit(parts, path, (text) =>
        names.reduce(
          (all, [transitional, own]) => all.replaceAll(transitional, `http://purl.oclc.org/ooxml/${own}`),
          text,
        ),
      );
    edit(parts, "xl/workbook.xml", (text) => text.replace("<workbook ", '<workbook conformance="strict" '));
  });
}

/**
 * WPS: its own properties and a custom XML part of its own in the place of ours, texts in runs with phonetic hints, no
 * calculation chain, extensions on every sheet.
 */
export function savedByWps(bytes: Uint8Array): Uint8Array {
  return rewritten(bytes, (parts) => {
    delete parts["xl/calcChain.xml"];
    for (const path of Object.keys(parts).filter((each) => each.startsWith("customXml/item")))
      edit(parts, path, (text) =>
        text.includes("handout")
          ? '<allowEditUser xmlns="https://web.wps.cn/et/2018/main" hasInvisiblePropRange="0"><rangeList sheetStid="1" master="" otherUserPermission="visible"/></allowEditUser>'
          : text,
      );
    parts["docProps/app.xml"] = strToU8(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>',
    );
    parts["docProps/custom.xml"] = strToU8(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16929</vt:lpwstr></property></Properties>',
    );
    edit(parts, "[Content_Types].xml", (text) =>
      text.replace(
        "</Types>",
        '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
      ),
    );
    edit(parts, "xl/sharedStrings.xml", (text) =>
      text.replaceAll(/<si><t(?: xml:space="preserve")?>([^<]{2,})<\/t><\/si>/g, (_, words: string) => {
        const cut = words.startsWith("&") || words.includes("&") ? words.length : 1;
        const [head, tail] = [words.slice(0, cut), words.slice(cut)];
        const run = (part: string): string =>
          `<r><rPr><sz val="10"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">${part}</t></r>`;
        return `<si>${run(head)}${tail === "" ? "" : run(tail)}<rPh sb="0" eb="1"><t>ピ</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>`;
      }),
    );
    for (const path of sheetsOf(parts))
      edit(parts, path, (text) =>
        text.replace(
          "</worksheet>",
          '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/></extLst></worksheet>',
        ),
      );
  });
}

/** An export of an online sheet: texts inside the cells, no looks, no properties, nothing it does not know. */
export function exportedOnline(bytes: Uint8Array): Uint8Array {
  const simplify = (parts: Parts): void => {
    const texts = Array.from(
      strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array()).matchAll(/<si>(.*?)<\/si>/gs),
      ([, item = ""]) => item,
    );
    for (const path of sheetsOf(parts))
      edit(parts, path, (text) =>
        text
          .replaceAll(
            /(<c [^>]*?)t="s"([^>]*)><v>(\d+)<\/v>/g,
            (_, before: string, after: string, n: string) => {
              return `${before}t="inlineStr"${after}><is>${texts[Number(n)] ?? ""}</is>`;
            },
          )
          .replaceAll(/(<c [^>]*?) s="\d+"/g, "$1")
          .replaceAll(/<sheetProtection[^>]*\/>/g, ""),
      );
    const gone =
      /<(?:Relationship|Override)\b[^>]*(?:sharedStrings|calcChain|styles|docProps|customXml)[^>]*\/>/g;
    for (const path of ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"])
      edit(parts, path, (text) => text.replaceAll(gone, ""));
  };
  const kept = (path: string): boolean =>
    path.startsWith("xl/")
      ? !/(?:sharedStrings|calcChain|styles)\.xml$/.test(path)
      : /^(?:\[Content|_rels)/.test(path);
  return rewritten(bytes, simplify, kept);
}

/** With a macro somebody has put in. */
export function withMacros(bytes: Uint8Array): Uint8Array {
  return rewritten(bytes, (parts) => {
    parts["xl/vbaProject.bin"] = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    edit(parts, "[Content_Types].xml", (text) =>
      text
        .replace(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
          "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
        .replace(
          "</Types>",
          '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
    );
    edit(parts, "xl/_rels/workbook.xml.rels", (text) =>
      text.replace(
        "</Relationships>",
        '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
      ),
    );
  });
}

const SECTOR = 512;
const END = 0xff_ff_ff_fe;
const FREE = 0xff_ff_ff_ff;

/**
 * A compound file with these streams, each of 4 096 bytes and more as the format asks of those outside its small
 * sectors: one sector of allocations, the directory, then the streams.
 */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(streams);
  const directories = Math.ceil((entries.length + 1) / 4);
  const lengths = entries.map(([, data]) => Math.max(8, Math.ceil(data.length / SECTOR)));
  const starts = lengths.map((_, i) => 1 + directories + lengths.slice(0, i).reduce((a, b) => a + b, 0));
  const sectors = 1 + directories + lengths.reduce((a, b) => a + b, 0);
  const file = new Uint8Array(SECTOR * (sectors + 1));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xff_fe],
    [30, 9],
    [32, 6],
  ] as const)
    view.setUint16(at, value, true);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, END],
    [68, END],
    [76, 0],
  ] as const)
    view.setUint32(at, value, true);
  for (let i = 1; i < 109; i++) view.setUint32(76 + i * 4, FREE, true);
  const fat = new Uint32Array(SECTOR / 4).fill(FREE);
  fat[0] = 0xff_ff_ff_fd;
  const chain = (start: number, length: number): void => {
    for (let i = 0; i < length; i++) fat[start + i] = i === length - 1 ? END : start + i + 1;
  };
  chain(1, directories);
  lengths.forEach((length, i) => chain(starts[i] ?? 0, length));
  fat.forEach((next, i) => view.setUint32(SECTOR + i * 4, next, true));
  const entry = (index: number, name: string, type: number, start: number, size: number): void => {
    const at = SECTOR * 2 + index * 128;
    [...name].forEach((char, i) => view.setUint16(at + i * 2, char.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    file.set([type, 1], at + 66);
    for (const offset of [68, 72, 76]) view.setUint32(at + offset, FREE, true);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  };
  entry(0, "Root Entry", 5, END, 0);
  view.setUint32(SECTOR * 2 + 76, 1, true);
  entries.forEach(([name, data], i) => {
    const size = Math.max(4096, data.length);
    entry(i + 1, name, 2, starts[i] ?? 0, size);
    if (i > 0) view.setUint32(SECTOR * 2 + i * 128 + 72, i + 1, true);
    file.set(data, SECTOR * (1 + (starts[i] ?? 0)));
  });
  return file;
}
