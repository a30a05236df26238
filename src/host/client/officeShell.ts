/**
 * The members of the global `Office` that a task pane uses beside `Excel.run`. Excel's client alone brings an `Office`
 * without them; the preview page supplies them from here.
 */
export interface ShellOptions {
  /** Locale tag of the person's Office, e.g. `zh-CN`. */
  readonly language: string;
  /** Colours of Office's panes, `#RRGGBB`. */
  readonly theme: {
    readonly background: string;
    readonly text: string;
    readonly control: string;
    readonly controlText: string;
  };
  /** The newest version of each requirement set the host answers for, e.g. `{ ExcelApi: "1.9" }`. */
  readonly sets: Readonly<Record<string, string>>;
  /** Where `document.settings` are kept; a map of its own when left out. */
  readonly settings?: Map<string, unknown>;
  /** Called when the add-in asks for its pane to be shown or hidden. */
  readonly onVisibility?: (visible: boolean) => void;
}

/** What the host answers for: one set above the manifest's, so that guarded members are used, and a shared runtime. */
export const HOST_SETS = { ExcelApi: "1.13", SharedRuntime: "1.1" } as const;

type Callback = (result: { status: "succeeded"; value: unknown }) => void;

/**
 * Puts the shell in place of the global `Office`, keeping what is there.
 *
 * @returns the functions the add-in has associated with its ribbon buttons, by name
 */
export function installOfficeShell(
  options: ShellOptions,
): Map<string, (event: { completed(): void }) => void> {
  const scope = globalThis as unknown as { Office?: object };
  const actions = new Map<string, (event: { completed(): void }) => void>();
  const shell = { ...officeMembers(options, actions) };
  // The client's own `context` cannot be redefined, so its object is not changed but replaced.
  const { context: _, ...kept } = { ...scope.Office } as Record<string, unknown>;
  scope.Office = { ...kept, ...shell };
  return actions;
}

function officeMembers(
  options: ShellOptions,
  actions: Map<string, (event: { completed(): void }) => void>,
): Record<string, unknown> {
  const info = { host: "Excel", platform: "OfficeOnline" };
  const done = (callback: unknown): void => {
    if (typeof callback === "function") (callback as Callback)({ status: "succeeded", value: undefined });
  };
  const settings = options.settings ?? new Map<string, unknown>();
  let startup = "None";
  return {
    onReady: (callback?: (ready: typeof info) => unknown) =>
      Promise.resolve(info).then((ready) =>
        callback ? Promise.resolve(callback(ready)).then(() => ready) : ready,
      ),
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
    StartupBehavior: { none: "None", load: "Load" },
    VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
    context: {
      ...info,
      contentLanguage: options.language,
      displayLanguage: options.language,
      diagnostics: { ...info, version: "16.0" },
      officeTheme: {
        bodyBackgroundColor: options.theme.background,
        bodyForegroundColor: options.theme.text,
        controlBackgroundColor: options.theme.control,
        controlForegroundColor: options.theme.controlText,
      },
      requirements: {
        isSetSupported: (name: string, version = "1.1") => isAtLeast(options.sets[name], version),
      },
      document: {
        settings: {
          get: (name: string) => settings.get(name) ?? null,
          set: (name: string, value: unknown) => void settings.set(name, value),
          remove: (name: string) => void settings.delete(name),
          saveAsync: (...args: unknown[]) => done(args.at(-1)),
          refreshAsync: done,
        },
      },
      ui: { openBrowserWindow: (url: string) => void globalThis.open?.(url, "_blank", "noopener") },
    },
    addin: {
      getStartupBehavior: () => Promise.resolve(startup),
      setStartupBehavior: (behavior: string) => {
        startup = behavior;
        return Promise.resolve();
      },
      showAsTaskpane: () => Promise.resolve(options.onVisibility?.(true)),
      hide: () => Promise.resolve(options.onVisibility?.(false)),
      onVisibilityModeChanged: () => Promise.resolve(() => Promise.resolve()),
    },
    actions: {
      associate: (name: string, action: (event: { completed(): void }) => void) =>
        void actions.set(name, action),
    },
    ribbon: { requestUpdate: () => Promise.resolve() },
  };
}

/** @example isAtLeast("1.9", "1.10") // false */
function isAtLeast(have: string | undefined, wanted: string): boolean {
  if (have === undefined) return false;
  const [[haveMajor = 0, haveMinor = 0], [major = 0, minor = 0]] = [have, String(wanted)].map((version) =>
    version.split(".").map(Number),
  ) as [number[], number[]];
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}
