/** Node for everything: pages are tested in a real Chromium, never in an imitation of one. */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "\\.(ts|tsx|js|mjs)$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  extensionsToTreatAsEsm: [],
  // IronCalc ships ES modules only; everything else in node_modules runs as it is.
  transformIgnorePatterns: ["/node_modules/(?!(@ironcalc)/)"],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/support/empty.js" },
  setupFiles: ["<rootDir>/test/support/seed.ts"],
  testTimeout: 300000,
  // Much of the waiting is for LibreOffice and Chromium.
  maxWorkers: "100%",
};
