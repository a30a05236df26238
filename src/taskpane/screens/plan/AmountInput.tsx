import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { usePane, useSay } from "../../context";
import { parseAmount } from "./parseAmount";
import { JOB_WORDS as J } from "../../jobWords";
import { whole } from "../../parts/numbers";

const useStyles = makeStyles({
  field: { minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  input: { minWidth: 0, width: "100%" },
});

interface AmountInputProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Whole currency units. */
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

/** An amount of money as people type it; what is none yet stays on the screen and says so. */
export function AmountInput({ label, hint, value, onChange }: AmountInputProps) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const [text, setText] = useState(() => (value === undefined ? "" : whole(value, lang)));
  const wrong = text.trim() !== "" && parseAmount(text) === undefined;
  return (
    <Field
      className={styles.field}
      label={label}
      {...(hint === undefined || wrong ? {} : { hint: <>{hint}</> })}
      {...(wrong ? { validationState: "error" as const, validationMessage: t(J.amountInvalid) } : {})}
    >
      <Input
        className={styles.input}
        inputMode="decimal"
        value={text}
        onChange={(_event, data) => {
          setText(data.value);
          const amount = parseAmount(data.value);
          if (amount !== undefined && amount !== value) onChange(amount);
        }}
      />
    </Field>
  );
}
