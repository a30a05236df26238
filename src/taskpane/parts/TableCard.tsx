import { Badge, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ColumnView, TableView } from "../../jobs/types";
import type { Phrase } from "../../words";
import { plural, usePane, useSay } from "../context";
import { percent } from "../numbers";
import { WORDS } from "../words";
import { Disclosure } from "./Disclosure";
import { SampleRows } from "./SampleRows";
import { Card, Section } from "./Section";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", gap: "8px", padding: "12px 14px", minWidth: 0 },
  place: {
    minWidth: 0,
    flexGrow: 1,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    textAlign: "left",
  },
  columns: { listStyle: "none", margin: 0, padding: 0 },
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "0 12px",
    padding: "9px 14px",
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
});

const ROLES: Record<TableView["role"], Phrase> = {
  ledger: WORDS.roleLedger,
  team: WORDS.roleTeam,
  other: WORDS.roleOther,
};

/** One table of the workbook as it was understood. */
export function TableCard({ table }: { readonly table: TableView }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const found = table.columns.filter((column) => column.column !== undefined).length;
  return (
    <Section
      title={t(ROLES[table.role])}
      aside={t(plural(table.rows, WORDS.rowCountOne, WORDS.rowCount), { n: table.rows })}
    >
      <Card flush>
        <div className={styles.head}>
          <Link
            as="button"
            className={styles.place}
            onClick={() => void commands.goTo(table.sheet, table.range)}
            title={t(WORDS.goTo, { where: `${table.sheet}!${table.range}` })}
          >
            {table.sheet}!{table.range}
          </Link>
          <Badge appearance="tint" color={found === table.columns.length ? "success" : "warning"}>
            {t(WORDS.columnsRecognised, { found, all: table.columns.length })}
          </Badge>
        </div>
        <ul className={styles.columns}>
          {table.columns.map((column) => (
            <Column key={column.field} column={column} />
          ))}
        </ul>
        {table.sample.length === 0 ? null : (
          <Disclosure summary={t(WORDS.firstRows)}>
            <SampleRows table={table} />
          </Disclosure>
        )}
      </Card>
    </Section>
  );
}

function Column({ column }: { readonly column: ColumnView }) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const missing = column.column === undefined;
  return (
    <li className={styles.column}>
      <span className={styles.label}>
        {column.label}{" "}
        <span className={mergeClasses(styles.header, missing && column.needed && styles.missing)}>
          {missing
            ? `${t(WORDS.columnMissing)}${column.needed ? ` · ${t(WORDS.columnNeeded)}` : ""}`
            : `← ${column.header === "" ? t(WORDS.columnIn, { column: column.column ?? "" }) : column.header}`}
        </span>
      </span>
      {missing ? null : (
        <span className={styles.sure}>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.fill}
              style={{ display: "block", width: `${Math.round(column.confidence * 100)}%` }}
            />
          </span>
          <span>{t(WORDS.confidence, { percent: percent(column.confidence, lang) })}</span>
        </span>
      )}
      {column.reason === "" ? null : <span className={styles.reason}>{column.reason}</span>}
    </li>
  );
}
