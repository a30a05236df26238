import type { Fault } from "../incoming/faults";
import type { FieldKind, ReturnField } from "../fields";
import type { Inspection } from "../incoming/inspect";
import type { Master } from "../master/master";
import type { SharingRecord } from "../record";
import { sameName } from "./masterReview";

/** Answers that a score follows from. Targets, checks and words change nobody's score. */
const SCORED: ReadonlySet<FieldKind> = new Set<FieldKind>(["actual", "input", "item"]);

/** Answers of a returned workbook that would change the score of somebody who is locked, each with its fault. */
export function lockedFields(
  { file, recipient, answers, places }: Inspection,
  { review, ratings }: Master,
  { layouts }: SharingRecord,
): { readonly index: number; readonly fault: Fault }[] {
  const locked = (review?.people ?? []).filter(({ standing }) => standing.stage === "locked");
  if (!recipient || locked.length === 0) return [];
  const fields = layouts[recipient.layout]?.fields ?? [];
  const whose = (field: ReturnField): (typeof locked)[number] | undefined => {
    if (!SCORED.has(field.kind)) return undefined;
    const id = recipient.people[field.person] ?? "";
    const duty = field.kind === "item" ? ratings?.duties.find((one) => one.id === id) : undefined;
    return duty
      ? locked.find((one) => sameName(one.name, duty.about) && sameName(one.unit, duty.unit))
      : locked.find((one) => one.id === id);
  };
  return [...answers.keys()].flatMap((index) => {
    const field = fields[index];
    const person = field && whose(field);
    if (!person) return [];
    const at = places?.get(index) ?? field;
    const params = { name: person.label, label: field.label };
    return [{ index, fault: { code: "person-locked" as const, file, sheet: at.tab, cell: at.cell, params } }];
  });
}
