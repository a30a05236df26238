import type { CollectionView } from "../../../jobs/sharing/collect";
import { WAITING_WORDS as W } from "../../../sharing/review/words";
import { useSay } from "../../context";
import { Disclosure } from "../../parts/Disclosure";
import { Card, Section } from "../../parts/Section";
import { NameList } from "./NameList";

/** What goes into the review's log, and who has still to sign or review; nothing where nothing is under review. */
export function ReviewSections({ view }: { readonly view: CollectionView }) {
  const t = useSay();
  const { decisions, waiting } = view;
  if (!waiting) return null;
  return (
    <>
      {decisions.length > 0 ? (
        <Section title={t(W.toLog)} aside={String(decisions.length)}>
          <Card flush>
            <NameList
              label={t(W.toLog)}
              lines={decisions.map(({ person, event, from, to, by, on, reason, file }, i) => ({
                key: `${i}`,
                name: t(W.line, { person, event, from, to }),
                note: [reason === undefined ? "" : t(W.quoted, { reason }), by === person ? "" : by, on, file]
                  .filter((part) => part !== "")
                  .join(" · "),
              }))}
            />
          </Card>
        </Section>
      ) : null}
      <Section title={t(W.heading)} aside={String(waiting.length)}>
        <Card flush>
          {waiting.length === 0 ? (
            <NameList lines={[{ key: "none", name: t(W.none), note: "" }]} />
          ) : (
            <Disclosure summary={t(W.heading)} open={waiting.length <= 12}>
              <NameList
                label={t(W.heading)}
                lines={waiting.map(({ person, stage, whom, since, file }, i) => ({
                  key: `${i}`,
                  name: t(W.stands, { person, stage }),
                  note: [
                    whom === person ? "" : whom === "" ? t(W.anybody) : whom,
                    since === undefined ? "" : t(W.sinceDay, { since }),
                    file ?? t(W.unasked),
                  ]
                    .filter((part) => part !== "")
                    .join(" · "),
                }))}
              />
            </Disclosure>
          )}
        </Card>
      </Section>
    </>
  );
}
