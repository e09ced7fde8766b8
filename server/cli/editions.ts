// `wijkbeeld editions`, `publish`, `rollback` and `quarantine`: what is staged and live, and what was set aside.
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { badInput } from '../errors.ts';
import { figuresCsv, placesCsv } from '../monitors/connectors/figures.ts';
import { liveTable } from '../monitors/connectors/live.ts';
import { savedHealth, savedTable } from '../monitors/connectors/saved.ts';
import { noCorrections, readCorrections } from '../monitors/corrections.ts';
import {
  type Edition,
  listEditions,
  publishEdition,
  rollbackEdition,
} from '../monitors/publishing.ts';
import { explainQuarantine, listQuarantine, type QuarantineEntry } from '../monitors/quarantine.ts';
import { replayEdition } from '../monitors/replay.ts';
import { count, describeRun } from './import-report.ts';
import type { CliIo } from './io.ts';

/** Adds the commands about editions and quarantine to the program. */
export function registerEditions(program: Command, io: CliIo): void {
  program
    .command('editions')
    .description('list what was imported, newest first')
    .argument('[action]', 'list', 'list')
    .action(async () => {
      const { readDb } = await io.database();
      const editions = await listEditions(readDb);
      io.out(editions.length === 0 ? 'No editions yet.' : editions.map(describe).join('\n'));
    });
  program
    .command('publish')
    .description('make a staged edition visible; without an id the staged ones are listed')
    .argument('[id]', 'number of the edition', asId)
    .option('--all', 'publish everything that is staged, oldest first')
    .action((id: number | undefined, options: { all?: true }) => publish(io, id, options));
  program
    .command('rollback')
    .description('take a live edition back; the one it replaced is live again')
    .argument('<id>', 'number of the edition', asId)
    .action(async (id: number) => {
      const { db } = await io.database();
      const { edition, reopened } = await rollbackEdition(db, id, new Date());
      const again = reopened.length > 0 ? `; live again: ${reopened.join(', ')}` : '';
      io.out(`Taken back: ${describe(edition)}${again}`);
    });
  registerQuarantine(program, io);
}

async function publish(io: CliIo, id: number | undefined, options: { all?: true }): Promise<void> {
  const { db } = await io.database();
  const staged = (await listEditions(db, { status: 'STAGED' })).reverse();
  if (id === undefined && !options.all) {
    const lines = staged.map(describe);
    io.out(
      lines.length === 0
        ? 'Nothing is staged.'
        : [...lines, 'Publish one with its number, or --all.'].join('\n'),
    );
    return;
  }
  if (id !== undefined && options.all) {
    throw badInput([{ field: 'id', message: 'Give a number or --all, not both.' }]);
  }
  const ids = id === undefined ? staged.map((edition) => edition.id) : [id];
  if (ids.length === 0) io.out('Nothing is staged.');
  for (const one of ids) {
    const { edition, superseded, wasLive } = await publishEdition(db, one, new Date());
    const replaced = superseded.length > 0 ? `; replaces ${superseded.join(', ')}` : '';
    io.out(`${wasLive ? 'Was live already' : 'Published'}: ${describe(edition)}${replaced}`);
  }
}

interface ReplayOptions {
  readonly mapping?: string;
  readonly publish?: true;
  readonly dryRun?: true;
}

function registerReplay(root: Command, io: CliIo): void {
  root
    .command('replay')
    .description(
      'read an edition again from its kept files, with corrections: JSON with places, types, categories (what stands' +
        ' in the file to what is meant) and leaveOut (line numbers)',
    )
    .argument('<edition>', 'number of the edition', asId)
    .option('--mapping <file>', 'the corrections; without them the file is only read again')
    .option('--publish', 'make the corrected edition visible at once')
    .option('--dry-run', 'do everything, say what would change, and change nothing')
    .action(async (id: number, { mapping, publish, dryRun }: ReplayOptions) => {
      const { db } = await io.database();
      const corrections =
        mapping === undefined ? noCorrections : await readCorrections(resolve(io.cwd, mapping));
      const connectors = [savedTable, savedHealth, liveTable(io.fetching), figuresCsv, placesCsv];
      const { runs, resolved } = await replayEdition(db, id, corrections, connectors, {
        now: new Date(),
        publish: publish === true,
        dryRun: dryRun === true,
      });
      const lines = runs.map((run) => describeRun(run, dryRun === true));
      io.out(
        [...lines, `${count(resolved, 'entry', 'entries')} of the quarantine resolved`].join('\n'),
      );
    });
}

function registerQuarantine(program: Command, io: CliIo): void {
  const list = async () => {
    const { readDb } = await io.database();
    const { entries, total } = await listQuarantine(readDb);
    if (total === 0) {
      io.out('The quarantine is empty.');
      return;
    }
    const rest = total > entries.length ? [`and ${total - entries.length} more`] : [];
    io.out([...entries.map(describeEntry), ...rest].join('\n'));
  };
  const root = program
    .command('quarantine')
    .description('rows and cells that were set aside')
    .action(list);
  registerReplay(root, io);
  root.command('list').description('open entries, oldest first').action(list);
  root
    .command('explain')
    .description('what an entry means and what can be done')
    .argument('<id>', 'number of the entry', asId)
    .action(async (id: number) => {
      const { readDb } = await io.database();
      const { entry, meaning } = await explainQuarantine(readDb, id);
      const raw = entry.raw === null ? [] : [`  as it came   ${JSON.stringify(entry.raw)}`];
      io.out([describeEntry(entry), ...raw, `  what to do   ${meaning}`].join('\n'));
    });
}

const describe = (e: Edition) =>
  `${String(e.id).padStart(4)}  ${e.status.padEnd(11)} ${e.title} (${e.sourceKey} ${e.tableId}, ${e.scope}, division ${e.divisionYear})`;

const describeEntry = (e: QuarantineEntry) =>
  `${String(e.id).padStart(4)}  ${e.reason}  ${e.fileName}, line ${e.line}: ${e.explanation}`;

function asId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give the number of an entry.');
  return Number(text);
}
