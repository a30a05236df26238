import { Button, Checkbox, Field, Input } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import type { SharingView } from "../../../jobs/sharing/share";
import { usePane, useSay, type Speak } from "../../context";
import { SHARE_WORDS as W } from "./words";
import {
  addLeader,
  divisionsFrom,
  unclaimed,
  withUnit,
  type LeaderDraft,
  type LeaderProblem,
} from "./leaderDrafts";
import { useShareStyles } from "./styles";

/** Who is in charge of which units: the one thing no sheet says. */
export function DivisionLeaders({
  drafts,
  units,
  onChange,
}: {
  readonly drafts: readonly LeaderDraft[];
  readonly units: SharingView["units"];
  readonly onChange: (drafts: readonly LeaderDraft[]) => void;
}) {
  const styles = useShareStyles();
  const t = useSay();
  const { lang } = usePane();
  const { problem } = divisionsFrom(drafts);
  const left = unclaimed(
    drafts,
    units.map(({ name }) => name),
  );
  const named = new Intl.ListFormat(lang, { type: "conjunction" }).format(left);
  return (
    <>
      <p className={styles.note}>{t(W.leadersNote)}</p>
      {drafts.map(({ key, name, units: own }, i) => (
        <fieldset key={key} className={styles.leader}>
          <legend className={styles.legend}>{t(W.leader, { n: i + 1 })}</legend>
          <Field label={t(W.leaderName)}>
            <Input
              value={name}
              onChange={(_event, { value }) =>
                onChange(drafts.map((draft) => (draft.key === key ? { ...draft, name: value } : draft)))
              }
            />
          </Field>
          <div role="group" aria-label={t(W.charge, { name: name.trim() || t(W.leader, { n: i + 1 }) })}>
            <p className={styles.note}>{t(W.chargeLabel)}</p>
            <div className={styles.units}>
              {units.map((unit) => (
                <Checkbox
                  key={unit.name}
                  className={styles.unit}
                  checked={own.includes(unit.name)}
                  label={t(W.unitOf, { unit: unit.name, n: unit.people })}
                  onChange={(_event, { checked }) =>
                    onChange(withUnit(drafts, key, unit.name, checked === true))
                  }
                />
              ))}
            </div>
          </div>
          {drafts.length > 1 ? (
            <Button
              className={styles.start}
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t(W.leaderRemoveNamed, { name: name.trim() || t(W.leader, { n: i + 1 }) })}
              onClick={() => onChange(drafts.filter((draft) => draft.key !== key))}
            >
              {t(W.leaderRemove)}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button className={styles.start} icon={<AddRegular />} onClick={() => onChange(addLeader(drafts))}>
        {t(W.leaderAdd)}
      </Button>
      <p className={styles.note} role="status">
        {problem ? told(problem, t) : left.length > 0 ? t(W.unclaimed, { units: named }) : t(W.allClaimed)}
      </p>
    </>
  );
}

function told(problem: LeaderProblem, t: Speak): string {
  switch (problem.kind) {
    case "none":
      return t(W.leaderNone);
    case "nameless":
      return t(W.leaderNameless, { n: problem.number });
    case "idle":
      return t(W.leaderIdle, { name: problem.name });
    case "twice":
      return t(W.leaderTwice, { name: problem.name });
  }
}
