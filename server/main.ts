// The program: reads its words and runs a command. What only some commands need is loaded by them.
import { setFlagsFromString } from 'node:v8';
import { ownTerminal } from './cli/terminal.ts';
import { type Extras, runCommand } from './cli.ts';

const extras: Extras = {
  serve: async (config, terminal) => {
    const { serve } = await import('./serve.ts');
    await serve(
      config,
      terminal,
      (database) => (words, io) => runCommand(words, io, extras, database),
    );
  },
  seed: async (database, terminal) => {
    const { seedWaterrijk } = await import('../seeds/waterrijk.ts');
    const outcome = await seedWaterrijk(database, new Date());
    terminal.out(
      outcome.created
        ? 'The invented town Waterrijk was created.'
        : 'Waterrijk was there already; nothing changed.',
    );
  },
};

const words = process.argv.slice(2);
// Left alone the heap grows to several times what is alive before it is looked through: what an import reads is garbage
// soon after, so that its memory would grow with its file.
if (words[0] === 'import') setFlagsFromString('--heap-growing-percent=20');
process.exitCode = await runCommand(words.length > 0 ? words : ['--help'], ownTerminal(), extras);
