import { IronCalc } from "@ironcalc/workbook";
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type PointerEvent,
} from "react";
import { describeError } from "../../errors";
import { loadJobs } from "../../taskpane/flow/jobs";
import { mountPane, type MountedPane } from "../../taskpane/mount";
import type { Lang } from "../../words";
import { SheetCharts } from "./SheetCharts";
import type { Session } from "./session";
import { useGridFocus } from "./useGridFocus";
import { WORDS } from "./words";

const PANE = { least: 320, start: 400, most: 720, step: 16 };

/** The workbook on the left, the product's own pane on the right, and a bar with what a window would have. */
export function Page({ session }: { readonly session: Session }) {
  const version = useSyncExternalStore(session.subscribe, session.version);
  const [lang, setLang] = useState<Lang>("zh-CN");
  const [width, setWidth] = useState(PANE.start);
  const [failure, setFailure] = useState("");
  const pane = useRef<MountedPane>(undefined);
  const gridFocus = useGridFocus();
  const { workbook, model } = session.host();
  const shown = model.getWorksheetsProperties()[model.getSelectedSheet()]?.name;
  const sheet = workbook.sheets.find(({ name }) => name === shown);

  const mount = useCallback(
    (element: HTMLDivElement | null) => {
      if (!element || pane.current) return;
      pane.current = mountPane(element, {
        loadJobs,
        displayLanguage: navigator.language,
        openSample: () => Promise.resolve(session.openSample()),
        onPreferences: (now) => setLang(now.lang),
      });
    },
    [session],
  );

  const open = async (file: File | undefined) => {
    if (!file) return;
    try {
      await session.open(file);
      setFailure("");
      await pane.current?.refresh();
    } catch (error) {
      const { what, remedy } = describeError(error, lang);
      setFailure(`${what} ${remedy}`);
    }
  };

  return (
    <div className="preview" lang={lang}>
      <div className="preview-bar" role="toolbar" aria-label={workbook.name}>
        <strong>{workbook.name}</strong>
        <span className="preview-note">{WORDS.note[lang]}</span>
        <span className="preview-failure" role="alert">
          {failure}
        </span>
        <FileButton label={WORDS.open[lang]} onFile={(file) => void open(file)} />
        <button type="button" onClick={() => void download(session)}>
          {WORDS.download[lang]}
        </button>
      </div>
      <div className="preview-body" style={{ gridTemplateColumns: `1fr 6px ${width}px` }}>
        <section className="preview-book" aria-label={workbook.name}>
          <div
            className="preview-grid"
            onPointerUp={(event) => (onCells(event) ? session.noteClick() : session.noteSelection())}
            onKeyUp={session.noteSelection}
            {...gridFocus}
          >
            <IronCalc key={session.opened()} model={model} />
            {sheet ? <SheetCharts key={`charts ${version}`} {...{ workbook, model, sheet }} /> : null}
          </div>
        </section>
        <Divider width={width} onWidth={setWidth} label={WORDS.resize[lang]} />
        <div className="preview-pane" ref={mount} />
      </div>
    </div>
  );
}

/** Whether it happened over the grid's cells, not over its bars, tabs or a chart. */
function onCells({ currentTarget, target, clientX, clientY }: PointerEvent<HTMLElement>): boolean {
  const cells = currentTarget.querySelector("canvas")?.getBoundingClientRect();
  if (!cells || (target instanceof Element && target.closest(".preview-chart"))) return false;
  return clientX >= cells.left && clientX <= cells.right && clientY >= cells.top && clientY <= cells.bottom;
}

function FileButton({
  label,
  onFile,
}: {
  readonly label: string;
  readonly onFile: (file: File | undefined) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        hidden
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </>
  );
}

async function download(session: Session): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await session.save());
  link.download = session.host().workbook.name;
  link.click();
  URL.revokeObjectURL(link.href);
}

interface DividerProps {
  readonly width: number;
  readonly onWidth: (next: (width: number) => number) => void;
  readonly label: string;
}

/** Drawn with the pointer, or moved with the arrow keys. */
function Divider({ width, onWidth, label }: DividerProps) {
  const limit = (next: (width: number) => number) =>
    onWidth((now) => Math.min(PANE.most, Math.max(PANE.least, next(now))));
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "ArrowLeft") limit((now) => now + PANE.step);
    if (key === "ArrowRight") limit((now) => now - PANE.step);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      limit(() => window.innerWidth - event.clientX);
  };
  useEffect(() => {
    window.dispatchEvent(new Event("resize"));
  }, [width]);
  return (
    <div
      className="preview-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={PANE.least}
      aria-valuemax={PANE.most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
