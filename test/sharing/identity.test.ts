import { idLine, identityXml, parseIdentityXml, parseIdLine } from "../../src/sharing/identity";

const identity = { master: "62014c97", issue: 2, recipient: "rp1s7mfqd" };

test("a handout's id is one line that people can see and a program can read", () => {
  const line = idLine(identity);
  expect(line).toMatch(/^attain:62014c97:2:rp1s7mfqd:\w{4}$/);
  expect(parseIdLine(`编号（请勿改动）：${line}`)).toEqual(identity);
});

test("a mistyped id is no other person's", () => {
  const line = idLine(identity);
  expect(parseIdLine(line.replace("mfqd", "mfqe"))).toBeUndefined();
  expect(parseIdLine(line.replace(":2:", ":3:"))).toBeUndefined();
});

test("the id also travels as a custom XML part", () => {
  expect(parseIdentityXml(identityXml(identity, "2026-11-22T06:00:00Z"))).toEqual(identity);
  expect(parseIdentityXml(`<other xmlns="urn:other" id="${idLine(identity)}"/>`)).toBeUndefined();
});
