import type { FormTable } from "../formTable";
import { TRAINING_TABLES } from "./training";

/** The tables of every form, whose column names are header words wherever they stand. */
export const FORM_TABLES: readonly FormTable[] = [...TRAINING_TABLES];
