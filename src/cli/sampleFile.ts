import { readFile } from "node:fs/promises";
import { buildSample, SAMPLE_FILES } from "../host/sample";
import type { HostWorkbook } from "../host/book/workbook";

const folder = new URL("../../assets/sample/", import.meta.url);

/** The sample workbook, made from the files in `assets/sample`. */
export async function sampleWorkbook(): Promise<HostWorkbook> {
  const read = (name: string) => readFile(new URL(name, folder), "utf8");
  const [pipeline, teams, products] = await Promise.all([
    read(SAMPLE_FILES.pipeline),
    read(SAMPLE_FILES.teams),
    read(SAMPLE_FILES.products),
  ]);
  return buildSample({ pipeline, teams, products });
}
