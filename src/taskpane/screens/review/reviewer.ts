const NAME_KEY = "attain.reviewer";

/** The name given last on this machine; storage may be closed to add-ins. */
export function rememberedReviewer(): string {
  try {
    return localStorage.getItem(NAME_KEY) ?? "";
  } catch {
    return "";
  }
}

/** Kept for the next time. */
export function rememberReviewer(name: string): void {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    // Asked again next time.
  }
}
