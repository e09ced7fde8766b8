// The program: reads its words and runs a command. What only some commands need is loaded by them.
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
process.exitCode = await runCommand(words.length > 0 ? words : ['--help'], ownTerminal(), extras);
