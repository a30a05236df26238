import { Badge, Link, makeStyles } from "@fluentui/react-components";
import type { TableView } from "../../../jobs/types";
import type { Phrase } from "../../../words";
import { plural, usePane, useSay } from "../../context";
import { WORDS } from "../../words";
import { ColumnLine } from "./ColumnLine";
import { Disclosure } from "../../parts/Disclosure";
import { SampleRows } from "./SampleRows";
import { Card, Section } from "../../parts/Section";

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
  count: { flexShrink: 0, whiteSpace: "nowrap" },
  columns: { listStyle: "none", margin: 0, padding: 0 },
});

const ROLES: Record<TableView["role"], Phrase> = {
  ledger: WORDS.roleLedger,
  team: WORDS.roleTeam,
  people: WORDS.rolePeople,
  other: WORDS.roleOther,
};

/** One table of the workbook as it was understood. */
export function TableCard({ table }: { readonly table: TableView }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const found = table.columns.filter((column) => column.column !== undefined).length;
  // What the job can do without is no warning.
  const wanted = table.columns.some((column) => column.needed && column.column === undefined);
  const colour = wanted ? "warning" : found === table.columns.length ? "success" : "informative";
  return (
    <Section
      title={t(ROLES[table.role])}
      label={`${t(ROLES[table.role])} ${table.sheet}!${table.range}`}
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
          <Badge className={styles.count} appearance="tint" color={colour}>
            {t(WORDS.columnsRecognised, { found, all: table.columns.length })}
          </Badge>
        </div>
        <ul className={styles.columns}>
          {table.columns.map((column) => (
            <ColumnLine key={column.field} table={table} column={column} />
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
