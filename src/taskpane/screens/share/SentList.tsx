import { Button, Input, ToggleButton } from "@fluentui/react-components";
import { useState } from "react";
import type { Sent, SharingView } from "../../../jobs/sharing/share";
import { LEVEL_WORDS, LIST_WORDS } from "../../../sharing/words";
import type { Lang, Phrase } from "../../../words";
import { plural, usePane, useSay, type Speak } from "../../context";
import { moment } from "../../parts/numbers";
import { Card, Section } from "../../parts/Section";
import type { ShareJobs } from "./jobs";
import { SHARE_WORDS as W } from "./words";
import { copyText } from "./copyText";
import { NameList } from "./NameList";
import { SendAgain } from "./SendAgain";
import { found, SHOWN, shownOf, tabbed, type Shown } from "./sentList";
import { useShareStyles } from "./styles";
import type { SendAgainState } from "./useSendAgain";
import type { Sharing } from "./useShare";

const SHOWN_WORDS: Readonly<Record<Shown, Phrase>> = {
  all: W.shownAll,
  open: W.shownOpen,
  answered: W.shownAnswered,
};

/** With more than this somebody is looked for by typing. */
const SEARCHED = 12;

/** Who has which workbook, who has answered and who has not; copied, or as a list in the workbook. */
export function SentList({
  sent,
  sharing,
  jobs,
  again,
}: {
  readonly sent: NonNullable<SharingView["sent"]>;
  readonly sharing: Sharing;
  readonly jobs: ShareJobs;
  readonly again: SendAgainState;
}) {
  const styles = useShareStyles();
  const t = useSay();
  const { lang } = usePane();
  const [chosen, setChosen] = useState<Shown>();
  const [typed, setTyped] = useState("");
  const [copied, setCopied] = useState<"yes" | "no">();
  const { list, answered, missing } = sent;
  const busy = sharing.doing !== undefined;
  const shown = chosen ?? (missing.length > 0 ? "open" : "all");
  const kinds = new Set(list.map(({ level }) => level)).size;
  const lines = found(shownOf(list, shown), typed);

  async function copy(): Promise<void> {
    const header = [
      LIST_WORDS.recipient,
      LIST_WORDS.kind,
      LIST_WORDS.unit,
      LIST_WORDS.manager,
      LIST_WORDS.file,
      LIST_WORDS.status,
    ].map((phrase) => t(phrase));
    const rows = lines.map((each) => [
      each.name,
      t(LEVEL_WORDS[each.level]),
      each.unit,
      each.manager,
      each.file,
      stateOf(each, t, lang),
    ]);
    setCopied((await copyText(tabbed([header, ...rows]))) ? "yes" : "no");
  }

  return (
    <Section title={t(W.sentTitle)} aside={t(W.sentAside, { answered, all: list.length })}>
      <div className={styles.row} role="group" aria-label={t(W.sentTitle)}>
        {SHOWN.map((each) => (
          <ToggleButton
            key={each}
            size="small"
            shape="circular"
            checked={shown === each}
            onClick={() => {
              setChosen(each);
              setCopied(undefined);
            }}
          >
            {t(SHOWN_WORDS[each], { n: shownOf(list, each).length })}
          </ToggleButton>
        ))}
      </div>
      {list.length > SEARCHED ? (
        <Input
          type="search"
          aria-label={t(W.find)}
          placeholder={t(W.find)}
          value={typed}
          onChange={(_event, { value }) => {
            setTyped(value);
            setCopied(undefined);
          }}
        />
      ) : null}
      <Card flush>
        {lines.length === 0 ? (
          <NameList
            lines={[{ key: "none", name: t(typed.trim() === "" ? EMPTY[shown] : W.findNone), note: "" }]}
          />
        ) : (
          <NameList
            label={t(SHOWN_WORDS[shown], { n: lines.length })}
            lines={lines.map((each) => ({
              key: each.id,
              name: each.name,
              note: [
                kinds > 1 ? t(LEVEL_WORDS[each.level]) : "",
                each.unit === each.name ? "" : each.unit,
                each.file,
              ]
                .filter((part) => part !== "")
                .join(" · "),
              state: stateOf(each, t, lang),
              action: <SendAgain id={each.id} list="sent" again={again} busy={busy} />,
            }))}
          />
        )}
      </Card>
      <div className={styles.row}>
        <Button disabled={lines.length === 0} onClick={() => void copy()}>
          {t(W.copy)}
        </Button>
        <Button disabled={busy} onClick={() => void sharing.run("noting", () => jobs.showReturns({ lang }))}>
          {t(W.inWorkbook)}
        </Button>
      </div>
      {copied === undefined ? null : (
        <p className={styles.note} role="status">
          {copied === "yes"
            ? t(plural(lines.length, W.copiedOne, W.copied), { n: lines.length })
            : t(W.copyNot)}
        </p>
      )}
    </Section>
  );
}

const EMPTY: Readonly<Record<Shown, Phrase>> = {
  all: W.missingNone,
  open: W.missingNone,
  answered: W.answeredNone,
};

/** @example stateOf(ann, t, "en-US") // "▲ sent back: The March figures are missing" */
function stateOf({ status, reason = "", waits = 0, answeredAt, at }: Sent, t: Speak, lang: Lang): string {
  const when = moment(answeredAt ?? at, lang, "minute");
  if (waits > 0) {
    const phrase =
      status === "held"
        ? plural(waits, W.stateHeldOne, W.stateHeld)
        : plural(waits, W.stateWaitsOne, W.stateWaits);
    return t(phrase, { n: waits, when });
  }
  if (status === "answered") return t(W.stateAnswered, { when });
  if (status === "sent-back") return t(LIST_WORDS.sentBack, { reason });
  return t(W.stateMissing, { when: moment(at, lang, "day") });
}
