import { ApiError, itemNotFound } from "../apiError";
import { newSheetId } from "../book/emptyWorkbook";
import { defineClass, required, type ObjectMaker } from "../client/objects";
import type { CustomXmlState, HostWorkbook } from "../book/workbook";

/** The namespace of the root element. */
function namespaceOf(xml: string): string {
  const [, prefix, attributes = ""] =
    /<(?:([\w.-]+):)?[\w.-]+((?:\s+[^<>]*)?)\/?>/.exec(xml.replace(/<\?[^>]*\?>|<!--[\s\S]*?-->/g, "")) ?? [];
  const declaration = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  return new RegExp(`\\s${declaration}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "";
}

function checkXml(xml: string): string {
  if (!/^\s*(?:<\?xml[^>]*\?>)?\s*<[\s\S]*>\s*$/.test(xml))
    throw new ApiError("InvalidArgument", "A custom XML part needs XML.");
  return xml;
}

const customXmlPart: ObjectMaker<CustomXmlState> = defineClass<CustomXmlState>("CustomXmlPart", {
  key: { name: "Id", of: ({ id }) => id },
  properties: { Id: { get: ({ id }) => id }, NamespaceUri: { get: ({ xml }) => namespaceOf(xml) } },
  methods: {
    Delete(self, _args, live) {
      const at = live.book.customXml.indexOf(self);
      if (at < 0) throw itemNotFound("custom XML part", self.id);
      live.book.customXml.splice(at, 1);
    },
    GetXml: ({ xml }) => xml,
    SetXml(self, args) {
      self.xml = checkXml(args.text(0, "xml"));
    },
  },
});

interface Scoped {
  readonly book: HostWorkbook;
  readonly namespace: string;
}

const inNamespace = ({ book, namespace }: Scoped): CustomXmlState[] =>
  book.customXml.filter(({ xml }) => namespaceOf(xml) === namespace);

const scopedParts = defineClass<Scoped>("CustomXmlPartScopedCollection", {
  items: (self, live) => inNamespace(self).map((part) => customXmlPart(live, part)),
  methods: {
    GetCount: (self) => inNamespace(self).length,
    GetOnlyItem(self, _args, live) {
      const parts = inNamespace(self);
      if (parts.length !== 1)
        throw new ApiError("GeneralException", `There are ${parts.length} parts of the namespace.`);
      return customXmlPart(live, required(parts[0], "custom XML part", self.namespace));
    },
    GetOnlyItemOrNullObject(self, _args, live) {
      const [part, ...more] = inNamespace(self);
      return part && more.length === 0 ? customXmlPart(live, part) : null;
    },
  },
});

export const customXmlParts = defineClass<HostWorkbook>("CustomXmlPartCollection", {
  items: (self, live) => self.customXml.map((part) => customXmlPart(live, part)),
  item(self, args, live) {
    const id = args.text(0, "id");
    return customXmlPart(
      live,
      required(
        self.customXml.find((part) => part.id === id),
        "custom XML part",
        id,
      ),
    );
  },
  methods: {
    Add(self, args, live) {
      const part = { id: newSheetId(), xml: checkXml(args.text(0, "xml")) };
      self.customXml.push(part);
      return customXmlPart(live, part);
    },
    GetByNamespace: (self, args, live) =>
      scopedParts(live, { book: self, namespace: args.text(0, "namespaceUri") }),
    GetCount: (self) => self.customXml.length,
    GetItemOrNullObject(self, args, live) {
      const part = self.customXml.find(({ id }) => id === args.text(0, "id"));
      return part ? customXmlPart(live, part) : null;
    },
  },
});
