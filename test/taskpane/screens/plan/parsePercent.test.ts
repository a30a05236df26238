import { parsePercent } from "../../../../src/taskpane/screens/plan/parsePercent";

test.each([
  ["２０％", 0.2],
  ["-5", -0.05],
  ["1000", undefined],
])("a rate typed as %p is %p", (text, rate) => {
  expect(parsePercent(text)).toBe(rate);
});
