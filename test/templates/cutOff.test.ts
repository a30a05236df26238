/** Every page of every template, in both languages and cleared as well, as a demanding reader would look at it. */
import { GALLERY } from "../../src/templates/gallery";
import { templateBook } from "../../src/templates/template";
import { LANGS } from "../../src/words";
import { finishBook } from "../support/finishedBook";
import { pageFaults } from "../support/pageFaults";

const CASES = GALLERY.flatMap(({ number, id }) => LANGS.map((lang) => [number, lang, id] as const));

test.each(CASES)("%s in %s can be read, on screen and on paper", async (_number, lang, id) => {
  const template = GALLERY.find((each) => each.id === id);
  if (!template) throw new RangeError(id);
  for (const examples of [true, false]) {
    const { host } = await finishBook(templateBook(template, lang, { examples }), lang);
    expect(pageFaults(host)).toEqual([]);
  }
});
