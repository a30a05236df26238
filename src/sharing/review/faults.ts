import type { Phrase } from "../../words";

interface ReviewFault {
  readonly severity: "held" | "noted";
  readonly what: Phrase;
  readonly remedy: Phrase;
}

const SEND_AGAIN: Phrase = {
  "zh-CN": "请再分发一次给本人，让其按现在的情况决定。",
  "en-US": "Send it out again, to be decided as things stand now.",
};

/** What can be wrong with a signature or a reviewer's decision. */
export const REVIEW_FAULTS = {
  "review-no-reason": {
    severity: "held",
    what: { "zh-CN": "{name}：“{event}”没有写理由。", "en-US": "{name}: “{event}” without a reason." },
    remedy: {
      "zh-CN": "请对方写明理由后再交。",
      "en-US": "Ask for it again with the reason.",
    },
  },
  "review-unsigned": {
    severity: "held",
    what: { "zh-CN": "{name}：“{event}”没有签名。", "en-US": "{name}: “{event}” is not signed." },
    remedy: {
      "zh-CN": "请对方在签名格里写上姓名后再交。",
      "en-US": "Ask for it again with the name in the signature's cell.",
    },
  },
  "review-other-name": {
    severity: "held",
    what: {
      "zh-CN": "{name}：“{event}”应由“{to}”签名，签的却是“{found}”。",
      "en-US": "{name}: “{event}” is for {to} to sign, but the signature is “{found}”.",
    },
    remedy: {
      "zh-CN": "请由本人签名；代签的，请在工作簿的复核里登记。",
      "en-US": "Ask for their own signature; record what a deputy decided in the workbook's review.",
    },
  },
  "review-later": {
    severity: "held",
    what: {
      "zh-CN": "{name}：“{event}”的日期 {on} 太晚：文件保存于 {saved}，今天是 {today}。",
      "en-US": "{name}: “{event}” is dated {on}, but the file was saved on {saved} and today is {today}.",
    },
    remedy: { "zh-CN": "请对方改正日期后再交。", "en-US": "Ask for it again with the right day." },
  },
  "review-moved": {
    severity: "held",
    what: {
      "zh-CN": "{name}：发出时在“{then}”，现在已到“{now}”，不能再“{event}”。",
      "en-US": "{name} stood at “{then}” when this was sent and is at “{now}” now: too late for “{event}”.",
    },
    remedy: {
      "zh-CN": "请看复核记录；仍要改变的，先退回、解锁，再分发。",
      "en-US": "Look at the review log; to change it, return or unlock first and send out again.",
    },
  },
  "review-score": {
    severity: "held",
    what: {
      "zh-CN": "{name}：发出时得分 {then}，现在是 {now}，“{event}”说的是旧得分。",
      "en-US":
        "{name}: the score was {then} when this was sent and is {now} now; “{event}” was about the old one.",
    },
    remedy: SEND_AGAIN,
  },
  "review-not-now": {
    severity: "held",
    what: { "zh-CN": "{name}：{why}。", "en-US": "{name}: {why}." },
    remedy: {
      "zh-CN": "请看“复核与签字”上的所处环节；可以时，把同一份文件再收一次。",
      "en-US": "See where they stand on the review page; once it is possible, collect the same file again.",
    },
  },
  "review-gone": {
    severity: "held",
    what: {
      "zh-CN": "主工作簿的复核里已经没有“{name}”问到的这个人。",
      "en-US": "The master's review no longer holds the person that {name} was asked about.",
    },
    remedy: { "zh-CN": "请先更新人员，再重新分发。", "en-US": "Mend the team list, then send out again." },
  },
  "review-stays": {
    severity: "noted",
    what: {
      "zh-CN": "{name}：这份没有决定，先前登记的“{event}”仍然有效。",
      "en-US": "{name}: nothing is decided here; “{event}”, recorded before, stays.",
    },
    remedy: {
      "zh-CN": "要改变的，请申诉，或在工作簿的复核里退回。",
      "en-US": "To change it, appeal, or return it in the workbook's review.",
    },
  },
  "review-undecided": {
    severity: "noted",
    what: {
      "zh-CN": "{name}：写了理由，却没有选决定。",
      "en-US": "{name}: there is a reason, but no decision was chosen.",
    },
    remedy: { "zh-CN": "请对方选定后再交。", "en-US": "Ask for it again with the decision." },
  },
  "person-locked": {
    severity: "held",
    what: {
      "zh-CN": "{name} 已锁定，“{label}”没有采用。",
      "en-US": "{name} is locked; “{label}” is not taken.",
    },
    remedy: {
      "zh-CN": "确需更改的，先写明理由解锁，再收一次。",
      "en-US": "If it is right, unlock with a reason and collect the file again.",
    },
  },
  "not-a-day": {
    severity: "held",
    what: {
      "zh-CN": "“{label}”应为日期，却填了“{found}”。",
      "en-US": "“{label}” should be a day, not “{found}”.",
    },
    remedy: { "zh-CN": "请写成 2026-4-8 这样。", "en-US": "Ask for a day such as 2026-4-8." },
  },
} as const satisfies Record<string, ReviewFault>;
