import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { HomeRegular } from "@fluentui/react-icons/svg/home";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { useFlow, usePane, useSay } from "../context";
import { WORDS } from "../words";
import { Mark } from "./Mark";
import { useWorkbookState } from "./workbookState";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: "10px",
    padding: "10px 8px 10px 16px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: 0,
  },
  names: { flexGrow: 1, minWidth: 0 },
  name: {
    fontWeight: 600,
    fontSize: "14px",
    lineHeight: "20px",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  state: {
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "16px",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  tools: { display: "flex", flexShrink: 0 },
  language: { minWidth: "auto", paddingLeft: "8px", paddingRight: "8px" },
});

/** The workbook and its state in one line; language and looks always within reach. */
export function Header() {
  const styles = useStyles();
  const t = useSay();
  const { commands, lang, setPreferences } = usePane();
  const flow = useFlow();
  const state = useWorkbookState();
  const atHome = flow.screen === "home";
  return (
    <header className={styles.header}>
      <Mark />
      <div className={styles.names}>
        <div className={styles.name}>{flow.survey.value?.survey.workbook ?? t(WORDS.product)}</div>
        <div className={styles.state} role="status">
          {state}
        </div>
      </div>
      <div className={styles.tools}>
        {atHome ? null : (
          <Button
            appearance="subtle"
            icon={<HomeRegular />}
            aria-label={t(WORDS.home)}
            title={t(WORDS.home)}
            disabled={flow.writing.status === "writing"}
            onClick={() => commands.open("home")}
          />
        )}
        <Button
          appearance="subtle"
          className={styles.language}
          aria-label={t(WORDS.switchLanguage)}
          disabled={flow.writing.status === "writing"}
          onClick={() => setPreferences({ lang: lang === "zh-CN" ? "en-US" : "zh-CN" })}
        >
          {t(WORDS.language)}
        </Button>
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          aria-label={t(WORDS.settings)}
          title={t(WORDS.settings)}
          disabled={flow.writing.status === "writing" || flow.screen === "settings"}
          onClick={() => commands.open("settings")}
        />
      </div>
    </header>
  );
}
