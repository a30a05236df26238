import { defineClass, expectWord, nothing } from "../client/objects";
import type { HostWorkbook } from "../book/workbook";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

export const application = defineClass<HostWorkbook>("Application", {
  properties: {
    CalculationEngineVersion: { get: () => 0 },
    CalculationMode: {
      get: (_self, live) => live.calculationMode,
      set(_self, value, live) {
        live.calculationMode = expectWord(value, "calculationMode", MODES);
      },
    },
    CalculationState: { get: () => "Done" },
    DecimalSeparator: { get: () => "." },
    ThousandsSeparator: { get: () => "," },
    UseSystemSeparators: { get: () => true },
  },
  methods: {
    Calculate: (_self, _args, live) => live.calculate(true),
    // Results are computed when they are read, so there is nothing to suspend.
    SuspendApiCalculationUntilNextSync: nothing,
    SuspendScreenUpdatingUntilNextSync: nothing,
  },
});
