import { clientFromGlobals } from "../client/client";
import { openFile } from "../file/open";
import { saveXlsx } from "../file/save";
import { createHost, type Engine, type Host } from "../host";
import { buildSample } from "../sample";
import type { HostWorkbook } from "../book/workbook";
import { SAMPLE_TEXT } from "./sampleText";

/** The workbook the page shows, and who wants to hear of it. */
export interface Session {
  readonly host: () => Host;
  /** Counts what must be drawn anew; a new number, a new picture. */
  readonly version: () => number;
  /** Counts the workbooks opened. */
  readonly opened: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** @throws AttainError `file-unreadable` */
  readonly open: (file: File) => Promise<void>;
  readonly openSample: () => void;
  /** The person may have selected something in the grid. */
  readonly noteSelection: () => void;
  /** The person clicked a cell: a link is followed. */
  readonly noteClick: () => void;
  readonly save: () => Promise<Blob>;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Starts with the sample in an embedded host that answers the page's own Office.js. */
export function startSession(engine: Engine): Session {
  const client = clientFromGlobals();
  const listeners = new Set<() => void>();
  let version = 0;
  let opened = 0;
  let drawing = false;
  let host: Host;

  const draw = () => {
    // Drawn anew, the grid would forget what is being typed.
    if (isTyping()) return void requestAnimationFrame(draw);
    drawing = false;
    host.calculate();
    host.refreshGrid();
    version += 1;
    for (const listener of listeners) listener();
  };

  /** Once a frame at most, however many batches a run sends. */
  const redraw = () => {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(draw);
  };

  const show = (workbook: HostWorkbook) => {
    host = createHost({ client, engine, workbook });
    opened += 1;
    host.onBatch = redraw;
    host.onSheetShown = () => {
      redraw();
      setTimeout(() => host.followGridSelection(), 0);
    };
    redraw();
  };
  show(buildSample(SAMPLE_TEXT));

  return {
    host: () => host,
    version: () => version,
    opened: () => opened,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: async (file) => show(await openFile(new Uint8Array(await file.arrayBuffer()), file.name)),
    openSample: () => show(buildSample(SAMPLE_TEXT)),
    // The grid takes the click or key first.
    noteSelection: () => void setTimeout(() => host.followGridSelection(), 0),
    noteClick: () =>
      void setTimeout(() => {
        host.followGridSelection();
        if (host.followGridLink()) redraw();
      }, 0),
    save: async () => {
      host.calculate();
      return new Blob([(await saveXlsx(host.workbook)).slice()], { type: XLSX });
    },
  };
}

/** Whether a cell of the grid is being edited. */
const isTyping = (): boolean =>
  document.activeElement?.matches(".preview-grid textarea, .preview-grid input") ?? false;
