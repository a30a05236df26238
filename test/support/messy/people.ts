import type { Lang } from "../../../src/words";
import type { Random } from "./random";

const CHINESE = [
  "王建国",
  "李晓梅",
  "张伟",
  "刘洋",
  "陈静怡",
  "杨帆",
  "赵子龙",
  "黄丽华",
  "周杰",
  "吴敏",
  "徐浩然",
  "孙悦",
  "马超",
  "朱婷婷",
  "胡斌",
  "郭雪芹",
  "何志强",
  "高翔",
  "林夕",
  "罗永",
  "欧阳娜",
  "司马南",
  "诸葛亮亮",
  "韩梅",
  "冯程程",
  "邓超群",
  "曹操办",
  "彭于",
  "曾国强",
  "萧红",
];
const ENGLISH = [
  "Anna Snelling",
  "Moses Frase",
  "Darcel Schlecht",
  "Zane Levy",
  "James Ascencio",
  "Kary Hendrixson",
  "Elease Gluck",
  "Vicki Laflamme",
  "Rosie Papadopoulos",
  "Maureen Marcano",
  "Hayden Neloms",
  "Donn Cantrell",
  "Versie Hillebrand",
  "Reed Clapper",
  "Boris Faz",
  "Gladys Colclough",
  "Violet Mclelland",
  "Corliss Cosme",
  "Rosalina Dieter",
  "Daniell Hammack",
  "Lajuana Vencill",
  "Markita Hansen",
  "Niesha Huffines",
  "Marty Freudenburg",
  "Cecily Lampkin",
  "Kami Bicknell",
];

export const UNITS: Readonly<Record<Lang, readonly string[]>> = {
  "zh-CN": ["华东区", "华南区", "华北区"],
  "en-US": ["Central", "East", "West"],
};

export function somePeople(random: Random, lang: Lang, count: number): string[] {
  return random.shuffle(lang === "zh-CN" ? CHINESE : ENGLISH).slice(0, count);
}

/** The same name as a careless hand writes it. */
export function sloppyName(random: Random, name: string): string {
  const spread = /[\u4e00-\u9fff]/.test(name)
    ? `${name.slice(0, 1)}${random.pick([" ", "\u3000", "  "])}${name.slice(1)}`
    : name.replace(" ", "  ");
  return random.pick([`${name} `, ` ${name}`, spread, `${name}\u3000`]);
}
