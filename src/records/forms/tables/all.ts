import type { FormTable } from "../formTable";
import { BUDGET_TABLES } from "./budget";
import { CUSTOMER_TABLES } from "./customers";
import { KEY_ACCOUNT_TABLES } from "./keyAccounts";
import { PROMOTION_TABLES } from "./promotion";
import { STORE_TABLES } from "./stores";
import { TRAINING_TABLES } from "./training";
import { WORK_TABLES } from "./workPlan";

/** The tables of every form, whose column names are header words wherever they stand. */
export const FORM_TABLES: readonly FormTable[] = [
  ...TRAINING_TABLES,
  ...KEY_ACCOUNT_TABLES,
  ...PROMOTION_TABLES,
  ...CUSTOMER_TABLES,
  ...BUDGET_TABLES,
  ...WORK_TABLES,
  ...STORE_TABLES,
];
