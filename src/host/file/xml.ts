import { DOMParser, XMLSerializer, type Document, type Element, type Node } from "@xmldom/xmldom";

export type { Document, Element };

/** @throws Error when the text is not well-formed */
export function parseXml(text: string): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") throw new Error(String(message));
    },
  });
  return parser.parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
}

export function rootOf(document: Document): Element {
  const root = document.documentElement;
  if (!root) throw new Error("The part has no root element");
  return root;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The document as file text, always with an XML declaration. */
export function serializeXml(document: Document): string {
  const text = new XMLSerializer().serializeToString(document);
  return text.startsWith("<?xml") ? text : DECLARATION + text;
}

export const withDeclaration = (markup: string): string => DECLARATION + markup;

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Child elements, all or those with this local name; prefixes do not matter. */
export function children(parent: Element | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.localName === name)) found.push(node);
  }
  return found;
}

/** The child reached by these local names, one level each. */
export function child(parent: Element | undefined, ...path: string[]): Element | undefined {
  let at = parent;
  for (const name of path) at = children(at, name)[0];
  return at;
}

export function descendants(parent: Element | undefined, name: string): Element[] {
  return children(parent).flatMap((each) => [
    ...(each.localName === name ? [each] : []),
    ...descendants(each, name),
  ]);
}

export function textOf(element: Element | undefined): string {
  return element?.textContent ?? "";
}

export function attr(element: Element | undefined, name: string): string | undefined {
  return element?.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined;
}

/** An attribute as a number; `undefined` when it is absent or no number. */
export function numberAttr(element: Element | undefined, name: string): number | undefined {
  const text = attr(element, name);
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** XML Schema booleans: `1`, `true`, `0`, `false`. */
export function flagAttr(element: Element | undefined, name: string, otherwise = false): boolean {
  const text = attr(element, name);
  return text === undefined ? otherwise : text === "1" || text === "true" || text === "on";
}

/** Sets, or with `undefined` removes, an attribute. */
export function setAttr(element: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, typeof value === "boolean" ? (value ? "1" : "0") : String(value));
}

export function remove(element: Element | undefined): void {
  element?.parentNode?.removeChild(element);
}

/**
 * Elements made from markup without prefixes of its own, in `owner`'s document and with `owner`'s namespace and
 * prefix, so that a patch fits files whose main namespace carries a prefix.
 */
export function elementsFrom(owner: Element, markup: string): Element[] {
  const declared = `xmlns="${owner.namespaceURI ?? ""}" xmlns:r="${RELATIONSHIPS}"`;
  const holder = rootOf(parseXml(`<holder ${declared}>${markup}</holder>`));
  return children(holder).map((each) => adopt(owner, each));
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function adopt(owner: Element, source: Element): Element {
  const document = owner.ownerDocument;
  if (!document) throw new Error("The element has no document");
  const sameNamespace = source.namespaceURI === owner.namespaceURI;
  const prefix = sameNamespace ? owner.prefix : source.prefix;
  const qualified = prefix ? `${prefix}:${source.localName}` : (source.localName ?? source.nodeName);
  const made = document.createElementNS(source.namespaceURI, qualified);
  for (const each of Array.from(source.attributes)) {
    if (each.namespaceURI) made.setAttributeNS(each.namespaceURI, each.name, each.value);
    else made.setAttribute(each.name, each.value);
  }
  for (let node = source.firstChild; node; node = node.nextSibling) {
    if (isElement(node)) made.appendChild(adopt(owner, node));
    else if (node.nodeType === 3) made.appendChild(document.createTextNode(node.nodeValue ?? ""));
  }
  return made;
}

/**
 * Puts `markup` (or nothing) in the place of `parent`'s children called `name`, at the position that `order`,
 * the schema's sequence of child elements, asks for.
 */
export function putChild(
  parent: Element,
  name: string,
  markup: string | undefined,
  order: readonly string[],
): void {
  for (const old of children(parent, name)) remove(old);
  if (markup === undefined || markup === "") return;
  const later = new Set(order.slice(order.indexOf(name) + 1));
  const before = children(parent).find((each) => later.has(each.localName ?? "")) ?? null;
  for (const made of elementsFrom(parent, markup)) parent.insertBefore(made, before);
}

/** The child called `name`, made in its right place if it is not there. */
export function ensureChild(parent: Element, name: string, order: readonly string[]): Element {
  const found = child(parent, name);
  if (found) return found;
  putChild(parent, name, `<${name}/>`, order);
  const made = child(parent, name);
  if (!made) throw new Error(`<${name}> could not be added`);
  return made;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** Text for an attribute value in double quotes; characters XML cannot hold are left out. */
function escapeAttr(text: string): string {
  return dropIllegal(text).replace(/[&<>"\n\r\t]/g, (each) => ENTITIES[each] ?? each);
}

/** Text for element content. */
export function escapeText(text: string): string {
  return dropIllegal(text).replace(/[&<>\r]/g, (each) => ENTITIES[each] ?? each);
}

/** What XML 1.0 cannot hold: control characters, and halves of surrogate pairs. */
const ILLEGAL =
  // eslint-disable-next-line no-control-regex -- naming them is the point
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function dropIllegal(text: string): string {
  return text.replace(ILLEGAL, "");
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Element content as text, for parts read without a document. */
export function unescapeXml(markup: string): string {
  if (!markup.includes("&")) return markup;
  return markup.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return (name !== undefined ? NAMED[name] : undefined) ?? whole;
    },
  );
}

/** `name="value"` pairs with a leading space each; `undefined` ones are left out. */
export function attributes(pairs: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return Object.entries(pairs)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${escapeAttr(typeof value === "boolean" ? (value ? "1" : "0") : String(value))}"`,
    )
    .join("");
}
