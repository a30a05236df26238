import type { SheetSpec, ValidationSpec } from "../../sheets/spec";
import { step, type Step, type Target } from "./target";

type Rule = ValidationSpec["rule"];

export function writeValidations(spec: SheetSpec): Step[] {
  return (spec.validations ?? []).map((validation) => step(5, (target) => writeOne(target, validation)));
}

function writeOne(target: Target, { range, rule, prompt, error }: ValidationSpec): void {
  const { dataValidation } = target.sheet.getRange(range);
  dataValidation.rule = ruleOf(rule, target);
  dataValidation.ignoreBlanks = true;
  if (prompt) dataValidation.prompt = { ...prompt, showPrompt: true };
  if (error) dataValidation.errorAlert = { ...error, showAlert: true, style: "Stop" };
}

function ruleOf(rule: Rule, target: Target): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.values.join(",") } };
    case "listFrom":
      return { list: { inCellDropDown: true, source: target.translate(rule.source) } };
    case "decimal":
      return { decimal: bounds(rule) };
    case "whole":
      return { wholeNumber: bounds(rule) };
  }
}

function bounds({ min, max }: { readonly min?: number; readonly max?: number }): Excel.BasicDataValidation {
  if (min !== undefined && max !== undefined) return { formula1: min, formula2: max, operator: "Between" };
  if (max !== undefined) return { formula1: max, operator: "LessThanOrEqualTo" };
  // Any number at all: the kind alone is the rule.
  return { formula1: min ?? -1e300, operator: "GreaterThanOrEqualTo" };
}
