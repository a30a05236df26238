import type { Phrase } from "../../words";

/** `attain --help`, but for what its commands say of themselves. */
export const PROGRAM_HELP = {
  about: {
    "zh-CN": "Attain 达成：在普通工作簿里分解目标、考核人员。",
    "en-US": "Attain: plan targets and score people inside ordinary workbooks.",
  },
  version: { "zh-CN": "显示版本号", "en-US": "print the version" },
  help: { "zh-CN": "显示用法", "en-US": "show how it is used" },
  helpCommand: { "zh-CN": "显示一个命令的用法", "en-US": "show how a command is used" },
  schema: {
    "zh-CN": "输出命令所收 JSON 的格式（JSON Schema）",
    "en-US": "Print the JSON Schema of what a command accepts",
  },
  schemaWhat: { "zh-CN": "哪一种", "en-US": "what is described" },
  more: {
    "zh-CN": `
例：
  attain demo -o demo                       用示例台账做出完成的工作簿
  attain inspect 台账.xlsx                  认出了什么，哪里有问题
  attain plan 台账.xlsx -o 目标.xlsx --growth 20%
  attain evaluate 台账.xlsx -o 考核.xlsx --scheme scheme.json
  attain template 周报 --list               找现成的工作簿
  attain template D1 -o 月度考核.xlsx
  attain distribute 考核.xlsx -o 分发 --to reps --zip 分发.zip
  attain collect 考核-distributed.xlsx 收回/ --preview
  attain plan --help                        一个命令的全部选项

退出码：0 完成，1 意外错误，2 命令写法，3 输入文件，4 请求内容，5 无解，6 写入`,
    "en-US": `
Examples:
  attain demo -o demo                       make the finished sample workbooks
  attain inspect ledger.xlsx                what was recognised, and its problems
  attain plan ledger.xlsx -o plan.xlsx --growth 20%
  attain evaluate ledger.xlsx -o scores.xlsx --scheme scheme.json
  attain template weekly --list             find a ready workbook
  attain template D1 -o monthly.xlsx
  attain distribute scores.xlsx -o out --to reps --zip out.zip
  attain collect scores-distributed.xlsx returned/ --preview
  attain plan --help                        every option of a command

Exit codes: 0 done, 1 unexpected, 2 usage, 3 input, 4 request, 5 no solution, 6 write`,
  },
} as const satisfies Record<string, Phrase>;

/** What the commands are about, in the order of the page. */
export const GROUPS: readonly { readonly title: Phrase; readonly commands: readonly string[] }[] = [
  {
    title: { "zh-CN": "开始：", "en-US": "To begin with:" },
    commands: ["demo", "inspect", "template"],
  },
  {
    title: { "zh-CN": "目标分解：", "en-US": "Planning:" },
    commands: ["plan", "track", "revise", "follow", "drivers", "visits"],
  },
  {
    title: { "zh-CN": "考核：", "en-US": "Scoring:" },
    commands: ["evaluate", "explain", "whatif", "pay", "review", "interview"],
  },
  {
    title: { "zh-CN": "分发与回收：", "en-US": "Out and back:" },
    commands: ["distribute", "collect"],
  },
  {
    title: { "zh-CN": "工作计划：", "en-US": "Work plans:" },
    commands: ["roll", "approve"],
  },
  {
    title: { "zh-CN": "其他：", "en-US": "Besides:" },
    commands: ["schema"],
  },
];
