import { ColumnWriter, TEXT, isConstant, textAt, type Column } from "../column";
import { toText } from "../values";
import { argument, rowsOf, type EvaluateColumns } from "./arguments";

const isEmptyText = (column: Column): boolean =>
  column.kinds === TEXT && isConstant(column) && textAt(column, 0) === "";

/** `&`. */
export const join: EvaluateColumns = (args, rows) => {
  const length = rowsOf(args, rows);
  const [before, after] = [argument(args, 0), argument(args, 1)];
  if (isEmptyText(after) && before.kinds === TEXT) return before;
  if (isEmptyText(before) && after.kinds === TEXT) return after;
  const writer = new ColumnWriter(length);
  for (let i = 0; i < length; i += 1) {
    const parts = args.map((arg) => toText(arg, i));
    const failed = parts.find((part) => "error" in part);
    if (failed && "error" in failed) writer.putError(i, failed.error);
    else writer.putText(i, parts.map((part) => ("text" in part ? part.text : "")).join(""));
  }
  return writer.done();
};
