import { tidyText } from "../clean/text";

export type Outcome = "won" | "lost" | "open";

/** What people write in a stage column, by what it means for scoring. Lower case, no spaces. */
const WORDS: Readonly<Record<Outcome, readonly string[]>> = {
  won: [
    "won",
    "win",
    "closedwon",
    "closed-won",
    "dealwon",
    "success",
    "successful",
    "signed",
    "ordered",
    "yes",
    "y",
    "赢单",
    "赢",
    "成交",
    "已成交",
    "成功",
    "已签约",
    "签约",
    "已签单",
    "签单",
    "成单",
    "已成单",
    "中标",
    "已中标",
    "已完成",
    "完成",
    "是",
    "已签",
    "胜",
    "√",
    "已签合同",
    "已下单",
    "已回款",
    "交易成功",
  ],
  lost: [
    "lost",
    "loss",
    "closedlost",
    "closed-lost",
    "deallost",
    "failed",
    "cancelled",
    "canceled",
    "rejected",
    "no",
    "n",
    "输单",
    "输",
    "丢单",
    "丢",
    "失单",
    "失败",
    "未成交",
    "未中标",
    "落标",
    "流失",
    "已流失",
    "已取消",
    "取消",
    "作废",
    "否",
    "终止",
    "已终止",
    "战败",
    "×",
    "放弃",
    "无效",
    "已关闭",
    "交易失败",
  ],
  open: [
    "open",
    "engaging",
    "engaged",
    "prospecting",
    "prospect",
    "qualified",
    "qualification",
    "qualifying",
    "discovery",
    "proposal",
    "quote",
    "quoted",
    "quotation",
    "negotiation",
    "negotiating",
    "demo",
    "pending",
    "inprogress",
    "new",
    "lead",
    "contacted",
    "onhold",
    "verbal",
    "commit",
    "跟进中",
    "跟进",
    "在跟",
    "进行中",
    "洽谈",
    "洽谈中",
    "意向",
    "初步接触",
    "接触",
    "接洽",
    "接洽中",
    "报价",
    "已报价",
    "报价中",
    "谈判",
    "谈判中",
    "方案",
    "立项",
    "已立项",
    "需求确认",
    "线索",
    "潜在",
    "待定",
    "待跟进",
    "新建",
    "投标",
    "投标中",
    "商务谈判",
    "暂停",
    "搁置",
    "未结束",
    "审批中",
  ],
};

const BY_WORD = new Map<string, Outcome>(
  (Object.keys(WORDS) as Outcome[]).flatMap((outcome) =>
    WORDS[outcome].map((word) => [word, outcome] as const),
  ),
);

/**
 * What a stage means: won, lost or still open; undefined for a word not known. A leading step number or a
 * probability behind it does not matter.
 *
 * @example readOutcome("赢单") // "won"
 * @example readOutcome("5-Closed Won (100%)") // "won"
 */
export function readOutcome(text: string): Outcome | undefined {
  const direct = BY_WORD.get(text.toLowerCase());
  if (direct !== undefined) return direct;
  const bare = tidyText(text)
    .toLowerCase()
    .replace(/\(?\d+\s*%\)?$/, "")
    .replace(/^\d+\s*[-.、:)]?\s*/, "")
    .replace(/\s+/g, "");
  return BY_WORD.get(bare);
}
