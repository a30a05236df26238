import { invalidArgument } from "../apiError";
import { NAMED_COLORS } from "../book/namedColors";
import { expectText } from "../client/objects";

/** `#RRGGBB` from a colour Excel takes: hexadecimal or one of the names of HTML people use. */
export function readColor(value: unknown, name: string): string {
  const text = expectText(value, name).trim();
  const hex = /^#?([0-9A-Fa-f]{6})$/.exec(text)?.[1] ?? NAMED_COLORS[text.toLowerCase()];
  if (hex === undefined) throw invalidArgument(name, "a colour like #1F5FA8");
  return `#${hex.toUpperCase()}`;
}
