import { Button, Checkbox, Field, makeStyles, tokens } from "@fluentui/react-components";
import { BESIDE_PARTS, type BesideChoice, type BesidePart } from "../../../jobs/beside/types";
import type { Preview } from "../../../jobs/types";
import { BESIDE_WORDS as W } from "./besideWords";
import { useFlow, usePane, useSay } from "../../context";
import { Card, Section } from "../../parts/Section";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: "10px" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  table: { display: "flex", flexDirection: "column", gap: "4px" },
  note: {
    margin: "0 0 0 36px",
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "17px",
    overflowWrap: "anywhere",
  },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "4px 0 0 36px" },
  parts: { display: "flex", flexWrap: "wrap", gap: "0 8px" },
});

const USUAL: readonly BesidePart[] = ["total", "grade", "rank"];

/** Where results may stand besides the new sheets: chosen here, looked at, and written with them. */
export function Beside({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const t = useSay();
  const { choices, prepared } = useFlow();
  const { lang, commands } = usePane();
  const offers = preview.besideTables ?? [];
  const views = preview.beside ?? [];
  const chosen = currentChoice(choices.beside, views);
  if (offers.length === 0) return null;
  const busy = prepared.status === "loading";
  const choose = (tables: BesideChoice["tables"], parts: readonly BesidePart[]): void =>
    commands.choose({ beside: tables.length === 0 ? null : { tables, parts } });
  const parts = chosen.parts ?? USUAL;
  const others = (sheet: string) => chosen.tables.filter((table) => table.sheet !== sheet);
  return (
    <Section title={t(W.title)}>
      <Card>
        <div className={styles.stack}>
          <p className={styles.body}>{t(W.body)}</p>
          {offers.map(({ sheet, rows, free }) => {
            const on = chosen.tables.some((table) => table.sheet === sheet);
            const view = views.find((each) => each.sheet === sheet);
            return (
              <div key={sheet} className={styles.table}>
                <Checkbox
                  checked={on}
                  label={t(W.into, { sheet })}
                  onChange={(_event, { checked }) =>
                    choose(checked === true ? [...others(sheet), { sheet }] : others(sheet), parts)
                  }
                />
                <p className={styles.note} role="status">
                  {on && view
                    ? t(W.where, {
                        rows: view.rows,
                        columns: view.columns
                          .map(({ column, header }) => `${column} ${header}`)
                          .join(lang === "zh-CN" ? "、" : ", "),
                      })
                    : t(W.offer, { rows, free })}
                </p>
                {on ? (
                  <div className={styles.row}>
                    <Button
                      size="small"
                      disabled={busy}
                      onClick={() =>
                        void commands.selectedColumn(sheet).then((column) => {
                          if (column !== undefined) choose([...others(sheet), { sheet, column }], parts);
                        })
                      }
                    >
                      {t(W.selected)}
                    </Button>
                    <Button
                      size="small"
                      disabled={busy}
                      onClick={() => choose([...others(sheet), { sheet }], parts)}
                    >
                      {t(W.free)}
                    </Button>
                  </div>
                ) : null}
              </div>
            );
          })}
          {chosen.tables.length === 0 ? null : (
            <Field label={t(W.what)}>
              <div className={styles.parts} role="group" aria-label={t(W.what)}>
                {BESIDE_PARTS.map((part) => (
                  <Checkbox
                    key={part}
                    checked={parts.includes(part)}
                    disabled={parts.length === 1 && parts.includes(part)}
                    label={t(W[part])}
                    onChange={(_event, { checked }) =>
                      choose(
                        chosen.tables,
                        BESIDE_PARTS.filter((each) =>
                          each === part ? checked === true : parts.includes(each),
                        ),
                      )
                    }
                  />
                ))}
              </div>
            </Field>
          )}
        </div>
      </Card>
    </Section>
  );
}

/** What is chosen, or where an earlier run goes on. */
function currentChoice(
  choice: BesideChoice | null | undefined,
  views: NonNullable<Preview["beside"]>,
): BesideChoice {
  if (choice === null) return { tables: [] };
  return choice ?? { tables: views.map(({ sheet }) => ({ sheet })) };
}
