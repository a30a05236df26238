import { AttainError } from "../../errors";
import { CHECKS, STATUSES } from "../../forms/workPlan";
import { columnName, quoteSheet } from "../../formula/references";
import { readWorkPlan } from "../../sheets/forms/readWorkPlan";
import { STATUS_WORDS, W as FORM } from "../../sheets/forms/workPlanWords";
import { shortDigest } from "../digest";
import { GridPage } from "./gridPage";
import type { CheckItem, Master } from "./master";
import type { CheckRanges } from "../pages/checkRanges";
import type { MasterSheets } from "./masterSheets";

/**
 * A work plan as a master: each task is an item to be checked by its owner, the unit and the supervision centre.
 *
 * @throws AttainError `no-master` when there is no page of weekly tasks
 */
export function readWorkPlanMaster(sheets: MasterSheets): Master {
  const pages = [...sheets.values()].map((grid) => new GridPage(grid));
  const read = readWorkPlan(pages.map((page) => ({ tab: page.tab, values: page.table() })));
  const page = pages.find(({ tab }) => tab === read?.tasks.tab);
  if (!read || !page) throw new AttainError("no-master");
  const { plan, lang, tasks } = read;
  const keys = ["status", "reason", ...CHECKS];
  const items = tasks.rows.flatMap(({ row, values }): CheckItem[] => {
    const text = (key: string): string => String(values[key] ?? "").trim();
    if (text("text") === "" || text("owner") === "") return [];
    const task = plan.tasks.find(({ id }) => id === text("id"));
    return [
      {
        id: `w${shortDigest([text("id"), text("owner"), text("text")].join("\u0001"), 9)}`,
        about: text("owner"),
        // A work plan is one unit's.
        unit: plan.title,
        period: task?.due ?? "",
        what: text("text"),
        stands: text("status"),
        rule: "",
        cells: new Map(
          keys.flatMap((key) => {
            const column = tasks.columns.get(key);
            return column === undefined ? [] : [[key, page.item(row - 1, column)] as const];
          }),
        ),
      },
    ];
  });
  return {
    lang,
    baseYear: plan.year,
    months: [],
    people: [],
    title: plan.title,
    checks: {
      title: plan.title,
      gives: "done",
      items,
      more: [
        {
          key: "status",
          name: FORM.status[lang],
          choices: STATUSES.map((status) => STATUS_WORDS[status][lang]),
        },
        { key: "reason", name: FORM.reason[lang] },
      ],
    },
    taskRanges: rangesOf(page, tasks),
  };
}

function rangesOf(
  page: GridPage,
  {
    columns,
    rows,
  }: { readonly columns: ReadonlyMap<string, number>; readonly rows: readonly { readonly row: number }[] },
): CheckRanges {
  const [first, last] = [rows[0]?.row ?? 1, rows.at(-1)?.row ?? 1];
  return {
    people: "owner",
    along: "month",
    span: (key) => {
      const letter = columnName(columns.get(key) ?? 0);
      return `${quoteSheet(page.tab)}!$${letter}$${first}:$${letter}$${last}`;
    },
  };
}
