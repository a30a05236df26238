import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { useState } from "react";
import { useSay } from "../context";
import { WORDS } from "../words";

const useStyles = makeStyles({
  ask: { flexBasis: "100%", minWidth: 0 },
  text: { margin: "0 0 8px" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** One step back, asked once more before it is done. */
export function StepBack({
  what,
  ask,
  busy,
  onBack,
}: {
  readonly what: string;
  /** What it would undo. */
  readonly ask: string;
  readonly busy: boolean;
  readonly onBack: () => Promise<void>;
}) {
  const styles = useStyles();
  const t = useSay();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button icon={<ArrowUndoRegular />} disabled={busy} onClick={() => setAsking(true)}>
        {what}
      </Button>
    );
  return (
    <div className={styles.ask}>
      <p className={styles.text}>{ask}</p>
      <div className={styles.row}>
        <Button autoFocus disabled={busy} onClick={() => void onBack().then(() => setAsking(false))}>
          {t(WORDS.restoreConfirm)}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={() => setAsking(false)}>
          {t(WORDS.keep)}
        </Button>
      </div>
    </div>
  );
}
