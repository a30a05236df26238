import { runSession } from "../session";

/** The custom XML part of a namespace, for state that is too large for settings. One or two round trips. */
export async function readXmlPart(namespace: string): Promise<string | undefined> {
  return runSession({ doing: "reading" }, async (session) => {
    const { customXmlParts } = session.workbook;
    const parts = customXmlParts.getByNamespace(namespace).load("items/id");
    await session.sync();
    const texts = parts.items.slice(0, 1).map(({ id }) => customXmlParts.getItem(id).getXml());
    if (texts.length > 0) await session.sync();
    return texts[0]?.value;
  });
}

/**
 * Makes `xml` the only part of its namespace; undefined removes it. Two round trips.
 *
 * @throws AttainError `write-failed`
 */
export async function writeXmlPart(namespace: string, xml: string | undefined): Promise<void> {
  await runSession({ doing: "writing" }, async (session) => {
    const parts = session.workbook.customXmlParts.getByNamespace(namespace).load("items/id");
    await session.sync();
    const { customXmlParts } = session.workbook;
    const [first, ...more] = parts.items.map(({ id }) => customXmlParts.getItem(id));
    for (const part of more) part.delete();
    if (xml === undefined) first?.delete();
    else if (first) first.setXml(xml);
    else customXmlParts.add(xml);
    await session.sync();
  });
}
