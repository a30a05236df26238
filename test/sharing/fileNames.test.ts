import fc from "fast-check";
import { DEFAULT_PATTERN, fileNames, isPattern, strayPlace } from "../../src/sharing/outgoing/fileNames";

const person = (name: string, unit = "East") => ({ unit, manager: "Rocco Neubert", name, period: "2018" });

test("names follow the pattern", () => {
  expect(fileNames(DEFAULT_PATTERN, [person("Anna Snelling")])).toEqual(["East-Anna Snelling-2018.xlsx"]);
  expect(fileNames("{period} {manager} {name}", [person("李雷")])).toEqual(["2018 Rocco Neubert 李雷.xlsx"]);
});

test("characters no file may have are replaced, twins are numbered, empty places leave no trace", () => {
  expect(fileNames(DEFAULT_PATTERN, [person("A/B: C?"), person("李雷"), person("李雷"), person("")])).toEqual(
    ["East-A_B_ C_-2018.xlsx", "East-李雷-2018.xlsx", "East-李雷-2018 (2).xlsx", "East-2018.xlsx"],
  );
});

test("names that differ in case alone are twins, since Windows and macOS see one file", () => {
  expect(fileNames("{name}", [person("Li Lei"), person("LI LEI")])).toEqual([
    "Li Lei.xlsx",
    "LI LEI (2).xlsx",
  ]);
});

test("device names of Windows and endless names are made legal", () => {
  expect(fileNames("{name}", [person("CON"), person("长".repeat(200))])).toEqual([
    "_CON.xlsx",
    `${"长".repeat(60)}.xlsx`,
  ]);
});

test("a pattern with an unknown place is none", () => {
  expect(isPattern("{unit}-{name}")).toBe(true);
  expect(isPattern("{unit}-{nmae}")).toBe(false);
});

test("what stands for nothing is named, in either language, and so is a brace left open", () => {
  expect(strayPlace("{unit}-{nmae}-{period}")).toBe("{nmae}");
  expect(strayPlace("{单位}-{名字}")).toBe("{名字}");
  expect(strayPlace("{unit-{name}")).toBe("{");
  expect(strayPlace("{constructor}")).toBe("{constructor}");
  expect(strayPlace("{}")).toBe("{}");
  expect(strayPlace("{单位}-{ name }")).toBeUndefined();
});

test("places may be named in Chinese", () => {
  expect(fileNames("{单位}-{姓名}-{期间}", [person("李雷", "华东")])).toEqual(["华东-李雷-2018.xlsx"]);
});

test("whatever people are called, names are legal and all different", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 80 }), { maxLength: 30 }), (names) => {
      const made = fileNames(
        "{unit}-{name}",
        names.map((name) => person(name)),
      );
      expect(new Set(made.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(names.length);
      for (const name of made) {
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]|^[. ]|[. ]\.xlsx$/); // eslint-disable-line no-control-regex
        expect(new TextEncoder().encode(name).length).toBeLessThan(255);
      }
    }),
  );
});
