import { AttainError } from "../../errors";

/** Something a result is made of: a figure people can look at and act on. */
export interface Driver {
  /** Stable within the tree: `conversion`. */
  readonly id: string;
  readonly name: string;
  /**
   * `amount` adds up over stores (passers-by); `rate` is a share, a fraction of at most 1 (conversion); `value` is
   * what one piece is worth (average ticket). Rates and values of several stores are weighted, never added.
   */
  readonly kind: "amount" | "rate" | "value";
  /** 人, 元 …; said in the header. */
  readonly unit?: string;
  /** Decimal places shown; of the percentage for a rate. Default 0 for amounts, 1 for rates, 2 for values. */
  readonly decimals?: number;
}

/** The product of its parts: visitors = passers-by × entry rate. */
export interface DriverProduct {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly of: readonly DriverNode[];
}

export type DriverNode = Driver | DriverProduct;

/** Amounts by driver id. */
export type DriverValues = Readonly<Record<string, number>>;

export function isProduct(node: DriverNode): node is DriverProduct {
  return "of" in node;
}

/** All drivers in reading order. */
export function driversOf(node: DriverNode): Driver[] {
  return isProduct(node) ? node.of.flatMap(driversOf) : [node];
}

/**
 * Drivers and what they multiply to, each product after its parts, as a table reads from left to right.
 *
 * @example nodesOf(retailTree("en-US")).map(({ name }) => name)
 *   // ["Passers-by", "Entry rate", "Visitors", "Conversion", "Buyers", "Average ticket", "Sales"]
 */
export function nodesOf(node: DriverNode): DriverNode[] {
  return isProduct(node) ? [...node.of.flatMap(nodesOf), node] : [node];
}

/**
 * The value of every driver and product, by id.
 *
 * @throws AttainError `request-invalid` for a driver without a value, or one below zero
 * @example valuesOf(retailTree("en-US"), { passersBy: 1000, entry: 0.1, conversion: 0.2, ticket: 500 }).get("sales") // 10000
 */
export function valuesOf(tree: DriverNode, drivers: DriverValues): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  const visit = (node: DriverNode): number => {
    const value = isProduct(node)
      ? node.of.reduce((product, part) => product * visit(part), 1)
      : driverValue(node, drivers);
    values.set(node.id, value);
    return value;
  };
  visit(tree);
  return values;
}

function driverValue({ id, name }: Driver, drivers: DriverValues): number {
  const value = drivers[id];
  if (value === undefined || !Number.isFinite(value))
    throw new AttainError("request-invalid", { detail: `no value for “${name}” (${id})` });
  if (value < 0) throw new AttainError("request-invalid", { detail: `“${name}” is below zero: ${value}` });
  return value;
}

/**
 * The part of a product that adds up over stores, when there is exactly one: what its other part is weighted by.
 *
 * @example // visitors = passers-by × entry rate: the entry rate of all stores is all visitors ÷ all passers-by
 */
export function weightOf(product: DriverProduct): DriverNode | undefined {
  const adding = product.of.filter(adds);
  return adding.length === 1 && product.of.length === 2 ? adding[0] : undefined;
}

/** True for what adds up over stores: amounts, and products with an amount among their parts. */
export function adds(node: DriverNode): boolean {
  return isProduct(node) ? node.of.some(adds) : node.kind === "amount";
}

/** @throws AttainError `request-invalid` when ids repeat, a product is empty, or nothing in the tree adds up */
export function checkTree(tree: DriverNode): void {
  const seen = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (seen.has(node.id)) throw invalid(`the id “${node.id}” occurs twice`);
    seen.add(node.id);
    if (isProduct(node) && node.of.length === 0) throw invalid(`“${node.name}” has no parts`);
  }
  if (!isProduct(tree) || !adds(tree)) throw invalid("the tree needs a product with an amount in it");
}

function invalid(detail: string): AttainError {
  return new AttainError("request-invalid", { detail });
}
