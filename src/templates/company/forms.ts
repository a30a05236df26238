/** Pages of a template that are forms, whoever fills them in. */
import type { SheetSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import type { Template } from "../template";
import { withoutTyped } from "../typed";
import type { CompanyTemplate } from "./definition";
import { placeholderRequest } from "./plan";

/** Pages of the gallery's template that are the same whoever the plan is for: forms, beside the plan's own pages. */
export function formPages(base: Template, body: CompanyTemplate["body"], lang: Lang): readonly SheetSpec[] {
  const { sheets } = base.book(lang);
  if (body.kind !== "plan" || base.fill?.kind !== "plan") return body.kind === "form" ? sheets : [];
  const others = base.fill.book(placeholderRequest(body), lang).sheets;
  const blank = (sheet: SheetSpec | undefined): string =>
    sheet === undefined ? "" : JSON.stringify(withoutTyped(sheet).blocks);
  return sheets.filter((sheet) => blank(sheet) === blank(others.find(({ id }) => id === sheet.id)));
}
