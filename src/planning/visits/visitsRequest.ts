import type { Lang, Phrase } from "../../words";
import type { WorkCalendar } from "../planRequest";

/** What `attain visits` reads. */
export interface VisitsRequest {
  readonly title?: string;
  readonly source?: string;
  /** Inclusive ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly calendar?: WorkCalendar;
  /** Default: VIP monthly, class 1 every two months, class 2 as needed, design stage weekly, other projects every two weeks. */
  readonly classes?: readonly VisitClass[];
  readonly customers: readonly VisitCustomer[];
  /** More visits than this on one day of one rep are pointed out. */
  readonly maxPerDay?: number;
  /** The day up to which visits are looked at: what was due by then and not done was missed. Default `from`. */
  readonly asOf?: string;
}

export interface VisitClass {
  readonly name: string;
  readonly every: VisitFrequency;
}

/** Once in so many weeks or months, or only when there is a reason. */
export type VisitFrequency =
  { readonly count: number; readonly unit: "week" | "month" } | { readonly unit: "asNeeded" };

export interface VisitCustomer {
  readonly name: string;
  /** Name of one of the classes. */
  readonly class: string;
  readonly rep: string;
  /** When the customer was last visited before `from`: says when the next visit is due. */
  readonly last?: string;
  /** Visits that took place in the period: ISO dates. */
  readonly done?: readonly string[];
}

const W = {
  vip: { "zh-CN": "VIP", "en-US": "VIP" },
  first: { "zh-CN": "1 类", "en-US": "Class 1" },
  second: { "zh-CN": "2 类", "en-US": "Class 2" },
  design: { "zh-CN": "设计阶段项目", "en-US": "Project in design" },
  project: { "zh-CN": "其他项目", "en-US": "Other project" },
} as const satisfies Record<string, Phrase>;

/** The usual classes and how often each is visited. */
export function usualClasses(lang: Lang): VisitClass[] {
  return [
    { name: W.vip[lang], every: { count: 1, unit: "month" } },
    { name: W.first[lang], every: { count: 2, unit: "month" } },
    { name: W.second[lang], every: { unit: "asNeeded" } },
    { name: W.design[lang], every: { count: 1, unit: "week" } },
    { name: W.project[lang], every: { count: 2, unit: "week" } },
  ];
}

const LABELS = {
  asNeeded: { "zh-CN": () => "按需", "en-US": () => "as needed" },
  week: {
    "zh-CN": (n: number) => (n === 1 ? "每周" : n === 2 ? "每两周" : `每 ${n} 周`),
    "en-US": (n: number) => (n === 1 ? "weekly" : n === 2 ? "every two weeks" : `every ${n} weeks`),
  },
  month: {
    "zh-CN": (n: number) => (n === 1 ? "每月" : n === 2 ? "每两月" : `每 ${n} 月`),
    "en-US": (n: number) => (n === 1 ? "monthly" : n === 2 ? "every two months" : `every ${n} months`),
  },
} as const;

/** @example frequencyLabel({ count: 2, unit: "month" }, "zh-CN") // "每两月" */
export function frequencyLabel(every: VisitFrequency, lang: Lang): string {
  return LABELS[every.unit][lang]("count" in every ? every.count : 0);
}
