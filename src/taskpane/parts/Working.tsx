import { ProgressBar, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "8px" },
  text: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: "13px", lineHeight: "18px" },
});

/** Something is on its way; with a fraction when it is known. */
export function Working({ text, fraction }: { readonly text: string; readonly fraction?: number }) {
  const styles = useStyles();
  return (
    <div className={styles.box} role="status">
      <ProgressBar aria-label={text} {...(fraction === undefined ? {} : { value: fraction })} />
      <p className={styles.text}>{text}</p>
    </div>
  );
}
