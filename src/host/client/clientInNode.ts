import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { OfficeClient } from "./client";

const CLIENT = "@microsoft/office-js/dist/excel-web-16.00.js";

/** Names the script assigns without declaring them where it can be read back from: they must exist in its scope first. */
const ITS_GLOBALS = ["Excel", "Office", "OfficeExtension", "OfficeExt", "OSF", "Microsoft"];

let loaded: OfficeClient | undefined;

/**
 * Microsoft's client in Node, loaded once. The script expects a page; it gets the few members it touches while
 * loading, in a scope of its own, and nothing of it leaks but `Excel`, `OfficeExtension` and `Office`, which become
 * globals as production code expects.
 */
export function loadClient(): OfficeClient {
  loaded ??= evaluate();
  return loaded;
}

function evaluate(): OfficeClient {
  const script = readFileSync(createRequire(import.meta.url).resolve(CLIENT), "utf8");
  const page = pageScope();
  // `with` makes the script find the page's globals, and set its own there. It has to run in this realm: the client
  // tells plain objects by their prototype.
  const run = new Function("page", `with (page) {${script}\n}`) as (this: object, page: object) => void;
  run.call(page, page);
  const excel = page["Excel"] as OfficeClient["excel"];
  const extension = page["OfficeExtension"] as OfficeClient["extension"];
  Object.assign(globalThis, { Excel: excel, OfficeExtension: extension });
  const scope = globalThis as { Office?: unknown };
  scope.Office ??= page["Office"];
  return { excel, extension };
}

function pageScope(): Record<string, unknown> {
  const quiet = (): undefined => undefined;
  const element = { style: {}, setAttribute: quiet, appendChild: quiet, addEventListener: quiet };
  const location = {
    href: "http://localhost/",
    search: "",
    hash: "",
    protocol: "http:",
    host: "localhost",
    hostname: "localhost",
    origin: "http://localhost",
    pathname: "/",
  };
  const page: Record<string, unknown> = {
    location,
    document: {
      URL: location.href,
      referrer: "",
      cookie: "",
      location,
      head: element,
      body: element,
      documentElement: element,
      getElementsByTagName: () => [],
      getElementById: () => null,
      createElement: () => ({ ...element }),
      addEventListener: quiet,
    },
    navigator: { userAgent: "Node", platform: "Node", appVersion: "5.0", language: "en-US" },
    // The script tells the console about everything a page would have.
    console: { log: quiet, warn: quiet, error: quiet, info: quiet, debug: quiet },
    setTimeout,
    clearTimeout,
    Promise,
    performance,
    JSON,
    addEventListener: quiet,
    removeEventListener: quiet,
    localStorage: undefined,
    sessionStorage: undefined,
  };
  for (const name of ITS_GLOBALS) page[name] = undefined;
  for (const name of ["window", "self", "top", "parent"]) page[name] = page;
  return page;
}
