import { ApiError, invalidArgument, itemNotFound } from "../apiError";
import { formatAddress, intersection, parseAddress, type Area } from "../book/area";
import { newSheetId } from "../book/emptyWorkbook";
import type { Live } from "../book/live";
import {
  defineClass,
  expectFlag,
  expectNumber,
  required,
  type HostObject,
  type ObjectMaker,
} from "../client/objects";
import { allowFormatting } from "../book/protection";
import type { ConditionalState } from "../book/workbook";
import {
  cellValue,
  changed,
  colorScale,
  custom,
  dataBar,
  part,
  type FormatRef,
  type Kind,
  type Of,
} from "./conditionalKinds";
import { range } from "./range";

/** One line per kind of rule: Office.js's name of it, a fresh state, the object for its own settings. */
const KINDS = {
  custom: { type: "Custom", fresh: { formula: "", style: {} } },
  cellValue: { type: "CellValue", fresh: { operator: "", formula1: "", style: {} } },
  dataBar: { type: "DataBar", fresh: { color: "#638EC6" } },
  colorScale: { type: "ColorScale", fresh: { points: [] } },
} as const;

const isOf = <K extends Kind>(kind: K, self: FormatRef): self is FormatRef<Of<K>> => self.state.kind === kind;

/** The link to a rule's own settings: an error, or a null object, when the rule is of another kind. */
function detail<K extends Kind>(
  kind: K,
  maker: ObjectMaker<FormatRef<Of<K>>>,
): [(self: FormatRef, live: Live) => HostObject, (self: FormatRef, live: Live) => HostObject | null] {
  return [
    (self, live) => {
      if (!isOf(kind, self))
        throw new ApiError("InvalidOperation", `The conditional format is not of type ${KINDS[kind].type}.`);
      return maker(live, self);
    },
    (self, live) => (isOf(kind, self) ? maker(live, self) : null),
  ];
}

const [customLink, customOrNull] = detail("custom", custom);
const [cellValueLink, cellValueOrNull] = detail("cellValue", cellValue);
const [dataBarLink, dataBarOrNull] = detail("dataBar", dataBar);
const [colorScaleLink, colorScaleOrNull] = detail("colorScale", colorScale);

const areaOf = ({ sheet, state }: FormatRef): Area => {
  const rectangle = parseAddress(state.range);
  if (!rectangle) throw new ApiError("InvalidReference", "The conditional format covers several ranges.");
  return { sheet, ...rectangle };
};

const conditionalFormat: ObjectMaker<FormatRef> = defineClass<FormatRef>("ConditionalFormat", {
  key: { name: "Id", of: ({ state }) => state.id },
  properties: {
    Id: { get: ({ state }) => state.id },
    Priority: part<ConditionalState>(
      ({ priority }) => priority,
      (state, value) => {
        state.priority = expectNumber(value, "priority");
      },
    ),
    StopIfTrue: part<ConditionalState>(
      (state) => ("stopIfTrue" in state ? (state.stopIfTrue ?? false) : null),
      (state, value) => {
        if (state.kind === "custom" || state.kind === "cellValue")
          state.stopIfTrue = expectFlag(value, "stopIfTrue");
      },
    ),
    Type: { get: ({ state }) => KINDS[state.kind].type },
  },
  links: {
    CellValue: cellValueLink,
    CellValueOrNullObject: cellValueOrNull,
    ColorScale: colorScaleLink,
    ColorScaleOrNullObject: colorScaleOrNull,
    Custom: customLink,
    CustomOrNullObject: customOrNull,
    DataBar: dataBarLink,
    DataBarOrNullObject: dataBarOrNull,
  },
  methods: {
    Delete(self, _args, live) {
      const at = self.sheet.conditionals.indexOf(self.state);
      if (at < 0) throw itemNotFound("conditional format", self.state.id);
      self.sheet.conditionals.splice(at, 1);
      changed(self, live);
    },
    GetRange: (self, _args, live) => range(live, areaOf(self)),
    GetRangeOrNullObject: (self, _args, live) =>
      parseAddress(self.state.range) ? range(live, areaOf(self)) : null,
  },
});

/** The rules that touch the area, the first in force first. */
function listed({ sheet, ...area }: Area): FormatRef[] {
  const touching = sheet.conditionals.filter(({ range: address }) => {
    const rectangle = parseAddress(address);
    return rectangle && intersection(rectangle, area);
  });
  return touching.sort((a, b) => a.priority - b.priority).map((state) => ({ sheet, state }));
}

export const conditionalFormats: ObjectMaker<Area> = defineClass<Area>("ConditionalFormatCollection", {
  items: (self, live) => listed(self).map((each) => conditionalFormat(live, each)),
  item(self, args, live) {
    const id = args.text(0, "id");
    return conditionalFormat(
      live,
      required(
        listed(self).find(({ state }) => state.id === id),
        "conditional format",
        id,
      ),
    );
  },
  methods: {
    Add(self, args, live) {
      allowFormatting(live, self);
      const kind = (Object.keys(KINDS) as Kind[]).find((each) => KINDS[each].type === args.raw(0));
      if (!kind)
        throw invalidArgument(
          "type",
          `one of ${Object.values(KINDS)
            .map(({ type }) => type)
            .join(", ")} (others are not part of the host)`,
        );
      // A new rule comes first; the others move down.
      for (const each of self.sheet.conditionals) each.priority++;
      const state = {
        id: newSheetId(),
        range: formatAddress(self),
        kind,
        priority: 0,
        ...structuredClone(KINDS[kind].fresh),
      } as ConditionalState;
      self.sheet.conditionals.push(state);
      live.notePart(self.sheet, "conditionals");
      return conditionalFormat(live, { sheet: self.sheet, state });
    },
    ClearAll(self, _args, live) {
      allowFormatting(live, self);
      const gone = new Set(listed(self).map(({ state }) => state));
      self.sheet.conditionals = self.sheet.conditionals.filter((state) => !gone.has(state));
      live.notePart(self.sheet, "conditionals");
    },
    GetCount: (self) => listed(self).length,
    GetItemAt: (self, args, live) =>
      conditionalFormat(
        live,
        required(listed(self)[args.integer(0, "index")], "conditional format", args.raw(0)),
      ),
    GetItemOrNullObject(self, args, live) {
      const found = listed(self).find(({ state }) => state.id === args.text(0, "id"));
      return found ? conditionalFormat(live, found) : null;
    },
  },
});
