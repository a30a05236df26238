import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, type ReactNode } from "react";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  scroll: { flexGrow: 1, overflowY: "auto", overflowX: "hidden", padding: "20px 16px 28px" },
  column: { maxWidth: "560px", margin: "0 auto", display: "flex", flexDirection: "column", gap: "24px" },
  head: { display: "flex", flexDirection: "column", gap: "6px" },
  title: {
    margin: 0,
    fontSize: "22px",
    lineHeight: "30px",
    fontWeight: 600,
    outlineStyle: "none",
    textWrap: "balance",
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "14px", lineHeight: "21px" },
  actions: {
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: "12px 16px",
  },
  actionsRow: {
    maxWidth: "560px",
    margin: "0 auto",
    display: "flex",
    gap: "8px",
    alignItems: "center",
    "& > button:last-child": { flexGrow: 1 },
  },
});

interface PageProps {
  readonly title: string;
  readonly intro?: ReactNode;
  /** Buttons kept in sight at the bottom; the main one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** The person is working in the sheet: the page is announced, but the keyboard stays where it is. */
  readonly quiet?: boolean;
}

/** One screen: a heading that takes the focus on arrival, content that scrolls, actions that stay. */
export function Page({ title, intro, actions, children, quiet = false }: PageProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!quiet) heading.current?.focus({ preventScroll: true });
  }, [quiet]);
  const titleId = useId();
  return (
    <main className={styles.page} aria-labelledby={titleId}>
      <div className={styles.scroll}>
        <div className={styles.column}>
          <div className={styles.head} {...(quiet ? { role: "status" } : {})}>
            <h1 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            {intro === undefined ? null : <p className={styles.intro}>{intro}</p>}
          </div>
          {children}
        </div>
      </div>
      {actions === undefined ? null : (
        <div className={styles.actions}>
          <div className={styles.actionsRow}>{actions}</div>
        </div>
      )}
    </main>
  );
}
