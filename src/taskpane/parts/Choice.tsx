import { Field, makeStyles, Select } from "@fluentui/react-components";

const useStyles = makeStyles({
  // A long choice is cut off in the closed list instead of widening the pane.
  field: { minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)", "& select": { textOverflow: "ellipsis" } },
});

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, in a native list: it works with every keyboard and screen reader. */
export function Choice<Value extends string>({ label, hint, value, options, onChange }: ChoiceProps<Value>) {
  const styles = useStyles();
  return (
    <Field className={styles.field} label={label} {...(hint === undefined ? {} : { hint: <>{hint}</> })}>
      <Select
        value={value}
        onChange={(_event, data) => {
          const chosen = options.find((option) => option.value === data.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
