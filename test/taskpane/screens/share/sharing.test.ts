import type { Sent } from "../../../../src/jobs/sharing/share";
import {
  addLeader,
  divisionsFrom,
  draftsOf,
  unclaimed,
  withUnit,
} from "../../../../src/taskpane/screens/share/leaderDrafts";
import { moment } from "../../../../src/taskpane/parts/numbers";
import { found, shownOf, tabbed } from "../../../../src/taskpane/screens/share/sentList";

describe("division leaders as they are typed", () => {
  const UNITS = ["East", "North", "West"];

  test("begin with one empty line, or with those of the last sending", () => {
    expect(draftsOf({}, UNITS)).toEqual([{ key: 1, name: "", units: [] }]);
    expect(draftsOf({ Liz: ["East", "South"], Tom: ["West"] }, UNITS)).toEqual([
      { key: 1, name: "Liz", units: ["East"] },
      { key: 2, name: "Tom", units: ["West"] },
    ]);
  });

  test("are leaders once each has a name and a unit; an empty line is none", () => {
    const [liz] = draftsOf({ Liz: ["East"] }, UNITS);
    if (!liz) throw new Error("Nobody");
    expect(divisionsFrom(addLeader([liz]))).toEqual({ divisions: { Liz: ["East"] } });
    expect(divisionsFrom([])).toEqual({ divisions: {}, problem: { kind: "none" } });
    expect(divisionsFrom([liz, { key: 2, name: " ", units: ["West"] }]).problem).toEqual({
      kind: "nameless",
      number: 2,
    });
    expect(divisionsFrom([liz, { key: 2, name: "Tom", units: [] }]).problem).toEqual({
      kind: "idle",
      name: "Tom",
    });
    expect(divisionsFrom([liz, { key: 2, name: " Liz ", units: ["West"] }]).problem).toEqual({
      kind: "twice",
      name: "Liz",
    });
  });

  test("a unit may have several leaders; one that nobody has is told", () => {
    const both = draftsOf({ Liz: ["East"], Tom: ["East"] }, UNITS);
    expect(unclaimed(both, UNITS)).toEqual(["North", "West"]);
    const more = withUnit(withUnit(both, 1, "North", true), 2, "West", true);
    expect(unclaimed(more, UNITS)).toEqual([]);
    expect(unclaimed(withUnit(more, 1, "North", false), UNITS)).toEqual(["North"]);
    expect(withUnit(more, 1, "North", true)).toEqual(more);
  });
});

describe("who has which", () => {
  const sent = (name: string, status: Sent["status"], unit = "East"): Sent => ({
    id: name,
    level: "rep",
    name,
    unit,
    manager: "",
    file: `${unit}-${name}.xlsx`,
    issue: 1,
    at: "2026-01-20T08:30:00.000Z",
    status,
  });
  const LIST = [sent("Ann", "answered"), sent("李雷", "missing", "华东"), sent("Bob", "sent-back")];
  const names = (list: readonly Sent[]): string[] => list.map(({ name }) => name);

  test("whoever was sent it back has not answered", () => {
    expect(names(shownOf(LIST, "open"))).toEqual(["李雷", "Bob"]);
    expect(names(shownOf(LIST, "answered"))).toEqual(["Ann"]);
    expect(shownOf(LIST, "all")).toHaveLength(3);
  });

  test("somebody is found by name, unit or file", () => {
    expect(names(found(LIST, " ann"))).toEqual(["Ann"]);
    expect(names(found(LIST, "华东"))).toEqual(["李雷"]);
    expect(names(found(LIST, "east-BOB"))).toEqual(["Bob"]);
    expect(found(LIST, "Zoe")).toEqual([]);
    expect(found(LIST, "  ")).toHaveLength(3);
  });

  test("what is copied keeps to its cells, whatever is written in them", () => {
    expect(
      tabbed([
        ["Name", "State"],
        ["Ann", "two\nlines\tand a tab"],
      ]),
    ).toBe("Name\tState\nAnn\ttwo lines and a tab");
  });

  test("dates say the year only where it is another one", () => {
    const noon = "2026-01-20T12:00:00";
    expect(moment(noon, "en-US", "day", 2026)).toBe("Jan 20");
    expect(moment(noon, "en-US", "day", 2027)).toBe("Jan 20, 2026");
    expect(moment(noon, "zh-CN", "day", 2026)).toBe("1月20日");
    expect(moment(noon, "zh-CN", "minute", 2026)).toBe("1月20日 12:00");
  });
});
