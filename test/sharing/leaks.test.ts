import { leakedNames } from "../../src/sharing/leaks";

test("a name of somebody else is found in any text", () => {
  expect(
    leakedNames(["李雷：2018 年目标", "按 韩梅梅 的意见"], { others: ["韩梅梅"], own: ["李雷"] }),
  ).toEqual(["韩梅梅"]);
});

test("李雷 inside 李雷雷's own name is no leak, but 李雷 beside it is", () => {
  const guard = { others: ["李雷"], own: ["李雷雷"] };
  expect(leakedNames(["李雷雷：2018 年目标"], guard)).toEqual([]);
  expect(leakedNames(["李雷雷、李雷"], guard)).toEqual(["李雷"]);
});

test("李雷雷 in a file of 李雷 is a leak", () => {
  expect(leakedNames(["李雷雷的实绩"], { others: ["李雷雷"], own: ["李雷"] })).toEqual(["李雷雷"]);
});

test("names in letters are found as words: Ann is not in Annual", () => {
  expect(leakedNames(["Annual evaluation"], { others: ["Ann"], own: [] })).toEqual([]);
  expect(leakedNames(["by Ann, 2017"], { others: ["Ann"], own: [] })).toEqual(["Ann"]);
});

test("somebody called May is not in every month", () => {
  expect(leakedNames(["May"], { others: ["May"], own: [] }, new Set(["May"]))).toEqual([]);
  expect(leakedNames(["May", "for May"], { others: ["May"], own: [] }, new Set(["May"]))).toEqual(["May"]);
});
