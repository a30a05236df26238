import { FluentProvider, makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, type ComponentType } from "react";
import { PaneProvider, useFlow, usePane, type Pane } from "./context";
import { ErrorNotice } from "./parts/ErrorNotice";
import { Header } from "./parts/Header";
import { Steps } from "./parts/Steps";
import { Data } from "./screens/Data";
import { Explain } from "./screens/Explain";
import { Follow } from "./screens/Follow";
import { Home } from "./screens/Home";
import { Plan } from "./screens/Plan";
import { PreviewScreen } from "./screens/Preview";
import { ProgressScreen } from "./screens/Progress";
import { Result } from "./screens/Result";
import { Score } from "./screens/Score";
import { Settings } from "./screens/Settings";
import { THEMES } from "./theme";
import type { Screen } from "./flow/state";

const useStaticStyles = makeStaticStyles({
  "html, body, #attain": { height: "100%" },
  body: { margin: 0 },
});

const useStyles = makeStyles({
  provider: { height: "100%" },
  pane: {
    height: "100%",
    minWidth: "300px",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: "tabular-nums",
    fontSize: "14px",
    lineHeight: "20px",
    overflow: "hidden",
  },
  notice: { padding: "12px 16px 0" },
});

/** Fetched when it is first opened: it is no part of the pane's first download. */
const Gallery = lazy(async () => ({ default: (await import("./screens/Gallery")).Gallery }));

const Share = lazy(async () => ({ default: (await import("./screens/Share")).Share }));

const SCREEN_VIEWS: Record<Screen, ComponentType> = {
  home: Home,
  data: Data,
  plan: Plan,
  score: Score,
  follow: Follow,
  explain: Explain,
  settings: Settings,
  gallery: Gallery,
  share: Share,
  preview: PreviewScreen,
  result: Result,
};

export function App({ pane }: { readonly pane: Pane }) {
  useStaticStyles();
  const styles = useStyles();
  return (
    <FluentProvider theme={THEMES[pane.theme]} className={styles.provider} lang={pane.lang}>
      <PaneProvider value={pane}>
        <div className={styles.pane} lang={pane.lang} data-theme={pane.theme}>
          <Header />
          <Flow />
        </div>
      </PaneProvider>
    </FluentProvider>
  );
}

/** Screens outside the beats of a job. */
const ASIDE: readonly Screen[] = ["home", "settings", "explain", "gallery", "share"];

function Flow() {
  const styles = useStyles();
  const flow = useFlow();
  const { commands } = usePane();
  const { failure } = flow;
  const View = flow.writing.status === "writing" ? ProgressScreen : SCREEN_VIEWS[flow.screen];
  return (
    <>
      {ASIDE.includes(flow.screen) ? null : <Steps />}
      {failure === undefined ? null : (
        <div className={styles.notice}>
          <ErrorNotice
            error={failure.error}
            onDismiss={commands.dismissFailure}
            {...(failure.during === "restore" ? { onRetry: () => void commands.restore() } : {})}
          />
        </div>
      )}
      <Suspense fallback={null}>
        <View key={flow.writing.status === "writing" ? "progress" : flow.screen} />
      </Suspense>
    </>
  );
}
