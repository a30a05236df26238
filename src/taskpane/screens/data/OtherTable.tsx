import { Button, Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { PointChoices } from "../../../jobs/read/point";
import { useFlow, usePane, useSay } from "../../context";
import { POINT_WORDS as W } from "./pointWords";
import { Card, Section } from "../../parts/Section";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: "10px", alignItems: "stretch" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  pointed: { margin: 0, fontWeight: 600, overflowWrap: "anywhere" },
});

const NONE = "";

/** The table that is read, when it is not the one somebody means: by selection, by name, or by sheet. */
export function OtherTable() {
  const styles = useStyles();
  const t = useSay();
  const { survey } = useFlow();
  const { commands } = usePane();
  const [choices, setChoices] = useState<PointChoices>();
  const pointed = survey.value?.survey.pointed;
  const busy = survey.status === "loading";

  useEffect(() => {
    let gone = false;
    void commands.pointChoices().then((found) => {
      if (!gone) setChoices(found);
    });
    return () => {
      gone = true;
    };
  }, [commands, survey.value]);

  const options = [
    ...(choices?.areas ?? []).map(({ kind, name, place }) => ({
      value: `n${name}`,
      text: t(W[kind], { name, place }),
      point: { name },
    })),
    ...(choices?.sheets ?? []).map((sheet) => ({
      value: `s${sheet}`,
      text: t(W.sheet, { name: sheet }),
      point: { sheet },
    })),
  ];
  return (
    <Section title={t(W.title)}>
      <Card>
        <div className={styles.stack}>
          {pointed === undefined ? (
            <p className={styles.body}>{t(W.body)}</p>
          ) : (
            <p className={styles.pointed} role="status">
              {t(W.pointed, { place: pointed })}
            </p>
          )}
          <Button disabled={busy} onClick={() => void commands.pointAt("selection")}>
            {t(W.selected)}
          </Button>
          {options.length < 2 ? null : (
            <Field label={t(W.list)}>
              <Select
                disabled={busy}
                value={
                  options.find(({ point }) => Object.values<string | undefined>(point).includes(pointed))
                    ?.value ?? NONE
                }
                onChange={(_event, { value }) => {
                  const option = options.find((each) => each.value === value);
                  void commands.pointAt(option?.point ?? "all");
                }}
              >
                <option value={NONE}>{t(W.none)}</option>
                {options.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {pointed === undefined ? null : (
            <Button disabled={busy} onClick={() => void commands.pointAt("all")}>
              {t(W.all)}
            </Button>
          )}
        </div>
      </Card>
    </Section>
  );
}
