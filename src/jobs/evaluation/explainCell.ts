import { columnIndex } from "../../formula/references";
import { parseArea } from "../../records/grid";
import { explainScore } from "../../scoring/explain/explainScore";
import type { ExplainStep } from "../../scoring/explain/step";
import { indicatorsOf } from "../../scoring/scheme";
import { placesOf, type Scored } from "../../sheets/analysis/readScored";
import { findOrigins, type OriginOptions } from "../origins/origins";
import { openScored } from "./scored";

/** Why a score is what it is, for the person whose row is selected. */
export interface ExplainView {
  readonly sheet: string;
  /** The cell that was selected, A1 form. */
  readonly cell: string;
  readonly person: string;
  readonly unit: string;
  readonly grade: string;
  /** Absent for people without a score. */
  readonly total?: number;
  /** Id of the indicator whose column is selected; absent for the row as a whole. */
  readonly indicator?: string;
  /** The total with everything under it. */
  readonly step: ExplainStep;
}

/**
 * What a cell of a scorecard sheet shows, explained down to the inputs; undefined when nobody's row is there. Nothing
 * is written.
 *
 * @throws AttainError `no-scores`, `scheme-invalid`, `cell-editing`
 */
export async function explainCell(
  sheet: string,
  address: string,
  { lang, signal, surveyed }: OriginOptions,
): Promise<ExplainView | undefined> {
  const area = parseArea(address);
  if (!area) return undefined;
  const scored = await openScored({ sheet, ...(signal ? { signal } : {}) });
  const person = area.fromRow + 1 - scored.layout.firstRow;
  if (person < 0 || person >= scored.people.names.length) return undefined;
  const { scheme, people } = scored;
  const origins = await findOrigins(scored, person, {
    lang,
    ...(signal && { signal }),
    ...(surveyed && { surveyed }),
  });
  const { card, step, unit } = explainScore({
    scheme,
    people,
    person,
    lang,
    places: placesOf(scored, person),
    origins,
  });
  const indicator = indicatorAt(scored, area.fromColumn);
  return {
    sheet,
    cell: address,
    person: card.name,
    unit,
    grade: card.grade ?? "",
    ...(card.total === null ? {} : { total: card.total }),
    ...(indicator === undefined ? {} : { indicator }),
    step,
  };
}

/** Columns of an indicator are its measured value, its points, and the inputs that only it uses. */
function indicatorAt({ layout, scheme }: Scored, column: number): string | undefined {
  const names = [...layout.columns].flatMap(([name, letter]) =>
    columnIndex(letter) === column ? [name] : [],
  );
  const indicators = indicatorsOf(scheme).map(({ indicator }) => indicator);
  const direct = indicators.find(({ id }) => names.some((name) => name.endsWith(`:${id}`)));
  if (direct) return direct.id;
  const users = indicators.filter(({ inputs }) =>
    Object.values(inputs).some((formula) => names.includes(formula)),
  );
  return users.length === 1 ? users[0]?.id : undefined;
}
