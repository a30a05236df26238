import { quoteSheet, renameSheets } from "../../formula/references";
import type { HostSheet, HostWorkbook, NameState } from "../book/workbook";
import { formulaFromFile, formulaToFile } from "./formulaText";
import type { Package } from "./package";
import { sheetParts, workbookPart } from "./book";
import {
  attr,
  attributes,
  child,
  children,
  escapeText,
  flagAttr,
  numberAttr,
  rootOf,
  textOf,
  type Element,
} from "./xml";

const PRINT_AREA = "_xlnm.Print_Area";
const PRINT_TITLES = "_xlnm.Print_Titles";
const FILTER = "_xlnm._FilterDatabase";

/** A `<definedName>` as the file has it. */
export interface FileName {
  readonly name: string;
  readonly formula: string;
  readonly hidden: boolean;
  readonly comment?: string;
  /** The tab it belongs to, by its name in the file. */
  readonly scope?: string;
  readonly element: Element;
}

export function fileNames(file: Package): FileName[] {
  const tabs = sheetParts(file);
  return children(child(rootOf(file.document(workbookPart(file))), "definedNames"), "definedName").map(
    (element) => {
      const scope = tabs[numberAttr(element, "localSheetId") ?? -1]?.name;
      const comment = attr(element, "comment");
      return {
        name: attr(element, "name") ?? "",
        formula: formulaFromFile(textOf(element)),
        hidden: flagAttr(element, "hidden"),
        element,
        ...(comment === undefined ? {} : { comment }),
        ...(scope === undefined ? {} : { scope }),
      };
    },
  );
}

function isBuiltIn({ name }: { readonly name: string }): boolean {
  return name.startsWith("_xlnm.");
}

/** Names people made; the built-in ones belong to page set-up and filters. */
export function readNames(
  names: readonly FileName[],
  idOf: (tab: string) => string | undefined,
): NameState[] {
  return names
    .filter((each) => !isBuiltIn(each))
    .map(({ name, formula, hidden, comment, scope }) => {
      const id = scope === undefined ? undefined : idOf(scope);
      return {
        name,
        formula,
        visible: !hidden,
        ...(comment === undefined ? {} : { comment }),
        ...(id === undefined ? {} : { scope: id }),
      };
    });
}

/** Print area and titles of a tab, without the sheet name. */
export function readPrintNames(
  names: readonly FileName[],
  tab: string,
): Pick<HostSheet["page"], "printArea" | "titleRows" | "titleColumns"> {
  const parts = (name: string): string[] => {
    const found = names.find((each) => each.name === name && each.scope === tab);
    return found
      ? splitUnion(found.formula.slice(1)).map((each) => each.slice(each.lastIndexOf("!") + 1))
      : [];
  };
  const area = parts(PRINT_AREA);
  const titles = parts(PRINT_TITLES);
  const titleRows = titles.find((each) => /^\$?\d+:\$?\d+$/.test(each));
  const titleColumns = titles.find((each) => /^\$?[A-Z]+:\$?[A-Z]+$/i.test(each));
  return {
    ...(area.length > 0 && area.every((each) => !each.includes("#REF"))
      ? { printArea: area.join(",").replaceAll("$", "") }
      : {}),
    ...(titleRows === undefined ? {} : { titleRows }),
    ...(titleColumns === undefined ? {} : { titleColumns }),
  };
}

