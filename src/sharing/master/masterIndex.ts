import { MERGED, type FieldKind } from "../fields";
import { COUNTS, type Count, type ItemCell, type Master, type MasterItem, type MasterPerson } from "./master";

/** Finds the master's cells that answers go into. */
export class MasterIndex {
  private readonly people: ReadonlyMap<string, MasterPerson>;
  private readonly items: ReadonlyMap<string, MasterItem>;

  constructor(master: Master) {
    this.people = new Map(master.people.map((person) => [person.id, person]));
    this.items = new Map(itemsOf(master).map((item) => [item.id, item]));
  }

  has(id: string): boolean {
    return this.people.has(id) || this.items.has(id);
  }

  /** Whose it is; empty when nobody has the id. */
  nameOf(id: string): string {
    return this.people.get(id)?.name ?? this.items.get(id)?.about ?? "";
  }

  /**
   * The cell a field stands for; undefined for answers that are only listed, or when the person is gone.
   *
   * @param ids of whom or of what the handout is, in its order
   */
  cell(
    ids: readonly string[],
    { kind, person, key }: { readonly kind: FieldKind; readonly person: number; readonly key: string },
  ): ItemCell | undefined {
    if (!MERGED.has(kind)) return undefined;
    const id = ids[person] ?? "";
    if (kind === "item") return this.items.get(id)?.cells.get(key);
    const found = this.people.get(id);
    if (kind === "target") return found?.targets[Number(key)];
    if (kind === "input") return found && inputCell(found, key);
    return isCount(key) ? found?.counts[key] : found?.actuals[Number(key)];
  }
}

/** Everything of the master that is answered for apart from people's own pages. */
function itemsOf({ ratings, checks }: Master): readonly MasterItem[] {
  return [...(ratings?.duties ?? []), ...(checks?.items ?? [])];
}

function inputCell(person: MasterPerson, key: string): ItemCell | undefined {
  const [, card, input] = /^(\d+)\/(.*)$/.exec(key) ?? [];
  return card === undefined ? person.inputs.get(key) : person.cards?.[Number(card)]?.inputs.get(input ?? "");
}

function isCount(key: string): key is Count {
  return (COUNTS as readonly string[]).includes(key);
}
