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
  const mine = new Set(own.filter((name) => name.trim() !== ""));
  const names = [...new Set(others)].filter((name) => name.trim() !== "" && !mine.has(name));
  const looked = [...texts].filter((text) => !boilerplate.has(text));
  const exact = new Set(looked.map((text) => text.trim()));
  // One long text is searched much faster than many short ones; no name holds the sign between them.
  const all = looked.join("\u0001");
  const spans = [...mine].flatMap((name) => occurrences(all, name));
  // One letter or a number says nothing inside a longer text.
  return names.filter((name) =>
    name.length < 2 || /^[\d\s.,-]+$/.test(name) ? exact.has(name) : mentions(all, name, spans),
  );
}

/**
 * A text with the names left out that have no business with the recipient.
 *
 * @example maskNames("李雷 sold it with 李雷雷", { others: ["李雷"], own: ["李雷雷"] }) // "＊＊ sold it with 李雷雷"
 */
export function maskNames(text: string, guard: LeakGuard): string {
  const found = leakedNames([text], guard).sort((a, b) => b.length - a.length);
  if (found.length === 0) return text;
  const own = guard.own.filter((name) => name.trim() !== "").sort((a, b) => b.length - a.length);
  const kept = own.reduce((rest, name, i) => rest.replaceAll(name, `\u0001${i}\u0001`), text);
  const masked = found.reduce((rest, name) => rest.replaceAll(name, "＊＊"), kept);
  // eslint-disable-next-line no-control-regex -- no name holds the sign
  return masked.replace(/\u0001(\d+)\u0001/g, (_, i: string) => own[Number(i)] ?? "");
}

type Span = readonly [from: number, to: number];

function occurrences(text: string, name: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    spans.push([at, at + name.length]);
  return spans;
}

function mentions(text: string, name: string, own: readonly Span[]): boolean {
  return occurrences(text, name).some(([from, to]) => {
    if (own.some(([start, end]) => start <= from && to <= end)) return false;
    const runsOn = isLetter(text.charAt(from - 1)) && isLetter(name.charAt(0));
    return !runsOn && !(isLetter(text.charAt(to)) && isLetter(name.at(-1) ?? ""));
  });
}

/** Letters of scripts that put spaces between words. */
function isLetter(char: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d_]/u.test(char);
}
