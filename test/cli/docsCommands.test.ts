/** What README and docs name is there: commands with their options, and what links lead to. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildProgram } from "../../src/cli/main";

const ROOT = join(__dirname, "../..");
const PAGES = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const text = (page: string): string => readFileSync(join(ROOT, page), "utf8");

const { commands } = buildProgram("en-US");

/** Command lines in blocks of their own and in sentences, without the remark behind them. */
const linesOf = (page: string): string[] =>
  [...text(page).matchAll(/(?:^|`)(?:npx )?attain ([a-z][^`\n]*)/gm)].map(([, line = ""]) =>
    line.replace(/ {2,}\S.*$| # .*$/, "").trim(),
  );

test.each(PAGES)("%s: every command and option it names is there", (page) => {
  for (const line of linesOf(page)) {
    const [name = "", ...words] = line.split(/\s+/);
    const command = commands.find((one) => one.name() === name);
    expect([line, command?.name()]).toEqual([line, name]);
    const known = new Set([
      "--help",
      "-h",
      ...(command?.options ?? []).flatMap((one) => [one.long, one.short]),
    ]);
    for (const word of words.filter((one) => /^--?[a-z]/.test(one)))
      expect([line, word, known.has(word.replace(/[^\w-].*$/, ""))]).toEqual([line, word, true]);
  }
});

test.each(PAGES)("%s: its links and paths lead somewhere", (page) => {
  const links = [...text(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = ""]) =>
    join(dirname(page), to),
  );
  const paths = [...text(page).matchAll(/`((?:src|test|docs|bench|assets)\/[\w./-]+)`/g)].map(
    ([, to = ""]) => to,
  );
  expect([...links, ...paths].filter((to) => !existsSync(join(ROOT, to)))).toEqual([]);
});

test("the README names enough commands to be looked at", () => {
  expect(linesOf("README.md").length).toBeGreaterThan(20);
});
