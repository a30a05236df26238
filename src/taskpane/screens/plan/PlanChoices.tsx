import { Field, Radio, RadioGroup, makeStyles } from "@fluentui/react-components";
import type { Phrase } from "../../../words";
import { useFlow, usePane, useSay } from "../../context";
import { baseYearOf, yearsOf } from "../../flow/state";
import { JOB_WORDS as J } from "../../jobWords";
import { whole } from "../../parts/numbers";
import {
  calendarOf,
  CALENDARS,
  changedCount,
  STEPS,
  timeOf,
  TIMES,
  unitsOf,
  UNIT_CHOICES,
  withTime,
  withUnits,
  type Calendar,
  type TimeChoice,
  type UnitChoice,
} from "./choices";
import { WORDS } from "../../words";
import { AmountInput } from "./AmountInput";
import { Choice } from "../../parts/Choice";
import { Disclosure } from "../../parts/Disclosure";
import { GrowthInput } from "./GrowthInput";
import { Limits } from "./Limits";
import { PercentInput } from "./PercentInput";
import { Card } from "../../parts/Section";

const useStyles = makeStyles({
  choices: { display: "flex", flexDirection: "column", gap: "16px", padding: "14px" },
  folded: { display: "flex", flexDirection: "column", gap: "16px", padding: "4px 14px 16px" },
});

const TIME_WORDS: Record<TimeChoice, Phrase> = {
  history: J.timeHistory,
  pace: J.timePace,
  days: J.timeDays,
  even: J.timeEven,
};
const UNIT_WORDS: Record<UnitChoice, Phrase> = {
  history: J.unitsHistory,
  levels: J.unitsLevels,
  even: J.unitsEven,
};
const CALENDAR_WORDS: Record<Calendar, Phrase> = { CN: J.calendarCN, none: J.calendarPlain };

/** The usual choices in sight, the unusual ones folded. */
export function PlanChoices() {
  const styles = useStyles();
  const t = useSay();
  const flow = useFlow();
  const { commands } = usePane();
  const { choices } = flow;
  const years = yearsOf(flow);
  const year = baseYearOf(flow);
  const typed = choices.plan?.total && "value" in choices.plan.total ? choices.plan.total.value : undefined;
  const changed = changedCount(choices);
  return (
    <Card flush>
      <div className={styles.choices}>
        <Field label={t(J.totalBy)}>
          <RadioGroup
            layout="horizontal"
            value={typed === undefined ? "growth" : "typed"}
            onChange={(_event, { value }) =>
              commands.choosePlan({
                total:
                  value === "typed" ? { value: flow.prepared.value?.preview.targetTotal ?? 0 } : undefined,
              })
            }
          >
            <Radio value="growth" label={t(J.totalGrowth)} />
            <Radio value="typed" label={t(J.totalTyped)} />
          </RadioGroup>
        </Field>
        {typed === undefined ? (
          <GrowthInput
            label={t(WORDS.growth, { year: year === undefined ? "" : String(year) })}
            value={choices.growth ?? 0.2}
            onChange={(growth) => commands.choose({ growth })}
          />
        ) : (
          <AmountInput
            label={t(J.totalAmount)}
            hint={t(J.amountHint)}
            value={typed}
            onChange={(value) => commands.choosePlan({ total: { value } })}
          />
        )}
        {years.length < 2 ? null : (
          <Choice
            label={t(WORDS.baseYear)}
            value={String(year)}
            options={years.map((each) => ({ value: String(each), text: String(each) }))}
            onChange={(value) => commands.choose({ baseYear: Number(value) })}
          />
        )}
      </div>
      <Disclosure summary={changed === 0 ? t(J.more) : t(J.moreNow, { n: changed })}>
        <div className={styles.folded}>
          <More />
        </div>
      </Disclosure>
    </Card>
  );
}

function More() {
  const t = useSay();
  const flow = useFlow();
  const { commands, lang } = usePane();
  const { plan = {}, emptyMonths = "zero" } = flow.choices;
  const nodes = flow.prepared.value?.preview.nodes ?? [];
  const levels = nodes.reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
  const time = timeOf(plan);
  const country = calendarOf(plan);
  const shaped = time === "history" || time === "pace";
  return (
    <>
      <Choice
        label={t(J.time)}
        value={time}
        options={TIMES.map((value) => ({ value, text: t(TIME_WORDS[value]) }))}
        onChange={(value) => commands.choosePlan(withTime(value, country, emptyMonths))}
      />
      {time === "pace" || time === "days" ? (
        <Choice
          label={t(J.calendar)}
          value={country}
          options={CALENDARS.map((value) => ({ value, text: t(CALENDAR_WORDS[value]) }))}
          onChange={(value) => commands.choosePlan(withTime(time, value, emptyMonths))}
        />
      ) : null}
      {shaped ? (
        <Field label={t(WORDS.emptyMonths)}>
          <RadioGroup
            value={emptyMonths}
            onChange={(_event, data) => {
              const gaps = data.value === "average" ? "average" : "zero";
              commands.choose({ emptyMonths: gaps });
              if (time === "pace") commands.choosePlan(withTime(time, country, gaps));
            }}
          >
            <Radio value="zero" label={t(WORDS.emptyMonthsZero)} />
            <Radio value="average" label={t(WORDS.emptyMonthsAverage)} />
          </RadioGroup>
        </Field>
      ) : null}
      <Choice
        label={t(J.units)}
        value={unitsOf(plan)}
        options={UNIT_CHOICES.map((value) => ({ value, text: t(UNIT_WORDS[value]) }))}
        onChange={(value) => commands.choosePlan(withUnits(value, levels))}
      />
      <Choice
        label={t(J.newcomers)}
        value={plan.newcomers ?? "zero"}
        options={[
          { value: "zero", text: t(J.newcomersZero) },
          { value: "average", text: t(J.newcomersAverage) },
        ]}
        onChange={(value) => commands.choosePlan({ newcomers: value === "zero" ? undefined : value })}
      />
      <Choice
        label={t(J.step)}
        value={String(plan.step ?? 1)}
        options={STEPS.map((step) => ({ value: String(step), text: t(J.stepOf, { n: whole(step, lang) }) }))}
        onChange={(value) => commands.choosePlan({ step: value === "1" ? undefined : Number(value) })}
      />
      <PercentInput
        label={t(J.padding)}
        hint={t(J.paddingHint)}
        invalid={t(J.paddingInvalid)}
        value={plan.padding?.[0] ?? 0}
        onChange={(rate) => commands.choosePlan({ padding: rate === 0 ? undefined : [rate] })}
      />
      <Limits nodes={nodes} />
    </>
  );
}
