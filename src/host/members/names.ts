import { ApiError, invalidArgument, itemNotFound } from "../apiError";
import { cellCount, fullAddress, type Area } from "../book/area";
import { plainValue } from "../book/entry";
import { isWellFormed } from "../book/formulaText";
import type { Live } from "../book/live";
import {
  defineClass,
  expectFlag,
  expectText,
  refOf,
  required,
  type Args,
  type HostObject,
  type ObjectMaker,
} from "../client/objects";
import type { HostSheet, NameState } from "../book/workbook";
import { range } from "./range";
import { areaOfFormula } from "./resolve";
import { worksheet } from "./worksheet";

interface NamesRef {
  /** The sheet of sheet-scoped names; absent for the workbook's. */
  readonly scope?: HostSheet;
}

/** Excel's rules: a letter, underscore or backslash first, no spaces, nothing that reads as a cell. */
function checkName(name: string): void {
  const shape = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name);
  const cell = /^(?:[A-Za-z]{1,3}\d{1,7}|[Rr]\d*[Cc]\d*|[RrCc])$/.test(name);
  if (!shape || cell)
    throw invalidArgument("name", "a name that starts with a letter, has no spaces and is no cell");
}

const inScope = (self: NamesRef, live: Live): NameState[] =>
  live.book.names.filter((name) => name.scope === self.scope?.id);

const find = (self: NamesRef, live: Live, name: string): NameState | undefined =>
  inScope(self, live).find((each) => each.name.toLowerCase() === name.toLowerCase());

/** A formula with `=` from what `names.add` takes: a range, or a formula's text. */
function formulaOf(argument: unknown): string {
  const area: Area | undefined = refOf(range, argument);
  if (area) return `=${fullAddress(area, true)}`;
  if (typeof argument === "number" || typeof argument === "boolean")
    return `=${String(argument).toUpperCase()}`;
  const text = expectText(argument, "reference");
  const formula = text.startsWith("=") ? text : `=${text}`;
  if (!isWellFormed(formula)) throw invalidArgument("reference", "a range or a formula");
  return formula;
}

function add(self: NamesRef, args: Args, live: Live): HostObject {
  const name = args.text(0, "name");
  checkName(name);
  if (find(self, live, name)) throw new ApiError("ItemAlreadyExists", `There already is a name “${name}”.`);
  const comment = args.optionalText(2, "comment");
  const made: NameState = {
    name,
    formula: formulaOf(args.raw(1)),
    visible: true,
    ...(comment ? { comment } : {}),
    ...(self.scope ? { scope: self.scope.id } : {}),
  };
  live.book.names.push(made);
  live.noteNames();
  return namedItem(live, made);
}

const TYPES: Readonly<Record<string, string>> = { string: "String", number: "Double", boolean: "Boolean" };

/** The value of a name that is a constant, or of the one cell it stands for; an address for a range. */
function value(self: NameState, live: Live): string | number | boolean {
  const area = areaOfFormula(live, self.formula);
  if (!area) {
    const text = self.formula.slice(1);
    const constant = /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : Number(text);
    if (text === "TRUE" || text === "FALSE") return text === "TRUE";
    return typeof constant === "number" && Number.isNaN(constant) ? self.formula : constant;
  }
  live.calculate();
  return cellCount(area) === 1
    ? plainValue(live.cell(area.sheet, area.top, area.left)?.value ?? null)
    : fullAddress(area, true);
}

const namedItem: ObjectMaker<NameState> = defineClass<NameState>("NamedItem", {
  key: { name: "_Id", of: ({ name }) => name },
  properties: {
    Comment: {
      get: ({ comment }) => comment ?? "",
      set: (self, value) => {
        self.comment = expectText(value, "comment");
      },
    },
    Formula: {
      get: ({ formula }) => formula,
      set(self, value, live) {
        self.formula = formulaOf(value);
        live.noteNames();
      },
    },
    Name: { get: ({ name }) => name },
    Scope: { get: ({ scope }) => (scope === undefined ? "Workbook" : "Worksheet") },
    Type: {
      get: (self, live) =>
        areaOfFormula(live, self.formula)
          ? "Range"
          : self.formula.includes("#REF!")
            ? "Error"
            : (TYPES[typeof value(self, live)] ?? "String"),
    },
    Value: { get: value },
    Visible: {
      get: ({ visible }) => visible,
      set: (self, value) => {
        self.visible = expectFlag(value, "visible");
      },
    },
  },
  links: {
    Worksheet: (self, live) =>
      worksheet(live, required(live.sheetById(self.scope ?? ""), "worksheet of", self.name)),
    WorksheetOrNullObject(self, live) {
      const sheet = live.sheetById(self.scope ?? "");
      return sheet ? worksheet(live, sheet) : null;
    },
  },
  methods: {
    Delete(self, _args, live) {
      const at = live.book.names.indexOf(self);
      if (at < 0) throw itemNotFound("name", self.name);
      live.book.names.splice(at, 1);
      live.noteNames();
    },
    GetRange(self, _args, live) {
      const area = areaOfFormula(live, self.formula);
      if (!area) throw new ApiError("InvalidReference", `The name “${self.name}” is no range.`);
      return range(live, area);
    },
    GetRangeOrNullObject(self, _args, live) {
      const area = areaOfFormula(live, self.formula);
      return area ? range(live, area) : null;
    },
  },
});

export const names: ObjectMaker<NamesRef> = defineClass<NamesRef>("NamedItemCollection", {
  items: (self, live) => inScope(self, live).map((name) => namedItem(live, name)),
  item(self, args, live) {
    const name = args.text(0, "name");
    return namedItem(live, required(find(self, live, name), "name", name));
  },
  methods: {
    Add: add,
    AddFormulaLocal: add,
    GetCount: (self, _args, live) => inScope(self, live).length,
    GetItemOrNullObject(self, args, live) {
      const name = find(self, live, args.text(0, "name"));
      return name ? namedItem(live, name) : null;
    },
  },
});
