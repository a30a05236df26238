import { createRoot } from "react-dom/client";
import { useEffect, useMemo, useRef, useState } from "react";
import { langOf, type Lang } from "../words";
import { App } from "./App";
import type { Pane } from "./context";
import { createCommands } from "./flow/commands";
import { reduce, type FlowEvent } from "./flow/reducer";
import { INITIAL_STATE, type FlowState, type Job } from "./flow/state";
import { createStore } from "./flow/store";
import type { Jobs } from "./flow/jobs";
import {
  browserStorage,
  changed,
  loadPreferences,
  savePreferences,
  type PreferenceChange,
} from "./preferences";
import { themeKind, type Surroundings } from "./theme";

/** What the page around the pane provides. */
export interface PaneHost {
  readonly loadJobs: () => Promise<Jobs>;
  /** Office's display language, a locale tag. */
  readonly displayLanguage?: string;
  /** Background of Office's panes now, `#RRGGBB`. */
  readonly officeBackground?: () => string | undefined;
  /** Puts the sample into the workbook; the workbook is read again afterwards. */
  readonly openSample?: () => Promise<void>;
  /** The job to begin with, once the workbook is read. */
  readonly firstJob?: Job;
  /** Told at the start and after every change. */
  readonly onPreferences?: (now: { readonly lang: Lang; readonly theme: Pane["theme"] }) => void;
}

/** The mounted pane, for the page around it. */
export interface MountedPane {
  /** Reads the workbook again, e.g. because another one was opened. */
  readonly refresh: () => Promise<void>;
  readonly setPreferences: (change: PreferenceChange) => void;
}

/** Shows the pane in `element`, which must have a height. */
export function mountPane(element: HTMLElement, host: PaneHost): MountedPane {
  const storage = browserStorage();
  const settings = createStore(changed, loadPreferences(storage));
  const langNow = () => settings.get().lang ?? langOf(host.displayLanguage ?? navigator.language);
  const store = createStore<FlowState, FlowEvent>(reduce, INITIAL_STATE);
  const commands = createCommands({ store, loadJobs: host.loadJobs, lang: langNow });

  function Root() {
    const [preferences, setPreferences] = useState(settings.get());
    useEffect(() => settings.subscribe(() => setPreferences(settings.get())), []);
    const around = useSurroundings(host);
    const lang = preferences.lang ?? langNow();
    const theme = themeKind(preferences.theme, around);

    useEffect(() => {
      document.documentElement.lang = lang;
      host.onPreferences?.({ lang, theme });
    }, [lang, theme]);
    const worded = useRef(lang);
    useEffect(() => {
      if (worded.current === lang) return;
      worded.current = lang;
      void commands.languageChanged();
    }, [lang]);

    const pane = useMemo<Pane>(
      () => ({
        store,
        commands,
        lang,
        theme,
        money: preferences.money,
        preferences,
        setPreferences: settings.send,
        ...(host.openSample ? { openSample: host.openSample } : {}),
      }),
      [lang, theme, preferences],
    );
    return <App pane={pane} />;
  }

  settings.subscribe(() => savePreferences(storage, settings.get()));
  createRoot(element).render(<Root />);
  void painted().then(() => commands.start(host.firstJob));
  return { refresh: () => commands.start(), setPreferences: (change) => settings.send(change) };
}

/** Once the first screen can be seen: fetching the jobs and reading the workbook must not hold it up. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A pane that is out of sight paints nothing.
    setTimeout(resolve, 200);
  });
}

/** What the machine says about looks, kept current. */
function useSurroundings(host: PaneHost): Surroundings {
  const [around, setAround] = useState(() => surroundings(host));
  useEffect(() => {
    const queries = [DARK, CONTRAST].map((query) => window.matchMedia(query));
    const update = () => setAround(surroundings(host));
    for (const query of queries) query.addEventListener("change", update);
    return () => {
      for (const query of queries) query.removeEventListener("change", update);
    };
  }, [host]);
  return around;
}

const DARK = "(prefers-color-scheme: dark)";
const CONTRAST = "(forced-colors: active)";

function surroundings(host: PaneHost): Surroundings {
  const officeBackground = host.officeBackground?.();
  return {
    ...(officeBackground === undefined ? {} : { officeBackground }),
    prefersDark: window.matchMedia(DARK).matches,
    prefersContrast: window.matchMedia(CONTRAST).matches,
  };
}
