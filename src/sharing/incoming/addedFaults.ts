import type { Phrase } from "../../words";

interface AddedFault {
  readonly severity: "held" | "noted";
  readonly what: Phrase;
  readonly remedy: Phrase;
}

/** What a returned workbook may hold that was not in it when it was sent. */
export const ADDED_FAULTS = {
  "sheet-added": {
    severity: "noted",
    what: {
      "zh-CN": "多了一张表“{found}”，没有读取。",
      "en-US": "There is an additional sheet “{found}”; it is not read.",
    },
    remedy: { "zh-CN": "请核对后决定是否采用。", "en-US": "Check it and decide whether to use it." },
  },
  "copy-differs": {
    severity: "held",
    what: {
      "zh-CN": "“{found}”是“{tab}”的副本，填的和“{tab}”不同（{cells}）；以“{tab}”为准，副本没有采用。",
      "en-US":
        "“{found}” is a copy of “{tab}” with other entries ({cells}); “{tab}” counts, the copy is not taken.",
    },
    remedy: {
      "zh-CN": "请对方把要报的数填在原来那张表里，删掉副本后再交。",
      "en-US": "Ask for the right figures on the original sheet, without the copy.",
    },
  },
  "other-answer": {
    severity: "held",
    what: {
      "zh-CN": "文件里还夹着“{found}”的封面；只读了“{name}”的，“{found}”的没有读取。",
      "en-US": "It also holds the cover of {found}'s workbook; only what is {name}'s is read, not {found}'s.",
    },
    remedy: {
      "zh-CN": "请两人各自发回自己的文件，不要合在一起。",
      "en-US": "Ask each of them for their own file, not put together in one.",
    },
  },
  "comment-added": {
    severity: "noted",
    what: {
      "zh-CN": "这一格加了批注“{found}”，没有读取。",
      "en-US": "Somebody put a note on this cell, “{found}”; it is not read.",
    },
    remedy: {
      "zh-CN": "如是答复，请填在黄色格或封面的“意见”里。",
      "en-US": "If it is an answer, it belongs in a yellow cell or in the comment on the cover.",
    },
  },
} as const satisfies Record<string, AddedFault>;
