import { toAttainError } from "./errors";

export interface Place {
  readonly sheetId: string;
  /** A1 form without the sheet. */
  readonly address: string;
  /** Cells were inserted or deleted there, so that others have moved. */
  readonly moved?: boolean;
}

export interface Watched {
  /** Cells of a sheet changed, by people or by programs. */
  readonly onChanged?: (place: Place) => void;
  readonly onSelectionChanged?: (place: Place) => void;
}

/**
 * Tells about changes in the workbook until the returned function is called; calling it twice is harmless.
 *
 * @example const stop = await watch({ onChanged: () => refresh() }); … await stop();
 */
export async function watch({ onChanged, onSelectionChanged }: Watched): Promise<() => Promise<void>> {
  try {
    const handlers = await Excel.run(async (context) => {
      const { workbook } = context;
      const added = [
        ...(onChanged
          ? [
              workbook.worksheets.onChanged.add(async ({ worksheetId, address, changeType }) =>
                onChanged({
                  sheetId: worksheetId,
                  address,
                  ...(changeType === Excel.DataChangeType.rangeEdited ? {} : { moved: true }),
                }),
              ),
            ]
          : []),
        ...(onSelectionChanged
          ? [
              workbook.worksheets.onSelectionChanged.add(async ({ worksheetId, address }) =>
                onSelectionChanged({ sheetId: worksheetId, address }),
              ),
            ]
          : []),
      ];
      await context.sync();
      return added;
    });
    return () => stop(handlers.splice(0));
  } catch (error) {
    throw toAttainError(error, "reading");
  }
}

interface Handler {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

/** A handler can only be removed in the context it was added in. */
async function stop(handlers: readonly Handler[]): Promise<void> {
  for (const handler of handlers) handler.remove();
  const [first] = handlers;
  if (!first) return;
  try {
    await first.context.sync();
  } catch {
    // The workbook is gone, and its events with it.
  }
}
