/** One sheet, one person: what the pane says of a single one. */
import { COMPANY_PANE_WORDS } from "../../../src/taskpane/screens/gallery/company/words";
import { GALLERY_WORDS } from "../../../src/taskpane/screens/gallery/words";
import { PLAN_AGAIN_WORDS } from "../../../src/taskpane/screens/home/planAgainWords";
import { REVIEW_WORDS } from "../../../src/taskpane/screens/review/words";
import { say, type Phrase } from "../../../src/words";

const said = (phrase: Phrase, n: string): string => say(phrase, "en-US", { n, name: "X", event: "submit" });

test.each<[Phrase, one: string, two: string]>([
  [REVIEW_WORDS.recorded, "Recorded: submit, 1 person.", "Recorded: submit, 2 people."],
  [GALLERY_WORDS.writeSheets, "Write 1 sheet", "Write 2 sheets"],
  [COMPANY_PANE_WORDS.written, "1 sheet written: X", "2 sheets written: X"],
  [PLAN_AGAIN_WORDS.written, "1 sheet written.", "2 sheets written."],
])("%o", (phrase, one, two) => {
  expect([said(phrase, "1"), said(phrase, "2")]).toEqual([one, two]);
});
