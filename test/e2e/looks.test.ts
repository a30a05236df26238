/** Every screen in every theme at the narrowest pane: nothing for axe-core to say, nothing that stands out over the edge. */
import { twoYears } from "../support/books";
import { describePreview, type OpenedPage } from "../support/previewPage";

describePreview("the pane at its narrowest", (open) => {
  async function walk(opened: OpenedPage, each: (screen: string) => Promise<void>): Promise<void> {
    const { pane, button } = opened;
    const next = () => button(/^下一步/).click();
    await button("规划 –").waitFor();
    await each("home");
    await button("设置").click();
    await pane.getByRole("radio", { name: "跟随系统" }).waitFor();
    await each("settings");
    await button(/^返回$/).click();
    await button("规划 –").click();
    await each("data");
    await button("改选").click();
    await each("column");
    await next();
    await button("更多选择").click();
    await pane.getByLabel("全年金额").waitFor();
    await each("plan");
    await next();
    await each("preview");
    await button(/^写入 \d+ 张表/).click();
    await pane.getByText("已写入").first().waitFor({ timeout: 60_000 });
    await pane.locator("canvas").first().waitFor();
    await each("result");
    await button(/^完成$/).click();
    await button("评分 –").click();
    await next();
    await pane.getByText("没有分数的人").or(pane.getByText("人有分数")).first().waitFor();
    await each("score");
    await button("首页").click();
    await button("跟踪 –").click();
    await next();
    await pane.getByLabel("截至").waitFor();
    await each("follow");
  }

  test.each(["light", "dark", "contrast"] as const)("%s", async (theme) => {
    const opened = await open({ lang: "zh-CN", theme });
    await opened.openWorkbook(await twoYears());
    await opened.narrow();
    const findings: string[] = [];
    await walk(opened, async (screen) => {
      findings.push(...(await opened.axe()).map((finding) => `${screen}: ${finding}`));
      findings.push(...(await opened.tooWide()).map((finding) => `${screen} is too wide: ${finding}`));
      await opened.shot(`${theme} ${screen}`);
    });
    expect(findings).toEqual([]);
    expect(opened.complaints).toEqual([]);
    await opened.page.close();
  });

  test("with the system's forced colours everything is still there", async () => {
    const opened = await open({ lang: "zh-CN", forcedColors: "active" });
    await opened.openWorkbook(await twoYears());
    await opened.narrow();
    await opened.button("规划 –").waitFor();
    await opened.shot("forced home");
    expect(await opened.pane.locator("[data-theme]").getAttribute("data-theme")).toBe("contrast");
    expect(await opened.tooWide()).toEqual([]);
    await opened.page.close();
  });

  test("an unusual plan needs no mouse", async () => {
    const opened = await open({ lang: "zh-CN" });
    const { page, pane, press } = opened;
    await opened.openWorkbook(await twoYears());
    await press(/^规划 –/);
    await press(/^下一步/);
    await press(/^更多选择/);
    await pane.getByLabel("怎样分到各月").focus();
    await page.keyboard.press("End");
    await pane.getByText("更多选择（已改 1 项）").waitFor();
    await press(/^下一步/);
    await press(/^写入 \d+ 张表/);
    await pane.getByText("已写入").first().waitFor({ timeout: 60_000 });
    await page.close();
  });
});
