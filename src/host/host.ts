import type { Model } from "@ironcalc/wasm";
import { ApiError } from "./apiError";
import { Calculator } from "./calc/calc";
import { connect, deliver, type Executor, type OfficeClient } from "./client/client";
import { createWorkbook } from "./book/emptyWorkbook";
import { executeBatch, References } from "./client/executor";
import { Faults } from "./faults";
import { Grid } from "./grid/grid";
import type { ModelClass } from "./grid/model";
import { Live } from "./book/live";
import { workbook as workbookClass } from "./members/workbook";
import { Traffic } from "./client/traffic";
import {
  ACTION,
  type RequestBody,
  type RequestMessage,
  type ResponseBody,
  type ResponseMessage,
} from "./client/wire";
import type { HostWorkbook } from "./book/workbook";

/** Excel on the web refuses more in one request or response. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Bit of Office.js's request flags that says the batch writes. */
const WRITES = 1;

/** IronCalc, initialised: `@ironcalc/wasm`, or what `@ironcalc/workbook` exports in the preview page. */
export interface Engine {
  readonly Model: ModelClass;
}

export interface HostOptions {
  /** Microsoft's client: {@link loadClient} in Node, {@link clientFromGlobals} in a page. */
  readonly client: OfficeClient;
  readonly engine: Engine;
  /** An opened workbook; a new one with one empty sheet when left out. */
  readonly workbook?: HostWorkbook;
  /** Stands beside the open workbook: only {@link beside} reaches it. */
  readonly apart?: boolean;
}

/**
 * Stands where Excel stands: answers Office.js's batches over a workbook held in memory. Production code reaches it
 * through the global `Excel.run` while it is the connected host.
 *
 * @example
 * const host = createHost({ client: loadClient(), engine: loadEngine() });
 * await host.run(async (context) => { context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]]; });
 */
export class Host implements Executor {
  readonly traffic = new Traffic();
  readonly faults = new Faults();
  readonly workbook: HostWorkbook;
  /** A person is typing in a cell: every call fails, as in Excel. */
  cellEditing = false;
  /** The workbook was opened for reading: every call that writes fails. */
  get readOnly(): boolean {
    return this.live.readOnly;
  }

  set readOnly(readOnly: boolean) {
    this.live.readOnly = readOnly;
  }

  /** Called after each batch that may have changed the workbook or where one looks; the preview redraws its grid then. */
  onBatch: (() => void) | undefined;

  /** Called when a person goes to another sheet in the preview's grid. */
  onSheetShown: (() => void) | undefined;

  private readonly live: Live;
  private readonly calculator: Calculator;
  private readonly references = new References();
  private grid: Grid | undefined;

  constructor(private readonly options: HostOptions) {
    this.workbook = options.workbook ?? createWorkbook();
    this.live = new Live(this.workbook);
    this.calculator = new Calculator(
      this.workbook,
      () => new options.engine.Model("calc", "en", "UTC", "en"),
    );
    this.live.watch(this.calculator);
    this.live.calculate = (force = false) => {
      if (force || this.live.calculationMode !== "Manual") this.calculator.recalculate(force);
    };
    if (options.apart !== true) this.connect();
  }

  /** Makes this the host the global `Excel.run` talks to. */
  connect(): void {
    connect(this.options.client, this);
  }

  /** `Excel.run` against this host. */
  run<T>(job: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    this.connect();
    return this.options.client.excel.run(job);
  }

  /** Brings every formula's result in {@link workbook} up to date, e.g. before saving. */
  calculate(): void {
    this.live.calculate();
  }

  /** How often formulas have been recalculated. */
  get recalculations(): number {
    return this.calculator.runs;
  }

  /**
   * The IronCalc model the preview's grid shows, sheets in the workbook's order, made on first use. Edits made through
   * it come back into {@link workbook} and raise `onChanged`.
   */
  get model(): Model {
    this.grid ??= new Grid(
      this.live,
      this.options.engine.Model,
      () => this.raiseEvents(),
      () => this.onSheetShown?.(),
    );
    return this.grid.model;
  }

  /** Brings the grid's model up to date with what was written through the API. */
  refreshGrid(): void {
    this.grid?.refresh();
  }

  /** Takes over what a person selected in the grid. */
  followGridSelection(): void {
    this.grid?.followSelection();
  }

