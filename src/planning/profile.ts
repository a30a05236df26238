/**
 * A shape with its empty periods treated as asked: left at nothing, or given what a period that has something has on
 * average. A shape that is empty throughout stays as it is.
 *
 * @example closeGaps([0, 10, 20], "average") // [15, 10, 20]
 */
export function closeGaps(shape: readonly number[], policy: "zero" | "average"): readonly number[] {
  const filled = shape.filter((value) => value > 0);
  if (policy === "zero" || filled.length === 0) return shape;
  const average = filled.reduce((a, b) => a + b, 0) / filled.length;
  return shape.map((value) => (value > 0 ? value : average));
}
