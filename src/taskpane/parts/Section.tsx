import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "10px", minWidth: 0 },
  head: { display: "flex", alignItems: "baseline", justifyContent: "space-between", gap: "8px" },
  title: { margin: 0, fontSize: "14px", lineHeight: "20px", fontWeight: 600 },
  aside: {
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "16px",
    fontVariantNumeric: "tabular-nums",
  },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: "hidden",
    minWidth: 0,
  },
  padded: { padding: "14px" },
});

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** What screen readers call it, where several sections have one title. */
  readonly label?: string;
  readonly children: ReactNode;
}

export function Section({ title, aside, label, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section
      className={styles.section}
      {...(label === undefined ? { "aria-labelledby": id } : { "aria-label": label })}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}

/** A quiet box on the pane's ground. */
export function Card({
  children,
  flush = false,
  className,
}: {
  children: ReactNode;
  flush?: boolean;
  className?: string;
}) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.card, !flush && styles.padded, className)}>{children}</div>;
}
