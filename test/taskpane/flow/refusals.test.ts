/** What can be in the way of a whole run through the pane: the screen it leaves, its sentences, and the run after it. */
import { describeError, type ErrorCode } from "../../../src/errors";
import { RUNNING_KEY } from "../../../src/excel/swap/running";
import type { Host } from "../../../src/host/host";
import { createNodeHost } from "../../../src/host/node";
import * as run from "../../../src/jobs/run";
import { createCommands, type Commands } from "../../../src/taskpane/flow/commands";
import { reduce, type FlowEvent } from "../../../src/taskpane/flow/reducer";
import { INITIAL_STATE, type FlowState } from "../../../src/taskpane/flow/state";
import { createStore, type Store } from "../../../src/taskpane/flow/store";
import type { Jobs } from "../../../src/taskpane/flow/jobs";
import { LANGS } from "../../../src/words";
import { dump, tabs } from "../../excel/book";
import { MARCH, monthlyFile } from "../../support/books";

interface Pane {
  readonly host: Host;
  readonly store: Store<FlowState, FlowEvent>;
  readonly commands: Commands;
}

/** The pane with the very jobs Excel gets, in front of HR's monthly file, before anything is read. */
async function pane(): Promise<Pane> {
  const host = createNodeHost((await monthlyFile(MARCH)).workbook);
  const store = createStore(reduce, INITIAL_STATE);
  const jobs = run as unknown as Jobs;
  const commands = createCommands({
    store,
    loadJobs: () => Promise.resolve(jobs),
    lang: () => "zh-CN",
    rest: 0,
  });
  return { host, store, commands };
}

/** The same with a preview on the screen. */
async function previewed(): Promise<Pane> {
  const ready = await pane();
  await ready.commands.survey();
  await ready.commands.startJob("score");
  await ready.commands.openChoices();
  ready.commands.open("preview");
  expect(ready.store.get()).toMatchObject({ screen: "preview", prepared: { status: "ready" } });
  return ready;
}

function sentences(error: unknown): { code: string; texts: string[] } {
  const told = LANGS.map((lang) => describeError(error, lang));
  return { code: told[0]?.code ?? "", texts: told.map(({ what, remedy }) => `${what}${remedy}`) };
}

interface Obstacle {
  readonly code: ErrorCode;
  readonly put: (host: Host) => void | Promise<void>;
  readonly away: (host: Host) => void | Promise<void>;
  readonly says: readonly [string, string];
}

const mine = (host: Host, change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  host.run(async ({ workbook }) => change(workbook.worksheets.getItem("销售")));

const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  "a cell is being edited": {
    code: "cell-editing",
    put: (host) => void (host.cellEditing = true),
    away: (host) => void (host.cellEditing = false),
    says: ["Enter", "Enter"],
  },
  "the workbook's structure is protected": {
    code: "workbook-protected",
    put: (host) => void (host.workbook.protected = true),
    away: (host) => void (host.workbook.protected = false),
    says: ["撤销工作簿保护", "Unprotect the workbook"],
  },
  "the sheet that results go beside is protected": {
    code: "sheet-protected",
    put: (host) => mine(host, (sheet) => sheet.protection.protect()),
    away: (host) => mine(host, (sheet) => sheet.protection.unprotect()),
    says: ["撤销保护", "Unprotect it"],
  },
  "the workbook is open for reading only": {
    code: "read-only",
    put: (host) => void (host.readOnly = true),
    away: (host) => void (host.readOnly = false),
    says: ["启用编辑", "Enable Editing"],
  },
  "somebody else is writing into it": {
    code: "running-elsewhere",
    put: (host) =>
      void host.workbook.settings.set(
        RUNNING_KEY,
        JSON.stringify({ by: "another pane", at: new Date().toISOString() }),
      ),
    away: (host) => void host.workbook.settings.delete(RUNNING_KEY),
    says: ["另一个人", "Somebody else"],
  },
  "somebody fills a cell that results were to stand in": {
    code: "beside-taken",
    put: (host) => mine(host, (sheet) => void (sheet.getRange("G3").values = [["出差"]])),
    away: (host) => mine(host, (sheet) => void (sheet.getRange("G3").values = [[""]])),
    says: ["G3", "G3"],
  },
  "the sheet that results go beside is renamed": {
    code: "sheet-missing",
    put: (host) => mine(host, (sheet) => void (sheet.name = "销售（旧）")),
    away: (host) =>
      host.run(async ({ workbook }) => void (workbook.worksheets.getItem("销售（旧）").name = "销售")),
    says: ["改名或删除", "renamed or deleted"],
  },
};

test.each(Object.entries(OBSTACLES))("%s", async (_name, { code, put, away, says }) => {
  const { host, store, commands } = await previewed();
  commands.choose({ beside: { tables: [{ sheet: "销售" }] } });
  await commands.preview();
  await put(host);
  const before = dump(host);
  await commands.write();
  const { screen, writing } = store.get();
  expect([screen, writing.status]).toEqual(["preview", "failed"]);
  const told = sentences(writing.status === "failed" ? writing.error : undefined);
  expect(told.code).toBe(code);
  told.texts.forEach((text, i) => expect(text).toContain(says[i]));
  expect(dump(host)).toEqual(before);
  await away(host);
  await commands.write();
  expect(store.get().writing.status).toBe("done");
  expect(tabs(host)).toContain("排名");
});

test("the wrong thing is selected: nothing is settled and the reading stays", async () => {
  const { host, store, commands } = await previewed();
  await host.run(async ({ workbook }) => {
    const other = workbook.worksheets.getItem("考勤");
    other.activate();
    other.getRange("A1:C2").select();
  });
  const reading = store.get().survey.value;
  await commands.correctColumn({ role: "people", sheet: "销售", field: "actual", column: "selection" });
  expect(sentences(store.get().failure?.error).code).toBe("selection-elsewhere");
  expect(store.get().survey.value).toBe(reading);
  expect(await commands.selectedColumn("销售")).toBeUndefined();
  expect(sentences(store.get().failure?.error).texts[0]).toContain("请在那张表里点一下");
});

test("a sheet is deleted after it was read: going there says so, the next reading is without it", async () => {
  const { host, store, commands } = await previewed();
  await host.run(async ({ workbook }) => workbook.worksheets.getItem("评价").delete());
  await commands.goTo("评价", "A1");
  expect(sentences(store.get().failure?.error).code).toBe("sheet-missing");
  await commands.survey();
  expect(store.get().survey.value?.survey.tables.map(({ sheet }) => sheet)).not.toContain("评价");
});
