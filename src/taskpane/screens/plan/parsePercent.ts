/**
 * A growth rate as people type it, in percent: full-width figures and signs, a trailing percent sign and spaces are
 * fine. A fraction from −0.9 to 9 comes back; undefined for anything else.
 *
 * @example parsePercent("２０％") // 0.2
 */
export function parsePercent(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s%]/g, "").replace(/^−/, "-");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  const fraction = Math.round(Number(plain) * 10000) / 1000000;
  return fraction >= -0.9 && fraction <= 9 ? fraction : undefined;
}
