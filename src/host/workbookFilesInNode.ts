import type { WorkbookFiles } from "../jobs/sharing/sharing";
import { loadClient } from "./client/clientInNode";
import { loadEngine } from "./calc/engineInNode";
import { workbookFiles } from "./workbookFiles";

/** Makes and reads files in Node, beside whatever workbook is open there. */
export function filesInNode(): WorkbookFiles {
  return workbookFiles(loadClient(), loadEngine());
}
