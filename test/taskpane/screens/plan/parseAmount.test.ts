import { parseAmount } from "../../../../src/taskpane/screens/plan/parseAmount";

test.each([
  ["1200万", 12_000_000],
  ["１，２００ 万元", 12_000_000],
  ["1.2亿", 120_000_000],
  ["12m", 12_000_000],
  ["350k", 350_000],
  ["12,006,641", 12_006_641],
  ["-5", undefined],
  ["a lot", undefined],
  ["", undefined],
])("an amount typed as %p is %p", (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});
