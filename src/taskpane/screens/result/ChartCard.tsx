import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useMemo, useState } from "react";
import type { ChartView } from "../../../jobs/types";
import { usePane, useSay } from "../../context";
import { Disclosure } from "../../parts/Disclosure";
import { Card } from "../../parts/Section";
import { Working } from "../../parts/Working";
import { CHART_PALETTES } from "../../theme";
import { WORDS } from "../../words";
import { exactValue, resultPlot } from "./resultPlot";

const Canvas = lazy(async () => ({ default: (await import("../../charts/Canvas")).Canvas }));

const useStyles = makeStyles({
  body: { padding: "14px 14px 10px" },
  scroll: {
    overflowX: "auto",
    padding: "0 14px 12px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  table: { borderCollapse: "collapse", width: "100%", fontSize: "12px", lineHeight: "16px" },
  cell: {
    padding: "5px 0 5px 12px",
    textAlign: "right",
    fontWeight: 400,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { paddingLeft: 0, textAlign: "left" },
  head: { color: tokens.colorNeutralForeground3 },
  more: { width: "100%", borderRadius: 0, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** Bars a person takes in at one look. */
const FIRST_BARS = 10;

/** One chart, with the same numbers as a table for those who want or need them. */
export function ChartCard({ chart }: { readonly chart: ChartView }) {
  const styles = useStyles();
  const t = useSay();
  const { lang, theme } = usePane();
  const [all, setAll] = useState(false);
  const long = chart.kind === "bar" && chart.categories.length > FIRST_BARS;
  const palette = CHART_PALETTES[theme];
  const plot = useMemo(() => {
    const full = resultPlot(chart, palette, lang);
    if (!long || all) return full;
    return {
      ...full,
      categories: full.categories.slice(0, FIRST_BARS),
      series: full.series.map((series) => ({ ...series, values: series.values.slice(0, FIRST_BARS) })),
    };
  }, [chart, palette, lang, long, all]);
  const height = plot.shape === "lying" ? plot.categories.length * 26 + 12 : 220;
  return (
    <Card flush>
      <div className={styles.body}>
        <Suspense fallback={<Working text={t(WORDS.chartLoading)} />}>
          <Canvas plot={plot} colors={palette} label={chart.title} height={height} />
        </Suspense>
      </div>
      {long ? (
        <Button appearance="subtle" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t(WORDS.showLess) : t(WORDS.showAll, { n: chart.categories.length })}
        </Button>
      ) : null}
      <Disclosure summary={t(WORDS.asTable)}>
        <div className={styles.scroll} role="region" tabIndex={0} aria-label={chart.title}>
          <table className={styles.table}>
            <thead>
              <tr>
                <td className={styles.cell} />
                {chart.series.map((series) => (
                  <th key={series.name} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                    {series.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chart.categories.map((category, index) => (
                <tr key={category}>
                  <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                    {category}
                  </th>
                  {chart.series.map((series) => {
                    const value = series.values[index];
                    return (
                      <td key={series.name} className={styles.cell}>
                        {value === undefined ? "–" : exactValue(chart, value, lang)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Disclosure>
    </Card>
  );
}
