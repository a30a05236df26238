/**
 * Microsoft's manifest validator needs the network; this checks offline what it would: order of elements as the schema
 * has it, addresses, icons, both languages, and that what is referred to exists.
 */
import { DOMParser, type Element } from "@xmldom/xmldom";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const text = readFileSync(join(root, "manifest.xml"), "utf8");
const complaints: string[] = [];
const manifest = new DOMParser({
  onError: (level, message) => complaints.push(`${level}: ${message}`),
}).parseFromString(text, "text/xml");
const base = "https://localhost:3000/";

/** Children each element may have, in the schema's order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp:
    "Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides".split(
      " ",
    ),
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "Title", "FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

function elements(name: string): Element[] {
  return [...manifest.getElementsByTagName("*")].filter(({ localName }) => localName === name);
}

function childNames(element: Element): string[] {
  return [...element.childNodes]
    .filter(({ nodeType }) => nodeType === 1)
    .map((node) => (node as Element).localName ?? "");
}

const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";
const textOf = (name: string) => elements(name)[0]?.textContent ?? "";

test("is well-formed", () => {
  expect(complaints).toEqual([]);
  expect(manifest.documentElement?.localName).toBe("OfficeApp");
});

test.each(Object.entries(ORDER))("%s has its children in the schema's order", (name, order) => {
  const found = elements(name);
  expect(found.length).toBeGreaterThan(0);
  for (const element of found) {
    const places = childNames(element).map((child) => order.indexOf(child));
    expect([name, childNames(element)]).toEqual([name, expect.not.arrayContaining([""])]);
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test("has an id of its own, the project's version and the least permission that works", () => {
  expect(textOf("Id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(textOf("Version")).toBe(`${version}.0`);
  expect(textOf("Permissions")).toBe("ReadWriteDocument");
});

test("asks for Excel with ExcelApi 1.9, in both places", () => {
  expect(elements("Host").map((host) => attribute(host, "Name") || attribute(host, "xsi:type"))).toEqual([
    "Workbook",
    "Workbook",
  ]);
  const sets = elements("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]);
  expect(sets).toEqual([
    ["ExcelApi", "1.9"],
    ["ExcelApi", "1.9"],
  ]);
});

test("points with https at files the build makes", () => {
  const addresses = [...text.matchAll(/"(https?:\/\/[^"]+)"/g)]
    .map(([, address = ""]) => address)
    .filter((address) => !address.startsWith("http://schemas.") && !address.startsWith("http://www.w3.org/"));
  expect(addresses.length).toBeGreaterThan(5);
  const pages = ["taskpane", "commands"].map((page) => `src/${page}/${page}.html`);
  expect(pages.filter((page) => !existsSync(join(root, page)))).toEqual([]);
  for (const address of addresses) {
    expect(address.startsWith(base)).toBe(true);
    const file = address.slice(base.length);
    const built = /\.html(?:\?|$)/.test(file)
      ? pages.includes(`src/${file.replace(/\.html.*$/, "")}/${file.replace(/\?.*$/, "")}`)
      : existsSync(join(root, file));
    expect([file, built]).toEqual([file, true]);
  }
});

/** Width and height stand in a PNG's header. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(join(root, file));
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test("has icons of the sizes it says", () => {
  const sources = new Map(
    elements("Image").flatMap((image) =>
      attribute(image, "id")
        ? [[attribute(image, "id"), attribute(image, "DefaultValue").slice(base.length)] as const]
        : [],
    ),
  );
  const uses = elements("Image").filter((image) => attribute(image, "size"));
  expect(uses.length).toBeGreaterThanOrEqual(6);
  for (const use of uses) {
    const size = Number(attribute(use, "size"));
    expect(pngSize(sources.get(attribute(use, "resid")) ?? "")).toEqual([size, size]);
  }
  const own = ["IconUrl", "HighResolutionIconUrl"].map((name) =>
    attribute(elements(name)[0] as Element, "DefaultValue"),
  );
  expect(own.map((url) => pngSize(url.slice(base.length)))).toEqual([
    [32, 32],
    [64, 64],
  ]);
});

test("says everything in both languages, within the lengths Office shows", () => {
  const strings = [...elements("String"), ...elements("DisplayName"), elements("Description")[0] as Element];
  expect(strings.length).toBeGreaterThan(7);
  for (const string of strings) {
    const chinese = [...string.childNodes].find((node) => (node as Element).localName === "Override") as
      Element | undefined;
    const words = [attribute(string, "DefaultValue"), chinese ? attribute(chinese, "Value") : ""];
    expect([words[0], chinese && attribute(chinese, "Locale")]).toEqual([words[0], "zh-CN"]);
    expect(words[1]).toMatch(/\p{Script=Han}/u);
    const most = (string.parentNode as Element).localName === "LongStrings" ? 250 : 125;
    for (const one of words) expect(one.length).toBeLessThanOrEqual(most);
  }
});

test("refers to every resource it defines, and defines every one it refers to", () => {
  const defined = ["Image", "Url", "String"]
    .flatMap(elements)
    .map((each) => attribute(each, "id"))
    .filter(Boolean);
  const used = [...text.matchAll(/resid="([^"]+)"/g)].map(([, id = ""]) => id);
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
  for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
});

test("opens its pane by itself in workbooks made with it", () => {
  expect(textOf("TaskpaneId")).toBe("Office.AutoShowTaskpaneWithDocument");
});
