import { Button, Field, Select, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useState } from "react";
import type { ColumnView, Correction, TableView } from "../../../jobs/types";
import { useFlow, usePane, useSay } from "../../context";
import { percent } from "../../parts/numbers";
import { WORDS } from "../../words";

const useStyles = makeStyles({
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto 32px",
    alignItems: "center",
    gap: "0 12px",
    padding: "5px 8px 7px 14px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  label: { fontWeight: 600, overflowWrap: "anywhere" },
  header: { color: tokens.colorNeutralForeground2, fontWeight: 400 },
  reason: {
    gridColumn: "1 / -1",
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "16px",
    overflowWrap: "anywhere",
  },
  sure: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
  },
  track: {
    width: "32px",
    height: "4px",
    borderRadius: "2px",
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
  },
  fill: {
    height: "100%",
    backgroundColor: tokens.colorBrandBackground,
    transformOrigin: "left",
    forcedColorAdjust: "none",
  },
  missing: { color: tokens.colorStatusDangerForeground1 },
  change: { minWidth: "32px", width: "32px" },
  editor: {
    gridColumn: "1 / -1",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "8px 6px 6px 0",
  },
});

const SURE = 0.9;

interface ColumnLineProps {
  readonly table: TableView;
  readonly column: ColumnView;
}

/** One field of a table: the column it comes from, how sure that is and why – and another one at a click. */
export function ColumnLine({ table, column }: ColumnLineProps) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const [changing, setChanging] = useState(false);
  const missing = column.column === undefined;
  // A column nobody would doubt says why only to who asks.
  const why = column.reason !== "" && !column.settled && (changing || column.confidence < SURE);
  const label = t(WORDS.columnChange, { field: column.label });
  return (
    <li className={styles.column}>
      <span className={styles.label}>
        {column.label}{" "}
        <span className={mergeClasses(styles.header, missing && column.needed && styles.missing)}>
          {missing
            ? `${t(column.settled ? WORDS.columnUnused : WORDS.columnMissing)}${column.needed ? ` · ${t(WORDS.columnNeeded)}` : ""}`
            : `← ${column.header === "" ? t(WORDS.columnIn, { column: column.column }) : column.header}`}
        </span>
      </span>
      <span className={styles.sure}>
        {column.settled ? (
          t(WORDS.columnSettled)
        ) : missing ? null : (
          <>
            <span className={styles.track} aria-hidden="true">
              <span
                className={styles.fill}
                style={{ display: "block", width: `${Math.round(column.confidence * 100)}%` }}
              />
            </span>
            <span>{t(WORDS.confidence, { percent: percent(column.confidence, lang) })}</span>
          </>
        )}
      </span>
      <Button
        appearance="subtle"
        className={styles.change}
        icon={<EditRegular />}
        aria-label={label}
        aria-expanded={changing}
        title={label}
        onClick={() => setChanging(!changing)}
      />
      {why ? <span className={styles.reason}>{column.reason}</span> : null}
      {changing ? <Editor table={table} column={column} onDone={() => setChanging(false)} /> : null}
    </li>
  );
}

const NONE = "none";
const RECOGNISE = "recognise";

function Editor({ table, column, onDone }: ColumnLineProps & { readonly onDone: () => void }) {
  const styles = useStyles();
  const t = useSay();
  const { survey } = useFlow();
  const { commands } = usePane();
  const busy = survey.status === "loading";
  const settle = (choice: Correction["column"]) => {
    void commands
      .correctColumn({ role: table.role, sheet: table.sheet, field: column.field, column: choice })
      .then(onDone);
  };
  return (
    <div className={styles.editor}>
      <Field label={t(WORDS.columnChoose, { field: column.label })} hint={t(WORDS.columnKept)}>
        <Select
          autoFocus
          disabled={busy}
          value={column.column ?? NONE}
          onChange={(_event, { value }) =>
            settle(value === NONE || value === RECOGNISE ? value : { column: value })
          }
        >
          {table.choices.map((choice) => (
            <option key={choice.column} value={choice.column}>
              {choice.header === ""
                ? t(WORDS.columnIn, { column: choice.column })
                : `${choice.column} · ${choice.header}`}
            </option>
          ))}
          <option value={NONE}>{t(WORDS.columnNone)}</option>
          <option value={RECOGNISE}>{t(WORDS.columnRecognise)}</option>
        </Select>
      </Field>
      <Button disabled={busy} onClick={() => settle("selection")}>
        {t(WORDS.columnSelected)}
      </Button>
    </div>
  );
}
