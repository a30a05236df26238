import { readFileSync } from "node:fs";
import { join } from "node:path";
import { implementedMembers } from "../../src/host/client/objects";
import "../../src/host/members/workbook";

test("docs/host.md lists every member the host implements, and no other", () => {
  const page = readFileSync(join(__dirname, "../../docs/host.md"), "utf8");
  const listed = new Map(
    [...page.matchAll(/^\| `(\w+)` +\| (.*?) +\|$/gm)].map(([, name = "", members = ""]) => [
      name,
      members.split(", "),
    ]),
  );
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(implementedMembers()));
});
