import type { ReviewProcess } from "../../src/scoring/review/review";
import type { Lang } from "../../src/words";

/** Score → sum up → first review → second review, in April 2018. */
export function reviewProcess(lang: Lang): ReviewProcess {
  const zh = ["评分", "汇总", "初审", "复审"];
  const en = ["Scoring", "Summing up", "First review", "Second review"];
  const who = [["Cara Losch", "Rocco Neubert"], ["HR"], ["Dustin Brinkmann"], ["Melvin Marxen"]];
  return {
    lang,
    stages: ["score", "sum", "first", "second"].map((id, i) => ({
      id,
      name: (lang === "zh-CN" ? zh : en)[i] ?? "",
      who: who[i] ?? [],
      due: `2018-04-0${3 + i}`,
    })),
    appealDays: 3,
  };
}
