/** How a person's own cells look, to be taken over by results beside them. */

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** What Excel reports for a cell without a fill of its own. */
const NO_FILL = "#FFFFFF";

/** Loads what {@link wear} needs; nothing can be read from it before the next sync. */
export function askLook(cell: Excel.Range): Excel.Range {
  cell.format.load("horizontalAlignment,verticalAlignment,wrapText");
  cell.format.fill.load("color");
  cell.format.font.load("name,size,bold,italic,color");
  for (const side of SIDES) cell.format.borders.getItem(side).load("style,weight,color");
  return cell;
}

/**
 * Gives cells the look of another. Of the alignment only what is centred: words stand left and numbers right whatever
 * the neighbour holds.
 *
 * @param manyRows a border between rows is refused where there is but one
 */
export function wear(range: Excel.Range, { format: like }: Excel.Range, manyRows: boolean): void {
  const { format } = range;
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
  for (const side of SIDES) draw(range, side, like.borders.getItem(side));
  if (manyRows) draw(range, "InsideHorizontal", like.borders.getItem("EdgeBottom"));
}

function draw(
  range: Excel.Range,
  side: (typeof SIDES)[number] | "InsideHorizontal",
  { style, weight, color }: Excel.RangeBorder,
): void {
  if (style === "None") return;
  const border = range.format.borders.getItem(side);
  border.style = style;
  border.weight = weight;
  border.color = color;
}
