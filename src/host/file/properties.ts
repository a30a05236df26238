import type { HostWorkbook } from "../book/workbook";
import type { Package } from "./package";
import { NS, REL, TYPE } from "./vocabulary";
import { child, remove, rootOf, textOf, withDeclaration } from "./xml";

type Properties = HostWorkbook["properties"];

const DC = "http://purl.org/dc/elements/1.1/";

/** Each document property's element in the core properties part. */
const ELEMENTS: Readonly<Record<keyof Properties, { readonly namespace: string; readonly name: string }>> = {
  title: { namespace: DC, name: "dc:title" },
  subject: { namespace: DC, name: "dc:subject" },
  author: { namespace: DC, name: "dc:creator" },
  keywords: { namespace: NS.coreProperties, name: "cp:keywords" },
  comments: { namespace: DC, name: "dc:description" },
  category: { namespace: NS.coreProperties, name: "cp:category" },
};
const NAMES = Object.keys(ELEMENTS) as (keyof Properties)[];

function partOf(file: Package): string | undefined {
  const part = file.related("", REL.coreProperties)[0]?.target;
  return part !== undefined && file.has(part) ? part : undefined;
}

export function readProperties(file: Package): Properties {
  const part = partOf(file);
  if (part === undefined) return {};
  const root = rootOf(file.document(part));
  const properties: Properties = {};
  for (const name of NAMES) {
    const text = textOf(child(root, localName(name)));
    if (text !== "") properties[name] = text;
  }
  return properties;
}

function localName(name: keyof Properties): string {
  return ELEMENTS[name].name.slice(3);
}

export function writeProperties(file: Package, properties: Properties): void {
  const before = readProperties(file);
  const changed = NAMES.filter((name) => (properties[name] ?? "") !== (before[name] ?? ""));
  if (changed.length === 0) return;
  const part = partOf(file) ?? addPart(file);
  const document = file.edit(part);
  const root = rootOf(document);
  for (const name of changed) {
    const { namespace, name: qualified } = ELEMENTS[name];
    remove(child(root, localName(name)));
    const text = properties[name];
    if (!text) continue;
    const element = document.createElementNS(namespace, qualified);
    element.appendChild(document.createTextNode(text));
    root.appendChild(element);
  }
}

function addPart(file: Package): string {
  const part = "docProps/core.xml";
  file.add(
    part,
    withDeclaration(
      `<cp:coreProperties xmlns:cp="${NS.coreProperties}" xmlns:dc="${DC}" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>`,
    ),
    TYPE.coreProperties,
  );
  file.relate("", REL.coreProperties, part);
  return part;
}
