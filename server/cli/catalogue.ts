// `wijkbeeld catalogue`: what can be imported, what is live, how old it is, and what changed at the source.
import type { Command } from 'commander';
import { type CatalogueTable, checkSources, listCatalogue } from '../monitors/catalogue.ts';
import { count, list } from './import-report.ts';
import type { CliIo } from './io.ts';

interface CatalogueOptions {
  readonly check?: true;
  readonly imported?: true;
  readonly json?: true;
}

/** Adds `catalogue` to the program. */
export function registerCatalogue(program: Command, io: CliIo): void {
  program
    .command('catalogue')
    .description(
      'tables that can be imported: what is live, how old, and what changed at the source',
    )
    .option('--check', 'ask the sources now when their tables were last changed')
    .option('--imported', 'only what is staged or live')
    .option('--json', 'as JSON, one array')
    .action(async (options: CatalogueOptions) => {
      const { db } = await io.database();
      const now = new Date();
      const failed = options.check ? await check(io, options, now) : [];
      const tables = (await listCatalogue(db)).filter(
        ({ standing }) => !options.imported || standing !== 'NOT_IMPORTED',
      );
      if (options.json) return io.out(JSON.stringify(tables, null, 1));
      io.out([...describe(tables, now), ...list('not answered  ', failed)].join('\n'));
    });
}

async function check(io: CliIo, { imported }: CatalogueOptions, now: Date): Promise<string[]> {
  const { db } = await io.database();
  const { failed } = await checkSources(db, io.fetching, {
    importedOnly: imported === true,
    now,
    onTable: (done, total) => io.progress({ done, total, unit: 'tables', label: 'asking' }),
  });
  io.progress(null);
  return failed.map(({ tableId, why }) => `${tableId}: ${why}`);
}

function describe(tables: readonly CatalogueTable[], now: Date): string[] {
  if (tables.length === 0) return ['Nothing is staged or live yet.'];
  const lines: string[] = [];
  let source = '';
  for (const table of tables) {
    if (table.sourceKey !== source) {
      source = table.sourceKey;
      const { sourceTitle, publisher, licence, cadence } = table;
      lines.push(`${sourceTitle} (${source}; ${publisher}, ${licence}; ${cadence})`);
    }
    const name = table.title.startsWith(table.sourceTitle)
      ? (table.year ?? '')
      : `${table.title} ${table.title.includes(String(table.year)) ? '' : (table.year ?? '')}`;
    lines.push(
      `  ${table.tableId}  ${`${name}`.trim().padEnd(6)}  ${describeStanding(table, now)}`,
    );
  }
  return lines;
}

const day = (date: Date) => date.toISOString().slice(0, 10);

function describeStanding(table: CatalogueTable, now: Date): string {
  const { standing, scopes, retrievedAt, modifiedAtSource, checkedAt } = table;
  const provisional = table.isProvisional ? ', provisional' : '';
  const asked = checkedAt ? ` (asked ${day(checkedAt)})` : '';
  if (standing === 'NOT_IMPORTED') {
    return `not imported${provisional}${modifiedAtSource ? `; last changed ${day(modifiedAtSource)}${asked}` : ''}`;
  }
  if (standing === 'STAGED' || !retrievedAt) return `staged, not published${provisional}`;
  const age = Math.floor((now.getTime() - retrievedAt.getTime()) / 86_400_000);
  const where = scopes.includes('NL00')
    ? 'the whole country'
    : scopes.length <= 3
      ? scopes.join(', ')
      : count(scopes.length, 'gemeente', 'gemeenten');
  const change =
    standing === 'CHANGED_AT_SOURCE' && modifiedAtSource
      ? `; CHANGED AT THE SOURCE on ${day(modifiedAtSource)}`
      : '';
  return `live for ${where}, read ${day(retrievedAt)} (${count(age, 'day')} ago)${provisional}${change}${asked}`;
}
