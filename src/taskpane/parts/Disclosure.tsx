import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState, type ReactNode } from "react";

const useStyles = makeStyles({
  button: {
    width: "100%",
    border: "none",
    background: "none",
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    display: "flex",
    alignItems: "center",
    gap: "6px",
    padding: "10px 14px",
    minHeight: "40px",
    cursor: "pointer",
    textAlign: "left",
    ":hover": {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  ruled: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  chevron: {
    flexShrink: 0,
    transition: "transform 120ms",
    "@media (prefers-reduced-motion: reduce)": { transition: "none" },
  },
  open: { transform: "rotate(90deg)" },
});

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Whether it starts open. */
  readonly open?: boolean;
}

/** Details that open in place, under a rule. */
export function Disclosure({ summary, children, open: startsOpen = false }: DisclosureProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <div className={styles.ruled}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ChevronRightRegular
          className={mergeClasses(styles.chevron, open && styles.open)}
          aria-hidden="true"
        />
        {summary}
      </button>
      <div id={id} hidden={!open}>
        {open ? children : null}
      </div>
    </div>
  );
}
