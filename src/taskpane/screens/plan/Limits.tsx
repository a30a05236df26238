import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import type { NodeView } from "../../../jobs/types";
import type { Phrase } from "../../../words";
import { useFlow, usePane, useSay } from "../../context";
import { JOB_WORDS as J } from "../../jobWords";
import { whole } from "../../parts/numbers";
import { amountOf, kindOf, LIMIT_KINDS, withLimit, type LimitKind } from "./choices";
import { AmountInput } from "./AmountInput";
import { Choice } from "../../parts/Choice";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: "4px" },
  none: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  limit: { display: "flex", alignItems: "center", gap: "8px", minHeight: "32px" },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  pair: { display: "grid", gridTemplateColumns: "104px minmax(0, 1fr)", gap: "8px" },
});

const KIND_WORDS: Record<LimitKind, Phrase> = { lock: J.lockLock, min: J.lockMin, max: J.lockMax };

/** Fixed amounts and limits on units and people, for the year. */
export function Limits({ nodes }: { readonly nodes: readonly NodeView[] }) {
  const styles = useStyles();
  const t = useSay();
  const { choices } = useFlow();
  const { commands, lang } = usePane();
  const limits = choices.plan?.limits ?? [];
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;
  const change = (next: typeof limits) => commands.choosePlan({ limits: next.length > 0 ? next : undefined });
  return (
    <fieldset className={styles.box}>
      <legend className={styles.legend}>{t(J.locks)}</legend>
      {limits.length === 0 ? <p className={styles.none}>{t(J.locksNone)}</p> : null}
      <ul className={styles.list}>
        {limits.map((limit) => (
          <li key={`${limit.node} ${kindOf(limit)}`} className={styles.limit}>
            <span className={styles.text}>
              {nameOf(limit.node)} · {t(KIND_WORDS[kindOf(limit)])} {whole(amountOf(limit), lang)}
            </span>
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={t(J.lockRemove, { name: nameOf(limit.node) })}
              onClick={() => change(limits.filter((other) => other !== limit))}
            />
          </li>
        ))}
      </ul>
      <NewLimit
        key={limits.length}
        nodes={nodes}
        onAdd={(node, kind, amount) => change(withLimit(limits, node, kind, amount))}
      />
    </fieldset>
  );
}

interface NewLimitProps {
  readonly nodes: readonly NodeView[];
  readonly onAdd: (node: string, kind: LimitKind, amount: number) => void;
}

function NewLimit({ nodes, onAdd }: NewLimitProps) {
  const styles = useStyles();
  const t = useSay();
  const places = nodes.filter(({ depth }) => depth > 0);
  const [node, setNode] = useState(places[0]?.id ?? "");
  const [kind, setKind] = useState<LimitKind>("lock");
  const [amount, setAmount] = useState<number>();
  if (places.length === 0) return null;
  return (
    <>
      <Choice
        label={t(J.lockWho)}
        value={node}
        options={places.map(({ id, name, depth }) => ({
          value: id,
          text: `${"\u2003".repeat(depth - 1)}${name}`,
        }))}
        onChange={setNode}
      />
      <div className={styles.pair}>
        <Choice
          label={t(J.lockKind)}
          value={kind}
          options={LIMIT_KINDS.map((value) => ({ value, text: t(KIND_WORDS[value]) }))}
          onChange={setKind}
        />
        <AmountInput label={t(J.lockAmount)} value={amount} onChange={setAmount} />
      </div>
      <Button
        disabled={amount === undefined}
        onClick={() => {
          if (amount !== undefined) onAdd(node, kind, amount);
        }}
      >
        {t(J.lockAdd)}
      </Button>
    </>
  );
}
