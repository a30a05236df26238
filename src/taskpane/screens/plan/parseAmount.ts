const UNITS: readonly (readonly [suffix: RegExp, times: number])[] = [
  [/(?:亿元?)$/, 1e8],
  [/(?:万元?)$/, 1e4],
  [/(?:bn|b)$/i, 1e9],
  [/(?:mn|m)$/i, 1e6],
  [/k$/i, 1e3],
  [/元$/, 1],
];

/**
 * An amount as people type it: separators, full-width figures, 万 and 亿, k and m are fine. Undefined for anything
 * else, and for amounts below zero.
 *
 * @example parseAmount("1,200 万") // 12000000
 */
export function parseAmount(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,'_¥$]/g, "");
  const unit = UNITS.find(([suffix]) => suffix.test(plain));
  const figure = unit ? plain.replace(unit[0], "") : plain;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(figure)) return undefined;
  return Math.round(Number(figure) * (unit?.[1] ?? 1) * 100) / 100;
}
