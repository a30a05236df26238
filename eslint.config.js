import js from "@eslint/js";
import globals from "globals";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * Which folder may import which. Data flows one way: the pure folders know neither Excel nor React nor Node, and
 * only `src/excel` touches `Excel.*`.
 */
const pure = ["planning", "scoring", "formula", "records", "forms", "sheets", "sharing", "templates"];
const layers = {
  formula: [
    "planning",
    "scoring",
    "records",
    "sheets",
    "excel",
    "jobs",
    "taskpane",
    "commands",
    "cli",
    "host",
  ],
  planning: ["scoring", "records", "sheets", "excel", "jobs", "taskpane", "commands", "cli", "host"],
  scoring: ["planning", "records", "sheets", "excel", "jobs", "taskpane", "commands", "cli", "host"],
  records: ["planning", "scoring", "sheets", "excel", "jobs", "taskpane", "commands", "cli", "host"],
  forms: ["scoring", "records", "sheets", "excel", "jobs", "taskpane", "commands", "cli", "host"],
  sheets: ["excel", "jobs", "taskpane", "commands", "cli", "host"],
  sharing: ["excel", "jobs", "taskpane", "commands", "cli", "host"],
  // A template is made by the same pure books as the jobs make theirs.
  templates: ["excel", "taskpane", "commands", "cli", "host"],
  excel: ["sharing", "templates", "jobs", "taskpane", "commands", "cli", "host"],
  jobs: ["taskpane", "commands", "cli", "host"],
  taskpane: ["cli", "host", "excel"],
  commands: ["cli", "host"],
  host: ["cli"],
};
const outside = [
  "react",
  "react-dom",
  "react/*",
  "react-dom/*",
  "@fluentui/*",
  "@microsoft/*",
  "@ironcalc/*",
  "excelize-wasm",
  "node:*",
];

const layerRules = Object.entries(layers).map(([folder, forbidden]) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  // The preview page is the one place where the host and the pane meet.
  ignores: ["src/host/preview/**"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: forbidden.flatMap((name) => [`**/../${name}/*`, `**/../${name}/**`]),
            message: `src/${folder} may not know this folder.`,
          },
          ...(pure.includes(folder) ? [{ group: outside, message: `src/${folder} is pure.` }] : []),
        ],
      },
    ],
    ...(pure.includes(folder)
      ? {
          "no-restricted-globals": [
            "error",
            "Excel",
            "Office",
            "window",
            "document",
            "process",
            "localStorage",
            "fetch",
          ],
        }
      : {}),
    ...(folder !== "excel" && folder !== "host"
      ? {
          "no-restricted-syntax": [
            "error",
            { selector: "MemberExpression[object.name='Excel']", message: "Only src/excel touches Excel.*" },
          ],
        }
      : {}),
  },
}));

export default tseslint.config(
  { ignores: ["dist/", "demo/", "coverage/", "node_modules/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "no-restricted-exports": [
        "error",
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  { files: ["**/*.{js,mjs,cjs}"], languageOptions: { globals: { ...globals.node } } },
  {
    files: ["src/{excel,taskpane,commands}/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
    },
  },
  {
    files: ["src/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  ...layerRules,
);
