import { linkOf, linkTo, relink } from "../../src/formula/links";

describe("links between pages", () => {
  test("say where they go and are read back", () => {
    expect(linkTo("目标分解")).toBe(`=HYPERLINK("#'目标分解'!A1","目标分解")`);
    for (const tab of ["目标分解", "Q1 '26", `the "big" one`, `'"`])
      expect(linkOf(linkTo(tab, `"${tab}"`))).toEqual({ tab, words: `"${tab}"` });
    expect(linkOf("='目标分解'!A1")).toBeUndefined();
    expect(linkOf(`=HYPERLINK("mailto:hr@example.com","HR")`)).toBeUndefined();
  });

  test("go to the sheet under its new name, whose old one they no longer show", () => {
    const names = new Map([["Targets", "Targets 2026"]]);
    expect(relink(linkTo("targets", "targets"), names)).toBe(linkTo("Targets 2026"));
    expect(relink(linkTo("Targets", "See there"), names)).toBe(linkTo("Targets 2026", "See there"));
    expect(relink(linkTo("Scheme"), names)).toBe(linkTo("Scheme"));
    expect(relink("=Targets!A1", names)).toBe("=Targets!A1");
  });
});
