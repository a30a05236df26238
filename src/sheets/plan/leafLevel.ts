import type { Plan } from "../../planning/plan";

const PEOPLE = /员|人|姓名|经理|代表|顾问|主管|\b(rep|person|people|name|employee|staff|agent|manager)s?\b/i;
const PLACES =
  /[区店部组站市省]$|办事处|公司|中心|机构|渠道|经销商|客户|产品|\b(office|region|area|store|shop|branch|team|department|dealer|account|customer|station|city|centre|center|unit)s?$/i;

/**
 * What those who carry the targets are called when they are places, not people; undefined for people and for levels
 * whose name says neither.
 *
 * @example placeLevel({ levels: ["大区", "办事处"] }) // "办事处"
 * @example placeLevel({ levels: ["大区", "业务员"] }) // undefined
 */
export function placeLevel({ levels }: Pick<Plan, "levels">): string | undefined {
  const level = levels.at(-1)?.trim() ?? "";
  return PLACES.test(level) && !PEOPLE.test(level) ? level : undefined;
}
