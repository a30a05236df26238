import { makeStyles, tokens } from "@fluentui/react-components";
import type { Preview } from "../../jobs/types";
import { say, type Lang, type Phrase } from "../../words";
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

const WITH_UNIT: Phrase = { "zh-CN": "{name}（{unit}）", "en-US": "{name} ({unit})" };

/** Who shares a reason stands beside it together. */
function byReason(
  left: Preview["left"],
  lang: Lang,
): { readonly reason: string; readonly people: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { name, unit, reason } of left) {
    const people = groups.get(reason) ?? [];
    people.push(unit === "" ? name : say(WITH_UNIT, lang, { name, unit }));
    groups.set(reason, people);
  }
  return [...groups].map(([reason, people]) => ({ reason, people }));
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
          {byReason(left, lang).map(({ reason, people }) => (
            <li key={reason}>
              {people.join(lang === "zh-CN" ? "、" : ", ")}
              {reason === "" ? null : <span className={styles.reason}>{reason}</span>}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
