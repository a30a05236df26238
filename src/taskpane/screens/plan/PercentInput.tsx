import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { parsePercent } from "./parsePercent";

interface PercentInputProps {
  readonly label: string;
  readonly hint: string;
  readonly invalid: string;
  /** A fraction from 0 to 1. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A part of a hundred, as people type it. */
export function PercentInput({ label, hint, invalid, value, onChange }: PercentInputProps) {
  const [text, setText] = useState(String(Math.round(value * 10000) / 100));
  const rate = (typed: string): number | undefined => {
    const parsed = typed.trim() === "" ? 0 : parsePercent(typed);
    return parsed === undefined || parsed < 0 || parsed > 1 ? undefined : parsed;
  };
  const wrong = rate(text) === undefined;
  return (
    <Field
      label={label}
      {...(wrong ? { validationState: "error" as const, validationMessage: invalid } : { hint: <>{hint}</> })}
    >
      <Input
        inputMode="decimal"
        contentAfter="%"
        value={text}
        onChange={(_event, data) => {
          setText(data.value);
          const next = rate(data.value);
          if (next !== undefined && next !== value) onChange(next);
        }}
      />
    </Field>
  );
}
