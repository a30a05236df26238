import { workPlanBook } from "../../jobs/template/workPlan";
import { WORK_TABLES } from "../../records/forms/tables/workPlan";
import { WORK_PLAN_SHEETS } from "../../sheets/forms/workPlanDraft";
import { exampleWorkPlan } from "../examples/workPlan";
import type { Template } from "../template";
import { workPlanOf } from "./workPlanData";

export const WORK_PLAN: Template = {
  id: "work-plan",
  number: "D10",
  group: "form",
  name: { "zh-CN": "年月周工作计划", "en-US": "Year, month and week work plan" },
  purpose: {
    "zh-CN": "从年度目标到月计划、周任务，一页周报，四象限，三级检查，完成率自动汇总，可计入考核。",
    "en-US":
      "From the year's goals to months and weekly tasks: a one-page report, four quadrants, three checks, and a completion rate that feeds scoring.",
  },
  steps: [
    {
      "zh-CN": "在“计划完成”填写人员，在“年度目标”填写目标和衡量标准。",
      "en-US": "Enter the people on Completion, and the goals with what counts as reached on Year goals.",
    },
    {
      "zh-CN": "在“月计划”把目标分到各月，注明阶段和责任人。",
      "en-US": "On Month plan, break the goals down into months, with stage and owner.",
    },
    {
      "zh-CN": "每周在“周任务”列出任务，选择重要、紧急、计划内外。",
      "en-US": "Each week list the work on Weekly tasks; say what is important, urgent, planned.",
    },
    {
      "zh-CN": "周末填写状态和原因，本人、单位、督查中心依次检查。",
      "en-US":
        "At the end of the week enter statuses and reasons; the person, the unit and the centre check.",
    },
    {
      "zh-CN": "在“周报”选择姓名和周一日期打印；未完成的任务在达成窗格一键转入下周。",
      "en-US":
        "On Weekly report pick a person and a Monday, and print; Attain's pane moves open tasks to next week in one click.",
    },
  ],
  book: (lang) => workPlanBook(exampleWorkPlan(lang), lang),
  fill: {
    kind: "tables",
    tables: WORK_TABLES,
    book: (found, lang) => {
      const own = workPlanOf(found, lang);
      return own && { book: workPlanBook(own.plan, lang), problems: own.problems };
    },
  },
  examples: Object.values(WORK_PLAN_SHEETS),
};
