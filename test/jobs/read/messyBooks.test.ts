/** A company's own files: what is wrong is told with its cell and its remedy, what is merely odd is not called wrong. */
import { surveyWorkbook } from "../../../src/jobs/run";
import type { ProblemGroupView } from "../../../src/jobs/types";
import { LANGS, type Lang } from "../../../src/words";
import { crmBook, hrBook, type MessyBook } from "../../support/messyBooks";

interface Read {
  readonly book: MessyBook;
  readonly problems: readonly ProblemGroupView[];
}

async function read(make: () => Promise<MessyBook>, lang: Lang): Promise<Read> {
  const book = await make();
  const { survey } = await surveyWorkbook({ lang });
  return { book, problems: survey.problems };
}

describe.each(LANGS)("in %s", (lang) => {
  test.each([
    ["a CRM's export", crmBook],
    ["HR's month", hrBook],
  ])("%s: exactly the wrong cells are told, each once, with what should stand there", async (_, make) => {
    const { book, problems } = await read(make, lang);
    const told = problems
      .filter(({ severity }) => severity !== "info")
      .flatMap(({ code, places, expected, action }) =>
        places.map((place) => ({
          at: `${place.sheet}!${place.cell} ${code}`,
          says: `${expected ?? ""}${place.action ?? action}`,
        })),
      );
    expect(told.map(({ at }) => at).sort()).toEqual(
      book.planted.map(({ cell, kind }) => `${book.sheet}!${cell} ${kind}`).sort(),
    );
    const chinese = /[\u4e00-\u9fff]{2}/;
    for (const { says } of told) expect([says, chinese.test(says)]).toEqual([says, lang === "zh-CN"]);
    expect(told.every(({ says }) => says.length > 5)).toBe(true);
  });

  test("every amount of the ledger is the one meant, whoever wrote it", async () => {
    const { won } = await crmBook();
    const { survey } = await surveyWorkbook({ lang });
    expect(survey.facts.wonValue).toBe(won);
    // Two are called 张伟; their numbers tell them apart.
    expect(survey.facts.people).toBe(6);
  });
});

test("the ledger's own column of units is the team, with no other list", async () => {
  await crmBook();
  const { found } = await surveyWorkbook({ lang: "zh-CN" });
  expect(found?.members.map(({ rep, unit }) => `${unit} ${rep}`)).toEqual([
    "华东 张伟（00017）",
    "华东 李娜",
    "华东 王芳",
    "华南 欧阳建国",
    "华南 张伟（00058）",
    "华南 陈静",
  ]);
});
