import { rgbHex } from "./colors";
import { attributes, escapeText } from "./xml";

/** The quiet look charts share: dark words, grey figures, hairlines that stay behind the data. */
export const INK = "#1F2933";
export const MUTED = "#5B6B7B";
export const HAIRLINE = "#E3E7EC";
export const AXIS_LINE = "#BFC7D1";
export const TITLE_SIZE = 12;
export const TEXT_SIZE = 9;

const EMU_PER_POINT = 12_700;

/** A colour, or the theme's accent for the series' turn. */
export function fill(color: string | undefined, index = 0): string {
  if (color === "none") return "<a:noFill/>";
  return color === undefined
    ? `<a:solidFill><a:schemeClr val="accent${(index % 6) + 1}"/></a:solidFill>`
    : `<a:solidFill><a:srgbClr val="${rgbHex(color)}"/></a:solidFill>`;
}

/** @param points Line weight in points. */
export function outline(color: string | undefined, points: number, index = 0, dash = "solid"): string {
  return `<a:ln w="${Math.round(points * EMU_PER_POINT)}" cap="rnd">${fill(color, index)}${dash === "solid" ? "" : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`;
}

export const NO_LINE = "<a:ln><a:noFill/></a:ln>";

export interface TextLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

function runLook({ size = TEXT_SIZE, bold = false, color = MUTED }: TextLook): string {
  return `${attributes({ sz: Math.round(size * 100), b: bold })}>${fill(color)}`;
}

/** Text properties of axes, legend and labels. */
export function textProperties(look: TextLook, rotation?: number): string {
  return `<c:txPr><a:bodyPr${attributes({ rot: rotation })}/><a:lstStyle/><a:p><a:pPr><a:defRPr${runLook(look)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

/** A title with its words. @param rotation In 60 000ths of a degree; −5 400 000 reads upwards. */
export function titleMarkup(text: string, look: TextLook, rotation?: number): string {
  const paragraphs = text
    .split(/\r\n|[\r\n]/)
    .map(
      (each) =>
        `<a:p><a:pPr><a:defRPr${runLook(look)}</a:defRPr></a:pPr><a:r><a:rPr lang="zh-CN"${runLook(look)}</a:rPr><a:t>${escapeText(each)}</a:t></a:r></a:p>`,
    )
    .join("");
  return `<c:title><c:tx><c:rich><a:bodyPr${attributes({ rot: rotation, vert: rotation === undefined ? undefined : "horz" })}/><a:lstStyle/>${paragraphs}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}
