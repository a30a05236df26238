/** Colours Office.js takes by name, as `RRGGBB`: those of HTML that people use. */
export const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: "000000",
  white: "FFFFFF",
  red: "FF0000",
  green: "008000",
  blue: "0000FF",
  yellow: "FFFF00",
  orange: "FFA500",
  gray: "808080",
  grey: "808080",
  purple: "800080",
  lightgray: "D3D3D3",
  lightgrey: "D3D3D3",
  lightblue: "ADD8E6",
  lightyellow: "FFFFE0",
};
