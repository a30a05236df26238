import { useState } from "react";
import type { Sent } from "../../../jobs/sharing/share";
import { strayPlace } from "../../../sharing/outgoing/fileNames";
import { usePane } from "../../context";
import { loadFiles } from "./jobs";
import { useFileLink, type FileLink } from "./useFileLink";
import { given } from "./useSendOut";
import type { Sharing } from "./useShare";

export interface SendAgainState {
  /** Whose form is open, and in which list. */
  readonly open: string | undefined;
  /** Whose form was closed last: the keyboard goes back there. */
  readonly closed: string | undefined;
  readonly setOpen: (id: string | undefined) => void;
  /** Of whoever has a workbook; undefined for an id that nobody has. */
  readonly find: (id: string | undefined) => Sent | undefined;
  readonly made?: { readonly link: FileLink; readonly name: string };
  readonly send: (to: Sent, reason: string, due: string) => Promise<void>;
}

/**
 * One person's workbook once more, with a reason.
 *
 * @param then what has to be looked at anew afterwards
 */
export function useSendAgain(sharing: Sharing, then: () => Promise<void>): SendAgainState {
  const { lang } = usePane();
  const { jobs, view } = sharing;
  const [open, setOpen] = useState<string>();
  const [closed, setClosed] = useState<string>();
  const [name, setName] = useState("");
  const [link, setFile] = useFileLink(lang);

  async function send(to: Sent, reason: string, due: string): Promise<void> {
    if (!jobs) return;
    setFile(undefined);
    const made = await sharing.run("making", async (step) => {
      const options = { lang, ...step };
      const prepared = await jobs.prepareDistribution(
        {
          by: to.level,
          ids: [to.id],
          reason: reason.trim(),
          ...given("due", due),
          ...(to.level === "division" ? { divisions: view?.divisions ?? {} } : {}),
          // Under its old name, unless that would be taken for a pattern.
          ...(strayPlace(to.file) === undefined ? { pattern: to.file } : {}),
        },
        options,
      );
      const [handout] = await jobs.makeHandouts(prepared, await loadFiles(), options);
      step.write("noting");
      await jobs.recordDistribution(prepared);
      return handout;
    });
    if (!made) return;
    setOpen(undefined);
    setClosed(undefined);
    setName(to.name);
    setFile({ name: made.file, bytes: made.bytes });
    await sharing.look();
    await then();
  }

  return {
    open,
    closed,
    setOpen: (id) => {
      if (id === undefined) setClosed(open);
      setOpen(id);
    },
    find: (id) => view?.sent?.list.find((each) => each.id === id),
    ...(link ? { made: { link, name } } : {}),
    send,
  };
}
