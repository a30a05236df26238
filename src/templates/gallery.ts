import { BUDGET } from "./list/budget";
import { KEY_ACCOUNTS } from "./list/keyAccounts";
import { TRAINING_PLAN } from "./list/trainingPlan";
import { WORK_PLAN } from "./list/workPlan";
import type { Template } from "./template";

/** Every template, in the order of their numbers. */
export const GALLERY: readonly Template[] = [WORK_PLAN, KEY_ACCOUNTS, BUDGET, TRAINING_PLAN];

/** By id (`work-plan`) or number (`D10`), whatever the case. */
export function findTemplate(key: string): Template | undefined {
  const wanted = key.toLowerCase();
  return GALLERY.find(({ id, number }) => id === wanted || number.toLowerCase() === wanted);
}
