import { init, Model } from "@ironcalc/workbook";
import { createRoot } from "react-dom/client";
import { HOST_SETS, installOfficeShell } from "../client/officeShell";
import { Page } from "./Page";
import { startSession } from "./session";

/** Fluent's light theme, as Office hands its colours to a pane. */
const LIGHT = { background: "#FFFFFF", text: "#242424", control: "#F5F5F5", controlText: "#242424" };

async function start(): Promise<void> {
  const element = document.getElementById("preview");
  if (!element) throw new Error("The page has no #preview element.");
  installOfficeShell({ language: navigator.language, theme: LIGHT, sets: HOST_SETS });
  await init();
  createRoot(element).render(<Page session={startSession({ Model })} />);
}

void start();
