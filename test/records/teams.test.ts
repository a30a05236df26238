import { actualsByMonth } from "../../src/records/ledger/actuals";
import { TEAM_FIELDS } from "../../src/records/fields/teamFields";
import { LEDGER_FIELDS } from "../../src/records/fields/ledgerFields";
import type { Cell, Grid } from "../../src/records/grid";
import { joinLedgers, readLedger, type LedgerReading } from "../../src/records/ledger/ledger";
import { readPeople } from "../../src/records/people/measures";
import { joinPeople } from "../../src/records/people/people";
import { monthsOfYear } from "../../src/records/periods";
import { recognise } from "../../src/records/columns/recognise";
import type { TableRegion } from "../../src/records/tables/region";
import { findTables } from "../../src/records/tables/tables";
import { readTeams, type TeamsReading } from "../../src/records/ledger/teams";

function table(values: Cell[][], more: Partial<Grid> = {}): TableRegion {
  const [found] = findTables({ sheet: "S", top: 0, left: 0, values, ...more });
  if (!found) throw new Error("no table");
  return found;
}

function teams(values: Cell[][], more: Partial<Grid> = {}): TeamsReading {
  const region = table(values, more);
  return readTeams(region, recognise(region, TEAM_FIELDS));
}

function ledger(values: Cell[][], sheet = "S"): LedgerReading {
  const region = table(values, { sheet });
  return readLedger(region, recognise(region, LEDGER_FIELDS));
}

const codes = ({ problems }: { problems: TeamsReading["problems"] }) =>
  problems.map(({ code, cell }) => `${code} ${cell}`);

describe("teams", () => {
  test("numbers keep their zeros; a name in two teams, twice, or shared is told", () => {
    const found = teams([
      ["工号", "姓名", "主管", "大区"],
      ["001", "张三", "赵六", "华东"],
      ["002", "李 四", "赵六", "华东"],
      ["001", "张三", "赵六", "华东"],
      ["002", "李四", "钱七", "华南"],
      ["009", "张三", "钱七", "华南"],
      ["010", null, "钱七", "华南"],
    ]);
    expect(found.members.map(({ employeeId, rep, manager }) => [employeeId, rep, manager])).toEqual([
      ["001", "张三", "赵六"],
      ["002", "李四", "赵六"],
    ]);
    expect(codes(found)).toEqual([
      "name-tidied B3",
      "person-twice B4",
      "person-in-two-teams B5",
      "same-name B6",
      "rep-missing B7",
    ]);
  });

  test("a team named on its first row only, merged or not", () => {
    const values: Cell[][] = [
      ["大区", "经理", "业务员"],
      ["华东", "赵六", "张三"],
      ["", "", "李四"],
      ["", "", "王五"],
      ["华南", "钱七", "周八"],
      ["", "", "吴九"],
    ];
    const plain = teams(values);
    expect(plain.members.map(({ unit }) => unit)).toEqual(["华东", "华东", "华东", "华南", "华南"]);
    expect(codes(plain)).toEqual(["filled-down B2:B6", "filled-down A2:A6"]);
    const merged = teams(values, { merges: ["A2:A4", "A5:A6", "B2:B4", "B5:B6"] });
    expect(merged.members).toEqual(plain.members);
    expect(codes(merged)).toEqual([]);
  });
});

describe("people of two sheets", () => {
  const head = ["Sales Rep", "Close Date", "Amount", "Stage"];
  const deals = ledger([
    head,
    ["anna snelling", "2017-03-01", 5, "Won"],
    ["Moses Frasse", "2017-03-02", 6, "Won"],
    ["Zane Levy", "2017-03-03", 7, "Won"],
  ]).deals;
  const { members } = teams([
    ["Name", "Manager"],
    ["Anna Snelling", "Kim Oh"],
    ["Moses Frase", "Kim Oh"],
    ["Bo Chan", "Kim Oh"],
  ]);
  const join = joinPeople(deals, members);

  test("case does not part them; near names are suggested, not joined", () => {
    expect(join.memberOf.get("anna snelling")?.rep).toBe("Anna Snelling");
    expect(join.withoutTeam).toEqual(["Moses Frasse", "Zane Levy"]);
    expect(join.withoutRecords.map(({ rep }) => rep)).toEqual(["Moses Frase", "Bo Chan"]);
    expect(join.problems.map(({ code, cell, params }) => [code, cell, params["value"]])).toEqual([
      ["rep-without-team", "A3", undefined],
      ["name-lookalike", "A3", "Moses Frase"],
      ["rep-without-team", "A4", undefined],
      ["rep-without-records", "A3", undefined],
      ["rep-without-records", "A4", undefined],
    ]);
  });
});

