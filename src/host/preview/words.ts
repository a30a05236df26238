import type { Phrase } from "../../words";

export const WORDS = {
  open: { "zh-CN": "打开文件…", "en-US": "Open a file…" },
  download: { "zh-CN": "下载 .xlsx", "en-US": "Download .xlsx" },
  note: {
    "zh-CN": "预览：工作簿在左，任务窗格在右；无需 Excel",
    "en-US": "Preview: the workbook beside the task pane, without Excel",
  },
  resize: { "zh-CN": "调整窗格宽度", "en-US": "Resize the pane" },
} as const satisfies Record<string, Phrase>;
