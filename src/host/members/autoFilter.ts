import { ApiError, notImplemented } from "../apiError";
import { formatAddress, parseAddress, type Area } from "../book/area";
import { defineClass, required } from "../client/objects";
import { allow } from "../book/protection";
import type { HostSheet } from "../book/workbook";
import { range } from "./range";
import { findArea } from "./resolve";

function filtered(self: HostSheet): Area | undefined {
  const rectangle = self.autoFilter === undefined ? undefined : parseAddress(self.autoFilter);
  return rectangle && { sheet: self, ...rectangle };
}

/** Filter buttons over a range; filtering by criteria is not part of the host. */
export const autoFilter = defineClass<HostSheet>("AutoFilter", {
  properties: {
    Criteria: { get: () => [] },
    Enabled: { get: (self) => self.autoFilter !== undefined },
    IsDataFiltered: { get: () => false },
  },
  methods: {
    Apply(self, args, live) {
      if (args.has(1) || args.has(2)) throw notImplemented("AutoFilter", "Apply with criteria");
      allow(self, "allowAutoFilter");
      const area = findArea(live, args.raw(0), range, self);
      if (area.sheet !== self)
        throw new ApiError("InvalidArgument", "The range must be on the filter's own sheet.");
      self.autoFilter = formatAddress(area);
      live.notePart(self, "filter");
    },
    ClearCriteria: () => undefined,
    GetRange: (self, _args, live) => range(live, required(filtered(self), "filter on", self.name)),
    GetRangeOrNullObject(self, _args, live) {
      const area = filtered(self);
      return area ? range(live, area) : null;
    },
    Reapply: () => undefined,
    Remove(self, _args, live) {
      allow(self, "allowAutoFilter");
      delete self.autoFilter;
      live.notePart(self, "filter");
    },
  },
});
