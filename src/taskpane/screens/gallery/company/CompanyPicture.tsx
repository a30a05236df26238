import { makeStyles, tokens } from "@fluentui/react-components";
import type { CompanyTemplate } from "../../../../templates/company/definition";
import { paletteOf } from "../../../../sheets/palette";
import { COLORS } from "../../../../sheets/style";

const useStyles = makeStyles({
  picture: {
    display: "block",
    width: "100%",
    backgroundColor: "#ffffff",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

const WIDTH = 280;
const HEIGHT = 110;
const INPUT = "#FFF8DC";
const LINE = "#D9DEE5";

/** How high the bars of a chart stand, 0–1, and the target beside each. */
const BARS = [
  [0.55, 0.5],
  [0.42, 0.56],
  [0.72, 0.6],
  [0.64, 0.66],
  [0.88, 0.74],
] as const;
/** How long the bars of a ranking are. */
const RANKS = [0.95, 0.84, 0.7, 0.62, 0.45] as const;

/** A page of a company's template in small, in its own colours. */
export function CompanyPicture({
  template,
  alt,
}: {
  readonly template: CompanyTemplate;
  readonly alt: string;
}) {
  const styles = useStyles();
  const { colors, body } = template;
  const { accent, headerFill, target } = colors
    ? paletteOf(colors)
    : { accent: COLORS.accent, headerFill: COLORS.headerFill, target: COLORS.target };
  return (
    <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={alt}>
      <rect width={WIDTH} height={HEIGHT} fill="#FFFFFF" />
      <rect x={14} y={12} width={96} height={9} rx={2} fill={accent} />
      <rect x={14} y={26} width={150} height={4} rx={2} fill={LINE} />
      <Table fill={headerFill} accent={accent} inputs={body.kind === "form" ? [1, 2, 3] : [2]} />
      {body.kind === "evaluation" ? (
        <g>
          {RANKS.map((long, i) => (
            <rect key={long} x={176} y={42 + i * 12} width={90 * long} height={8} rx={1} fill={accent} />
          ))}
        </g>
      ) : body.kind === "form" ? null : (
        <g>
          {BARS.map(([is, goal], i) => (
            <g key={goal}>
              <rect x={178 + i * 18} y={100 - 56 * is} width={11} height={56 * is} fill={accent} />
              <rect x={176 + i * 18} y={100 - 60 * goal} width={15} height={2.5} fill={target} />
            </g>
          ))}
        </g>
      )}
    </svg>
  );
}

function Table({
  fill,
  accent,
  inputs,
}: {
  readonly fill: string;
  readonly accent: string;
  readonly inputs: readonly number[];
}) {
  const columns = inputs.length > 1 ? 5 : 3;
  const width = inputs.length > 1 ? 50 : 48;
  return (
    <g>
      <rect x={14} y={40} width={columns * width} height={12} fill={fill} />
      <rect x={14} y={51} width={columns * width} height={1.2} fill={accent} />
      {[0, 1, 2, 3].map((row) => (
        <g key={row}>
          {Array.from({ length: columns }, (_, column) => (
            <g key={column}>
              {inputs.includes(column) ? (
                <rect x={14 + column * width} y={54 + row * 12} width={width - 2} height={10} fill={INPUT} />
              ) : null}
              <rect
                x={18 + column * width}
                y={57 + row * 12}
                width={column === 0 ? 34 : 24}
                height={4}
                rx={2}
                fill={LINE}
              />
            </g>
          ))}
        </g>
      ))}
    </g>
  );
}
