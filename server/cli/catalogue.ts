// `wijkbeeld catalogue`: what can be imported, what is live, how old it is, and what changed at the source.
import type { Command } from 'commander';
import { type CatalogueTable, listCatalogue } from '../monitors/catalogue.ts';
import type { ColumnChange } from '../monitors/column-changes.ts';
import { checkSources } from '../monitors/source-check.ts';
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
    .option(
      '--check',
      'ask the sources now when their tables were last changed, and which columns those that are live have now',
    )
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
      ...describeColumns(table),
    );
  }
  return lines;
}

const COLUMNS_SHOWN = 20;

/** What the source says of its columns now, against what was read; nothing when it was not asked. */
function describeColumns({ columnChanges, standing }: CatalogueTable): string[] {
  if (columnChanges === null) return [];
  if (columnChanges.length === 0) {
    return standing === 'CHANGED_AT_SOURCE' ? ['      columns as they were read'] : [];
  }
  const shown = columnChanges.slice(0, COLUMNS_SHOWN).map(describeChange);
  const rest = columnChanges.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more (--json names all)`] : [])].map(
    (line) => `      ${line}`,
  );
}

function describeChange({ kind, before, now }: ColumnChange): string {
  switch (kind) {
    case 'NEW':
      return `new column       ${now}`;
    case 'VANISHED':
      return `vanished column  ${before}`;
    case 'OTHER_TITLE':
      return `other title      ${now}, was ${before}`;
    case 'OTHER_UNIT':
      return `other unit       ${now}, was ${before}`;
  }
}

const day = (date: Date) => date.toISOString().slice(0, 10);

function describeStanding(table: CatalogueTable, now: Date): string {
  const { standing, scopes, retrievedAt, modifiedAt, modifiedAtSource, checkedAt } = table;
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
  // Columns may differ while the source tells no newer state.
  const isNewer = modifiedAtSource && (!modifiedAt || modifiedAt < modifiedAtSource);
  const change =
    standing === 'CHANGED_AT_SOURCE'
      ? `; CHANGED AT THE SOURCE${isNewer ? ` on ${day(modifiedAtSource)}` : ''}`
      : '';
  return `live for ${where}, read ${day(retrievedAt)} (${count(age, 'day')} ago)${provisional}${change}${asked}`;
}
