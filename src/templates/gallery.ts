import { ANNUAL_SALES_PLAN } from "./list/annualSalesPlan";
import { BUDGET } from "./list/budget";
import { CUSTOMER_CARD } from "./list/customerCard";
import { EVALUATIONS } from "./list/evaluations";
import { FEEDBACK_INTERVIEW } from "./list/feedbackInterview";
import { GROWTH_PLAN } from "./list/growthPlan";
import { KEY_ACCOUNTS } from "./list/keyAccounts";
import { PRODUCT_MIX } from "./list/productMix";
import { PROMOTION } from "./list/promotion";
import { REGIONS } from "./list/regions";
import { RETAIL_DRIVERS } from "./list/retailDrivers";
import { SERVICE } from "./list/service";
import { TARGET_TRACKER } from "./list/targetTracker";
import { TRAINING_PLAN } from "./list/trainingPlan";
import { WORK_PLAN } from "./list/workPlan";
import type { Template } from "./template";

/** Every template, in the order of their numbers. */
export const GALLERY: readonly Template[] = [
  ...EVALUATIONS,
  WORK_PLAN,
  RETAIL_DRIVERS,
  KEY_ACCOUNTS,
  ANNUAL_SALES_PLAN,
  PRODUCT_MIX,
  REGIONS,
  BUDGET,
  SERVICE,
  TARGET_TRACKER,
  GROWTH_PLAN,
  TRAINING_PLAN,
  PROMOTION,
  CUSTOMER_CARD,
  FEEDBACK_INTERVIEW,
];

/** By id (`work-plan`) or number (`D10`), whatever the case. */
export function findTemplate(key: string): Template | undefined {
  const wanted = key.toLowerCase();
  return GALLERY.find(({ id, number }) => id === wanted || number.toLowerCase() === wanted);
}
