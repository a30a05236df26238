/** Every page of the job for a team of four, as plain data: what changes here is what people will see change. */
import { compute } from "../../src/jobs/compute";
import { describe as describeRun } from "../../src/jobs/describe";
import { understand } from "../../src/jobs/read/understand";
import type { Cell, Grid } from "../../src/records/grid";
import { LANGS } from "../../src/words";
import { expectGolden, readable } from "../support/golden";

const grid = (sheet: string, values: Cell[][]): Grid => ({ sheet, top: 0, left: 0, values });

const LEDGER = grid("台账", [
  ["编号", "业务员", "客户", "阶段", "成交日期", "金额"],
  ["A1", "李雷", "华兴", "赢单", "2025/1/15", 120_000],
  ["A2", "李雷", "", "丢单", "2025/2/3", ""],
  ["A3", "李雷", "远大", "赢单", "2025/2/28", 80_001],
  ["A4", "韩梅梅", "华兴", "赢单", "2025/1/9", 50_000],
  ["A5", "韩梅梅", "同方", "跟进中", "", ""],
  ["A6", "王伟", "远大", "赢单", "2025/3/31", 99_999],
]);
const TEAM = grid("人员", [
  ["业务员", "经理", "大区"],
  ["李雷", "周经理", "华东"],
  ["韩梅梅", "周经理", "华东"],
  ["王伟", "吴经理", "华北"],
  ["赵敏", "吴经理", "华北"],
]);

test.each(LANGS)("the pages in %s", (lang) => {
  const found = understand([LEDGER, TEAM]);
  if (!found) throw new Error("the ledger was not understood");
  const spec = describeRun(found, compute(found, {}, lang), { lang, version: "1.2.3", date: "2026-01-31" });
  expectGolden(`job.${lang}.txt`, readable(spec));
});
