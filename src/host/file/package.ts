import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import {
  attr,
  attributes,
  children,
  elementsFrom,
  parseXml,
  remove,
  rootOf,
  serializeXml,
  type Document,
} from "./xml";
import { sameRelation } from "./vocabulary";

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** Part path without leading slash, or the outside address as it stands. */
  readonly target: string;
  readonly external: boolean;
}

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships";
const EMPTY_RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONS_NS}"/>`;

/**
 * An Open Packaging file: parts by path, with their relationships and content types. A part nobody sets keeps its
 * bytes, so whatever is not understood here survives.
 */
export class Package {
  readonly #parts: Map<string, Uint8Array>;
  readonly #documents = new Map<string, Document>();
  readonly #changed = new Set<string>();
  #dirty = false;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.#parts = new Map(parts);
  }

  /** @throws Error when the bytes are no zip archive */
  static open(bytes: Uint8Array): Package {
    const files = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/"));
    return new Package(
      new Map(files.map(([path, data]) => [path.replaceAll("\\", "/").replace(/^\//, ""), data])),
    );
  }

  /** Whether any part was set, edited or deleted. */
  get dirty(): boolean {
    return this.#dirty;
  }

  paths(): string[] {
    return [...this.#parts.keys()];
  }

  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  text(path: string): string {
    const document = this.#documents.get(path);
    if (document && this.#changed.has(path)) return serializeXml(document);
    const found = this.#find(path);
    if (found === undefined) throw new Error(`The part ${path} is missing`);
    return decode(this.#parts.get(found) ?? new Uint8Array());
  }

  setText(path: string, text: string): void {
    this.#documents.delete(path);
    this.#changed.delete(path);
    this.#parts.set(this.#find(path) ?? path, strToU8(text));
    this.#dirty = true;
  }

  /** The part as a document, to read. Use {@link edit} before changing it. */
  document(path: string): Document {
    const known = this.#documents.get(path);
    if (known) return known;
    const parsed = parseXml(this.text(path));
    this.#documents.set(path, parsed);
    return parsed;
  }

  /** The part as a document whose changes are saved. */
  edit(path: string): Document {
    const document = this.document(path);
    this.#changed.add(path);
    this.#dirty = true;
    return document;
  }

  delete(path: string): void {
    const relations = relationsPath(path);
    for (const each of [path, relations]) {
      const found = this.#find(each);
      if (found !== undefined) this.#parts.delete(found);
      this.#documents.delete(each);
      this.#changed.delete(each);
    }
    const types = rootOf(this.edit(CONTENT_TYPES));
    for (const each of children(types, "Override"))
      if (attr(each, "PartName")?.toLowerCase() === `/${path.toLowerCase()}`) remove(each);
  }

  contentType(path: string): string | undefined {
    const types = rootOf(this.document(CONTENT_TYPES));
    const override = children(types, "Override").find(
      (each) => attr(each, "PartName")?.toLowerCase() === `/${path.toLowerCase()}`,
    );
    const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    return (
      attr(override, "ContentType") ??
      attr(
        children(types, "Default").find((each) => attr(each, "Extension")?.toLowerCase() === extension),
        "ContentType",
      )
    );
  }

  /** Adds a part with its content type. */
  add(path: string, text: string, contentType: string): void {
    this.setText(path, text);
    if (this.contentType(path) === contentType) return;
    const types = rootOf(this.edit(CONTENT_TYPES));
    for (const made of elementsFrom(
      types,
      `<Override${attributes({ PartName: `/${path}`, ContentType: contentType })}/>`,
    ))
      types.appendChild(made);
  }

  /** A path that is free: `freePath("xl/charts/chart", ".xml")` → `xl/charts/chart3.xml`. */
  freePath(stem: string, extension: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${extension}`)) number += 1;
    return `${stem}${number}${extension}`;
  }

  /** Relationships of a part; of the package itself for `""`. */
  relations(path: string): Relation[] {
    const file = relationsPath(path);
    if (!this.has(file)) return [];
    return children(rootOf(this.document(file)), "Relationship").map((each) => {
      const external = attr(each, "TargetMode") === "External";
      const target = attr(each, "Target") ?? "";
      return {
        id: attr(each, "Id") ?? "",
        type: attr(each, "Type") ?? "",
        target: external ? target : resolve(path, target),
        external,
      };
    });
  }

  related(path: string, type: string): Relation[] {
    return this.relations(path).filter((each) => !each.external && sameRelation(each.type, type));
  }

  /** Adds a relationship from `path` to the part `target`; returns its id. */
  relate(path: string, type: string, target: string): string {
    const file = relationsPath(path);
    if (!this.has(file)) this.setText(file, EMPTY_RELATIONS);
    const root = rootOf(this.edit(file));
    const taken = new Set(children(root, "Relationship").map((each) => attr(each, "Id")));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    for (const made of elementsFrom(
      root,
      `<Relationship${attributes({ Id: id, Type: type, Target: `/${target}` })}/>`,
    ))
      root.appendChild(made);
    return id;
  }

  unrelate(path: string, id: string): void {
    const file = relationsPath(path);
    if (!this.has(file)) return;
    const root = rootOf(this.edit(file));
    for (const each of children(root, "Relationship")) if (attr(each, "Id") === id) remove(each);
  }

  /** Parts that can be reached from the package's own relationships. */
  reachable(): Set<string> {
    const seen = new Set<string>();
    const walk = (path: string): void => {
      for (const { target, external } of this.relations(path)) {
        if (external || seen.has(target) || !this.has(target)) continue;
        seen.add(target);
        walk(target);
      }
    };
    walk("");
    return seen;
  }

  /** The archive. Content types come first, as readers that stream expect. */
  bytes(): Uint8Array {
    for (const path of this.#changed) {
      const document = this.#documents.get(path);
      if (document) this.#parts.set(this.#find(path) ?? path, strToU8(serializeXml(document)));
    }
    const files: Zippable = {};
    const order = [...this.#parts.keys()].sort(
      (a, b) => Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES),
    );
    // A fixed time (zip counts from 1980) makes equal workbooks equal files.
    for (const path of order)
      files[path] = [this.#parts.get(path) ?? new Uint8Array(), { level: 6, mtime: "2020-01-01T00:00:00" }];
    return zipSync(files);
  }

  /** Part names do not mind case; archives written by other programs differ in it. */
  #find(path: string): string | undefined {
    if (this.#parts.has(path)) return path;
    const lower = path.toLowerCase();
    for (const each of this.#parts.keys())
      if (each.length === path.length && each.toLowerCase() === lower) return each;
    return undefined;
  }
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function resolve(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return strFromU8(bytes).replace(/^\uFEFF/, "");
}
