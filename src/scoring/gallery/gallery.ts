import type { Lang, Phrase } from "../../words";
import type { EvaluationRequest } from "../evaluation";
import { commission } from "./commission";
import { directorLetter } from "./directorLetter";
import { fieldOffice } from "./fieldOffice";
import { fourPart } from "./fourPart";
import { managerAnnual } from "./managerAnnual";
import { operatingResponsibility } from "./operatingResponsibility";
import { repMonthly } from "./repMonthly";
import { responsibilityLetter } from "./responsibilityLetter";
import { salesEvaluation } from "./salesEvaluation";

/** A scheme of the field with example people, ready to become a workbook. */
export interface GalleryEntry {
  /** `D1`. */
  readonly number: string;
  /** `rep-monthly`: what the terminal calls it. */
  readonly id: string;
  readonly name: Phrase;
  readonly request: (lang: Lang) => EvaluationRequest;
}

const entry = (
  number: string,
  id: string,
  zh: string,
  en: string,
  request: GalleryEntry["request"],
): GalleryEntry => ({
  number,
  id,
  name: { "zh-CN": zh, "en-US": en },
  request,
});

/** Every evaluation of the gallery. */
export const EVALUATION_GALLERY: readonly GalleryEntry[] = [
  entry("D1", "rep-monthly", "销售人员月度考核", "Monthly evaluation of sales staff", repMonthly),
  entry("D2", "responsibility-letter", "目标责任书", "Responsibility letter", responsibilityLetter),
  entry("D3", "field-office", "驻外机构季度考核", "Field office by quarter", fieldOffice),
  entry("D4", "four-part", "四部分绩效（TP+IP+CP+AT）", "Four parts (TP + IP + CP + AT)", fourPart),
  entry("D5", "commission", "业务提成考核", "Commission", commission),
  entry("D6", "director-letter", "销售总监责任书", "Sales director's letter", directorLetter),
  entry("D7", "sales-evaluation", "销售人员综合考评", "Sales evaluation", salesEvaluation),
  entry("D8", "manager-annual", "管理人员年度考核", "Managers by quarter and year", managerAnnual),
  entry(
    "D9",
    "operating-responsibility",
    "经营责任制考核",
    "Operating responsibility",
    operatingResponsibility,
  ),
];
