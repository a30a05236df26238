/**
 * Float noise must never decide who gets a unit: ideals are read to a millionth of a unit, and an ideal that close
 * to a whole number is that number. Two ideals that differ by less are a tie, settled by name.
 */
const GRAIN = 1e6;

/** `ideal` to a millionth of a unit. */
export function settle(ideal: number): number {
  const whole = Math.floor(ideal);
  return whole + Math.round((ideal - whole) * GRAIN) / GRAIN;
}
