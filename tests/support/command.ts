// The commands of Wijkbeeld in the test's own process, over the test's own database.
import { runCommand } from '../../server/cli.ts';
import type { Database } from '../../server/db/client.ts';

/** Runs a command; answers its exit code and what it printed. */
export async function command(database: Database, words: readonly string[]) {
  const lines: string[] = [];
  const terminal = {
    out: (text: string) => void lines.push(text),
    progress: () => {},
    isTerminal: false,
    cwd: '.',
  };
  const refuse = async () => {
    throw new Error('Not in tests.');
  };
  const extras = { serve: refuse, seed: refuse };
  const code = await runCommand(words, terminal, extras, database);
  return { code, text: lines.join('\n') };
}
