import { say, type Lang, type Params, type Phrase } from "./words";

/** Where in the workbook something is: a sheet, and a cell or range in A1 form when one can be named. */
export interface Where {
  readonly sheet: string;
  readonly cell?: string;
}

interface ErrorEntry {
  /** What happened. */
  readonly what: Phrase;
  /** What the person can do about it. */
  readonly remedy: Phrase;
  /** The same where it is known which columns were looked for. */
  readonly named?: Phrase;
}

/**
 * Every failure the product can report, by code. A new failure is one entry here.
 * Codes are stable: scripts read them.
 */
const ERRORS = {
  "cell-editing": {
    what: { "zh-CN": "有单元格正在编辑。", "en-US": "A cell is being edited." },
    remedy: {
      "zh-CN": "请按 Enter 结束编辑，然后重试。",
      "en-US": "Press Enter to finish the edit, then try again.",
    },
  },
  "sheet-protected": {
    what: { "zh-CN": "工作表受保护，无法写入。", "en-US": "The sheet is protected and cannot be written." },
    remedy: {
      "zh-CN": "请在“审阅”中撤销保护，然后重试。",
      "en-US": "Unprotect it on the Review tab, then try again.",
    },
  },
  "workbook-protected": {
    what: {
      "zh-CN": "工作簿结构受保护，无法增加工作表。",
      "en-US": "The workbook's structure is protected, so no sheet can be added.",
    },
    remedy: {
      "zh-CN": "请在“审阅”中撤销工作簿保护，然后重试。",
      "en-US": "Unprotect the workbook on the Review tab, then try again.",
    },
  },
  "read-only": {
    what: {
      "zh-CN": "工作簿是以只读方式打开的，无法写入。",
      "en-US": "The workbook is open for reading only and cannot be written.",
    },
    remedy: {
      "zh-CN": "请点“启用编辑”或另存一份副本，然后重试。",
      "en-US": "Press Enable Editing or save a copy, then try again.",
    },
  },
  "sheet-missing": {
    what: { "zh-CN": "找不到工作表“{name}”。", "en-US": "There is no sheet named “{name}”." },
    remedy: {
      "zh-CN": "它可能被改名或删除了；请重新选择数据。",
      "en-US": "It may have been renamed or deleted; choose the data again.",
    },
  },
  "no-data": {
    what: { "zh-CN": "没有找到可用的数据。", "en-US": "No usable data was found." },
    remedy: {
      "zh-CN": "请打开含有销售台账的工作表，或选中数据区域。",
      "en-US": "Open the sheet with the sales ledger, or select the data.",
    },
    named: {
      "zh-CN": "请打开含有这些列的工作表：{columns}。",
      "en-US": "Open a sheet with these columns: {columns}.",
    },
  },
  "selection-elsewhere": {
    what: {
      "zh-CN": "选中的不是“{name}”表里的一列。",
      "en-US": "The selection is not one column of the table on “{name}”.",
    },
    remedy: {
      "zh-CN": "请在那张表里点一下要用的列，然后重试。",
      "en-US": "Click a cell of the column you mean on that sheet, then try again.",
    },
  },
  "point-empty": {
    what: {
      "zh-CN": "“{name}”里没有找到表格。",
      "en-US": "There is no table in “{name}”.",
    },
    remedy: {
      "zh-CN": "请选中带表头的整张表，然后重试。",
      "en-US": "Select the whole table with its header, then try again.",
    },
  },
  "beside-taken": {
    what: {
      "zh-CN": "单元格 {cell} 已有内容（{found}），结果列不能写在那里。",
      "en-US": "Cell {cell} is not empty ({found}), so results cannot stand in that column.",
    },
    remedy: {
      "zh-CN": "请清空它，或改用 {free} 列起的空列。什么都没有改动。",
      "en-US": "Empty it, or use the free columns from {free} on. Nothing was changed.",
    },
  },
  "beside-nobody": {
    what: {
      "zh-CN": "工作表“{name}”里没有参加考核的人。",
      "en-US": "Nobody on the sheet “{name}” has been scored.",
    },
    remedy: {
      "zh-CN": "请选择有人员名单的表，或在“数据”里指定姓名列。",
      "en-US": "Choose the table with the people, or point at its column of names under Data.",
    },
  },
  "beside-across": {
    what: {
      "zh-CN": "工作表“{name}”里的人是横排的，结果列无处可放。",
      "en-US": "On the sheet “{name}” people stand side by side, so there is no row for each.",
    },
    remedy: {
      "zh-CN": "请改用一人一行的表，或只生成新的结果表。",
      "en-US": "Use a table with a row for each person, or take the results from the new sheets.",
    },
  },
  "column-missing": {
    what: { "zh-CN": "没有认出“{name}”列。", "en-US": "No column was recognised as “{name}”." },
    remedy: {
      "zh-CN": "请为这一列加上表头，或在“数据”里指定它。",
      "en-US": "Give the column a header, or point at it under Data.",
    },
  },
  "request-invalid": {
    what: { "zh-CN": "请求不符合要求：{detail}", "en-US": "The request is not valid: {detail}" },
    remedy: {
      "zh-CN": "请按 attain schema 给出的格式修改。",
      "en-US": "Mend it as `attain schema` describes.",
    },
  },
  "scheme-invalid": {
    what: { "zh-CN": "考核方案有误：{detail}", "en-US": "The scheme has a mistake: {detail}" },
    remedy: { "zh-CN": "请修改方案后重试。", "en-US": "Mend the scheme and try again." },
  },
  "no-solution": {
    what: {
      "zh-CN": "锁定和上下限互相冲突，无法分解：{detail}",
      "en-US": "Locks and bounds leave no solution: {detail}",
    },
    remedy: { "zh-CN": "请放开其中一项。", "en-US": "Release one of them." },
  },
  usage: {
    what: { "zh-CN": "{detail}。", "en-US": "{detail}." },
    remedy: { "zh-CN": "用法见 {help}。", "en-US": "See {help}." },
  },
  "file-missing": {
    what: { "zh-CN": "没有文件“{name}”。", "en-US": "There is no file “{name}”." },
    remedy: { "zh-CN": "请检查路径。", "en-US": "Check the path." },
  },
  "file-taken": {
    what: {
      "zh-CN": "输出文件“{name}”就是输入文件。",
      "en-US": "The output “{name}” is the input itself.",
    },
    remedy: {
      "zh-CN": "请换一个文件名，输入文件不会被改动。",
      "en-US": "Choose another name; the input is never changed.",
    },
  },
  "file-folder": {
    what: { "zh-CN": "“{name}”是文件夹。", "en-US": "“{name}” is a folder." },
    remedy: { "zh-CN": "请写出其中一个文件的名字。", "en-US": "Name a file in it." },
  },
  "file-encrypted": {
    what: {
      "zh-CN": "“{name}”设有打开密码，无法读取。",
      "en-US": "“{name}” needs a password to be opened, so it cannot be read.",
    },
    remedy: {
      "zh-CN": "请在 Excel 中打开，在“文件 › 信息 › 保护工作簿 › 用密码进行加密”里清空密码，保存后重试。",
      "en-US":
        "Open it in Excel, empty the password under File › Info › Protect Workbook › Encrypt with Password, save it and try again.",
    },
  },
  "file-unreadable": {
    what: {
      "zh-CN": "无法读取文件“{name}”：{detail}",
      "en-US": "The file “{name}” cannot be read: {detail}",
    },
    remedy: {
      "zh-CN": "请在 Excel 中打开并另存为 .xlsx，然后重试。",
      "en-US": "Open it in Excel, save it as .xlsx and try again.",
    },
  },
  "file-unwritable": {
    what: {
      "zh-CN": "无法写入文件“{name}”：{detail}",
      "en-US": "The file “{name}” cannot be written: {detail}",
    },
    remedy: {
      "zh-CN": "请检查文件夹是否存在、能否写入，文件是否正在别处打开。",
      "en-US": "Check that its folder exists and can be written to, and that the file is not open elsewhere.",
    },
  },
  "changed-meanwhile": {
    what: {
      "zh-CN": "预览之后，这个工作簿又有人分发、合并或改过相关的单元格。",
      "en-US": "Since the preview somebody has sent out, merged or changed cells this is about.",
    },
    remedy: {
      "zh-CN": "请重新读取收回的文件，再看一遍预览。什么都没有改动。",
      "en-US": "Read the returned files again and look at the preview once more. Nothing was changed.",
    },
  },
  "changed-since-step": {
    what: {
      "zh-CN": "这一步之后，工作簿里相关的内容又有改动，撤不回了。",
      "en-US": "The workbook has been changed further since, so this step cannot be taken back.",
    },
    remedy: {
      "zh-CN": "什么都没有改动。合并改过的单元格都写在“合并记录”里，可以逐个改回。",
      "en-US":
        "Nothing was changed. Cells that a merge changed stand on “Merge log”; mend single ones by hand.",
    },
  },
  "written-since": {
    what: {
      "zh-CN": "之后又写入了别的表，这一步撤不回了。",
      "en-US": "Other sheets have been written since, so this step cannot be taken back.",
    },
    remedy: {
      "zh-CN": "什么都没有改动。不要的表可以右键删除。",
      "en-US": "Nothing was changed. Delete the sheets you do not want.",
    },
  },
  "running-elsewhere": {
    what: {
      "zh-CN": "另一个人正在这个工作簿里生成表格。",
      "en-US": "Somebody else is writing sheets into this workbook right now.",
    },
    remedy: {
      "zh-CN": "请等对方写完（通常不到一分钟）再试；若对方已关闭，两分钟后即可再试。什么都没有改动。",
      "en-US":
        "Wait until they are done, usually within a minute, and try again; if they have closed it, try again after two minutes. Nothing was changed.",
    },
  },
  "template-unknown": {
    what: {
      "zh-CN": "没有这个模板：{name}。",
      "en-US": "There is no template “{name}”.",
    },
    remedy: {
      "zh-CN": "请从模板库选择，或用 attain template --list 查看。",
      "en-US": "Pick one from the gallery, or see attain template --list.",
    },
    named: {
      "zh-CN": "是不是：{columns}？全部模板见 attain template --list。",
      "en-US": "Did you mean {columns}? attain template --list names all.",
    },
  },
  "template-none": {
    what: {
      "zh-CN": "这个工作簿里没有可以做成模板的内容。",
      "en-US": "This workbook holds nothing that could become a template.",
    },
    remedy: {
      "zh-CN": "请打开用达成做的计划、考核或表单，再存为模板。",
      "en-US": "Open a plan, an evaluation or a form made with Attain, then save it as a template.",
    },
  },
  "template-newer": {
    what: {
      "zh-CN": "这个公司模板是用更新的版本（达成 {version}）做的。",
      "en-US": "This company template was made by a newer version (Attain {version}).",
    },
    remedy: {
      "zh-CN": "请先更新达成；模板本身仍可在 Excel 里直接填写。",
      "en-US": "Update Attain first; the template itself can still be filled in in Excel.",
    },
  },
  "template-refused": {
    what: {
      "zh-CN": "“{name}”不能作为公司模板使用，因为它带有：{what}。",
      "en-US": "“{name}” cannot be used as a company template because it carries {what}.",
    },
    remedy: {
      "zh-CN": "请让做模板的人用“存为模板”重新做一份；它只带走规则、文字和颜色。",
      "en-US":
        "Ask whoever made it to make it again with “Save as template”, which takes along rules, words and colours alone.",
    },
  },
  "no-work-plan": {
    what: {
      "zh-CN": "这个工作簿里没有周任务表。",
      "en-US": "This workbook has no page of weekly tasks.",
    },
    remedy: {
      "zh-CN": "请打开工作计划，或从模板库新建一份（D10 工作计划）。",
      "en-US": "Open a work plan, or start one from the gallery (D10 work plan).",
    },
  },
  "no-master": {
    what: {
      "zh-CN": "这不是达成生成的工作簿：没有“实绩”表。",
      "en-US": "This is no workbook made by Attain: it has no actuals sheet.",
    },
    remedy: {
      "zh-CN": "请先生成目标和考核，再分发或收回。",
      "en-US": "Make targets and scores first, then send out or bring back.",
    },
  },
  "no-targets": {
    what: {
      "zh-CN": "这个工作簿里没有达成生成的目标表。",
      "en-US": "This workbook has no target sheet made by Attain.",
    },
    remedy: { "zh-CN": "请先分解目标（attain plan）。", "en-US": "Plan first (attain plan)." },
  },
  "master-changed": {
    what: {
      "zh-CN": "工作簿里的人员对不上：{detail}",
      "en-US": "The people on the workbook's sheets do not match: {detail}",
    },
    remedy: {
      "zh-CN": "请撤销对姓名、表头或行次序的改动，或重新生成这些表。",
      "en-US": "Undo changes to names, headers or the order of rows, or make the sheets again.",
    },
  },
  "no-scores": {
    what: {
      "zh-CN": "这份工作簿里没有考核方案和绩效考核表。",
      "en-US": "This workbook holds no scheme with its scorecard.",
    },
    remedy: { "zh-CN": "请先生成考核，再做这一步。", "en-US": "Make scores first, then try again." },
  },
  "review-log": {
    what: {
      "zh-CN": "复核记录有误：{detail}",
      "en-US": "The review log has a mistake: {detail}",
    },
    remedy: {
      "zh-CN": "请改正这个单元格；或清空这一行，再用复核功能登记。什么都没有写入。",
      "en-US": "Correct that cell, or empty its line and record it with the review. Nothing was written.",
    },
  },
  "review-refused": {
    what: {
      "zh-CN": "{name}：{why}。",
      "en-US": "{name}: {why}.",
    },
    remedy: {
      "zh-CN": "什么都没有登记；请去掉这个人或改用可以做的事项。",
      "en-US": "Nothing was recorded; leave this person out, or do what is possible now.",
    },
  },
  "unknown-name": {
    what: { "zh-CN": "没有“{name}”。", "en-US": "There is nothing called “{name}”." },
    remedy: { "zh-CN": "可用：{known}", "en-US": "There are: {known}" },
  },
  "no-recipients": {
    what: {
      "zh-CN": "这份工作簿没有可以发给“{level}”的内容。",
      "en-US": "This workbook has nothing to send to anybody as “{level}”.",
    },
    remedy: {
      "zh-CN": "可以发给：{known}。",
      "en-US": "It can be sent to: {known}.",
    },
  },
  "not-distributed": {
    what: {
      "zh-CN": "这份工作簿没有分发记录。",
      "en-US": "This workbook has no record of having been sent out.",
    },
    remedy: {
      "zh-CN": "请用分发时保存的那份工作簿来收回。",
      "en-US": "Collect with the workbook that was saved when it was distributed.",
    },
  },
  "leak-found": {
    what: {
      "zh-CN": "“{file}”里出现了别人的数据（{detail}），没有发出任何文件。",
      "en-US": "“{file}” would hold somebody else's data ({detail}); nothing was sent out.",
    },
    remedy: {
      "zh-CN": "请把这份工作簿发给我们查看。",
      "en-US": "Please let us have this workbook to look into it.",
    },
  },
  "too-large": {
    what: {
      "zh-CN": "数据超过了 Excel 一次能接受的大小。",
      "en-US": "The data is larger than Excel accepts.",
    },
    remedy: { "zh-CN": "请分部门或分月份处理。", "en-US": "Work by unit or by month." },
  },
  "write-failed": {
    what: {
      "zh-CN": "写入没有完成，工作簿已恢复原状。（{detail}）",
      "en-US": "Writing did not finish; the workbook is as it was. ({detail})",
    },
    remedy: {
      "zh-CN": "请重试；若仍失败，请先保存并重新打开工作簿。",
      "en-US": "Try again; if it fails again, save and reopen the workbook.",
    },
  },
  "put-back-failed": {
    what: {
      "zh-CN": "写入中断，而且 Excel 没有响应，暂时无法恢复原状。（{detail}）",
      "en-US": "Writing broke off and Excel could not be reached to put the workbook back. ({detail})",
    },
    remedy: {
      "zh-CN": "请结束单元格编辑后再运行一次：会先清理并恢复原状。",
      "en-US": "Finish any cell edit and run again: it first puts the workbook back.",
    },
  },
  cancelled: {
    what: { "zh-CN": "已取消，工作簿没有改变。", "en-US": "Cancelled; the workbook is unchanged." },
    remedy: { "zh-CN": "可以随时重新开始。", "en-US": "Start again whenever you like." },
  },
  "excel-failed": {
    what: {
      "zh-CN": "Excel 没有完成操作（{detail}）。",
      "en-US": "Excel did not complete the operation ({detail}).",
    },
    remedy: {
      "zh-CN": "请重试；若仍失败，请重新打开工作簿。",
      "en-US": "Try again; if it fails again, reopen the workbook.",
    },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** A failure with a name. Its `message` is English for logs; screens use {@link describeError}. */
export class AttainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Params = {},
    readonly where?: Where,
    options?: ErrorOptions,
  ) {
    super(say(ERRORS[code].what, "en-US", params), options);
    this.name = "AttainError";
  }
}

export interface ErrorText {
  readonly code: string;
  readonly what: string;
  readonly where: string;
  readonly remedy: string;
}

/** Any thrown value as the three sentences people need, in their language. Unknown errors become `excel-failed`. */
export function describeError(error: unknown, lang: Lang): ErrorText {
  const known =
    error instanceof AttainError
      ? error
      : new AttainError("excel-failed", { detail: error instanceof Error ? error.message : String(error) });
  const entry: ErrorEntry = ERRORS[known.code];
  const remedy = known.params["columns"] === undefined ? entry.remedy : (entry.named ?? entry.remedy);
  return {
    code: known.code,
    what: say(entry.what, lang, known.params),
    where: known.where ? formatWhere(known.where) : "",
    remedy: say(remedy, lang, known.params),
  };
}

/** @example formatWhere({ sheet: "台账", cell: "B7" }) // "台账!B7" */
export function formatWhere(where: Where): string {
  return where.cell ? `${where.sheet}!${where.cell}` : where.sheet;
}
