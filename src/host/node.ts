import { loadClient } from "./clientInNode";
import { loadEngine } from "./engineInNode";
import { createHost, type Host } from "./host";
import type { HostWorkbook } from "./workbook";

/**
 * A host in Node, connected: the global `Excel.run` reaches it until another host is made or connected.
 *
 * @param workbook An opened workbook; a new one when left out.
 */
export function createNodeHost(workbook?: HostWorkbook): Host {
  return createHost({ client: loadClient(), engine: loadEngine(), ...(workbook ? { workbook } : {}) });
}
