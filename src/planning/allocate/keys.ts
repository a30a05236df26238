/** Positions in the order of their keys; code-unit order, the same on every machine and in every language. */
export function byKey(length: number, keys: readonly string[] | undefined): number[] {
  const order = Array.from({ length }, (_, index) => index);
  if (keys) order.sort((a, b) => compareKeys(keys[a] ?? "", keys[b] ?? ""));
  return order;
}

export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
