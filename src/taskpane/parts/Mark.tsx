import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  mark: { flexShrink: 0, display: "block" },
  tile: { fill: tokens.colorBrandBackground },
  stroke: {
    stroke: tokens.colorNeutralForegroundOnBrand,
    fill: "none",
    strokeWidth: "2.4px",
    strokeLinecap: "round",
    strokeLinejoin: "round",
  },
  target: { fill: "#F2A944" },
});

/** The product's mark: a rising line that meets its target. Decoration; the name stands beside it. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  const styles = useStyles();
  return (
    <svg
      className={styles.mark}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.tile} width="32" height="32" rx="8" />
      <path className={styles.stroke} d="M7 23.5 13 17l4.5 3.5L23 13" />
      <circle className={styles.target} cx="24" cy="9.5" r="3.2" />
    </svg>
  );
}
