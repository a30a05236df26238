import { invalidArgument } from "../apiError";
import { coversAllColumns, coversAllRows, formatAddress, parseAddress, type Area } from "../book/area";
import type { Live } from "../book/live";
import {
  defineClass,
  expectFlag,
  expectNumber,
  expectRecord,
  expectText,
  expectWord,
  nothing,
  required,
  type HostObject,
  type ObjectMaker,
  type Property,
} from "../client/objects";
import type { HostSheet, PageState } from "../book/workbook";
import { range } from "./range";
import { findArea } from "./resolve";

type Margin = keyof NonNullable<PageState["margins"]>;
type Third = "left" | "center" | "right";

/** Points; Excel's normal margins. */
const MARGINS: Readonly<Record<Margin, number>> = {
  left: 50.4,
  right: 50.4,
  top: 54,
  bottom: 54,
  header: 21.6,
  footer: 21.6,
};

/** Points in each unit `setPrintMargins` takes. */
const UNITS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

function changed(self: HostSheet, live: Live): void {
  live.notePart(live.alive(self), "page");
}

function margin(name: Margin): Property<HostSheet> {
  return {
    get: ({ page }) => page.margins?.[name] ?? MARGINS[name],
    set: (self, value, live) => setMargin(self, live, name, expectNumber(value, `${name}Margin`)),
  };
}

function setMargin(self: HostSheet, live: Live, name: Margin, points: number): void {
  if (points < 0) throw invalidArgument(name, "0 points or more");
  self.page.margins = { ...self.page.margins, [name]: points };
  changed(self, live);
}

function section(where: "header" | "footer", third: Third): Property<HostSheet> {
  return {
    get: ({ page }) => page[where]?.[third] ?? "",
    set(self, value, live) {
      const text = expectText(value, where);
      if (text.length > 255) throw invalidArgument(where, "at most 255 characters");
      self.page[where] = { ...self.page[where], [third]: text };
      changed(self, live);
    },
  };
}

const headerFooter = defineClass<HostSheet>("HeaderFooter", {
  properties: {
    CenterFooter: section("footer", "center"),
    CenterHeader: section("header", "center"),
    LeftFooter: section("footer", "left"),
    LeftHeader: section("header", "left"),
    RightFooter: section("footer", "right"),
    RightHeader: section("header", "right"),
  },
});

const headersFooters = defineClass<HostSheet>("HeaderFooterGroup", {
  properties: {
    State: { get: () => "Default", set: (_self, value) => void expectWord(value, "state", ["Default"]) },
    UseSheetMargins: { get: () => true, set: nothing },
    UseSheetScale: { get: () => true, set: nothing },
  },
  links: { DefaultForAllPages: (self, live) => headerFooter(live, self) },
});

const PAPERS = [
  "Letter",
  "LetterSmall",
  "Tabloid",
  "Ledger",
  "Legal",
  "Statement",
  "Executive",
  "A3",
  "A4",
  "A4Small",
  "A5",
  "B4",
  "B5",
] as const;

function setZoom(self: HostSheet, value: unknown, live: Live): void {
  const zoom = expectRecord(value, "zoom");
  const number = (key: string): number | undefined =>
    zoom[key] === undefined || zoom[key] === null ? undefined : expectNumber(zoom[key], `zoom.${key}`);
  const [scale, horizontal, vertical] = [
    number("scale"),
    number("horizontalFitToPages"),
    number("verticalFitToPages"),
  ];
  if (scale !== undefined && (scale < 10 || scale > 400)) throw invalidArgument("zoom.scale", "10 to 400");
  self.page.zoom = {
    ...(scale === undefined ? {} : { scale }),
    ...(horizontal === undefined ? {} : { horizontalFitToPages: horizontal }),
    ...(vertical === undefined ? {} : { verticalFitToPages: vertical }),
  };
  changed(self, live);
}

type Printed = "printArea" | "titleRows" | "titleColumns";

function printed(self: HostSheet, part: Printed): Area | undefined {
  const address = self.page[part];
  const rectangle = address === undefined ? undefined : parseAddress(address);
  return rectangle && { sheet: self, ...rectangle };
}

function setPrinted(part: Printed, whole: (area: Area) => boolean, expected: string) {
  return (self: HostSheet, args: { raw(at: number): unknown }, live: Live): void => {
    const area = findArea(live, args.raw(0), range, self);
    if (area.sheet !== self || !whole(area)) throw invalidArgument(part, expected);
    self.page[part] = formatAddress(area, true);
    changed(self, live);
  };
}

const get =
  (part: Printed) =>
  (self: HostSheet, _args: unknown, live: Live): HostObject =>
    range(live, required(printed(self, part), part, self.name));
const getOrNull =
  (part: Printed) =>
  (self: HostSheet, _args: unknown, live: Live): HostObject | null => {
    const area = printed(self, part);
    return area ? range(live, area) : null;
  };

export const pageLayout: ObjectMaker<HostSheet> = defineClass<HostSheet>("PageLayout", {
  properties: {
    BottomMargin: margin("bottom"),
    CenterHorizontally: {
      get: ({ page }) => page.centerHorizontally ?? false,
      set(self, value, live) {
        self.page.centerHorizontally = expectFlag(value, "centerHorizontally");
        changed(self, live);
      },
    },
    FooterMargin: margin("footer"),
    HeaderMargin: margin("header"),
    LeftMargin: margin("left"),
    Orientation: {
      get: ({ page }) => page.orientation ?? "Portrait",
      set(self, value, live) {
        self.page.orientation = expectWord(value, "orientation", ["Portrait", "Landscape"]);
        changed(self, live);
      },
    },
    PaperSize: {
      get: ({ page }) => page.paperSize ?? "Letter",
      set(self, value, live) {
        self.page.paperSize = expectWord(value, "paperSize", PAPERS);
        changed(self, live);
      },
    },
    RightMargin: margin("right"),
    TopMargin: margin("top"),
    Zoom: { get: ({ page }) => page.zoom ?? { scale: 100 }, set: setZoom },
  },
  links: { HeadersFooters: (self, live) => headersFooters(live, self) },
  methods: {
    GetPrintArea: get("printArea"),
    GetPrintAreaOrNullObject: getOrNull("printArea"),
    GetPrintTitleColumns: get("titleColumns"),
    GetPrintTitleColumnsOrNullObject: getOrNull("titleColumns"),
    GetPrintTitleRows: get("titleRows"),
    GetPrintTitleRowsOrNullObject: getOrNull("titleRows"),
    SetPrintArea: setPrinted("printArea", () => true, "a range of the sheet"),
    SetPrintMargins(self, args, live) {
      const factor = UNITS[expectWord(args.raw(0), "unit", ["Points", "Inches", "Centimeters"] as const)];
      for (const [name, value] of Object.entries(expectRecord(args.raw(1), "marginOptions"))) {
        if (value === undefined || value === null) continue;
        const known = (Object.keys(MARGINS) as Margin[]).find((each) => each === name);
        if (!known) throw invalidArgument("marginOptions", Object.keys(MARGINS).join(", "));
        setMargin(self, live, known, expectNumber(value, name) * factor);
      }
    },
    SetPrintTitleColumns: setPrinted("titleColumns", coversAllRows, "whole columns of the sheet"),
    SetPrintTitleRows: setPrinted("titleRows", coversAllColumns, "whole rows of the sheet"),
  },
});