function splitUnion(formula: string): string[] {
  return formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

interface Entry {
  readonly said: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly formula: string;
}

/**
 * All `<definedName>` markup for the workbook as it is now: the user's names from the state, the built-in ones of
 * untouched sheets from the file.
 *
 * @param tabs Final tab order by sheet id; chart sheets have their file name instead.
 */
export function namesMarkup(
  workbook: HostWorkbook,
  before: readonly FileName[],
  tabs: readonly string[],
  renames: ReadonlyMap<string, string>,
): string {
  const bySource = new Map(workbook.sheets.map((sheet) => [sheet.source ?? "", sheet]));
  const indexOf = (id: string): number => tabs.indexOf(id);
  const entries: Entry[] = [];
  for (const sheet of workbook.sheets)
    entries.push(...builtInNames(sheet, before, indexOf(sheet.id), renames));
  for (const each of before) {
    const sheet = each.scope === undefined ? undefined : bySource.get(each.scope);
    const mine = [PRINT_AREA, PRINT_TITLES, FILTER].includes(each.name);
    if (!isBuiltIn(each) || (mine && sheet)) continue;
    const scope = each.scope === undefined ? undefined : indexOf(sheet?.id ?? each.scope);
    if (scope !== -1)
      entries.push({
        said: { name: each.name, localSheetId: scope, hidden: each.hidden || undefined },
        formula: renameSheets(each.formula, renames),
      });
  }
  for (const { name, formula, comment, visible, scope } of workbook.names) {
    const localSheetId = scope === undefined ? undefined : indexOf(scope);
    if (localSheetId === -1) continue;
    entries.push({
      said: {
        ...foreignAttributes(before, name, scope, workbook),
        name,
        comment: comment || undefined,
        localSheetId,
        hidden: visible ? undefined : true,
      },
      formula,
    });
  }
  // Excel writes names in alphabetical order and expects to find them so.
  const key = ({ said }: Entry): string =>
    `${String(said["name"]).toLowerCase()}\u0000${said["localSheetId"] ?? -1}`;
  entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return entries
    .map(
      ({ said, formula }) =>
        `<definedName${attributes(said)}>${escapeText(formulaToFile(formula))}</definedName>`,
    )
    .join("");
}

/** Attributes such as `function` or `vbProcedure` that a name had in the file. */
function foreignAttributes(
  before: readonly FileName[],
  name: string,
  scope: string | undefined,
  workbook: HostWorkbook,
): Entry["said"] {
  const source = workbook.sheets.find(({ id }) => id === scope)?.source;
  const found = before.find(
    (each) => each.name.toLowerCase() === name.toLowerCase() && each.scope === source,
  );
  const own = ["name", "comment", "localSheetId", "hidden"];
  return Object.fromEntries(
    Array.from(found?.element.attributes ?? [])
      .filter((each) => !own.includes(each.name) && !each.name.startsWith("xmlns"))
      .map((each) => [each.name, each.value]),
  );
}

function builtInNames(
  sheet: HostSheet,
  before: readonly FileName[],
  index: number,
  renames: ReadonlyMap<string, string>,
): Entry[] {
  const isNew = sheet.source === undefined;
  const kept = (name: string): Entry[] =>
    before
      .filter((each) => each.name === name && each.scope === sheet.source && !isNew)
      .map(({ formula, hidden }) => ({
        said: { name, localSheetId: index, hidden: hidden || undefined },
        formula: renameSheets(formula, renames),
      }));
  const made = (name: string, references: (string | undefined)[], hidden?: true): Entry[] => {
    const parts = references
      .flatMap((each) => (each ? each.split(",") : []))
      .map((each) => `${quoteSheet(sheet.name)}!${absolute(each)}`);
    return parts.length > 0
      ? [{ said: { name, localSheetId: index, hidden }, formula: `=${parts.join(",")}` }]
      : [];
  };
  const page = isNew || sheet.changed.parts.has("page");
  const filter = isNew || sheet.changed.parts.has("filter");
  const { printArea, titleRows, titleColumns } = sheet.page;
  return [
    ...(page ? made(PRINT_AREA, [printArea]) : kept(PRINT_AREA)),
    ...(page ? made(PRINT_TITLES, [titleColumns, titleRows]) : kept(PRINT_TITLES)),
    ...(filter ? made(FILTER, [sheet.autoFilter], true) : kept(FILTER)),
  ];
}

/** @example absolute("A1:F40") // "$A$1:$F$40" */
function absolute(reference: string): string {
  const address = reference
    .slice(reference.lastIndexOf("!") + 1)
    .replaceAll("$", "")
    .trim();
  return address.replace(/[A-Z]+|\d+/gi, (part) => `$${part.toUpperCase()}`);
}
