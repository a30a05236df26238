import { HOST_SETS, installOfficeShell } from "../../src/host/client/officeShell";

const theme = { background: "#FFFFFF", text: "#1F2933", control: "#F5F5F5", controlText: "#1F2933" };

test("the shell answers what a pane asks of Office", async () => {
  const actions = installOfficeShell({ language: "zh-CN", theme, sets: HOST_SETS });
  expect(await Office.onReady()).toEqual({ host: "Excel", platform: "OfficeOnline" });
  const { context } = Office;
  expect(context.displayLanguage).toBe("zh-CN");
  expect(context.officeTheme.bodyBackgroundColor).toBe("#FFFFFF");
  expect(["1.13", "1.14"].map((version) => context.requirements.isSetSupported("ExcelApi", version))).toEqual(
    [true, false],
  );
  expect(context.requirements.isSetSupported("DialogApi", "1.1")).toBe(false);
  context.document.settings.set("opened", 1);
  expect(context.document.settings.get("opened")).toBe(1);
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  expect(await Office.addin.getStartupBehavior()).toBe("Load");
  Office.actions.associate("showPane", () => undefined);
  expect([...actions.keys()]).toEqual(["showPane"]);
});
