import { blankUntilKnown } from "../../../src/templates/clearable/blank";

const blank = (formula: string): string => blankUntilKnown(formula, `T!Q6=""`);

test.each([
  ["a sum while nothing is added up", "=SUM(B2:B4)", `=IF(COUNT(B2:B4)=0,"",SUM(B2:B4))`],
  ["a sum over cells one by one", "=ROUND(SUM(B2,B5),1)", `=IF(COUNT(B2,B5)=0,"",ROUND(SUM(B2,B5),1))`],
  ["a link while its cell is blank", "='目标 表'!$B$6", `=IF('目标 表'!$B$6="","",'目标 表'!$B$6)`],
  ["a difference while one side is missing", "=ROUND(E6-E7,1)", `=IF(OR(E6="",E7=""),"",ROUND(E6-E7,1))`],
  ["a rate while either is missing", `=IF(B6=0,"",C6/B6-1)`, `=IF(OR(B6="",C6=""),"",IF(B6=0,"",C6/B6-1))`],
  [
    "only the range a SUMIF adds up matters",
    `=SUMIF('T'!$B$2:$M$2,"<="&attain_track_month,'T'!E9:P9)`,
    `=IF(COUNT('T'!E9:P9)=0,"",SUMIF('T'!$B$2:$M$2,"<="&attain_track_month,'T'!E9:P9))`,
  ],
  [
    "a sum times a cell needs both",
    "=SUM('R'!D30:D37)*'R'!C24",
    `=IF(OR('R'!C24="",COUNT('R'!D30:D37)=0),"",SUM('R'!D30:D37)*'R'!C24)`,
  ],
  [
    "what the formula compares with nothing itself is no condition",
    `=IF(B6="",0,B6-C6)`,
    `=IF(C6="","",IF(B6="",0,B6-C6))`,
  ],
  ["nor what N() makes a number of", `=IF(N(B6)=0,"",C6)`, `=IF(C6="","",IF(N(B6)=0,"",C6))`],
  ["unless that is all there is", "=N(K8)+N(K9)", `=IF(COUNT(K8,K9)=0,"",N(K8)+N(K9))`],
  ["lookups go by the condition given", "=INDEX(A1:A9,B2)", `=IF(T!Q6="","",INDEX(A1:A9,B2))`],
  [
    "formulas that count already know",
    `=IF(COUNT(B2:B4)=0,"",SUM(B2:B4))`,
    `=IF(COUNT(B2:B4)=0,"",SUM(B2:B4))`,
  ],
  ["words that look like cells are none", `="A1"`, `="A1"`],
  [
    "the plan's total is a cell too",
    "=attain_target_total",
    `=IF(attain_target_total="","",attain_target_total)`,
  ],
])("%s", (_what, formula, expected) => {
  expect(blank(formula)).toBe(expected);
});
