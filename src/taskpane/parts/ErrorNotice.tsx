import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from "@fluentui/react-components";
import { AttainError, describeError } from "../../errors";
import { usePane, useSay } from "../context";
import { WORDS } from "../words";

const useStyles = makeStyles({
  bar: { gridTemplateColumns: "auto minmax(0, 1fr)" },
  body: { minWidth: 0, overflowWrap: "anywhere" },
  line: { display: "block" },
});

interface ErrorNoticeProps {
  readonly error: unknown;
  /** Does again what failed. */
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
}

/** What happened, where, what to do – and the buttons that do it. */
export function ErrorNotice({ error, onRetry, onDismiss }: ErrorNoticeProps) {
  const styles = useStyles();
  const t = useSay();
  const { lang, commands } = usePane();
  const { what, where, remedy } = describeError(error, lang);
  const place = error instanceof AttainError ? error.where : undefined;
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{what}</MessageBarTitle>
        <span className={styles.line}>{remedy}</span>
        {where === "" ? null : <span className={styles.line}>{t(WORDS.where, { where })}</span>}
      </MessageBarBody>
      <MessageBarActions>
        {onRetry === undefined ? null : (
          <Button size="small" onClick={onRetry}>
            {t(WORDS.retry)}
          </Button>
        )}
        {place === undefined ? null : (
          <Button size="small" onClick={() => void commands.goTo(place.sheet, place.cell)}>
            {t(WORDS.showPlace)}
          </Button>
        )}
        {onDismiss === undefined ? null : (
          <Button size="small" appearance="transparent" onClick={onDismiss}>
            {t(WORDS.close)}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
