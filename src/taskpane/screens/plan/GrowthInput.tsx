import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { SubtractRegular } from "@fluentui/react-icons/svg/subtract";
import { useEffect, useState } from "react";
import { useSay } from "../../context";
import { parsePercent } from "./parsePercent";
import { WORDS } from "../../words";

const useStyles = makeStyles({
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  row: { display: "flex", gap: "8px", alignItems: "flex-start" },
  input: { minWidth: 0, flexGrow: 1, width: "100%" },
});

const STEP = 0.05;

interface GrowthInputProps {
  readonly label: string;
  /** A fraction: 0.2 is +20 %. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A growth rate in percent, typed or stepped; what is not a rate yet stays on the screen and says so. */
export function GrowthInput({ label, value, onChange }: GrowthInputProps) {
  const styles = useStyles();
  const t = useSay();
  const [text, setText] = useState(() => asText(value));
  const typed = parsePercent(text);
  useEffect(() => {
    setText((now) => (parsePercent(now) === value ? now : asText(value)));
  }, [value]);

  function change(next: string) {
    setText(next);
    const parsed = parsePercent(next);
    if (parsed !== undefined && parsed !== value) onChange(parsed);
  }
  const step = (by: number) => change(asText(Math.min(9, Math.max(-0.9, value + by))));

  return (
    <Field
      className={styles.field}
      label={label}
      {...(typed === undefined
        ? { validationState: "error" as const, validationMessage: t(WORDS.growthInvalid) }
        : { validationState: "none" as const })}
    >
      {(field) => (
        <div className={styles.row}>
          <Button icon={<SubtractRegular />} aria-label={t(WORDS.growthLess)} onClick={() => step(-STEP)} />
          <Input
            {...field}
            className={styles.input}
            inputMode="decimal"
            contentAfter="%"
            value={text}
            onChange={(_event, data) => change(data.value)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
              event.preventDefault();
              step(event.key === "ArrowUp" ? 0.01 : -0.01);
            }}
          />
          <Button icon={<AddRegular />} aria-label={t(WORDS.growthMore)} onClick={() => step(STEP)} />
        </div>
      )}
    </Field>
  );
}

function asText(fraction: number): string {
  return String(Math.round(fraction * 10000) / 100);
}
