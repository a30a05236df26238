import { makeStyles, tokens } from "@fluentui/react-components";
import type { Preview } from "../../jobs/types";
import { usePane } from "../context";
import { whole } from "./numbers";
import { Card, Section } from "./Section";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  reason: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px", display: "block" },
});

interface LeftListProps {
  readonly title: string;
  readonly left: Preview["left"];
}

/** People nothing was worked out for, and why: never a silent zero. */
export function LeftList({ title, left }: LeftListProps) {
  const styles = useStyles();
  const { lang } = usePane();
  if (left.length === 0) return null;
  return (
    <Section title={title} aside={whole(left.length, lang)}>
      <Card>
        <ul className={styles.list}>
          {left.map(({ name, unit, reason }) => (
            <li key={`${unit} ${name}`}>
              {name}
              <span className={styles.reason}>
                {[unit, reason].filter((text) => text !== "").join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
