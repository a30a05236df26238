import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { HomeRegular } from "@fluentui/react-icons/svg/home";
import { ColorBackgroundRegular } from "@fluentui/react-icons/svg/color-background";
import { DarkThemeRegular } from "@fluentui/react-icons/svg/dark-theme";
import { WeatherMoonRegular } from "@fluentui/react-icons/svg/weather-moon";
import { WeatherSunnyRegular } from "@fluentui/react-icons/svg/weather-sunny";
import type { ReactElement } from "react";
import { useFlow, usePane, useSay } from "../context";
import { THEME_CHOICES, type ThemeChoice } from "../preferences";
import { THEME_NAMES, WORDS } from "../words";
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

const THEME_ICONS: Record<ThemeChoice, ReactElement> = {
  auto: <DarkThemeRegular />,
  light: <WeatherSunnyRegular />,
  dark: <WeatherMoonRegular />,
  contrast: <ColorBackgroundRegular />,
};

interface HeaderProps {
  readonly themeChoice: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
  readonly onSwitchLanguage: () => void;
}

/** The workbook and its state in one line; language and looks always within reach. */
export function Header({ themeChoice, onTheme, onSwitchLanguage }: HeaderProps) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const flow = useFlow();
  const state = useWorkbookState();
  const nextTheme = THEME_CHOICES[(THEME_CHOICES.indexOf(themeChoice) + 1) % THEME_CHOICES.length] ?? "auto";
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
          onClick={onSwitchLanguage}
        >
          {t(WORDS.language)}
        </Button>
        <Button
          appearance="subtle"
          icon={THEME_ICONS[themeChoice]}
          aria-label={t(WORDS.theme, { name: t(THEME_NAMES[themeChoice]) })}
          title={t(WORDS.theme, { name: t(THEME_NAMES[themeChoice]) })}
          onClick={() => onTheme(nextTheme)}
        />
      </div>
    </header>
  );
}
