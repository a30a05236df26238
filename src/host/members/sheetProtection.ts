import { ApiError, invalidArgument } from "../apiError";
import { defineClass, expectRecord } from "../client/objects";
import { PROTECTION_DEFAULTS } from "../book/protection";
import type { HostSheet } from "../book/workbook";

export const sheetProtection = defineClass<HostSheet>("WorksheetProtection", {
  properties: {
    Options: {
      get: (self) => (self.protection ? { ...PROTECTION_DEFAULTS, ...self.protection.options } : null),
    },
    Protected: { get: (self) => self.protection !== undefined },
  },
  methods: {
    Protect(self, args, live) {
      if (live.alive(self).protection)
        throw new ApiError("InvalidOperation", `The sheet “${self.name}” is protected already.`);
      const options = args.has(0) ? expectRecord(args.raw(0), "options") : {};
      for (const name of Object.keys(options)) {
        if (!Object.hasOwn(PROTECTION_DEFAULTS, name))
          throw invalidArgument("options", `an option of protection, not “${name}”,`);
      }
      const password = args.optionalText(1, "password");
      self.protection = {
        options: { ...PROTECTION_DEFAULTS, ...options },
        ...(password ? { password } : {}),
      };
      live.notePart(self, "protection");
    },
    Unprotect(self, args, live) {
      if (!live.alive(self).protection) return;
      if (self.protection?.password !== undefined && args.raw(0) !== self.protection.password)
        throw new ApiError("AccessDenied", "The password is not right.");
      delete self.protection;
      live.notePart(self, "protection");
    },
  },
});
