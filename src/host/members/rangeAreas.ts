import { fullAddress, type Area } from "../book/area";
import { defineClass, type HostObject, type ObjectMaker } from "../client/objects";
import { range } from "./range";
import { worksheet } from "./worksheet";

/** Several rectangles of one sheet; never none. */
export type Areas = readonly [Area, ...Area[]];

const rangeCollection: ObjectMaker<Areas> = defineClass<Areas>("RangeCollection", {
  items: (self, live): HostObject[] => self.map((each) => range(live, each)),
});

export const rangeAreas: ObjectMaker<Areas> = defineClass<Areas>("RangeAreas", {
  properties: {
    Address: { get: (self) => self.map((each) => fullAddress(each)).join(",") },
    AreaCount: { get: (self) => self.length },
  },
  links: {
    Areas: (self, live) => rangeCollection(live, self),
    Worksheet: ([first], live) => worksheet(live, first.sheet),
  },
});
