import type { Phrase } from "../words";

export const SHARING_WORDS = {
  division: {
    "zh-CN": '“--division {line}”请写成 --division "李明=华东,华西"',
    "en-US": '“--division {line}” is written --division "Li Ming=East,West"',
  },
  files: { "zh-CN": "份", "en-US": "files" },
  made: {
    "zh-CN": "已生成 {count} 份工作簿：{place}",
    "en-US": "{count} {count:workbook|workbooks} made: {place}",
  },
  list: { "zh-CN": "谁拿到哪一份：{file}", "en-US": "Who has which: {file}" },
  master: {
    "zh-CN": "主工作簿（收回时用它）：{file}",
    "en-US": "Master, to collect with: {file}",
  },
  read: {
    "zh-CN":
      "读了 {files} 份：采用 {taken}，已采用过 {known}，没有填写 {unanswered}，有填但都待处理 {held}，重复或被取代 {replaced}，不能采用 {refused}。",
    "en-US":
      "{files} {files:file|files} read: {taken} taken, {known} already taken, {unanswered} not filled in, {held} with nothing that could be taken, {replaced} duplicate or superseded, {refused} refused.",
  },
  changes: {
    "zh-CN": "主工作簿里有 {count} 个单元格要改：",
    "en-US": "{count} {count:cell of the master changes|cells of the master change}:",
  },
  conflicts: { "zh-CN": "冲突 {count} 处：", "en-US": "{count} {count:conflict|conflicts}:" },
  changedSince: {
    "zh-CN": "分发后主工作簿里已改过（发出 {sent}，现在 {before}，答复 {after}）",
    "en-US": "changed in the master since it was sent (sent {sent}, now {before}, answer {after})",
  },
  twoAnswers: {
    "zh-CN": "两份答复不同（{after} 之后又有一份）",
    "en-US": "two answers differ ({after}, then another)",
  },
  keptMaster: { "zh-CN": "保留主工作簿", "en-US": "the master's stays" },
  keptAnswer: { "zh-CN": "采用答复", "en-US": "the answer is taken" },
  keptOther: { "zh-CN": "采用后一份", "en-US": "the later one is taken" },
  checks: {
    "zh-CN": "三级核对：待自查 {own} 项，待单位核查 {unit} 项，待督查中心核查 {centre} 项，完成 {done} 项。",
    "en-US":
      "Three checks: {own} {own:item waits|items wait} for the own check, {unit} for the unit's, {centre} for the centre's; {done} {done:is|are} done.",
  },
  waiting: { "zh-CN": "还没有核对的：", "en-US": "Not checked yet:" },
  waits: {
    "zh-CN": "{about}（{unit}）：{check}，{items} 项",
    "en-US": "{about} ({unit}): {check}, {items} {items:item|items}",
  },
  differences: {
    "zh-CN": "各级不一致 {count} 项（自查 / 单位 / 督查中心）：",
    "en-US": "{count} {count:item|items} on which the checks differ (own / unit / centre):",
  },
  faults: { "zh-CN": "需要处理 {count} 处：", "en-US": "{count} {count:thing|things} to look into:" },
  held: {
    "zh-CN": "已交回、待处理的 {count} 份：",
    "en-US": "Returned, with nothing that could be taken, {count}:",
  },
  heldCells: { "zh-CN": "{cells} 格待处理", "en-US": "waits on {cells} {cells:cell|cells}" },
  missing: { "zh-CN": "还没有答复的 {count} 份：", "en-US": "Not answered yet, {count}:" },
  missingSince: { "zh-CN": "{since} 发出：{names}", "en-US": "sent {since}: {names}" },
  decisions: {
    "zh-CN": "记入复核记录 {count} 条：",
    "en-US": "{count} {count:line|lines} for the review log:",
  },
  reviewWaits: { "zh-CN": "还等 {count} 人签字、复核：", "en-US": "Still to sign or review, {count}:" },
  waitsFor: { "zh-CN": "等{whom}", "en-US": "waits for {whom}" },
  since: { "zh-CN": "{since} 起", "en-US": "since {since}" },
  due: { "zh-CN": "{due} 前", "en-US": "by {due}" },
  allAnswered: { "zh-CN": "全部答复。", "en-US": "Everybody has answered." },
  nothingNew: {
    "zh-CN": "没有新的内容，主工作簿没有改动。",
    "en-US": "Nothing new; the master is unchanged.",
  },
  saved: { "zh-CN": "已保存 {file}", "en-US": "Saved {file}" },
  more: { "zh-CN": "……还有 {count} 处", "en-US": "… and {count} more" },
} as const satisfies Record<string, Phrase>;
