import { createRoot } from "react-dom/client";
import { init, IronCalc, Model } from "@ironcalc/workbook";
import { loadJobs } from "../../taskpane/loadJobs";
import { mountPane } from "../../taskpane/mount";

function Page({ model }: { readonly model: Model }) {
  return (
    <div className="preview">
      <div className="preview-grid">
        <IronCalc model={model} />
      </div>
      <div className="preview-pane" ref={mountIn} />
    </div>
  );
}

function mountIn(element: HTMLDivElement | null): void {
  if (element) mountPane(element, { loadJobs });
}

async function start(): Promise<void> {
  const element = document.getElementById("preview");
  if (!element) throw new Error("The page has no #preview element.");
  await init();
  const model = new Model("workbook", "en", "UTC", "en");
  createRoot(element).render(<Page model={model} />);
}

void start();
