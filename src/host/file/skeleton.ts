import { strToU8 } from "fflate";
import { Package } from "./package";
import { NS, REL, TYPE } from "./vocabulary";
import { withDeclaration } from "./xml";

/** The smallest complete file: what a new workbook's sheets, styles and names are added to. */
export function newPackage(): Package {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${TYPE.relationships}"/><Default Extension="xml" ContentType="application/xml"/></Types>`;
  const file = new Package(new Map([["[Content_Types].xml", strToU8(withDeclaration(types))]]));
  file.add("xl/workbook.xml", withDeclaration(WORKBOOK), TYPE.workbook);
  file.add("xl/styles.xml", withDeclaration(STYLES), TYPE.styles);
  file.add("xl/theme/theme1.xml", withDeclaration(THEME), TYPE.theme);
  file.relate("", REL.workbook, "xl/workbook.xml");
  file.relate("xl/workbook.xml", REL.styles, "xl/styles.xml");
  file.relate("xl/workbook.xml", REL.theme, "xl/theme/theme1.xml");
  return file;
}

const WORKBOOK = `<workbook xmlns="${NS.main}" xmlns:r="${NS.relationships}"><workbookPr defaultThemeVersion="164011"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews><sheets/><calcPr calcId="191029"/></workbook>`;

/** An empty worksheet; the sheet writer fills it in. */
export const WORKSHEET = withDeclaration(
  `<worksheet xmlns="${NS.main}" xmlns:r="${NS.relationships}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
);

/** The one font follows the theme's body font (`scheme="minor"`): a Chinese Excel shows its 等线. */
const STYLES = `<styleSheet xmlns="${NS.main}"><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;

const COLOR_SCHEME: Readonly<Record<string, string>> = {
  dk2: "44546A",
  lt2: "E7E6E6",
  accent1: "1F5FA8",
  accent2: "E08A1E",
  accent3: "9DBFE3",
  accent4: "5B6B7B",
  accent5: "2E7D4F",
  accent6: "B42318",
  hlink: "0563C1",
  folHlink: "954F72",
};

const fontScheme = (name: string, latin: string): string =>
  `<a:${name}><a:latin typeface="${latin}"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Jpan" typeface="游ゴシック"/><a:font script="Hang" typeface="맑은 고딕"/><a:font script="Hans" typeface="${name === "majorFont" ? "等线 Light" : "等线"}"/><a:font script="Hant" typeface="新細明體"/></a:${name}>`;

const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const lines = [6350, 12700, 19050]
  .map(
    (width) =>
      `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${solid}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`,
  )
  .join("");

const THEME = `<a:theme xmlns:a="${NS.drawing}" name="Office Theme"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${Object.entries(
  COLOR_SCHEME,
)
  .map(([name, color]) => `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`)
  .join(
    "",
  )}</a:clrScheme><a:fontScheme name="Office">${fontScheme("majorFont", "Calibri Light")}${fontScheme("minorFont", "Calibri")}</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${lines}</a:lnStyleLst><a:effectStyleLst>${"<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`;
