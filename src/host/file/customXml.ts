import type { CustomXmlState, HostWorkbook } from "../book/workbook";
import { workbookPart } from "./book";
import type { Package } from "./package";
import { NS, REL, TYPE } from "./vocabulary";
import { attr, attributes, children, escapeText, parseXml, rootOf, textOf, withDeclaration } from "./xml";

/**
 * Settings live in a custom XML part of this namespace. Excel itself keeps an add-in's settings in a web extension
 * part under the store's identity of that add-in; a file made outside Excel must not claim one, or Excel would ask
 * people to trust an add-in it cannot find.
 */
const SETTINGS_NS = "urn:attain:workbook-settings";

interface FilePart extends CustomXmlState {
  readonly part: string;
  readonly relation: string;
}

function partsOf(file: Package): FilePart[] {
  return file.related(workbookPart(file), REL.customXml).flatMap(({ id: relation, target }) => {
    if (!file.has(target)) return [];
    const properties = file.related(target, REL.customXmlProps)[0]?.target;
    const id = properties !== undefined && file.has(properties) ? itemId(file, properties) : "";
    return [
      { id: id || newId(), xml: file.text(target).replace(/^<\?xml[^>]*\?>\s*/, ""), part: target, relation },
    ];
  });
}

function itemId(file: Package, part: string): string {
  const root = rootOf(file.document(part));
  return root.getAttributeNS(NS.customXml, "itemID") ?? attr(root, "itemID") ?? "";
}

function newId(): string {
  return `{${globalThis.crypto.randomUUID().toUpperCase()}}`;
}

function isSettings({ xml }: CustomXmlState): boolean {
  return xml.includes(SETTINGS_NS) && rootOf(parseXml(xml)).namespaceURI === SETTINGS_NS;
}

/** Custom XML parts of the file other than the product's own settings. */
export function readCustomXml(file: Package): CustomXmlState[] {
  return partsOf(file)
    .filter((each) => !isSettings(each))
    .map(({ id, xml }) => ({ id, xml }));
}

export function readSettings(file: Package): Map<string, unknown> {
  const found = partsOf(file).find(isSettings);
  const settings = new Map<string, unknown>();
  if (!found) return settings;
  for (const each of children(rootOf(parseXml(found.xml)), "setting"))
    settings.set(attr(each, "name") ?? "", JSON.parse(textOf(each)) as unknown);
  return settings;
}

function settingsXml(settings: ReadonlyMap<string, unknown>): string {
  const entries = Array.from(
    settings,
    ([name, value]) =>
      `<setting${attributes({ name })}>${escapeText(JSON.stringify(value) ?? "null")}</setting>`,
  );
  return `<settings xmlns="${SETTINGS_NS}">${entries.join("")}</settings>`;
}

/** Brings the file's custom XML parts and settings to the workbook's; equal ones are not touched. */
export function writeCustomXml(file: Package, workbook: HostWorkbook): void {
  const known = partsOf(file);
  const settings = known.find(isSettings);
  const wanted: CustomXmlState[] = [...workbook.customXml];
  if (workbook.settings.size > 0)
    wanted.push({ id: settings?.id ?? newId(), xml: settingsXml(workbook.settings) });
  const left = [...known];
  for (const item of wanted) {
    const at = left.findIndex((each) => sameId(each.id, item.id) || each.xml === item.xml);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) addPart(file, item);
    else if (found.xml !== item.xml) file.setText(found.part, withDeclaration(item.xml));
  }
  for (const { part, relation } of left) {
    for (const each of file.related(part, REL.customXmlProps)) file.delete(each.target);
    file.unrelate(workbookPart(file), relation);
    file.delete(part);
  }
}

function sameId(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(id: string): string {
  return id.replace(/[{}]/g, "").toLowerCase();
}

function addPart(file: Package, { id, xml }: CustomXmlState): void {
  const part = file.freePath("customXml/item", ".xml");
  const number = /(\d+)\.xml$/.exec(part)?.[1] ?? "1";
  const properties = `customXml/itemProps${number}.xml`;
  const markup = xml.replace(/^\s*<\?xml[^>]*\?>\s*/, "");
  file.add(part, withDeclaration(markup), "application/xml");
  const guid = /^[{]?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[}]?$/i.test(id)
    ? `{${bare(id).toUpperCase()}}`
    : newId();
  const namespace = rootOf(parseXml(markup)).namespaceURI;
  const schema = namespace
    ? `<ds:schemaRefs><ds:schemaRef${attributes({ "ds:uri": namespace })}/></ds:schemaRefs>`
    : "";
  file.add(
    properties,
    withDeclaration(
      `<ds:datastoreItem${attributes({ "ds:itemID": guid })} xmlns:ds="${NS.customXml}">${schema}</ds:datastoreItem>`,
    ),
    TYPE.customXmlProps,
  );
  file.relate(part, REL.customXmlProps, properties);
  file.relate(workbookPart(file), REL.customXml, part);
}
