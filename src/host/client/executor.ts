import { ApiError, notImplemented } from "../apiError";
import { Args, isHostObject, type HostObject } from "./objects";
import { loadObject } from "./loading";
import {
  ACTION,
  PATH,
  type ActionInfo,
  type ArgumentInfo,
  type ObjectPathInfo,
  type RequestBody,
  type ResponseBody,
} from "./wire";

/** Objects a client keeps across batches (`context.trackedObjects`), by the id it was given. */
export class References {
  private readonly held = new Map<string, HostObject>();
  private last = 0;

  hold(object: HostObject): string {
    const id = `r${++this.last}`;
    this.held.set(id, object);
    return id;
  }

  get(id: string): HostObject {
    const object = this.held.get(id);
    if (!object) throw new ApiError("InvalidReference", "The range is not tracked any more.");
    return object;
  }

  release(id: string): void {
    this.held.delete(id);
  }

  get size(): number {
    return this.held.size;
  }
}

export interface BatchHooks {
  /** Called before each action; may throw to make it fail. */
  before?(action: ActionInfo, index: number): void;
}

/**
 * Runs one batch as Excel does: actions in order; the first that fails ends the batch, and what came before it stays.
 */
export function executeBatch(
  root: HostObject,
  references: References,
  body: RequestBody,
  hooks: BatchHooks = {},
): ResponseBody {
  const batch = new Batch(root, references, body);
  const reply: ResponseBody & { Error: ResponseBody["Error"] } = { Results: [], TraceIds: [], Error: null };
  for (const [index, action] of body.Actions.entries()) {
    try {
      hooks.before?.(action, index);
      if (action.ActionType === ACTION.trace) reply.TraceIds.push(action.Id);
      const Value = batch.run(action);
      if (Value !== undefined) reply.Results.push({ ActionId: action.Id, Value });
    } catch (error) {
      const failure = error instanceof ApiError ? error : new ApiError("GeneralException", describe(error));
      return {
        ...reply,
        Error: {
          Code: failure.code,
          Message: failure.message,
          Location: batch.location(action),
          ActionIndex: index,
          HttpStatusCode: 400,
        },
      };
    }
  }
  return reply;
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

class Batch {
  private readonly objects = new Map<number, HostObject | null>();
  /** Paths whose object the client asked to keep. */
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly root: HostObject,
    private readonly references: References,
    private readonly body: RequestBody,
  ) {}

  /** The value the action replies with; undefined when it has none. */
  run(action: ActionInfo): unknown {
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.instantiate(action);
      case ACTION.trace:
        return null;
      case ACTION.query: {
        const object = this.resolve(action.ObjectPathId);
        return object && loadObject(object, action.QueryInfo ?? {});
      }
      case ACTION.method:
        return this.call(action);
      case ACTION.set:
        this.resolve(action.ObjectPathId)?.set(
          action.Name,
          this.argument(
            action.ArgumentInfo?.Arguments?.[0],
            action.ArgumentInfo?.ReferencedObjectPathIds?.[0],
          ),
        );
        return undefined;
      case ACTION.update: {
        const object = this.resolve(action.ObjectPathId);
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          object?.set(capital(name), value);
        return undefined;
      }
      default:
        throw notImplemented("OfficeExtension", `action of type ${action.ActionType}`);
    }
  }

  private instantiate(action: ActionInfo): unknown {
    const object = this.resolve(action.ObjectPathId);
    if (!object) return null;
    const reference = this.kept.get(action.ObjectPathId);
    return { ...object.identity(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  private call(action: ActionInfo): unknown {
    const object = this.resolve(action.ObjectPathId);
    // Methods of null objects do nothing, as in Excel: `getItemOrNullObject("x").delete()` is a common idiom.
    if (!object) return { _IsNull: true };
    if (action.Name === "_KeepReference") {
      if (object.tracked && !this.kept.has(action.ObjectPathId))
        this.kept.set(action.ObjectPathId, this.references.hold(object));
      return undefined;
    }
    if (action.Name === "_RemoveReference") {
      this.references.release(String(action.ArgumentInfo?.Arguments?.[0]));
      return undefined;
    }
    return object.call(action.Name, this.args(action.ArgumentInfo));
  }

  /** The object of a path, found once a batch; null for null objects and everything reached through them. */
  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (!path) throw new ApiError("InvalidReference", `There is no object path ${id}.`);
    const object = this.follow(path);
    this.objects.set(id, object);
    return object;
  }

  private follow(path: ObjectPathInfo): HostObject | null {
    if (path.ObjectPathType === PATH.root) return this.root;
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.reference) return this.references.get(path.Name);
    if (path.ParentObjectPathId === undefined)
      throw notImplemented("OfficeExtension", `object path of type ${path.ObjectPathType}`);
    const parent = this.resolve(path.ParentObjectPathId);
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case PATH.property: {
        const link = parent.link(path.Name);
        if (link === undefined) throw notImplemented(parent.className, path.Name);
        return link;
      }
      case PATH.indexer:
        return parent.item(this.args(path.ArgumentInfo));
      case PATH.method: {
        const result = parent.call(path.Name, this.args(path.ArgumentInfo));
        if (result !== null && !isHostObject(result)) throw notImplemented(parent.className, path.Name);
        return result;
      }
      default:
        throw notImplemented("OfficeExtension", `object path of type ${path.ObjectPathType}`);
    }
  }

  private args(info: ArgumentInfo | undefined): Args {
    const references = info?.ReferencedObjectPathIds;
    return new Args((info?.Arguments ?? []).map((value, at) => this.argument(value, references?.[at])));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (typeof reference === "number" && reference !== 0) return this.resolve(reference);
    if (Array.isArray(reference) && Array.isArray(value))
      return value.map((each, at) => this.argument(each, reference[at]));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? this.nested(value) : value;
  }

  /** Objects inside a plain object travel as `{ _ObjectPathId }`. */
  private nested(value: object): unknown {
    if ("_ObjectPathId" in value) return this.resolve(Number(value._ObjectPathId));
    return Object.fromEntries(
      Object.entries(value).map(([key, each]: [string, unknown]) => [
        key,
        typeof each === "object" && each !== null && !Array.isArray(each) ? this.nested(each) : each,
      ]),
    );
  }

  /** @example "Worksheet.getRange" */
  location(action: ActionInfo): string {
    const object = this.objects.get(action.ObjectPathId);
    if (object && action.Name !== "") return `${object.className}.${lower(action.Name)}`;
    const path = this.body.ObjectPaths[String(action.ObjectPathId)];
    const parent =
      path?.ParentObjectPathId === undefined ? undefined : this.objects.get(path.ParentObjectPathId);
    if (!path || !parent) return "";
    return `${parent.className}.${path.ObjectPathType === PATH.indexer ? "getItem" : lower(path.Name)}`;
  }
}

const lower = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
