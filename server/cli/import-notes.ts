// `wijkbeeld import notes`: field notes from NDJSON, one note per line.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type ImportOutcome, importNotes } from '../notes/import.ts';
import { count, describeRows } from './import-report.ts';
import type { CliIo } from './io.ts';

interface NotesOptions {
  readonly publish?: true;
  readonly dryRun?: true;
}

/** Adds `notes` to the import command. */
export function registerImportNotes(importCommand: Command, io: CliIo): void {
  importCommand
    .command('notes')
    .description(
      'field notes: NDJSON, one per line, with organisation, observer (an opaque label), profession. Each is ' +
        'screened like any other note. Who imports vouches that nobody can be recognised where the file does not ' +
        'say it; a note of severity URGENT must hold urgentConfirmed itself',
    )
    .argument('<file>')
    .option(
      '--publish',
      'take over lines with status PUBLISHED as published; without it every line waits for review',
    )
    .option('--dry-run', 'do everything, say what would change, and change nothing')
    .action(async (file: string, options: NotesOptions) => {
      const { db } = await io.database();
      const done = await importNotes(db, resolve(io.cwd, file), {
        publish: options.publish === true,
        dryRun: options.dryRun === true,
        now: new Date(),
        onLines: (lines) => io.progress({ done: lines, unit: 'lines', label: 'checking' }),
        onNotes: (notes, total) =>
          io.progress({ done: notes, total, unit: 'notes', label: 'storing' }),
      });
      io.progress(null);
      io.out(describe(done, options.dryRun === true).join('\n'));
    });
}

function describe(done: ImportOutcome, isDryRun: boolean): string[] {
  return [
    `${count(done.linesRead, 'line')} read`,
    `  logged       ${count(done.logged, 'new note')}, of which ${done.published} published and ${done.logged - done.published} waiting for review`,
    `  unchanged    ${count(done.unchanged, 'note')} that ${done.unchanged === 1 ? 'was' : 'were'} there already`,
    `  confirmed    ${count(done.confirmations, 'confirmation')} by other organisations`,
    ...(done.echoes > 0
      ? [`  left out     ${count(done.echoes, 'confirmation')} by the note's own organisation`]
      : []),
    ...describeRows(done.quarantined),
    ...(isDryRun ? ['  dry run      nothing was changed'] : []),
  ];
}
