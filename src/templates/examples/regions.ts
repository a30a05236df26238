import type { Team } from "../../planning/team";
import type { Lang, Phrase } from "../../words";

const W = {
  company: { "zh-CN": "公司", "en-US": "Company" },
  region: { "zh-CN": "大区", "en-US": "Region" },
  office: { "zh-CN": "办事处", "en-US": "Office" },
} as const satisfies Record<string, Phrase>;

/** Eight regions with two offices each, and last year's revenue of each in ten thousands. */
const REGIONS: readonly (readonly [
  region: Phrase,
  offices: readonly (readonly [office: Phrase, revenue: number])[],
])[] = [
  [
    { "zh-CN": "华东", "en-US": "East" },
    [
      [{ "zh-CN": "上海", "en-US": "Shanghai" }, 412],
      [{ "zh-CN": "南京", "en-US": "Nanjing" }, 268],
    ],
  ],
  [
    { "zh-CN": "华南", "en-US": "South" },
    [
      [{ "zh-CN": "广州", "en-US": "Guangzhou" }, 355],
      [{ "zh-CN": "深圳", "en-US": "Shenzhen" }, 298],
    ],
  ],
  [
    { "zh-CN": "华北", "en-US": "North" },
    [
      [{ "zh-CN": "北京", "en-US": "Beijing" }, 301],
      [{ "zh-CN": "天津", "en-US": "Tianjin" }, 142],
    ],
  ],
  [
    { "zh-CN": "华中", "en-US": "Central" },
    [
      [{ "zh-CN": "武汉", "en-US": "Wuhan" }, 187],
      [{ "zh-CN": "长沙", "en-US": "Changsha" }, 121],
    ],
  ],
  [
    { "zh-CN": "西南", "en-US": "Southwest" },
    [
      [{ "zh-CN": "成都", "en-US": "Chengdu" }, 176],
      [{ "zh-CN": "重庆", "en-US": "Chongqing" }, 133],
    ],
  ],
  [
    { "zh-CN": "西北", "en-US": "Northwest" },
    [
      [{ "zh-CN": "西安", "en-US": "Xi'an" }, 94],
      [{ "zh-CN": "兰州", "en-US": "Lanzhou" }, 38],
    ],
  ],
  [
    { "zh-CN": "东北", "en-US": "Northeast" },
    [
      [{ "zh-CN": "沈阳", "en-US": "Shenyang" }, 88],
      [{ "zh-CN": "大连", "en-US": "Dalian" }, 72],
    ],
  ],
  [
    { "zh-CN": "海外", "en-US": "Overseas" },
    [
      [{ "zh-CN": "新加坡", "en-US": "Singapore" }, 61],
      [{ "zh-CN": "曼谷", "en-US": "Bangkok" }, 29],
    ],
  ],
];

/** How a year of sales is usually spread over its months. */
const SHAPE = [6, 4, 8, 8, 9, 10, 7, 7, 10, 9, 10, 12] as const;

/**
 * The example organisation with last year's months.
 *
 * @param regions how many of the eight regions
 * @param times how much larger than usual the company is
 */
export function exampleRegions(lang: Lang, regions = REGIONS.length, times = 1): Team {
  const whole = SHAPE.reduce((sum, part) => sum + part, 0);
  return {
    company: W.company[lang],
    levels: [W.region[lang], W.office[lang]],
    members: REGIONS.slice(0, regions).flatMap(([region, offices]) =>
      offices.map(([office, revenue]) => ({
        path: [region[lang], office[lang]],
        history: SHAPE.map((part) => Math.round((revenue * times * part * 10) / whole) / 10),
      })),
    ),
  };
}
