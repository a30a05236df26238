import {
  Button,
  MessageBar,
  MessageBarBody,
  SearchBox,
  ToggleButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { TemplateView } from "../../../jobs/template/template";
import type { TemplateStep } from "../../../jobs/template/takeBack";
import type { FillProblem } from "../../../templates/fill/forms";
import { CompanyTemplates, type Using } from "./company/CompanyTemplates";
import { UseMine, type Written } from "./UseMine";
import { useFlow, usePane, useSay } from "../../context";
import { loadGallery, type GalleryJobs } from "./jobs";
import { GALLERY_WORDS as W } from "./words";
import { Disclosure } from "../../parts/Disclosure";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { FillProblems } from "./FillProblems";
import { Page } from "../../parts/Page";
import { StepBack } from "../../parts/StepBack";
import { IntoView } from "../../parts/IntoView";
import { Card, Section } from "../../parts/Section";
import { Working } from "../../parts/Working";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "12px" },
  item: { display: "flex", flexDirection: "column", gap: "10px", padding: "14px" },
  picture: {
    display: "block",
    width: "100%",
    aspectRatio: "560 / 340",
    objectFit: "cover",
    objectPosition: "left top",
    backgroundColor: "#ffffff",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { margin: 0, fontSize: "15px", lineHeight: "22px", fontWeight: 600, textWrap: "balance" },
  number: { color: tokens.colorNeutralForeground3, fontWeight: 400, marginInlineEnd: "6px" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  steps: { margin: 0, paddingInlineStart: "20px", fontSize: "13px", lineHeight: "20px" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
  none: { display: "flex", flexDirection: "column", gap: "10px" },
  search: { width: "100%", maxWidth: "none" },
});

const GROUPS = ["all", "plan", "score", "form"] as const;
type Shown = (typeof GROUPS)[number];

/** Ready workbooks to start from: searched, looked at, written; and what can be done with one that was. */
export function Gallery() {
  const styles = useStyles();
  const t = useSay();
  const { commands, lang } = usePane();
  const { jobs, here, doing, said, problems, error, step, run, written, saidWritten, takeBack } =
    useGallery();
  const [using, setUsing] = useState<Using>();
  const [words, setWords] = useState("");
  const [group, setGroup] = useState<Shown>("all");
  const all = jobs?.listTemplates(lang) ?? [];
  const found = new Set(jobs?.searchTemplates(words));
  const shown = all.filter(({ id, group: kind }) => found.has(id) && (group === "all" || kind === group));
  const made = all.find(({ id }) => id === here);
  if (using)
    return (
      <UseMine
        name={using.name}
        prepare={using.prepare}
        onBack={() => setUsing(undefined)}
        onWritten={(report) => {
          setUsing(undefined);
          using.onWritten?.();
          written(report);
        }}
      />
    );
  return (
    <Page
      title={t(W.title)}
      intro={t(W.intro)}
      actions={
        <Button appearance="primary" onClick={() => commands.open("home")}>
          {t(W.back)}
        </Button>
      }
    >
      {error === undefined ? null : (
        <IntoView>
          <ErrorNotice error={error} />
        </IntoView>
      )}
      {doing ? (
        <IntoView>
          <Working text={t(W.writing)} />
        </IntoView>
      ) : null}
      {said === undefined ? null : (
        <IntoView>
          <MessageBar intent="success" layout="multiline" politeness="polite">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        </IntoView>
      )}
      {step === undefined ? null : (
        <div className={styles.row}>
          <StepBack what={t(W.takeBack)} ask={t(W.takeBackAsk)} busy={doing} onBack={takeBack} />
        </div>
      )}
      {problems.length === 0 ? null : <FillProblems problems={problems} />}
      {made ? (
        <Section title={t(W.here, { name: made.name })}>
          <div className={styles.row}>
            <Button
              disabled={doing}
              onClick={() =>
                void run(async (gallery) => {
                  const { cells, kept } = await gallery.clearExamples({});
                  return t(W.cleared, { n: String(cells), kept: String(kept) });
                })
              }
            >
              {t(W.clear)}
            </Button>
            {made.id === "work-plan" ? (
              <Button
                disabled={doing}
                onClick={() =>
                  void run(async (gallery) => {
                    const { moved } = await gallery.rollWorkPlan(undefined, { lang });
                    return moved.length === 0 ? t(W.rolledNone) : t(W.rolled, { n: String(moved.length) });
                  })
                }
              >
                {t(W.roll)}
              </Button>
            ) : null}
          </div>
        </Section>
      ) : null}
      <SearchBox
        className={styles.search}
        aria-label={t(W.search)}
        placeholder={t(W.search)}
        value={words}
        onChange={(_event, { value }) => setWords(value)}
      />
      <CompanyTemplates words={words} onUse={setUsing} onWritten={saidWritten} />
      <div className={styles.row} role="group" aria-label={t(W.kind)}>
        {GROUPS.map((each) => (
          <ToggleButton
            key={each}
            size="small"
            shape="circular"
            checked={group === each}
            onClick={() => setGroup(each)}
          >
            {t(W[each])}
          </ToggleButton>
        ))}
      </div>
      {jobs && shown.length === 0 ? (
        <Card>
          <div className={styles.none}>
            <p className={styles.body} role="status">
              {t(W.none)}
            </p>
            <p className={styles.body}>{t(W.noneOwn)}</p>
            <div>
              <Button
                onClick={() => {
                  setWords("");
                  setGroup("all");
                }}
              >
                {t(W.showAll)}
              </Button>
            </div>
          </div>
        </Card>
      ) : null}
      <ul className={styles.list} aria-label={t(W.title)}>
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard
              template={template}
              busy={doing}
              onWrite={(data) => {
                if (data === "mine" && jobs)
                  return setUsing({
                    name: template.name,
                    prepare: (period) =>
                      jobs.prepareTemplate(template.id, {
                        lang,
                        ...(period === undefined ? {} : { period }),
                      }),
                  });
                void run(async (gallery) => {
                  const options = { lang, examples: data === "examples" };
                  const { sheets } = await gallery.writeTemplate(template.id, options);
                  return t(W.written, { n: String(sheets.length), name: template.name });
                }, "written");
              }}
            />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function TemplateCard({
  template,
  busy,
  onWrite,
}: {
  readonly template: TemplateView;
  readonly busy: boolean;
  readonly onWrite: (data: "examples" | "nothing" | "mine") => void;
}) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const hasData = useFlow().survey.value?.survey.ready === true;
  const { id, number, name, purpose, steps, fillable, fromTables } = template;
  return (
    <Card flush>
      <img
        className={styles.picture}
        src={`assets/templates/${id}.${lang}.png`}
        alt={t(W.picture, { name })}
        loading="lazy"
      />
      <div className={styles.item}>
        <h2 className={styles.name}>
          <span className={styles.number}>{number}</span>
          {name}
        </h2>
        <p className={styles.body}>{purpose}</p>
        <Disclosure summary={t(W.details)}>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Disclosure>
        <div className={styles.row}>
          <Button
            appearance="primary"
            disabled={busy}
            aria-label={`${t(W.withExamples)} – ${name}`}
            onClick={() => onWrite("examples")}
          >
            {t(W.withExamples)}
          </Button>
          <Button disabled={busy} aria-label={`${t(W.empty)} – ${name}`} onClick={() => onWrite("nothing")}>
            {t(W.empty)}
          </Button>
          {fillable && (hasData || fromTables) ? (
            <Button disabled={busy} aria-label={`${t(W.withMine)} – ${name}`} onClick={() => onWrite("mine")}>
              {t(W.withMine)}
            </Button>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

/** The gallery's jobs and how the last one went. */
function useGallery() {
  const { commands } = usePane();
  const t = useSay();
  const [jobs, setJobs] = useState<GalleryJobs>();
  const [here, setHere] = useState<string>();
  const [doing, setDoing] = useState(false);
  const [said, setSaid] = useState<string>();
  const [problems, setProblems] = useState<readonly FillProblem[]>([]);
  const [error, setError] = useState<unknown>();
  /** The last write, as long as nothing else has been written here. */
  const [step, setStep] = useState<TemplateStep>();

  useEffect(() => {
    let gone = false;
    loadGallery().then(
      async (gallery) => {
        const id = await openedId(gallery);
        if (gone) return;
        setJobs(gallery);
        setHere(id);
      },
      (reason: unknown) => {
        if (!gone) setError(reason);
      },
    );
    return () => {
      gone = true;
    };
  }, []);

  async function run(
    work: (gallery: GalleryJobs) => Promise<string>,
    kind: "written" | "changed" = "changed",
  ): Promise<void> {
    if (!jobs || doing) return;
    setDoing(true);
    setSaid(undefined);
    setProblems([]);
    setError(undefined);
    try {
      setSaid(await work(jobs));
      // What moves tasks on writes sheets of its own; emptied examples go with the sheets they stand on.
      const now = await jobs.templateStep();
      setStep((before) => (kind === "written" || now?.at === before?.at ? now : undefined));
      setHere(await openedId(jobs));
      void commands.survey();
    } catch (reason) {
      setError(reason);
    } finally {
      setDoing(false);
    }
  }

  /** Somebody else here has written a template. */
  function saidWritten(text: string, left: readonly FillProblem[] = []): void {
    setSaid(text);
    setProblems(left);
    setError(undefined);
    void commands.survey();
    if (!jobs) return;
    void openedId(jobs).then(setHere);
    void jobs.templateStep().then(setStep, setError);
  }

  function written({ name, sheets, problems: left }: Written): void {
    saidWritten(t(W.written, { n: String(sheets.length), name }), left);
  }

  async function takeBack(): Promise<void> {
    if (!step) return;
    await run(async (gallery) => {
      await gallery.takeBackTemplate(step);
      return t(W.takenBack);
    });
  }

  return { jobs, here, doing, said, problems, error, step, run, written, saidWritten, takeBack };
}

/** Undefined for a workbook that was made from no template, which is no mistake. */
async function openedId(gallery: GalleryJobs): Promise<string | undefined> {
  return gallery.openTemplate({}).then(
    ({ template }) => template.id,
    () => undefined,
  );
}
