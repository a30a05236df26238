import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useSay } from "../../context";
import { SHARE_WORDS as W } from "./words";
import { useShareStyles } from "./styles";
import type { SendAgainState } from "./useSendAgain";

/** The button beside somebody's name, and in its place the form while it is open. Nothing for an id nobody has. */
export function SendAgain({
  id,
  list,
  again,
  busy,
  unmerged = false,
}: {
  readonly id: string | undefined;
  /** Which list it stands in: somebody may be in several. */
  readonly list: string;
  readonly again: SendAgainState;
  readonly busy: boolean;
  /** Their answer has been read and is not merged yet. */
  readonly unmerged?: boolean;
}) {
  const styles = useShareStyles();
  const t = useSay();
  const [reason, setReason] = useState("");
  const [due, setDue] = useState("");
  const to = again.find(id);
  if (!to) return null;
  const key = `${list} ${to.id}`;
  if (again.open !== key)
    return (
      <Button
        // Back from the form the keyboard is where it was.
        autoFocus={again.closed === key}
        className={styles.beside}
        data-beside=""
        size="small"
        disabled={busy}
        aria-label={t(W.againTo, { name: to.name })}
        onClick={() => again.setOpen(key)}
      >
        {t(W.again)}
      </Button>
    );
  const ready = reason.trim() !== "" && !busy;
  return (
    <form
      className={styles.again}
      aria-label={t(W.againTo, { name: to.name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void again.send(to, reason, due);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") again.setOpen(undefined);
      }}
    >
      <p className={styles.note}>
        {t(unmerged ? W.againUnmerged : to.status === "answered" ? W.againMerged : W.againNote, {
          name: to.name,
        })}
      </p>
      <Field label={t(W.reason)} hint={t(W.reasonHint)} required>
        <Textarea
          autoFocus
          rows={2}
          resize="vertical"
          value={reason}
          disabled={busy}
          onChange={(_event, { value }) => setReason(value)}
        />
      </Field>
      <Field label={t(W.due)} hint={t(W.dueHint)}>
        <Input value={due} disabled={busy} onChange={(_event, { value }) => setDue(value)} />
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabled={!ready}>
          {t(W.againMake)}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={() => again.setOpen(undefined)}>
          {t(W.againNot)}
        </Button>
      </div>
    </form>
  );
}
