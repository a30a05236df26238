import type { Phrase } from "../../words";

/** What `distribute` and `collect` say of themselves. */
export const SHARING_HELP = {
  distribute: {
    "zh-CN": "给每个人、经理、单位或考核人各做一份工作簿，里面没有别人的数据",
    "en-US": "Make one workbook for each person, manager, unit or rater, with nobody else's data in it",
  },
  master: {
    "zh-CN": "有 Attain 工作表的工作簿；不会被改动",
    "en-US": "a workbook with Attain's sheets; it is not changed",
  },
  folder: {
    "zh-CN": "放置工作簿和分发清单的文件夹",
    "en-US": "folder for the workbooks and the list of who has which",
  },
  to: {
    "zh-CN":
      "发给谁，默认 reps：reps 业务员、managers 经理、units 单位、divisions 分管领导、leader 领导、raters 考核人、centre 督导中心、reviewers 复核人；或角色 employee、unit、division-leader",
    "en-US": "who gets a workbook, by default reps; recipients or a role of the organisation",
  },
  division: {
    "zh-CN": "与 --to divisions 连用：“李明=华东,华南”；可重复",
    "en-US": 'with --to divisions: "Li Ming=East,West" (repeat it)',
  },
  only: { "zh-CN": "只发给这个人；可重复", "en-US": "only to this recipient (repeat it)" },
  reason: {
    "zh-CN": "为什么退回重填；写在封面和清单上",
    "en-US": "why it goes back to them; stands on the cover and in the list",
  },
  message: { "zh-CN": "给大家的话，写在封面上", "en-US": "a word to everybody; stands on the covers" },
  by: { "zh-CN": "同 --to，写单数", "en-US": "the same as --to, in the singular" },
  pattern: {
    "zh-CN": "文件名格式，可用 {unit} 单位、{manager} 经理、{name} 姓名、{period} 期间",
    "en-US": "file names of {unit}, {manager}, {name}, {period}",
  },
  due: {
    "zh-CN": "截止日期，照原样写在封面上",
    "en-US": "the day answers are due, as people should read it",
  },
  zip: {
    "zh-CN": "把工作簿放进一个压缩包，不放文件夹",
    "en-US": "put the workbooks into one archive instead of the folder",
  },
  record: {
    "zh-CN": "记录了分发情况的主表，默认为“原名-distributed.xlsx”",
    "en-US": "the master that knows what was sent, by default <master>-distributed.xlsx",
  },
  collect: {
    "zh-CN": "把收回的工作簿合并到发出它们的主表",
    "en-US": "Bring returned workbooks back into the master they were made from",
  },
  recorded: {
    "zh-CN": "分发时保存的主表；不会被改动",
    "en-US": "the master saved when distributing; it is not changed",
  },
  returned: {
    "zh-CN": "收回的工作簿，或放它们的文件夹、压缩包",
    "en-US": "returned workbooks, or folders or archives of them",
  },
  merged: { "zh-CN": "合并后的主表", "en-US": "the merged master" },
  preview: {
    "zh-CN": "只看会改什么、哪里冲突、还缺谁",
    "en-US": "only say what would change, what conflicts and who is missing",
  },
  prefer: {
    "zh-CN": "主表后来改过的单元格以谁为准：master 主表，answers 收回的",
    "en-US": "what counts where the master was changed since",
  },
} as const satisfies Record<string, Phrase>;
