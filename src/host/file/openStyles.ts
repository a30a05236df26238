import type { CellStyle, HostWorkbook } from "../book/workbook";
import { internStyle } from "../book/emptyWorkbook";
import { readStyles, readTheme, stylesPart, workbookPart } from "./book";
import type { Package } from "./package";
import { NS, REL, TYPE } from "./vocabulary";
import { StyleWriter } from "./writeStyles";
import { rootOf, withDeclaration } from "./xml";

/** Translation between the workbook's style numbers and the file's. */
export interface StyleNumbers {
  /** The file's number for one of the workbook's. */
  readonly xfOf: (style: number) => number;
  /** The workbook's number for one of the file's. */
  readonly styleOf: (xf: number) => number;
  readonly dxf: (style: CellStyle) => number;
}

export function openStyles(file: Package, workbook: HostWorkbook): StyleNumbers {
  const known = readStyles(file, readTheme(file));
  const writer = new StyleWriter(known, () => rootOf(file.edit(stylesPart(file) ?? addStyles(file))));
  const toFile = new Map<number, number>();
  const toWorkbook = new Map<number, number>();
  return {
    xfOf: (style) => memo(toFile, style, () => writer.xf(workbook.styles[style] ?? {})),
    styleOf: (xf) => memo(toWorkbook, xf, () => internStyle(workbook, known.xfs[xf] ?? {})),
    dxf: (style) => writer.dxf(style),
  };
}

function memo(known: Map<number, number>, key: number, compute: () => number): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = compute();
  known.set(key, value);
  return value;
}

/** A file may do without a style sheet. */
function addStyles(file: Package): string {
  const part = "xl/styles.xml";
  const font =
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>';
  const rest =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>';
  file.add(part, withDeclaration(`<styleSheet xmlns="${NS.main}">${font}${rest}</styleSheet>`), TYPE.styles);
  file.relate(workbookPart(file), REL.styles, part);
  return part;
}
