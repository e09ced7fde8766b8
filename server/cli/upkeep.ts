// Commands that keep an installation in order: migrate.
import type { Command } from 'commander';
import type { CliIo } from './io.ts';

export function registerUpkeep(program: Command, io: CliIo): void {
  program
    .command('migrate')
    .description('bring the database to the tables of this version; safe to repeat')
    .action(async () => {
      // Opening applies what is missing.
      const { kind } = await io.database();
      io.out(`The ${kind} database is up to date.`);
    });
}
