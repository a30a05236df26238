import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Phrase } from "../../../words";
import { useSay } from "../../context";
import { Arrival } from "./Arrival";
import { useShareStyles } from "./styles";
import type { FileLink } from "./useFileLink";

/** Something was made: what it is and how to save it. The keyboard goes to the link. */
export function SaveFile({
  link,
  text,
  save,
  children,
}: {
  readonly link: FileLink;
  readonly text: string;
  /** May say {size}. */
  readonly save: Phrase;
  /** What else can be done now. */
  readonly children?: ReactNode;
}) {
  const styles = useShareStyles();
  const t = useSay();
  return (
    <Arrival link>
      <MessageBar className={styles.bar} intent="success" layout="multiline" politeness="polite">
        <MessageBarBody className={styles.barBody}>
          <p className={styles.text}>{text}</p>
          <div className={styles.row}>
            <Button as="a" appearance="primary" href={link.url} download={link.name}>
              {t(save, { size: link.size })}
            </Button>
            {children}
          </div>
        </MessageBarBody>
      </MessageBar>
    </Arrival>
  );
}
