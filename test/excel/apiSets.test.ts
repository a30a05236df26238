/**
 * The manifest promises that ExcelApi 1.9 is enough. Every Office.js member the product uses says in its typings which
 * requirement set it came with; those above the promise may only be used in guarded.ts, behind `isSetSupported`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const root = path.resolve(__dirname, "../..");
const GUARDED = "src/excel/guarded.ts";

interface Use {
  readonly member: string;
  readonly set: string;
  readonly version: string;
  readonly at: string;
  readonly file: string;
  readonly node: ts.Node;
}

const isAbove = (version: string, limit: string): boolean =>
  version.localeCompare(limit, "en", { numeric: true }) > 0;

/** The declared sets of a member, from the comment in front of it; overloads may differ, then the lowest counts. */
function setsOf(declaration: ts.Declaration): { set: string; version: string } | undefined {
  const text = declaration.getSourceFile().text;
  const comments = ts.getLeadingCommentRanges(text, declaration.getFullStart()) ?? [];
  const comment = comments.map(({ pos, end }) => text.slice(pos, end)).join("\n");
  const [, set, version] =
    /\[\s*Api set:\s*(\w+) (\d+(?:\.\d+)*)/.exec(comment) ??
    /Requirement set\*\*:.*\b(SharedRuntime) (\d+\.\d+)/.exec(comment) ??
    [];
  return set?.startsWith("Excel") || set === "SharedRuntime" ? { set, version: version ?? "" } : undefined;
}

function collectUses(program: ts.Program): Use[] {
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  const visit = (node: ts.Node, source: ts.SourceFile): void => {
    if (ts.isPropertyAccessExpression(node) || ts.isBindingElement(node)) {
      const name = ts.isPropertyAccessExpression(node) ? node.name : (node.propertyName ?? node.name);
      const symbol = ts.isBindingElement(node)
        ? checker.getPropertyOfType(checker.getTypeAtLocation(node.parent), name.getText(source))
        : checker.getSymbolAtLocation(name);
      const declared = (symbol?.declarations ?? []).filter((each) =>
        each.getSourceFile().fileName.includes("@types/office-js"),
      );
      const sets = declared
        .flatMap((each) => setsOf(each) ?? [])
        .sort((a, b) => (isAbove(a.version, b.version) ? 1 : -1));
      const [lowest] = sets;
      if (symbol && lowest) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        const file = path.relative(root, source.fileName);
        uses.push({
          member: checker.symbolToString(symbol),
          ...lowest,
          at: `${file}:${line + 1}`,
          file,
          node,
        });
      }
    }
    ts.forEachChild(node, (child) => visit(child, source));
  };
  for (const source of program.getSourceFiles()) {
    if (!source.isDeclarationFile && path.relative(root, source.fileName).startsWith("src/"))
      visit(source, source);
  }
  return uses;
}

function productProgram(): ts.Program {
  const config = ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => readFileSync(file, "utf8"))
    .config as object;
  const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include: ["src"] }, ts.sys, root);
  return ts.createProgram(fileNames, options);
}

const program = productProgram();
const uses = collectUses(program);
const [, promised = "none"] =
  /Name="ExcelApi" MinVersion="([\d.]+)"/.exec(readFileSync(path.join(root, "manifest.xml"), "utf8")) ?? [];
const beyond = uses.filter(({ set, version }) => set !== "ExcelApi" || isAbove(version, promised));

test("the manifest asks for ExcelApi 1.9, and the search sees what is used", () => {
  expect(promised).toBe("1.9");
  const seen = new Set(uses.map(({ member }) => member));
  for (const member of [
    "getItemOrNullObject",
    "suspendApiCalculationUntilNextSync",
    "setXAxisValues",
    "group",
    "setStartupBehavior",
  ])
    expect(seen).toContain(member);
});

test("members of Excel above that are used in guarded.ts only", () => {
  expect(
    beyond
      .filter(({ file, set }) => file !== GUARDED && set !== "SharedRuntime")
      .map(({ at, member, set, version }) => `${at} ${member} needs ${set} ${version}`),
  ).toEqual([]);
});

test("whatever is beyond the promise is used in a function that asks for its set first", () => {
  expect(beyond.length).toBeGreaterThan(0);
  for (const { node, set, version } of beyond) {
    const holder = ts.findAncestor(node, ts.isFunctionDeclaration);
    const before = holder?.getText().slice(0, node.getStart() - holder.getStart()) ?? "";
    const asked =
      set === "ExcelApi"
        ? new RegExp(`has\\("${version}"\\)`)
        : new RegExp(`isSetSupported\\("${set}", "${version}"\\)`);
    expect(before).toMatch(asked);
  }
});
