import { FluentProvider, makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, type ComponentType } from "react";
import { PaneProvider, useFlow, usePane, type Pane } from "./context";
import { Header } from "./parts/Header";
import { Opening } from "./screens/home/Opening";
import { themeOf } from "./theme";
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

/**
 * The first download shows the header and that the workbook is being read. The likely screens follow in one file as
 * soon as the browser has nothing better to do, so that none of them is waited for later.
 */
const LIKELY = {
  home: async () => ({ default: (await import(/* webpackChunkName: "home" */ "./screens/home/Home")).Home }),
  notice: async () => ({
    default: (await import(/* webpackChunkName: "home" */ "./parts/ErrorNotice")).ErrorNotice,
  }),
  steps: async () => ({ default: (await import(/* webpackChunkName: "screens" */ "./parts/Steps")).Steps }),
  data: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/data/Data")).Data,
  }),
  plan: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/plan/Plan")).Plan,
  }),
  score: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/score/Score")).Score,
  }),
  follow: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/follow/Follow")).Follow,
  }),
  explain: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/explain/Explain")).Explain,
  }),
  settings: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/settings/Settings")).Settings,
  }),
  preview: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/preview/Preview")).PreviewScreen,
  }),
  progress: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/progress/Progress")).ProgressScreen,
  }),
  result: async () => ({
    default: (await import(/* webpackChunkName: "screens" */ "./screens/result/Result")).Result,
  }),
};

const Home = lazy(LIKELY.home);
const ErrorNotice = lazy(LIKELY.notice);
const Steps = lazy(LIKELY.steps);
const Data = lazy(LIKELY.data);
const Plan = lazy(LIKELY.plan);
const Score = lazy(LIKELY.score);
const Follow = lazy(LIKELY.follow);
const Explain = lazy(LIKELY.explain);
const Settings = lazy(LIKELY.settings);
const PreviewScreen = lazy(LIKELY.preview);
const ProgressScreen = lazy(LIKELY.progress);
const Result = lazy(LIKELY.result);

/** Fetches what is likely to be shown next; a failure shows when the screen is opened. */
function useLikelyScreens(): void {
  useEffect(() => {
    void LIKELY.home();
    const later = setTimeout(() => {
      for (const load of Object.values(LIKELY)) load().catch(() => undefined);
    }, REST);
    return () => clearTimeout(later);
  }, []);
}

/** Milliseconds in which the workbook is read first. */
const REST = 1500;

/** Fetched when it is first opened: it is no part of the pane's first download. */
const Gallery = lazy(async () => ({ default: (await import("./screens/gallery/Gallery")).Gallery }));

const Review = lazy(async () => ({ default: (await import("./screens/review/Review")).Review }));
const Share = lazy(async () => ({ default: (await import("./screens/share/Share")).Share }));

const SCREEN_VIEWS: Record<Screen, ComponentType> = {
  home: Home,
  data: Data,
  plan: Plan,
  score: Score,
  follow: Follow,
  explain: Explain,
  settings: Settings,
  gallery: Gallery,
  review: Review,
  share: Share,
  preview: PreviewScreen,
  result: Result,
};

export function App({ pane }: { readonly pane: Pane }) {
  useStaticStyles();
  const styles = useStyles();
  return (
    <FluentProvider theme={themeOf(pane.theme)} className={styles.provider} lang={pane.lang}>
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
const ASIDE: readonly Screen[] = ["home", "settings", "explain", "gallery", "review", "share"];

function Flow() {
  const styles = useStyles();
  useLikelyScreens();
  const flow = useFlow();
  const { commands } = usePane();
  const { failure } = flow;
  const View = flow.writing.status === "writing" ? ProgressScreen : SCREEN_VIEWS[flow.screen];
  return (
    <>
      <Suspense fallback={null}>{ASIDE.includes(flow.screen) ? null : <Steps />}</Suspense>
      {failure === undefined ? null : (
        <div className={styles.notice}>
          <Suspense fallback={null}>
            <ErrorNotice
              error={failure.error}
              onDismiss={commands.dismissFailure}
              {...(failure.during === "restore" ? { onRetry: () => void commands.restore() } : {})}
            />
          </Suspense>
        </div>
      )}
      <Suspense fallback={flow.screen === "home" ? <Opening /> : null}>
        <View key={flow.writing.status === "writing" ? "progress" : flow.screen} />
      </Suspense>
    </>
  );
}
