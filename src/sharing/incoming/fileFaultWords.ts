import type { Phrase } from "../../words";

interface FileFault {
  readonly severity: "refused";
  readonly what: Phrase;
  readonly remedy: Phrase;
}

const ASK_AGAIN: Phrase = {
  "zh-CN": "请让对方在 Excel 或 WPS 中打开原文件，另存为 .xlsx 后重发。",
  "en-US": "Ask for it again: opened in Excel or WPS and saved as .xlsx.",
};

/** Why a file cannot be read at all. */
export const FILE_FAULTS = {
  "file-empty": {
    severity: "refused",
    what: { "zh-CN": "文件是空的（0 字节）。", "en-US": "The file is empty (0 bytes)." },
    remedy: ASK_AGAIN,
  },
  "not-xlsx": {
    severity: "refused",
    what: { "zh-CN": "不是 .xlsx 工作簿（{detail}）。", "en-US": "This is no .xlsx workbook ({detail})." },
    remedy: ASK_AGAIN,
  },
  archive: {
    severity: "refused",
    what: {
      "zh-CN": "是压缩包，没能解开（可能有密码，或不是 .zip）。",
      "en-US": "It is an archive that cannot be unpacked: it has a password, or is no .zip.",
    },
    remedy: {
      "zh-CN": "请解压后，把里面的 .xlsx 放进来再收。",
      "en-US": "Unpack it and collect the .xlsx files that are in it.",
    },
  },
  mail: {
    severity: "refused",
    what: { "zh-CN": "是一封邮件，不是工作簿。", "en-US": "It is a mail, not a workbook." },
    remedy: {
      "zh-CN": "请打开邮件，把附件里的 .xlsx 另存出来再收。",
      "en-US": "Open the mail, save the .xlsx file attached to it, and collect that.",
    },
  },
  "old-format": {
    severity: "refused",
    what: {
      "zh-CN": "是旧格式（Excel 的 .xls 或 WPS 的 .et）。",
      "en-US": "It is in an old format: Excel's .xls, or .et of WPS.",
    },
    remedy: ASK_AGAIN,
  },
  encrypted: {
    severity: "refused",
    what: { "zh-CN": "文件有打开密码。", "en-US": "The file is protected with a password to open it." },
    remedy: { "zh-CN": "请对方去掉打开密码后重发。", "en-US": "Ask for it again without the password." },
  },
  broken: {
    severity: "refused",
    what: {
      "zh-CN": "文件已损坏，无法读取（{detail}）。",
      "en-US": "The file is damaged and cannot be read ({detail}).",
    },
    remedy: ASK_AGAIN,
  },
} as const satisfies Record<string, FileFault>;
