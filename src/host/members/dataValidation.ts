import { invalidArgument } from "../apiError";
import { contains, formatAddress, fullAddress, intersection, parseAddress, type Area } from "../book/area";
import type { Live } from "../book/live";
import {
  defineClass,
  expectFlag,
  expectRecord,
  isHostObject,
  refOf,
  type ObjectMaker,
  type Property,
} from "../client/objects";
import { allowFormatting } from "../book/protection";
import type { ValidationState } from "../book/workbook";
import { range } from "./range";

const TYPES = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
} as const;

/** The rule that covers the whole area; part of the ones it merely touches does not count. */
function find({ sheet, ...area }: Area): ValidationState | undefined {
  return sheet.validations.findLast((each) => {
    const rectangle = parseAddress(each.range);
    return rectangle && contains(rectangle, area);
  });
}

/** The state for exactly this area: rules over the same cells give way, larger ones keep the rest of theirs. */
function own(live: Live, self: Area): ValidationState {
  allowFormatting(live, self);
  const address = formatAddress(self);
  const same = self.sheet.validations.find((each) => each.range === address);
  if (same) return same;
  const covering = find(self);
  const made: ValidationState = { ...(covering ? structuredClone(covering) : { rule: {} }), range: address };
  clear(live, self);
  self.sheet.validations.push(made);
  return made;
}

/** Takes the area out of every rule; what is left of a rule's rectangle stays as up to four rectangles. */
function clear(live: Live, self: Area): void {
  const { sheet } = self;
  const left = sheet.validations.flatMap((each): ValidationState[] => {
    const rectangle = parseAddress(each.range);
    const shared = rectangle && intersection(rectangle, self);
    if (!rectangle || !shared) return [each];
    const around = [
      { ...rectangle, bottom: shared.top - 1 },
      { ...rectangle, top: shared.bottom + 1 },
      { ...rectangle, top: shared.top, bottom: shared.bottom, right: shared.left - 1 },
      { ...rectangle, top: shared.top, bottom: shared.bottom, left: shared.right + 1 },
    ];
    return around
      .filter((part) => part.top <= part.bottom && part.left <= part.right)
      .map((part) => ({ ...each, range: formatAddress(part) }));
  });
  sheet.validations.splice(0, sheet.validations.length, ...left);
  live.notePart(sheet, "validations");
}

const LIST_LIMIT = 255;

function checkRule(value: unknown): Record<string, unknown> {
  const rule = expectRecord(value, "rule");
  const kinds = Object.keys(rule);
  const kind = kinds[0];
  if (kinds.length !== 1 || kind === undefined || !Object.hasOwn(TYPES, kind))
    throw invalidArgument("rule", `a rule with one of ${Object.keys(TYPES).join(", ")}`);
  const body = expectRecord(rule[kind], "rule");
  if (kind === "list") {
    const source: unknown = body["source"];
    if (isHostObject(source)) {
      const area = refOf(range, source);
      return { list: { ...body, source: area ? `=${fullAddress(area, true)}` : "" } };
    }
    if (typeof source !== "string" || source === "")
      throw invalidArgument("rule.list.source", "a comma-separated list, a formula or a range");
    if (!source.startsWith("=") && source.length > LIST_LIMIT)
      throw invalidArgument("rule.list.source", `a list of at most ${LIST_LIMIT} characters`);
  } else if (kind !== "custom" && (body["formula1"] === undefined || typeof body["operator"] !== "string")) {
    throw invalidArgument("rule", "formula1 and an operator");
  }
  return rule;
}

function part(key: "prompt" | "errorAlert"): Property<Area> {
  return {
    get: (self) => find(self)?.[key] ?? null,
    set(self, value, live) {
      const given = expectRecord(value, key);
      const state = own(live, self);
      const texts = { title: String(given["title"] ?? ""), message: String(given["message"] ?? "") };
      if (texts.title.length > 32 || texts.message.length > 255)
        throw invalidArgument(key, "a title of at most 32 and a message of at most 255 characters");
      if (key === "prompt") state.prompt = { ...texts, showPrompt: given["showPrompt"] !== false };
      else
        state.errorAlert = {
          ...texts,
          showAlert: given["showAlert"] !== false,
          style: String(given["style"] ?? "Stop"),
        };
      live.notePart(self.sheet, "validations");
    },
  };
}

export const dataValidation: ObjectMaker<Area> = defineClass<Area>("DataValidation", {
  properties: {
    ErrorAlert: part("errorAlert"),
    IgnoreBlanks: {
      get: (self) => find(self)?.ignoreBlanks ?? true,
      set(self, value, live) {
        own(live, self).ignoreBlanks = expectFlag(value, "ignoreBlanks");
        live.notePart(self.sheet, "validations");
      },
    },
    Prompt: part("prompt"),
    Rule: {
      get: (self) => find(self)?.rule ?? {},
      set(self, value, live) {
        const rule = checkRule(value);
        own(live, self).rule = rule;
        live.notePart(self.sheet, "validations");
      },
    },
    Type: {
      get(self) {
        const kind = Object.keys(find(self)?.rule ?? {})[0];
        return kind !== undefined && Object.hasOwn(TYPES, kind) ? TYPES[kind as keyof typeof TYPES] : "None";
      },
    },
  },
  methods: {
    Clear(self, _args, live) {
      allowFormatting(live, self);
      clear(live, self);
    },
  },
});
