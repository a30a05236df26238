/** The terminal without a process of its own: what a command line prints, and what it ends with. */
import { main } from "../../src/cli/main";

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `attain` with these words; what it prints is kept from the test's own output. */
export async function terminal(...args: readonly string[]): Promise<Told> {
  const [out, err]: [string[], string[]] = [[], []];
  const into = (lines: string[]) => (line: unknown) => void lines.push(String(line));
  const spies = [
    jest.spyOn(console, "log").mockImplementation(into(out)),
    jest.spyOn(console, "error").mockImplementation(into(err)),
    jest.spyOn(process.stdout, "write").mockImplementation((text) => (into(out)(text), true)),
    jest.spyOn(process.stderr, "write").mockImplementation((text) => (into(err)(text), true)),
  ];
  try {
    const code = await main(args);
    return { code, out: out.join("\n"), err: err.join("\n") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
