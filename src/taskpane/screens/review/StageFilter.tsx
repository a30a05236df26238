import { ToggleButton } from "@fluentui/react-components";
import type { ReviewBook } from "../../../jobs/review/reviewBook";
import { stageLabels } from "../../../sheets/review/pages";
import { usePane, useSay } from "../../context";
import { useReviewStyles } from "./styles";
import { REVIEW_WORDS as W } from "./words";

/** A button a stage that anybody stands at, with how many do. */
export function StageFilter({
  book,
  stage,
  onStage,
}: {
  readonly book: ReviewBook;
  readonly stage: string;
  readonly onStage: (stage: string) => void;
}) {
  const styles = useReviewStyles();
  const t = useSay();
  const { lang } = usePane();
  const labels = [...stageLabels({ ...book.process, lang })];
  const count = (id: string): number => book.people.filter(({ standing }) => standing.stage === id).length;
  const all: [string, string][] = [["", t(W.all)], ...labels.filter(([id]) => count(id) > 0)];
  return (
    <div className={styles.row} role="group" aria-label={t(W.stages)}>
      {all.map(([id, name]) => (
        <ToggleButton
          key={id}
          size="small"
          shape="circular"
          checked={stage === id}
          onClick={() => onStage(id)}
        >
          {id === "" ? name : `${name} ${count(id)}`}
        </ToggleButton>
      ))}
    </div>
  );
}
