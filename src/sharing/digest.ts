/**
 * A short fingerprint of a text: two 32-bit FNV-1a hashes in base 36. It tells slips and edits, not forgers: whoever
 * holds a workbook can change anything in it.
 *
 * @example digest("=SUM(B5:B16)") // "1c6sd5k0h2jq9"
 */
export function digest(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x9dc5811c);
}

/** {@link digest} cut to `length` characters, for the many cells of a page. */
export function shortDigest(text: string, length: number): string {
  return digest(text).slice(-length);
}

function half(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // A last stir, so that texts that differ in one place differ everywhere.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0).toString(36).padStart(7, "0");
}
