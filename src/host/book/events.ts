import type { Live } from "./live";

/** The numbers Office.js knows its events by. */
export const EVENT = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  selectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  nameChanged: 25,
  visibilityChanged: 26,
  tableChanged: 101,
} as const;

/** Target of events that concern the workbook as a whole. */
export const WORKBOOK_TARGET = "Workbook";

/** Category of the messages that carry Office.js events. */
export const EVENT_CATEGORY = 65_536;

/** `onChanged.add` and its like: the client keeps the handlers, the host only needs to know that there are some. */
export const register = (_self: unknown, _args: unknown, live: Live): void => void live.listeners++;
export const unregister = (_self: unknown, _args: unknown, live: Live): void => void live.listeners--;
