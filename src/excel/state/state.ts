import type { BrandColors } from "../../sheets/style";
import { parseJson } from "./json";
import type { Rewrite } from "./rewrites";

/**
 * What is remembered in the workbook itself: which sheets and names are ours, and what one step back needs. Kept as
 * one text in the workbook's settings, far below their limit of about 1 MB.
 */
export const STATE_KEY = "attain.state";
const VERSION = 1;

/** Inputs of a sheet as they were written, by the labels of their rows and columns, so that typed ones are recognised. */
export interface WrittenInputs {
  readonly range: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
}

export interface OurSheet {
  /** Id of the sheet's spec, e.g. `targets`. */
  readonly spec: string;
  /** Worksheet id; programs that do not keep ids are met by `tab`. */
  readonly id: string;
  readonly tab: string;
  /** Of everything written but inputs; changes when a person edits. */
  readonly fingerprint?: string;
  readonly inputs?: readonly WrittenInputs[];
}

export interface NameRecord {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A formula put into a cell, and what stood there before; programs that keep no ids meet the sheet by its tab. */
export type GivenFormula = Rewrite & { readonly tab: string };

/**
 * The cells beside people's data as they were, on a sheet nobody sees: the only way to have back every format, fill
 * and rule exactly.
 */
export interface BesideBackup {
  readonly sheet: string;
  readonly tab: string;
  /** The hidden sheet, and the name it gets once the run is done. */
  readonly copy: string;
  readonly staged: string;
  readonly aside: string;
  readonly addresses: readonly string[];
  /** Points, or null for the standard width. */
  readonly widths: readonly { readonly address: string; readonly width: number | null }[];
  readonly table?: { readonly name: string; readonly range: string };
}

/** How the workbook was before the last run, as far as that run changed it. */
export interface Previous {
  /** The replaced sheets, now set aside, with the tab names they had. */
  readonly aside: readonly {
    readonly id: string;
    readonly tab: string;
    readonly asideTab: string;
    readonly spec: string;
    readonly visibility: Visibility;
    readonly protected: boolean;
  }[];
  /** Names the run changed, as they were; the run's other names did not exist. */
  readonly names: readonly NameRecord[];
  /** Cells of sheets that stayed and were given a formula by the run. */
  readonly formulas?: readonly GivenFormula[];
  /** Cells beside people's own data that the run filled. */
  readonly beside?: readonly BesideBackup[];
  /** Where the person was: sheet id and address. */
  readonly shown?: { readonly sheet: string; readonly selection: string };
  /** Our sheets and names then; null when there was no run yet. */
  readonly state: Pick<State, "version" | "at" | "sheets" | "names" | "colors"> | null;
}

export interface State {
  readonly version: number;
  /** ISO time of the run. */
  readonly at: string;
  readonly sheets: readonly OurSheet[];
  /** Defined names that are ours. */
  readonly names: readonly string[];
  /** Of the company, where its pages have some. */
  readonly colors?: BrandColors;
  readonly previous?: Previous;
}

/** @returns undefined when there is none, or when a newer version of the product wrote it. */
export function parseState(text: unknown): State | undefined {
  const value = parseJson(text);
  return isState(value) ? value : undefined;
}

export function newState(content: Omit<State, "version">): State {
  return { version: VERSION, ...content };
}

function isState(value: unknown): value is State {
  if (typeof value !== "object" || value === null) return false;
  const { version, sheets, names } = value as Partial<Record<keyof State, unknown>>;
  return version === VERSION && Array.isArray(sheets) && Array.isArray(names);
}
