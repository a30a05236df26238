import { changed, loadPreferences } from "../../src/taskpane/preferences";

test("preferences survive a browser that forbids storage and a text that is no JSON", () => {
  expect(loadPreferences(undefined)).toEqual({ theme: "auto", money: "compact" });
  expect(loadPreferences({ getItem: () => "{", setItem: () => undefined })).toEqual({
    theme: "auto",
    money: "compact",
  });
  expect(changed({ lang: "zh-CN", theme: "dark", money: "whole" }, { lang: undefined })).toEqual({
    theme: "dark",
    money: "whole",
  });
});