describe("ledgers", () => {
  const head = ["业务员", "成交日期", "金额", "阶段"];

  test("three sheets for three regions add up", () => {
    const regions = ["华东", "华南", "华北"].map((sheet, i) =>
      ledger(
        [
          head,
          ["张三", "2017-03-01", 100 * (i + 1), "赢单"],
          ["李四", "2017-04-01", 10, "赢单"],
          ["李四", "2017-04-02", "", "输单"],
        ],
        sheet,
      ),
    );
    const actuals = actualsByMonth(joinLedgers(regions).deals, monthsOfYear(2017));
    expect(actuals.reps.map(({ rep, total, won, lost }) => [rep, total, won, lost])).toEqual([
      ["张三", 600, 3, 0],
      ["李四", 30, 3, 3],
    ]);
    expect(actuals.totals.slice(2, 4)).toEqual([600, 30]);
  });

  test("won deals outside the periods are counted apart, those without a date reported", () => {
    const found = ledger([
      head,
      ["张三", "2016-12-31", 7, "赢单"],
      ["张三", "2017-01-01", 8, "赢单"],
      ["张三", null, 9, "赢单"],
      ["张三", "2017-12-31", 1, "赢单"],
    ]);
    const actuals = actualsByMonth(found.deals, monthsOfYear(2017));
    expect([actuals.total, actuals.outside]).toEqual([9, { count: 2, amount: 16 }]);
    expect(codes(found)).toContain("won-without-date B4");
  });

  test("without a stage column every row is a sale", () => {
    const found = ledger([
      ["业务员", "日期", "金额"],
      ["张三", "2017-03-01", 5],
      ["李四", "2017-03-02", 6],
      ["李四", "2017-03-03", 7],
    ]);
    expect(found.deals.outcome).toEqual(["won", "won", "won"]);
    expect(codes(found)).toEqual(["no-stage-column C2"]);
  });

  test("dates nothing decides are read month first, and said to be so", () => {
    const found = ledger([
      head,
      ["张三", "3/1/2017", 5, "赢单"],
      ["李四", "4/2/2017", 6, "赢单"],
      ["王五", "5/6/2017", 6, "赢单"],
    ]);
    expect(found.deals.closed).toEqual(["2017-03-01", "2017-04-02", "2017-05-06"]);
    expect(codes(found)).toEqual(["date-order-unknown B2:B4"]);
  });

  test("twelve typed for 120 000 is asked about", () => {
    const amounts = [120_000, 90_000, 150_000, 80_000, 110_000, 130_000, 95_000, 12, 140_000, 100_000];
    const found = ledger([
      head,
      ...amounts.map((amount, i): Cell[] => ["张三", `2017-03-${i + 10}`, amount, "赢单"]),
    ]);
    expect(codes(found)).toEqual(["unit-suspect C9"]);
    expect(found.deals.amount[7]).toBe(12);
  });
});

describe("tables about people", () => {
  test("people across: addresses are those of the sheet", () => {
    const read = readPeople(
      table(
        [
          ["2017年销售额（万元）", null, null, null],
          ["月份", "张三", "李四", "王五"],
          ["1月", 1.5, 2, 3],
          ["2月", 4, "5.5", 6],
          ["合计", 5.5, 7.5, 9],
        ],
        { sheet: "业绩", top: 1, left: 1 },
      ),
    );
    expect(
      read.measures
        .map(({ person, period, value, cell }) => `${person.rep} ${period} ${value} ${cell}`)
        .sort(),
    ).toEqual([
      "张三 2017-01 15000 C4",
      "张三 2017-02 40000 C5",
      "李四 2017-01 20000 D4",
      "李四 2017-02 55000 D5",
      "王五 2017-01 30000 E4",
      "王五 2017-02 60000 E5",
    ]);
    expect(codes(read)).toEqual(["number-as-text D5"]);
  });

  test("the same person on two rows: counted once when alike, both when not, and told either way", () => {
    const read = readPeople(
      table([
        ["姓名", "目标", "实际"],
        ["张三", 10, 11],
        ["李四", 20, 21],
        ["张三", 10, 11],
        ["李四", 5, 6],
      ]),
    );
    expect(codes(read)).toEqual(["person-twice A4", "person-rows-added A5"]);
    const sum = (rep: string, field: string) =>
      read.measures
        .filter((one) => one.person.rep === rep && one.field === field)
        .reduce((total, { value }) => total + value, 0);
    expect([sum("张三", "实际"), sum("张三", "actual"), sum("李四", "actual")]).toEqual([0, 11, 27]);
  });

  test("committed and stretch targets side by side", () => {
    const read = readPeople(
      table([
        ["姓名", "必达目标", "挑战目标", "备注"],
        ["张三", 560, 700, ""],
        ["李四", 3000, 5000, ""],
      ]),
    );
    expect(read.measures.map(({ field, value }) => [field, value])).toEqual([
      ["committed", 560],
      ["committed", 3000],
      ["stretch", 700],
      ["stretch", 5000],
    ]);
  });

  test("单位：万元 is for money, not for counts, and a column may say otherwise", () => {
    const read = readPeople(
      table([
        ["2017年3月业绩", null, null, null],
        [null, null, null, "单位：万元"],
        ["姓名", "销售额", "拜访次数", "回款（元）"],
        ["张三", 12, 30, 110000],
        ["李四", 20, 25, 90000],
      ]),
    );
    expect(read.measures.map(({ field, value }) => [field, value])).toEqual([
      ["actual", 120_000],
      ["actual", 200_000],
      ["visits", 30],
      ["visits", 25],
      ["collection", 110_000],
      ["collection", 90_000],
    ]);
  });
});
