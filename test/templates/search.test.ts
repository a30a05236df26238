/** Templates are found by what people call them. */
import { GALLERY } from "../../src/templates/gallery";
import { CALLED, finds, nearestTemplates, searchText } from "../../src/templates/search";

const found = (words: string): string[] =>
  GALLERY.filter((template) => finds(searchText(template), words)).map(({ id }) => id);

test("every template is called something, with an initial for each character of its Chinese name", () => {
  expect(Object.keys(CALLED).sort()).toEqual(GALLERY.map(({ id }) => id).sort());
  for (const { id, name } of GALLERY) {
    const characters = name["zh-CN"].replace(/（.*）/, "").match(/[\u4E00-\u9FFF]/g) ?? [];
    expect([id, CALLED[id]?.initials.length]).toEqual([id, characters.length]);
  }
});

test.each([
  ["周报", ["work-plan"]],
  ["weekly report", ["work-plan"]],
  ["零售", ["retail-drivers"]],
  ["门店客单价", ["retail-drivers"]],
  ["khk", ["customer-card"]],
  ["ndxs", ["annual-sales-plan"]],
  ["d20", ["training-plan"]],
  ["CRM", ["customer-card"]],
  ["roi", ["promotion"]],
  ["quota", ["annual-sales-plan", "regions", "growth-plan"]],
  [
    "ＫＰＩ",
    [
      "rep-monthly",
      "responsibility-letter",
      "four-part",
      "director-letter",
      "sales-evaluation",
      "manager-annual",
      "operating-responsibility",
    ],
  ],
  ["zzz", []],
])("%s finds %j", (words, ids) => {
  expect(found(words)).toEqual(ids);
});

test.each([
  ["workplan", ["work-plan"]],
  ["trainig-plan", ["training-plan"]],
  ["customer card", ["customer-card"]],
  ["培训", ["training-plan"]],
  ["提成", ["commission"]],
  ["qqqqqq", []],
])("%s was meant for %j", (wanted, ids) => {
  expect(
    nearestTemplates(wanted)
      .map(({ id }) => id)
      .slice(0, 1),
  ).toEqual(ids);
});
