import { Button, Field, Radio, RadioGroup, Switch, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { LANGS } from "../../../words";
import { useFlow, usePane, useSay } from "../../context";
import { Page } from "../../parts/Page";
import { Card } from "../../parts/Section";
import { MONEY_STYLES, THEME_CHOICES } from "../../preferences";
import { LANGUAGE_NAMES, THEME_NAMES, WORDS } from "../../words";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: "20px" },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
});

/** What the pane remembers of a person, and whether it opens with this workbook. */
export function Settings() {
  const styles = useStyles();
  const t = useSay();
  const { cameFrom = "home" } = useFlow();
  const { commands, preferences, setPreferences } = usePane();
  return (
    <Page
      title={t(WORDS.settings)}
      actions={
        <Button appearance="primary" onClick={() => commands.open(cameFrom)}>
          {t(WORDS.back)}
        </Button>
      }
    >
      <Card>
        <div className={styles.stack}>
          <Field label={t(WORDS.settingLanguage)}>
            <RadioGroup
              value={preferences.lang ?? "auto"}
              onChange={(_event, { value }) => setPreferences({ lang: LANGS.find((lang) => lang === value) })}
            >
              <Radio value="auto" label={t(WORDS.settingLanguageAuto)} />
              {LANGS.map((lang) => (
                <Radio key={lang} value={lang} label={LANGUAGE_NAMES[lang]} lang={lang} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t(WORDS.settingTheme)}>
            <RadioGroup
              value={preferences.theme}
              onChange={(_event, { value }) =>
                setPreferences({ theme: THEME_CHOICES.find((theme) => theme === value) ?? "auto" })
              }
            >
              {THEME_CHOICES.map((theme) => (
                <Radio key={theme} value={theme} label={t(THEME_NAMES[theme])} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t(WORDS.settingMoney)}>
            <RadioGroup
              value={preferences.money}
              onChange={(_event, { value }) =>
                setPreferences({ money: MONEY_STYLES.find((style) => style === value) ?? "compact" })
              }
            >
              <Radio value="compact" label={t(WORDS.settingMoneyCompact)} />
              <Radio value="whole" label={t(WORDS.settingMoneyWhole)} />
            </RadioGroup>
          </Field>
        </div>
      </Card>
      <OpensWithWorkbook />
      <p className={styles.note}>{t(WORDS.settingNote)}</p>
    </Page>
  );
}

/** Kept in the workbook; not shown where Office cannot do it. */
function OpensWithWorkbook() {
  const t = useSay();
  const { commands } = usePane();
  const [opens, setOpens] = useState<boolean>();
  useEffect(() => void commands.opensWithWorkbook().then(setOpens), [commands]);
  if (opens === undefined) return null;
  return (
    <Card>
      <Field hint={<>{t(WORDS.settingOpenHint)}</>}>
        <Switch
          label={t(WORDS.settingOpen)}
          checked={opens}
          onChange={(_event, { checked }) => {
            setOpens(checked);
            void commands.setOpensWithWorkbook(checked);
          }}
        />
      </Field>
    </Card>
  );
}
