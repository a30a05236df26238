import { AttainError } from "../errors";

/** A unit of the organisation. `level` 0 is the company; a leaf carries targets of its own. */
export interface OrgNode {
  /** Its way down from the company, joined by ` / `: unique though two teams may have the same name. */
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly children: readonly OrgNode[];
}

export const COMPANY_ID = "*";

/** The id of the unit a path of names leads to; the empty path is the company. */
export function unitId(path: readonly string[]): string {
  return path.length === 0 ? COMPANY_ID : path.join(" / ");
}

/**
 * The tree that rows of a team list describe. Units keep the order in which they first appear; paths may differ in
 * length. The same path twice is one unit.
 *
 * @param company the root's name
 * @throws AttainError `request-invalid` for an empty path or a path with an empty step
 * @example orgTree("Company", [["East", "Li"], ["East", "Wang"], ["West", "Zhao"]])
 */
export function orgTree(company: string, paths: readonly (readonly string[])[]): OrgNode {
  interface Growing {
    readonly path: readonly string[];
    readonly children: Map<string, Growing>;
  }
  const root: Growing = { path: [], children: new Map() };
  for (const path of paths) {
    if (path.length === 0 || path.some((step) => step.trim() === "")) {
      throw new AttainError("request-invalid", {
        detail: `the unit “${path.join(" / ")}” has a step without a name`,
      });
    }
    let here = root;
    path.forEach((name, depth) => {
      let next = here.children.get(name);
      if (!next) here.children.set(name, (next = { path: path.slice(0, depth + 1), children: new Map() }));
      here = next;
    });
  }
  const grown = (node: Growing): OrgNode => ({
    id: unitId(node.path),
    name: node.path.at(-1) ?? company,
    level: node.path.length,
    children: [...node.children.values()].map(grown),
  });
  return grown(root);
}

/** All units, parents before children, in the order of the tree. */
export function unitsOf(root: OrgNode): OrgNode[] {
  return [root, ...root.children.flatMap(unitsOf)];
}
