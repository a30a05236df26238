import { actualsByMonth } from "../../src/records/ledger/actuals";
import { classifySheets, type SheetMatch } from "../../src/records/classify";
import { joinPeople } from "../../src/records/people/people";
import { readLedger } from "../../src/records/ledger/ledger";
import { monthsOfYear } from "../../src/records/periods";
import { groupProblems } from "../../src/records/problems/problems";
import { readTeams } from "../../src/records/ledger/teams";
import { sampleGrid } from "../support/sampleGrids";

function found<Id extends string>(match: SheetMatch<Id> | undefined): SheetMatch<Id> {
  if (!match) throw new Error("not recognised");
  return match;
}

describe("the sample ledger", () => {
  const roles = classifySheets([
    sampleGrid("sales_pipeline"),
    sampleGrid("sales_teams"),
    sampleGrid("products"),
    sampleGrid("accounts"),
  ]);
  const ledger = found(roles.ledger);
  const team = found(roles.team);
  const { deals, problems } = readLedger(ledger.region, ledger.recognition);
  const teams = readTeams(team.region, team.recognition);
  const actuals = actualsByMonth(deals, monthsOfYear(2017));

  test("every sheet is recognised for what it is, every column for what it holds", () => {
    expect([ledger.region.grid.sheet, team.region.grid.sheet, roles.products?.region.grid.sheet]).toEqual([
      "sales_pipeline",
      "sales_teams",
      "products",
    ]);
    const columns = Object.fromEntries(
      Object.entries(ledger.recognition.fields).map(([id, match]) => [id, match.header]),
    );
    expect(columns).toEqual({
      id: "opportunity_id",
      rep: "sales_agent",
      product: "product",
      account: "account",
      outcome: "deal_stage",
      opened: "engage_date",
      closed: "close_date",
      amount: "close_value",
    });
    expect(Object.values(ledger.recognition.fields).every(({ confidence }) => confidence > 0.8)).toBe(true);
    expect(Object.entries(team.recognition.fields).map(([id, match]) => [id, match.header])).toEqual([
      ["rep", "sales_agent"],
      ["manager", "manager"],
      ["unit", "regional_office"],
    ]);
  });

  test("8 800 rows: 4 238 won, 2 473 lost, 2 089 open", () => {
    const count = (outcome: string) => deals.outcome.filter((one) => one === outcome).length;
    expect(deals.rep).toHaveLength(8800);
    expect([count("won"), count("lost"), count("open")]).toEqual([4238, 2473, 1589 + 500]);
  });

  test("the won value of 2017 is 10 005 534, month by month as published", () => {
    expect(actuals.total).toBe(10_005_534);
    expect(actuals.totals).toEqual([
      0, 0, 1134672, 721932, 1025713, 1338466, 696932, 1050059, 1235264, 731980, 938943, 1131573,
    ]);
    expect(actuals.outside).toEqual({ count: 0, amount: 0 });
    expect(actuals.reps.reduce((sum, rep) => sum + rep.won, 0)).toBe(4238);
    expect(actuals.reps.reduce((sum, rep) => sum + rep.lost, 0)).toBe(2473);
    expect(actuals.reps.reduce((sum, rep) => sum + rep.open, 0)).toBe(2089);
  });

  test("one rep, counted by hand from the file", () => {
    const rows = sampleGrid("sales_pipeline")
      .values.slice(1)
      .filter((row) => row[1] === "Moses Frase" && row[4] === "Won");
    const march = rows
      .filter((row) => String(row[6]).startsWith("3/"))
      .reduce((sum, row) => sum + Number(row[7]), 0);
    const moses = actuals.reps.find(({ rep }) => rep === "Moses Frase");
    expect(moses?.won).toBe(rows.length);
    expect(moses?.amounts[2]).toBe(march);
  });

  test("30 of the 35 people have opportunities; six managers, three regions", () => {
    const join = joinPeople(deals, teams.members);
    expect(teams.members).toHaveLength(35);
    expect(new Set(teams.members.map(({ manager }) => manager)).size).toBe(6);
    expect(new Set(teams.members.map(({ unit }) => unit)).size).toBe(3);
    expect(join.memberOf.size).toBe(30);
    expect(join.withoutTeam).toEqual([]);
    expect(join.withoutRecords).toHaveLength(5);
    expect(join.problems.map(({ code }) => code)).toEqual(Array(5).fill("rep-without-records"));
  });

  test("what is odd: 1 425 deals without an account, text dates; open deals without date or value are normal", () => {
    const groups = groupProblems(problems);
    expect(groups.map(({ code, count }) => [code, count])).toEqual([
      ["value-missing", 1425],
      ["date-as-text", 1],
      ["date-as-text", 1],
    ]);
    expect(groups[0]?.firstCells).toEqual(["D11", "D44", "D46"]);
    expect(groups[0]?.problems).toHaveLength(1425);
    expect(groups[1]?.problems[0]).toMatchObject({
      cell: "F2:F8801",
      params: { order: { "en-US": "month/day/year" } },
    });
    expect(teams.problems).toEqual([]);
  });

  test("GTXPro is not in the product list, and GTX Pro is suggested", () => {
    const values = sampleGrid("products")
      .values.slice(1)
      .map((row) => String(row[0]));
    const known = readLedger(ledger.region, ledger.recognition, { products: { name: "products", values } });
    const odd = known.problems.filter(({ code }) => code === "name-lookalike");
    expect(odd).toMatchObject([{ cell: "C3", found: "GTXPro", params: { value: "GTX Pro", times: 1480 } }]);
  });
});
