import { Field, Input, MessageBar, MessageBarBody, Textarea } from "@fluentui/react-components";
import type { SharingView } from "../../../jobs/sharing/share";
import { plural, useSay } from "../../context";
import { Choice } from "../../parts/Choice";
import { Disclosure } from "../../parts/Disclosure";
import { Card, Section } from "../../parts/Section";
import { LEVEL_NAMES, SHARE_WORDS as W } from "./words";
import { Arrival } from "./Arrival";
import { DivisionLeaders } from "./DivisionLeaders";
import { NameList } from "./NameList";
import { SaveFile } from "./SaveFile";
import { StepBack } from "../../parts/StepBack";
import { useShareStyles } from "./styles";
import type { SendOutState } from "./useSendOut";

/** Who gets a workbook, under which name, with which words; and what was made. */
export function SendOut({ out, view, busy }: { out: SendOutState; view: SharingView; busy: boolean }) {
  const styles = useShareStyles();
  const t = useSay();
  const { choices, choose, levels, list, names, stray, made } = out;
  const count = (n: number): string => t(plural(n, W.recipientsOne, W.recipients), { n });
  const waiting = view.sent?.missing.length ?? 0;
  return (
    <>
      {made ? (
        <SaveFile
          link={made.link}
          text={t(plural(made.count, W.madeOne, W.made), { n: made.count })}
          save={W.download}
        >
          {made.step ? (
            <StepBack
              what={t(W.backOut)}
              ask={t(W.backOutAsk)}
              busy={busy}
              onBack={() => (made.step ? out.takeBack(made.step) : Promise.resolve())}
            />
          ) : null}
        </SaveFile>
      ) : null}
      {out.takenBack ? (
        <Arrival>
          <MessageBar intent="info" layout="multiline" politeness="polite">
            <MessageBarBody>{t(W.backOutDone)}</MessageBarBody>
          </MessageBar>
        </Arrival>
      ) : null}
      <Section title={t(W.who)} aside={count(list.length)}>
        <Card className={styles.form}>
          <Choice
            label={t(W.to)}
            value={choices.level}
            options={levels.map(({ level, count: n }) => ({
              value: level,
              text: n > 0 ? `${t(LEVEL_NAMES[level])} · ${count(n)}` : t(LEVEL_NAMES[level]),
            }))}
            onChange={(level) => choose({ level })}
          />
          {choices.level === "division" ? (
            <DivisionLeaders drafts={out.drafts} units={view.units} onChange={out.setDrafts} />
          ) : null}
          {view.unnamed > 0 && choices.level === "rater" ? (
            <p className={styles.note}>{t(W.unnamed, { n: view.unnamed })}</p>
          ) : null}
        </Card>
      </Section>
      <Section title={t(W.files)}>
        <Card className={styles.form}>
          <Field
            label={t(W.pattern)}
            {...(stray === undefined
              ? {
                  hint: (
                    <span className={styles.path}>
                      {t(W.patternHint)}
                      {names?.[0] === undefined ? null : (
                        <>
                          <br />
                          {t(W.patternFirst, { file: names[0] })}
                        </>
                      )}
                    </span>
                  ),
                }
              : {
                  validationMessage: t(W.patternWrong, { place: stray }),
                  validationState: "error" as const,
                })}
          >
            <Input value={choices.pattern} onChange={(_event, { value }) => choose({ pattern: value })} />
          </Field>
          <Field label={t(W.due)} hint={t(W.dueHint)}>
            <Input value={choices.due} onChange={(_event, { value }) => choose({ due: value })} />
          </Field>
          <Field label={t(W.message)} hint={t(W.messageHint)}>
            <Textarea
              value={choices.message}
              rows={2}
              resize="vertical"
              onChange={(_event, { value }) => choose({ message: value })}
            />
          </Field>
        </Card>
      </Section>
      {list.length === 0 ? null : (
        <Card flush>
          <Disclosure summary={t(W.list)}>
            <NameList
              label={t(W.list)}
              lines={list.map(({ name, unit }, i) => ({
                key: `${i}`,
                name: name === "" ? unit : name,
                note: names?.[i] ?? "",
              }))}
            />
          </Disclosure>
        </Card>
      )}
      {waiting > 0 ? (
        <p className={styles.note}>{t(W.replaces, { n: waiting, issue: view.sent?.issue ?? 0 })}</p>
      ) : null}
    </>
  );
}
