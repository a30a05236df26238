/** A cell as it is read back; errors and dates come as text and serial numbers. */
export type GridValue = string | number | boolean | null;

/** Rows of a page from A1 on. */
export type Grid = readonly (readonly GridValue[])[];
