import type { SampleFiles } from "../../src/host/sample";

/** A small made-up ledger as it would come out of a CRM: everybody wins once a month and loses every other. */
export interface LedgerWish {
  readonly sellers: readonly string[];
  readonly year: number;
  /** Every amount times this. */
  readonly scale: number;
  /** Default `Boss Qwv` and `Region Qwv`, with one number each. */
  readonly manager?: string;
  readonly region?: string;
}

export function ledgerFiles({
  sellers,
  year,
  scale,
  manager = "Boss Qwv",
  region = "Region Qwv",
}: LedgerWish): SampleFiles {
  const deals = sellers.flatMap((seller, s) =>
    Array.from({ length: 12 }, (_, month) => {
      const day = (of: number) => `${month + 1}/${of}/${year}`;
      const amount = 1000 * (s + 2) + 137 * ((month * 5 + s) % 7);
      const won = `W${s}-${month},${seller},GTX Basic,Account ${s}-${month},Won,${day(2)},${day(20)},${amount * scale}`;
      const lost = `L${s}-${month},${seller},GTX Basic,Account ${s}-${month},Lost,${day(3)},${day(21)},0`;
      // Nothing was won in August.
      return [...(month === 7 ? [] : [won]), ...(month % 2 === 0 ? [lost] : [])];
    }).flat(),
  );
  const teams = sellers.map((seller, s) => `${seller},${manager} ${s % 2},${region} ${s % 2}`);
  return {
    pipeline: [
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
      ...deals,
    ].join("\n"),
    teams: ["sales_agent,manager,regional_office", ...teams].join("\n"),
    products: "product,series,sales_price\nGTX Basic,GTX,550",
  };
}
