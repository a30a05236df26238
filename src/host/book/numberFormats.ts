import { invalidArgument } from "../apiError";
import { area, type Area } from "./area";
import { restyle, spread } from "./cells";
import type { Live } from "./live";

/**
 * Sets the number formats of a range: one for all of its cells, or a table of them in which null leaves a cell as it is.
 *
 * @throws ApiError `InvalidArgument` when the table has another size, or holds anything but text
 */
export function setNumberFormat(self: Area, value: unknown, live: Live): void {
  if (!Array.isArray(value)) {
    if (value !== null) restyle(live, self, (style) => ({ ...style, numberFormat: formatCode(value) }));
    return;
  }
  // By code, so that a range in one format is one change.
  const byCode = new Map<string, Area[]>();
  spread(self, value, "numberFormat", (part, row, column) => {
    if (part === null) return;
    const code = formatCode(part);
    const areas = byCode.get(code) ?? [];
    const last = areas.at(-1);
    if (last?.bottom === row && last.right === column - 1)
      areas[areas.length - 1] = { ...last, right: column };
    else areas.push(area(self.sheet, row, column, row, column));
    byCode.set(code, areas);
  });
  for (const [code, areas] of byCode) {
    for (const each of areas) restyle(live, each, (style) => ({ ...style, numberFormat: code }));
  }
}

function formatCode(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument("numberFormat", "a number format");
  return value === "" ? "General" : value;
}
