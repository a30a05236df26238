import { useCallback, useEffect, useRef, type FocusEvent } from "react";

/** Where a person may be working beside the grid: the pane, what it opens over the page, the bar, the divider. */
const BESIDE = ".preview-pane, .fui-FluentProvider, .preview-bar, .preview-divider";

/**
 * IronCalc's grid takes the focus each time it is drawn. In Excel a pane keeps the focus while the sheet beside it
 * changes, so here only a person moves it: by a click or the Tab key. Any other time it goes back where it was.
 */
export function useGridFocus() {
  const asked = useRef(false);
  const ask = useCallback(() => {
    asked.current = true;
  }, []);
  useEffect(() => {
    // What a click or key does is done before the next task.
    const over = () => void setTimeout(() => (asked.current = false), 0);
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key !== "Tab") return;
      ask();
      over();
    };
    document.addEventListener("keydown", onKeyDown, true);
    for (const type of ["pointerup", "pointercancel"]) document.addEventListener(type, over, true);
    return () => {
      document.removeEventListener("keydown", onKeyDown, true);
      for (const type of ["pointerup", "pointercancel"]) document.removeEventListener(type, over, true);
    };
  }, [ask]);
  const giveBack = useCallback(({ relatedTarget }: FocusEvent) => {
    if (asked.current || !(relatedTarget instanceof HTMLElement) || !relatedTarget.closest(BESIDE)) return;
    // The grid first finishes what it does with the focus.
    queueMicrotask(() => relatedTarget.focus({ preventScroll: true }));
  }, []);
  return { onPointerDownCapture: ask, onFocusCapture: giveBack };
}
