/**
 * Each driver's part in the gap between actual and target of a product of drivers. The parts add up to the gap
 * exactly (to the precision of the arithmetic), whatever the order of the drivers.
 *
 * The method is the logarithmic mean Divisia index: the part of driver i is `L(A, T) · ln(aᵢ ÷ tᵢ)` with the
 * logarithmic mean `L(A, T) = (A − T) ÷ ln(A ÷ T)`. It leaves no remainder, treats a rise and the same fall alike, and
 * fits one cell of a sheet. Its limit decides what a zero means: when a driver is zero on one side only, the whole gap
 * is its doing, shared evenly among such drivers; drivers that are not zero then have no part.
 *
 * @param target,actual one value a driver, none below zero
 * @returns actual minus target, driver by driver
 * @example contributions([1000, 0.1, 0.2, 500], [1000, 0.1, 0.1, 500]) // [0, 0, -5000, 0]
 */
export function contributions(target: readonly number[], actual: readonly number[]): number[] {
  const product = (values: readonly number[]) => values.reduce((a, b) => a * b, 1);
  const planned = product(target);
  const reached = product(actual);
  const turned = target.map((value, i) => (value === 0) !== (actual[i] === 0));
  const zeros = turned.filter(Boolean).length;
  if (planned === 0 || reached === 0) return turned.map((own) => (own ? (reached - planned) / zeros : 0));
  const mean = logarithmicMean(reached, planned);
  return target.map((value, i) => mean * Math.log((actual[i] ?? 0) / value));
}

/** Nearer than this, the plain mean is the logarithmic one to more digits than the quotient would give. */
const NEARLY_EQUAL = 1e-7;

/** Of two numbers above zero. @example logarithmicMean(10, 10) // 10 */
function logarithmicMean(a: number, b: number): number {
  return Math.abs(a / b - 1) < NEARLY_EQUAL ? (a + b) / 2 : (a - b) / Math.log(a / b);
}
