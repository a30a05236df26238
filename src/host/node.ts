import { loadClient } from "./client/clientInNode";
import { loadEngine } from "./calc/engineInNode";
import { createHost, type Host } from "./host";
import { HOST_SETS, installOfficeShell } from "./client/officeShell";
import type { HostWorkbook } from "./book/workbook";

const LIGHT = { background: "#FFFFFF", text: "#000000", control: "#F3F2F1", controlText: "#000000" };

/**
 * A host in Node, connected: the global `Excel.run` reaches it until another host is made or connected.
 *
 * @param workbook An opened workbook; a new one when left out.
 */
export function createNodeHost(workbook?: HostWorkbook): Host {
  const client = loadClient();
  installOfficeShell({ language: "en-US", theme: LIGHT, sets: { ExcelApi: HOST_SETS.ExcelApi } });
  return createHost({ client, engine: loadEngine(), ...(workbook ? { workbook } : {}) });
}