  /** A person clicked the selected cell: goes where it leads, if it holds a link, and tells whether it does. */
  followGridLink(): boolean {
    return this.grid?.followLink() ?? false;
  }

  async executeAsync(_customData: string, flags: number, message: RequestMessage): Promise<ResponseMessage> {
    const request = JSON.stringify(message.Body);
    const body = JSON.parse(request) as RequestBody;
    // The reply comes later than the request, always.
    await Promise.resolve();
    if (isCleanup(body)) return this.cleanUp(body);
    const number = this.traffic.roundTrips + 1;
    const requestBytes = byteLength(request);
    const looking = this.lookedAt();
    const reply = this.answer(number, body, requestBytes, flags);
    const { bytes, reply: limited } = limit(reply);
    this.traffic.log.push({
      number,
      actions: body.Actions.length,
      requestBytes,
      responseBytes: bytes,
      ...(limited.ErrorCode
        ? { error: limited.ErrorCode }
        : limited.Body?.Error
          ? { error: limited.Body.Error.Code }
          : {}),
    });
    this.raiseEvents();
    if (flags & WRITES || this.lookedAt() !== looking) this.onBatch?.();
    return limited;
  }

  /** Where the person looks: activating and selecting change nothing, yet the grid has to follow. */
  private lookedAt(): string {
    const { activeSheet, selection } = this.workbook;
    return `${activeSheet} ${selection.sheet} ${selection.range}`;
  }

  private answer(number: number, body: RequestBody, requestBytes: number, flags: number): ResponseMessage {
    if (this.faults.isLost(number)) return refused(new ApiError("ConnectionFailure"), 503);
    if (this.cellEditing) return refused(new ApiError("InvalidOperationInCellEditMode"));
    if (requestBytes > PAYLOAD_LIMIT) return refused(new ApiError("RequestPayloadSizeLimitExceeded"));
    if (this.readOnly && flags & WRITES)
      return refused(new ApiError("AccessDenied", "The workbook is open for reading only."));
    const reply = executeBatch(workbookClass(this.live, this.workbook), this.references, body, {
      before: (action, index) => {
        const path =
          action.ActionType === ACTION.instantiate
            ? body.ObjectPaths[String(action.ObjectPathId)]?.Name
            : action.Name;
        this.faults.strike(number, path ?? "", index);
      },
    });
    const late = reply.Error ? undefined : this.faults.strikeAtEnd(number, body.Actions.length);
    return late ? refused(late) : answered(reply);
  }

  private cleanUp(body: RequestBody): ResponseMessage {
    this.traffic.cleanups++;
    return answered(executeBatch(workbookClass(this.live, this.workbook), this.references, body));
  }

  /** Events reach their handlers after the reply, in a turn of their own. */
  private raiseEvents(): void {
    const events = this.live.takeEvents();
    if (events.length > 0) setTimeout(() => deliver(this.options.client, events), 0);
  }
}

export function createHost(options: HostOptions): Host {
  return new Host(options);
}

/** The request Office.js sends when a run ends: it only lets go of ranges. */
function isCleanup({ Actions }: RequestBody): boolean {
  return (
    Actions.some(({ Name }) => Name === "_RemoveReference") &&
    Actions.every(({ ActionType, Name }) => ActionType === ACTION.instantiate || Name === "_RemoveReference")
  );
}

function limit(reply: ResponseMessage): { bytes: number; reply: ResponseMessage } {
  const text = JSON.stringify(reply.Body ?? {});
  const bytes = byteLength(text);
  if (bytes > PAYLOAD_LIMIT)
    return { bytes: 0, reply: refused(new ApiError("ResponsePayloadSizeLimitExceeded")) };
  return { bytes, reply: { ...reply, Body: reply.Body && (JSON.parse(text) as ResponseBody) } };
}

function answered(body: ResponseBody): ResponseMessage {
  return { HttpStatusCode: 200, ErrorCode: null, ErrorMessage: null, Headers: {}, Body: body };
}

function refused(error: ApiError, status = 400): ResponseMessage {
  return {
    HttpStatusCode: status,
    ErrorCode: error.code,
    ErrorMessage: error.message,
    Headers: {},
    Body: null,
  };
}

/** Bytes of the text in UTF-8. */
function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Two units of a pair make four bytes, so each counts two.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
