import { runSession } from "../session";

/** The cells whose colours say how somebody has dressed up a page: its title, section headings and table headers. */
const ROWS = 8;

/**
 * Fills and letters of the first column's first rows of each sheet, and the colours of their tabs, `#RRGGBB`. One round
 * trip.
 *
 * @param tabs sheets that exist
 */
export async function readHeaderColors(tabs: readonly string[]): Promise<string[]> {
  return runSession({ doing: "reading" }, async (session) => {
    const asked = tabs.map((tab) => {
      const sheet = session.workbook.worksheets.getItem(tab).load("tabColor");
      const formats = Array.from({ length: ROWS }, (_, row) => {
        const { format } = sheet.getCell(row, 0);
        return { fill: format.fill.load("color"), font: format.font.load("color") };
      });
      return { sheet, formats };
    });
    if (asked.length > 0) await session.sync();
    return asked.flatMap(({ sheet, formats }) =>
      [sheet.tabColor, ...formats.flatMap(({ fill, font }) => [fill.color, font.color])].filter(
        (color) => color !== "",
      ),
    );
  });
}
