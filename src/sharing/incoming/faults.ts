import { say, type Lang, type Params, type Phrase } from "../../words";
import { ADDED_FAULTS } from "./addedFaults";
import { FILE_FAULTS } from "./fileFaultWords";
import { REVIEW_FAULTS } from "../review/faults";

/**
 * - `refused`: nothing of the file is taken;
 * - `held`: this cell is not taken, the rest of the file is;
 * - `noted`: taken all the same, somebody should look.
 */
export type Severity = "refused" | "held" | "noted";

interface FaultEntry {
  readonly severity: Severity;
  readonly what: Phrase;
  readonly remedy: Phrase;
}

const SEND_ANEW: Phrase = {
  "zh-CN": "请把原文件再发一次给对方填写。",
  "en-US": "Send the original workbook once more.",
};
const LOOK: Phrase = { "zh-CN": "请核对后决定是否采用。", "en-US": "Check it and decide whether to use it." };

/** Everything that can be wrong with a returned workbook. A new fault is one entry here; codes are stable. */
const FAULTS = {
  ...FILE_FAULTS,
  "no-id": {
    severity: "refused",
    what: {
      "zh-CN": "里面没有编号，不是这里分发的工作簿，或编号被删掉了。",
      "en-US": "It holds no id: it was not sent out from here, or the id was removed.",
    },
    remedy: SEND_ANEW,
  },
  "id-conflict": {
    severity: "refused",
    what: {
      "zh-CN": "文件里的编号是“{name}”，封面上的编号却是另一人的。",
      "en-US": "The file's id is {name}'s, but the id on its cover is somebody else's.",
    },
    remedy: SEND_ANEW,
  },
  "wrong-person": {
    severity: "refused",
    what: {
      "zh-CN": "这是发给“{name}”的工作簿，封面上却写着“{found}”。",
      "en-US": "This workbook was sent to {name}, but its cover says “{found}”.",
    },
    remedy: {
      "zh-CN": "请让各人使用发给自己的文件填写。",
      "en-US": "Ask everybody to use the file that was sent to them.",
    },
  },
  "other-master": {
    severity: "refused",
    what: { "zh-CN": "它是从另一份工作簿分发的。", "en-US": "It was sent out from another workbook." },
    remedy: {
      "zh-CN": "请用分发它的那份工作簿来收回。",
      "en-US": "Collect it with the workbook it was sent out from.",
    },
  },
  "unknown-recipient": {
    severity: "refused",
    what: { "zh-CN": "分发清单里没有这个编号。", "en-US": "Its id is not on the list of what was sent out." },
    remedy: SEND_ANEW,
  },
  "old-issue": {
    severity: "refused",
    what: {
      "zh-CN": "这是第 {found} 次分发的旧版，“{name}”现在用的是第 {issue} 次的。",
      "en-US": "It is of issue {found}; {name} has been sent issue {issue} since.",
    },
    remedy: { "zh-CN": "请对方用新版填写。", "en-US": "Ask for an answer in the newer workbook." },
  },
  "person-gone": {
    severity: "refused",
    what: { "zh-CN": "主工作簿里已经没有“{name}”。", "en-US": "The master no longer holds {name}." },
    remedy: { "zh-CN": "请先更新人员，再重新分发。", "en-US": "Mend the team list, then send out again." },
  },
  duplicate: {
    severity: "noted",
    what: {
      "zh-CN": "与“{file}”内容相同，只算一份。",
      "en-US": "It says the same as “{file}” and counts once.",
    },
    remedy: { "zh-CN": "不用处理。", "en-US": "Nothing to do." },
  },
  superseded: {
    severity: "noted",
    what: {
      "zh-CN": "“{name}”后来又交了“{file}”（{later}），以后一份为准，这份（{earlier}）不用。",
      "en-US": "{name} answered again with “{file}” ({later}); that one counts, not this one ({earlier}).",
    },
    remedy: {
      "zh-CN": "如应以这份为准，请只收这一份。",
      "en-US": "If this is the right one, collect it alone.",
    },
  },
  unanswered: {
    severity: "noted",
    what: { "zh-CN": "什么都没有填。", "en-US": "Nothing was filled in." },
    remedy: { "zh-CN": "请对方填写后再交。", "en-US": "Ask for it to be filled in." },
  },
  incomplete: {
    severity: "noted",
    what: {
      "zh-CN": "要填 {asked} 格，还有 {left} 格空着；已填的照收。",
      "en-US": "{left} of the {asked} cells asked for are empty; what is there is taken.",
    },
    remedy: { "zh-CN": "请对方补填后再交。", "en-US": "Ask for the rest." },
  },
  "no-reply": {
    severity: "noted",
    what: {
      "zh-CN": "没有选“答复”，但填了数字；数字已采用。",
      "en-US": "No reply was chosen, but figures were typed; they are taken.",
    },
    remedy: LOOK,
  },
  "reply-contradicts": {
    severity: "noted",
    what: {
      "zh-CN": "答复是“{reply}”，却又填了建议；建议已采用。",
      "en-US": "The reply is “{reply}”, yet there are proposals; they are taken.",
    },
    remedy: LOOK,
  },
  "sheet-missing": {
    severity: "held",
    what: {
      "zh-CN": "少了“{tab}”表，上面的答复没有了。",
      "en-US": "The sheet “{tab}” is missing, and with it what was answered there.",
    },
    remedy: SEND_ANEW,
  },
  "sheet-removed": {
    severity: "noted",
    what: {
      "zh-CN": "少了“{tab}”表；上面没有要填的内容。",
      "en-US": "The sheet “{tab}” is missing; nothing was to be filled in there.",
    },
    remedy: { "zh-CN": "不用处理。", "en-US": "Nothing to do." },
  },
  "sheet-renamed": {
    severity: "noted",
    what: {
      "zh-CN": "“{tab}”表被改名为“{found}”，已按内容认出。",
      "en-US": "The sheet “{tab}” was renamed “{found}”; it was recognised by what is on it.",
    },
    remedy: { "zh-CN": "不用处理。", "en-US": "Nothing to do." },
  },
  moved: {
    severity: "noted",
    what: {
      "zh-CN": "插入或删除了行、列，答复已按行名和列名找回。",
      "en-US": "Rows or columns were inserted or removed; answers were found by their row and column names.",
    },
    remedy: LOOK,
  },
  "cell-missing": {
    severity: "held",
    what: {
      "zh-CN": "“{label}”这一格找不到了（行或列被删除或改名）。",
      "en-US": "The cell “{label}” is gone: its row or column was removed or renamed.",
    },
    remedy: SEND_ANEW,
  },
  "not-a-number": {
    severity: "held",
    what: {
      "zh-CN": "“{label}”应为数字，却填了“{found}”。",
      "en-US": "“{label}” should be a number, not “{found}”.",
    },
    remedy: {
      "zh-CN": "请对方改成数字，或由您直接填入主工作簿。",
      "en-US": "Ask for a number, or type it into the master yourself.",
    },
  },
  "out-of-range": {
    severity: "held",
    what: {
      "zh-CN": "“{label}”的 {found} 超出范围（{range}）。",
      "en-US": "“{label}”: {found} is out of range ({range}).",
    },
    remedy: { "zh-CN": "请与对方核对。", "en-US": "Check with the sender." },
  },
  "not-a-choice": {
    severity: "held",
    what: {
      "zh-CN": "“{label}”填了“{found}”，不在可选项里。",
      "en-US": "“{label}” says “{found}”, which is not one of the choices.",
    },
    remedy: {
      "zh-CN": "请对方从列表中选：{choices}。",
      "en-US": "Ask for one of these: {choices}.",
    },
  },
  "error-value": {
    severity: "held",
    what: { "zh-CN": "“{label}”是错误值 {found}。", "en-US": "“{label}” holds the error {found}." },
    remedy: { "zh-CN": "请与对方核对。", "en-US": "Check with the sender." },
  },
  "formula-typed": {
    severity: "noted",
    what: {
      "zh-CN": "“{label}”里是公式 {found}，按结果采用。",
      "en-US": "“{label}” holds the formula {found}; its result is taken.",
    },
    remedy: LOOK,
  },
  "formula-changed": {
    severity: "noted",
    what: {
      "zh-CN": "公式被改动了；答复照收，文件里显示的得分和合计不可信。",
      "en-US":
        "A formula was changed; the answers are taken, but scores and sums shown in the file cannot be trusted.",
    },
    remedy: { "zh-CN": "以主工作簿重算的结果为准。", "en-US": "Go by what the master works out." },
  },
  "fixed-changed": {
    severity: "noted",
    what: {
      "zh-CN": "不该改的单元格被改成了“{found}”，没有采用。",
      "en-US": "A cell that is not for typing was changed to “{found}”; that is not taken.",
    },
    remedy: {
      "zh-CN": "如是更正，请对方填在黄色格里。",
      "en-US": "If it is a correction, ask for it in a yellow cell.",
    },
  },
  "protection-removed": {
    severity: "noted",
    what: { "zh-CN": "工作表保护被取消了。", "en-US": "The sheet's protection was removed." },
    remedy: LOOK,
  },
  ...ADDED_FAULTS,
  ...REVIEW_FAULTS,
} as const satisfies Record<string, FaultEntry>;

export type FaultCode = keyof typeof FAULTS;

/** One thing wrong with one file, with the place where it is. */
export interface Fault {
  readonly code: FaultCode;
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly params: Params;
}

export interface FaultText {
  readonly code: FaultCode;
  readonly severity: Severity;
  readonly file: string;
  readonly where: string;
  readonly what: string;
  readonly remedy: string;
}

export function severityOf({ code }: Fault): Severity {
  return FAULTS[code].severity;
}

/** A fault in the person's language. */
export function tellFault(fault: Fault, lang: Lang): FaultText {
  const { what, remedy, severity } = FAULTS[fault.code];
  const where =
    fault.sheet === undefined ? "" : fault.cell === undefined ? fault.sheet : `${fault.sheet}!${fault.cell}`;
  return {
    code: fault.code,
    severity,
    file: fault.file,
    where,
    what: say(what, lang, fault.params),
    remedy: say(remedy, lang, fault.params),
  };
}
