/** Lines that title and subtitle take, above settings and table. */
export const TITLE_ROWS = 2;
/** Points; two lines of words. */
export const HEADER_HEIGHT = 30;
