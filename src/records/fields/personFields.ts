import type { Field, FieldId } from "./fields";
import { TEAM_FIELDS } from "./teamFields";

const [EMPLOYEE_ID, REP, MANAGER, UNIT] = TEAM_FIELDS;

/** Columns that say who and when; everything else on a sheet about people is a measure. */
export const PERSON_FIELDS = [
  EMPLOYEE_ID,
  // Whoever is evaluated, in sales or not.
  { ...REP, label: { "zh-CN": "姓名", "en-US": "Name" } },
  MANAGER,
  UNIT,
  {
    id: "period",
    label: { "zh-CN": "期间", "en-US": "Period" },
    words: [
      "period",
      "month",
      "quarter",
      "year month",
      "期间",
      "月份",
      "月度",
      "年月",
      "考核月份",
      "考核周期",
      "周期",
      "季度",
      "统计月份",
      "所属月份",
      "所属期",
    ],
    content: "period",
    needed: false,
  },
] as const satisfies readonly Field[];

export type PersonField = FieldId<typeof PERSON_FIELDS>;
