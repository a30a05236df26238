/** Whose names a file may hold and whose it must not. */
export interface LeakGuard {
  /** Names of people, managers and units that have nothing to do with the recipient. */
  readonly others: readonly string[];
  /** The recipient's own: a name that is part of one of these (李雷 in 李雷雷) is no leak where it stands inside it. */
  readonly own: readonly string[];
}

/**
 * The names of others in a file's texts.
 *
 * Chinese names are found anywhere; names in letters only as whole words, so that “Ann” is not found in “Annual”.
 *
 * @param texts every text of every part of the file, decoded
 * @param boilerplate texts that stand in every workbook whoever it is for: somebody called “May” is not in every month
 * @example leakedNames(["李雷雷的目标"], { others: ["李雷"], own: ["李雷雷"] }) // []
 */
export function leakedNames(
  texts: Iterable<string>,
  { others, own }: LeakGuard,
  boilerplate: ReadonlySet<string> = new Set(),
): string[] {
  const mine = new Set(own);
  const masks = [...mine].filter((name) => name.trim() !== "").sort((a, b) => b.length - a.length);
  const names = [...new Set(others)].filter((name) => name.trim() !== "" && !mine.has(name));
  const found = new Set<string>();
  for (const text of texts) {
    if (boilerplate.has(text)) continue;
    const rest = masks.reduce((left, mask) => left.split(mask).join("\u0000"), text);
    for (const name of names) if (!found.has(name) && mentions(rest, name)) found.add(name);
  }
  return [...found];
}

function mentions(text: string, name: string): boolean {
  // One letter or a number says nothing inside a longer text.
  if (name.length < 2 || /^[\d\s.,-]+$/.test(name)) return text.trim() === name;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + name.length)];
    if (!(isLetter(before) && isLetter(name.charAt(0))) && !(isLetter(after) && isLetter(name.at(-1) ?? "")))
      return true;
  }
  return false;
}

/** Letters of scripts that put spaces between words. */
function isLetter(char: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d_]/u.test(char);
}
