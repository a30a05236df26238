import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { AttainError } from "../errors";
import type { NamedPlan } from "../jobs/plan/plannedWork";
import { readWorkPlan } from "../sheets/forms/readWorkPlan";
import { openTemplateFile } from "./templateFiles";

/**
 * The work plans of a file, or of every workbook in a folder that has one.
 *
 * @throws AttainError `file-missing`, `file-unreadable`, `no-work-plan` when nothing there holds a page of weekly tasks
 */
export async function readWorkPlans(path: string): Promise<NamedPlan[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AttainError("file-missing", { name: path }, undefined, { cause });
  });
  const files = found.isDirectory()
    ? (await readdir(path))
        .filter((name) => /\.xls[xm]$/i.test(name) && !name.startsWith("~$"))
        .toSorted()
        .map((name) => join(path, name))
    : [path];
  const plans: NamedPlan[] = [];
  for (const file of files) {
    const { source } = await openTemplateFile(file);
    const read = readWorkPlan(source.pages.map(({ tab, values }) => ({ tab, values })));
    if (read) plans.push({ source: basename(file), plan: read.plan });
  }
  if (plans.length === 0) throw new AttainError("no-work-plan");
  return plans;
}
