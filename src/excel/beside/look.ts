/** How a person's own cells look, to be taken over by results beside them. */

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** What Excel reports for a cell without a fill of its own. */
const NO_FILL = "#FFFFFF";

/** A cell's look. Nothing can be read from it before the next sync. */
export interface Look {
  readonly format: Excel.RangeFormat;
  readonly borders: Readonly<Record<(typeof SIDES)[number], Excel.RangeBorder>>;
}

/** Loads what {@link wear} needs. */
export function askLook({ format }: Excel.Range): Look {
  format.load("horizontalAlignment,verticalAlignment,wrapText");
  format.fill.load("color");
  format.font.load("name,size,bold,italic,color");
  const border = (side: (typeof SIDES)[number]): Excel.RangeBorder =>
    format.borders.getItem(side).load("style,weight,color");
  const [EdgeTop, EdgeBottom, EdgeLeft, EdgeRight] = [
    border("EdgeTop"),
    border("EdgeBottom"),
    border("EdgeLeft"),
    border("EdgeRight"),
  ];
  return { format, borders: { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight } };
}

/**
 * Gives cells the look of another. Of the alignment only what is centred: words stand left and numbers right whatever
 * the neighbour holds.
 *
 * @param manyRows a border between rows is refused where there is but one
 */
export function wear({ format }: Excel.Range, { format: like, borders }: Look, manyRows: boolean): void {
  if (like.fill.color !== NO_FILL && like.fill.color !== "") format.fill.color = like.fill.color;
  const { font } = like;
  format.font.name = font.name;
  format.font.size = font.size;
  format.font.bold = font.bold;
  format.font.italic = font.italic;
  format.font.color = font.color;
  if (like.horizontalAlignment === "Center") format.horizontalAlignment = "Center";
  format.verticalAlignment = like.verticalAlignment;
  if (like.wrapText) format.wrapText = true;
  for (const side of SIDES) draw(format, side, borders[side]);
  if (manyRows) draw(format, "InsideHorizontal", borders.EdgeBottom);
}

function draw(
  format: Excel.RangeFormat,
  side: (typeof SIDES)[number] | "InsideHorizontal",
  { style, weight, color }: Excel.RangeBorder,
): void {
  if (style === "None") return;
  const border = format.borders.getItem(side);
  border.style = style;
  border.weight = weight;
  border.color = color;
}
