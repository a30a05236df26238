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
