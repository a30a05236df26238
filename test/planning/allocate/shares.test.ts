import fc from "fast-check";
import { allocateShares } from "../../../src/planning/allocate/shares";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("allocateShares", () => {
  test("2 500 over 8 regions", () => {
    expect(allocateShares(2500, Array(8).fill(1))).toEqual([313, 313, 313, 313, 312, 312, 312, 312]);
  });

  test("a product mix of 75/15/10, and last year's 85/10/5", () => {
    expect(allocateShares(1000, [75, 15, 10])).toEqual([750, 150, 100]);
    expect(allocateShares(1000, [85, 10, 5])).toEqual([850, 100, 50]);
  });

  test("in steps of 0.1 万元 and of 10", () => {
    expect(allocateShares(100, [1, 1, 1], { step: 0.1 })).toEqual([33.4, 33.3, 33.3]);
    expect(allocateShares(100, [1, 1, 1], { step: 10 })).toEqual([40, 30, 30]);
  });

  test("nobody with a claim: even", () => {
    expect(allocateShares(5, [0, 0])).toEqual([3, 2]);
  });

  test("a tie goes to the smaller key, wherever it stands", () => {
    expect(allocateShares(1, [1, 1, 1], { keys: ["c", "a", "b"] })).toEqual([0, 1, 0]);
  });

  test("a shortfall is shared out the same way", () => {
    expect(sum(allocateShares(-10, [1, 1, 1]))).toBe(-10);
  });

  test("a total that is no multiple of the step, and a negative weight, are refused", () => {
    expect(() => allocateShares(105, [1, 2], { step: 10 })).toThrow("not a multiple");
    expect(() => allocateShares(100, [1, -2])).toThrow("a weight is -2");
  });

  test("always adds up, and no part is a whole unit off its ideal", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (total, weights) => {
          const parts = allocateShares(total, weights);
          const whole = sum(weights);
          return (
            sum(parts) === total &&
            parts.every((part, i) => Math.abs(part - (total * (weights[i] ?? 0)) / whole) < 1 + 1e-6)
          );
        },
      ),
    );
  });
});
