import { AttainError } from "../../errors";
import { compareKeys } from "./keys";

/** A tree to allocate over. Leaves carry weights; a node's own weights are ignored when it has children. */
export interface AllocationNode {
  /** Unique in the tree; settles ties. */
  readonly id: string;
  readonly children?: readonly AllocationNode[];
  /** One claim per period, zero or more. The ideal of a cell is total × weight ÷ sum of all leaf weights. */
  readonly weights?: readonly number[];
}

/**
 * The tree flattened: nodes numbered so that parents come before children and siblings stand together in the order
 * of their ids. Because that order is the ids' and not the input's, permuting the input permutes the result and
 * nothing else. Cells are `node * periods + period`.
 */
export interface Grid {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly periods: number;
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly childCount: Int32Array;
  /** Ideal amounts in steps, inner nodes the sums of their leaves. */
  readonly ideal: Float64Array;
  readonly idealTotal: Float64Array;
}

/**
 * @param total in steps
 * @throws AttainError `request-invalid` for doubled ids, negative weights or the wrong number of them
 */
export function flatten(root: AllocationNode, periods: number, total: number): Grid {
  const nodes: AllocationNode[] = [root];
  const parents: number[] = [-1];
  const firsts: number[] = [];
  const counts: number[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const children = [...(nodes[at]?.children ?? [])].sort((a, b) => compareKeys(a.id, b.id));
    firsts.push(nodes.length);
    counts.push(children.length);
    for (const child of children) {
      nodes.push(child);
      parents.push(at);
    }
  }
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  if (indexOf.size !== nodes.length) {
    const doubled = nodes.find((node, index) => indexOf.get(node.id) !== index);
    throw new AttainError("request-invalid", {
      detail: `the unit “${doubled?.id ?? ""}” stands in the tree twice`,
    });
  }
  const parent = Int32Array.from(parents);
  const childCount = Int32Array.from(counts);
  const ideal = idealCells(nodes, childCount, periods, total);
  sumUp(ideal, parent, periods);
  return {
    ids: nodes.map((node) => node.id),
    indexOf,
    periods,
    parent,
    firstChild: Int32Array.from(firsts),
    childCount,
    ideal,
    idealTotal: rowTotals(ideal, periods),
  };
}

function idealCells(
  nodes: readonly AllocationNode[],
  childCount: Int32Array,
  periods: number,
  total: number,
): Float64Array {
  const cells = new Float64Array(nodes.length * periods);
  let sum = 0;
  nodes.forEach((node, index) => {
    if (childCount[index] !== 0) return;
    if (node.weights && node.weights.length !== periods) {
      throw new AttainError("request-invalid", {
        detail: `“${node.id}” has ${node.weights.length} weights for ${periods} periods`,
      });
    }
    for (let period = 0; period < periods; period++) {
      const weight = node.weights ? (node.weights[period] ?? 0) : 1;
      if (!(weight >= 0) || !Number.isFinite(weight)) {
        throw new AttainError("request-invalid", {
          detail: `“${node.id}” has the weight ${weight}; weights are zero or more`,
        });
      }
      cells[index * periods + period] = weight;
      sum += weight;
    }
  });
  if (sum > 0) return cells.map((weight) => (weight * total) / sum);
  // Nobody has a claim over another: even.
  const leaves = childCount.reduce((count, children) => count + (children === 0 ? 1 : 0), 0);
  nodes.forEach((_, index) => {
    if (childCount[index] === 0)
      cells.fill(total / (leaves * periods), index * periods, (index + 1) * periods);
  });
  return cells;
}

/** Adds every node's cells to its parent's, from the leaves up. */
function sumUp(cells: Float64Array, parent: Int32Array, periods: number): void {
  for (let node = parent.length - 1; node > 0; node--) {
    const up = at(parent, node) * periods;
    for (let period = 0; period < periods; period++) {
      cells[up + period] = at(cells, up + period) + at(cells, node * periods + period);
    }
  }
}

export function rowTotals(cells: Float64Array, periods: number): Float64Array {
  const totals = new Float64Array(cells.length / periods);
  for (let cell = 0, node = 0; node < totals.length; node++) {
    let sum = 0;
    for (let period = 0; period < periods; period++, cell++) sum += at(cells, cell);
    totals[node] = sum;
  }
  return totals;
}

/** Typed-array read; the index is in range by construction. */
export function at(array: Float64Array | Int32Array | Int8Array | Uint8Array, index: number): number {
  return array[index] as number;
}
