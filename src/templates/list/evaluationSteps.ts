import type { Phrase } from "../../words";

const step = (zh: string, en: string): Phrase => ({ "zh-CN": zh, "en-US": en });

/** How to use an evaluation of the gallery where nothing else is said: five lines. */
export const USUAL_STEPS: readonly Phrase[] = [
  step(
    "在数据表的黄色单元格填写人员和数字；没有数据的留空，不要写 0。",
    "Fill in people and figures in the yellow cells of the data pages; leave what is not known empty, never 0.",
  ),
  step(
    "需要评分的指标由考核人填写评分表，缺评的处理方式写在方案里。",
    "Where raters give points they fill in the ratings; the scheme says what happens when one is missing.",
  ),
  step(
    "得分、等级、名次都是公式，点开可以看到每一分的来处。",
    "Scores, grades and ranks are formulas: click one to see where every point comes from.",
  ),
  step(
    "权重、门槛、扣分在“考核方案”修改，结果立即更新。",
    "Change weights, thresholds and deductions on the scheme pages; results follow at once.",
  ),
  step(
    "在个人考核表选择姓名，打印一页，面谈后双方签字。",
    "Pick a name on the card, print the page, talk it over and both sign.",
  ),
];

/** The same in the words of a scheme that works in its own way. */
export const STEPS: Readonly<Record<string, readonly Phrase[]>> = {
  "rep-monthly": [
    step(
      "每月在三张“考核数据”的黄色单元格填写大区经理、业务员和服务代表的数字；还没到的月份留空。",
      "Each month fill in the yellow cells of the three data pages: regional managers, reps, field service; leave months to come empty.",
    ),
    step(
      "服务代表的十项由客服、配件、质量和大区经理各评各的，填在“评分记录”。",
      "Hotline, parts, quality and the regional manager each score their own of the service rep's ten lines on Ratings.",
    ),
    step(
      "连续两个月出现同样的问题，扣分自动加倍；全年得分是已考核各月的平均。",
      "What is missed two months running counts double by itself; the year is the mean of the months scored.",
    ),
    step(
      "在“薪酬汇总”选择发放月份，填工资标准和任务完成率：50 % 固定、35 % 随完成率、15 % 随得分。",
      "On Pay summary pick the month and fill in salary and attainment: 50 % fixed, 35 % by attainment, 15 % by score.",
    ),
    step(
      "在“个人考核表”选择姓名和月份，打印一页，面谈后双方签字；权重和扣分在“考核方案”修改。",
      "Pick name and month on Card, print the page, talk it over and sign; weights and deductions stand on the scheme pages.",
    ),
  ],
  "responsibility-letter": [
    step(
      "年初在“考核方案”核对五项目标的底线和分值，在“责任书”逐人打印，由双方签字。",
      "At the start of the year check limits and points on the scheme page, pick each person on Letter, print it and have both sign.",
    ),
    step(
      "年末在“考核数据”的黄色单元格填写各部门的实际数；没有数据的留空，不要写 0。",
      "At its end fill in each department's figures in the yellow cells of Data; leave what is not known empty, never 0.",
    ),
    step(
      "在“薪酬汇总”填应发工资：30 % 是绩效部分，每项未达标扣其 10 %，安全项加倍；未达标项数自动取自得分。",
      "On Pay summary fill in gross pay: 30 % is the pool, each miss takes a tenth of it, safety twice; misses are counted from the scores.",
    ),
    step(
      "发生重大事故，取消全年奖励，绩效部分为 0。",
      "A major accident cancels the year's rewards: the pool is 0.",
    ),
    step(
      "在“个人考核表”选择负责人，打印一页，谈话后双方签字。",
      "Pick whoever answers for a department on Card, print the page, talk it over and both sign.",
    ),
  ],
  "field-office": [
    step(
      "每季度在八张“考核数据”（每个岗位一张）填写实际数，黄色单元格才需要填。",
      "Each quarter fill in the eight data pages, one a position: yellow cells only.",
    ),
    step(
      "评分填在“评分记录”：办公室岗位直接上级 70 %、上级 30 %，促销员主管 40 %、业务员 60 %，自评只记录不计分。",
      "Ratings go on Ratings: 70 % direct superior and 30 % upper in the office, 40 % supervisor and 60 % rep for promoters; self is recorded, not counted.",
    ),
    step(
      "开拓、成长、成熟三个阶段的权重写在“考核方案”；换阶段时用达成窗格重新生成。",
      "Weights at launch, in growth and when mature stand on the scheme pages; to change the phase, evaluate again in Attain's pane.",
    ),
    step(
      "每季度看“等级与奖惩”：前几名奖励，倒数第二、三名警告，最后一名或连续垫底淘汰，名额可改。",
      "Each quarter see Grades and consequences: the first are rewarded, the two above the last warned, the last is out; how many can be changed.",
    ),
    step(
      "“个人考核表”每个岗位一页：选择姓名和季度，打印，面谈后双方签字。",
      "Card has a page for each position: pick name and quarter, print it, talk it over and both sign.",
    ),
  ],
  "four-part": [
    step(
      "每三个月在“考核数据”填写团队业绩 TP、个人目标 IP 和工时；态度 AT 由实际工时除以应出勤工时得出。",
      "Every three months fill in team result TP, own goals IP and hours on the data pages; attitude AT is hours worked by hours due.",
    ),
    step(
      "能力 CP 填在“评分记录”：经理由上级、下级、内部客户评，员工由上级评，自评只记录不计分。",
      "Capability CP goes on Ratings: superior, subordinates and internal customers rate managers, the superior rates staff; self is recorded, not counted.",
    ),
    step(
      "下级少于三份评分不显示，其权重分给其他人；员工缺上级评分则等待，方案里写明。",
      "Fewer than three answers of subordinates are not shown and their weight goes to the others; staff wait for their superior. The scheme says so.",
    ),
    step(
      "四部分的权重在“考核方案”修改，经理和员工各一张，合计应为 100。",
      "Weights of the four parts stand on the scheme pages, one for managers and one for staff; they add up to 100.",
    ),
    step(
      "“个人考核表”上选择姓名，打印一页，面谈后双方签字，约定的改进下一期再看。",
      "Pick a name on Card, print the page, talk it over and sign; look at what was agreed in the next cycle.",
    ),
  ],
  commission: [
    step(
      "在“目标分解”按区域、业务员、月份改写任务（立方米），打印“任务分解确认表”由本人和主管签字。",
      "Type targets in m³ by area, rep and month on Targets, print the confirmation sheets and have rep and manager sign.",
    ),
    step(
      "每月在“考核数据”填销量、回款、应收、违规次数；任务来自“目标分解”，新人头两个月不考核。",
      "Each month fill in volume, collection, receivables and breaches on Data; targets come from Targets, newcomers are left out for two months.",
    ),
    step(
      "在“薪酬汇总”选择月份，填出差天数和奖金标准；完成率和回款取自考核。",
      "On Pay summary pick the month, fill in days out and the bonus at 100 %; attainment and collection come from the evaluation.",
    ),
    step(
      "完成率不足 60 % 每天补 80 元，达到后 100 元，主任 120、150 元；不足 30 % 没有奖金；提成次月发 70 %，年终发 30 %。",
      "Under 60 % 80 a day, from there 100, directors 120 and 150; no bonus under 30 %; commission 70 % next month, 30 % at year end.",
    ),
    step(
      "档位和比例在“薪酬方案”、权重和扣分在“考核方案”修改，结果立即更新。",
      "Change steps and rates on Pay plan, weights and deductions on Scheme; results follow at once.",
    ),
  ],
};
