import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { SchemeNumber } from "../../../jobs/evaluation/schemeEdit";
import { useSay } from "../../context";
import { SCORE_EDIT_WORDS as W } from "./words";

const useStyles = makeStyles({
  // Narrower than Fluent would have it: several stand beside each other in a narrow pane.
  box: { width: "100%", minWidth: 0 },
  typed: { width: "100%", minWidth: 0 },
});

interface NumberInputProps {
  readonly number: SchemeNumber;
  readonly label: string;
  readonly onChange: (value: number | null) => void;
}

/** A number as people type it; one that cannot be read stays on the screen and says so. */
export function NumberInput({ number: { value, percent, optional }, label, onChange }: NumberInputProps) {
  const t = useSay();
  const styles = useStyles();
  const [text, setText] = useState(() => written(value, percent));
  const read = (typed: string): number | null | undefined => {
    const plain = typed
      .normalize("NFKC")
      .replace(/[\s,%]/g, "")
      .replace(/^−/, "-");
    if (plain === "") return optional ? null : undefined;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
    return percent ? Number((Number(plain) / 100).toPrecision(12)) : Number(plain);
  };
  // Others' weights give way: what stands here follows, unless it says the same already.
  useEffect(() => {
    setText((shown) => (read(shown) === value ? shown : written(value, percent)));
  }, [value]); // eslint-disable-line react-hooks/exhaustive-deps -- only another value is news
  const wrong = read(text) === undefined;
  return (
    <Field
      label={label}
      {...(wrong ? { validationState: "error" as const, validationMessage: t(W.number) } : {})}
    >
      <Input
        className={styles.box}
        input={{ className: styles.typed }}
        inputMode="decimal"
        value={text}
        {...(percent ? { contentAfter: "%" } : {})}
        onChange={(_event, data) => {
          setText(data.value);
          const next = read(data.value);
          if (next !== undefined && next !== value) onChange(next);
        }}
      />
    </Field>
  );
}

function written(value: number | null, percent: boolean): string {
  if (value === null) return "";
  return String(Number((percent ? value * 100 : value).toFixed(4)));
}
