import { behindOf, leadersOf } from "../../../src/taskpane/parts/leaders";

test("nobody is both ahead and behind, and people without a score are neither", () => {
  const people = [90, 80, undefined, 70, 60].map((total, i) => ({
    name: `P${i}`,
    unit: "",
    ...(total === undefined ? {} : { total }),
  }));
  const { best, behind } = leadersOf(people);
  expect(best.map(({ name }) => name)).toEqual(["P0", "P1", "P3"]);
  expect(behind.map(({ name }) => name)).toEqual(["P4"]);
});

test("those furthest from what was due come first", () => {
  const line = (name: string, target: number, actual: number, light: "behind" | "near" | "reached") => ({
    ...{ name, unit: "", target, actual, yearTarget: 0, light },
  });
  const lines = [line("a", 100, 95, "near"), line("b", 100, 40, "behind"), line("c", 100, 120, "reached")];
  expect(behindOf(lines).map(({ name }) => name)).toEqual(["b", "a"]);
});
