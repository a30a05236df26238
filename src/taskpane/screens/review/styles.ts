import { makeStyles, tokens } from "@fluentui/react-components";

export const useReviewStyles = makeStyles({
  body: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  wide: { width: "100%", maxWidth: "none" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  person: {
    display: "flex",
    alignItems: "flex-start",
    padding: "4px 8px 8px",
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { paddingTop: "6px", minWidth: 0, overflowWrap: "anywhere" },
  name: { fontWeight: 600 },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "12px", lineHeight: "18px" },
  head: { padding: "4px 8px", borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
});
