// `wijkbeeld import …`: figures, places, indicators, links and shapes. Field notes: import-notes.ts.
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ImportPhase, importPhases } from '../codes/figures.ts';
import { badInput } from '../errors.ts';
import { type Connector, importFrom } from '../monitors/connector.ts';
import { figuresCsv, placesCsv } from '../monitors/connectors/figures.ts';
import { liveTable } from '../monitors/connectors/live.ts';
import { type SavedRequest, savedHealth, savedTable } from '../monitors/connectors/saved.ts';
import { importConversion } from '../monitors/conversions.ts';
import {
  collections,
  coordinateSystems,
  downloadShapes,
  services,
} from '../monitors/fetching/pdok.ts';
import { importIndicators } from '../monitors/generic-indicators.ts';
import { importLinks } from '../monitors/generic-places.ts';
import { type GeometryOutcome, importGeometry } from '../monitors/geometry.ts';
import { announceImport } from '../monitors/running.ts';
import { registerImportNotes } from './import-notes.ts';
import { count, describeRows, describeRun, list } from './import-report.ts';
import type { CliIo } from './io.ts';

interface EditionOptions {
  readonly publish?: true;
  readonly dryRun?: true;
}

interface CbsOptions extends EditionOptions {
  readonly gemeente?: string;
  readonly year?: number;
  readonly table?: string;
  readonly odata: 'v3' | 'v4';
}

/** Adds `import` with its kinds to the program. */
export function registerImport(program: Command, io: CliIo): void {
  const root =
    program.commands.find((command) => command.name() === 'import') ??
    program.command('import').description('import figures, places, indicators, shapes and notes');
  registerMonitors(root, io);
  registerGeneric(root, io);
  registerImportNotes(root, io);
}

const dryRun = ['--dry-run', 'do everything, say what would change, and change nothing'] as const;
const publish = [
  '--publish',
  'make it visible at once; without it the edition stays staged',
] as const;

/** What is not an edition has nothing to stage; the option is taken so that every import reads alike. */
const publishAnyway = ['--publish', 'taken for uniformity: this applies at once anyway'] as const;

function registerMonitors(root: Command, io: CliIo): void {
  root
    .command('cbs')
    .description(
      'a table of CBS: saved (an OData v3 or v4 set, a csv of the StatLine portal), or fetched with --table alone;' +
        ' `catalogue` lists the tables. A fetch that was broken off goes on where it was',
    )
    .argument('[path]', 'data file, or the folder it is in; without it the table is fetched')
    .option('--gemeente <code>', 'only this gemeente: code, name or alias')
    .option('--year <year>', 'year of a portal csv whose name does not tell it', asYear)
    .option(
      '--table <id>',
      'table to fetch, or of a portal csv whose name does not tell it',
      asTable,
    )
    .addOption(fetchVersion())
    .option(...publish)
    .option(...dryRun)
    .action((path: string | undefined, options: CbsOptions) =>
      takeTable(io, savedTable, path, options),
    );
  root
    .command('rivm')
    .description(
      'RIVM Gezondheid per wijk en buurt: UntypedDataSet csv, or fetched with --table alone',
    )
    .argument('[file]', 'without it the table is fetched')
    .option('--gemeente <code>', 'only this gemeente: code, name or alias')
    .option('--year <year>', 'division year of a table that is not described', asYear)
    .option(
      '--table <id>',
      'table to fetch, or when the name of the file does not tell it',
      asTable,
    )
    .addOption(fetchVersion())
    .option(...publish)
    .option(...dryRun)
    .action((file: string | undefined, options: CbsOptions) =>
      takeTable(io, savedHealth, file, options),
    );
  root
    .command('geometry')
    .description('borders of places: GeoJSON in WGS84 or RD New, or fetched from PDOK')
    .argument('[file]', 'without it they are fetched')
    .requiredOption('--year <year>', 'division year of the borders', asYear)
    .addOption(new Option('--fetch <level>', 'which borders to fetch').choices(collections))
    .addOption(new Option('--service <kind>', 'by OGC API Features or WFS').choices(services))
    .addOption(new Option('--crs <system>', 'of a wfs: RD New or WGS84').choices(coordinateSystems))
    .option(...publishAnyway)
    .option(...dryRun)
    .action(async (file: string | undefined, options: GeometryOptions) => {
      const done = await takeGeometry(io, file, options);
      const lines = [
        `${count(done.featuresRead, 'feature')} read, ${count(done.shapes, 'shape')} of ${options.year}`,
        `  changed      ${done.changed === 0 ? 'nothing changed' : count(done.changed, 'shape')}`,
        `  rings        ${count(done.turnedRings, 'ring')} turned to run as RFC 7946 says`,
        ...(done.changed === 0 ? [] : [`  neighbours   ${count(done.neighbours, 'pair')}`]),
        ...describeRows(done.quarantined),
      ];
      io.out(finish(lines, options));
    });
}

interface GeometryOptions {
  readonly year: number;
  readonly fetch?: (typeof collections)[number];
  readonly service?: (typeof services)[number];
  readonly crs?: (typeof coordinateSystems)[number];
  readonly dryRun?: true;
}

async function takeGeometry(
  io: CliIo,
  file: string | undefined,
  options: GeometryOptions,
): Promise<GeometryOutcome> {
  const { db } = await io.database();
  const { year, fetch: collection, service, crs } = options;
  if (file !== undefined) {
    return importGeometry(db, [resolve(io.cwd, file)], { year, ...asRun(options) });
  }
  if (collection === undefined) {
    const message = 'Name a GeoJSON file, or what to fetch: --fetch wijken.';
    throw badInput([{ field: 'file', message }]);
  }
  const fetched = await downloadShapes(
    db,
    { collection, year, service, crs },
    io.fetching,
    (done) => io.progress({ done, unit: 'pages', label: 'fetching' }),
  );
  try {
    io.progress(null);
    const { paths, forget } = fetched;
    return await importGeometry(db, paths, { year, ...asRun(options), finish: forget });
  } finally {
    await fetched.close();
  }
}

interface FiguresCommand extends EditionOptions {
  readonly source: string;
  readonly table?: string;
  readonly title?: string;
  readonly licence?: string;
  readonly publisher?: string;
  readonly mapping?: string;
}

function registerGeneric(root: Command, io: CliIo): void {
  root
    .command('places')
    .description('places of division years: code,name,level,parent,year,population')
    .argument('<file>')
    .option(...publish)
    .option(...dryRun)
    .action((file: string, options: EditionOptions) =>
      take(io, 'places', placesCsv, { path: resolve(io.cwd, file) }, options),
    );
  root
    .command('links')
    .description('links between places over years: fromCode,fromYear,toCode,toYear,kind,weight')
    .argument('<file>')
    .option(...publishAnyway)
    .option(...dryRun)
    .action(async (file: string, options: { dryRun?: true }) => {
      const { db } = await io.database();
      const done = await importLinks(db, resolve(io.cwd, file), asRun(options));
      const what =
        done.added + done.changed === 0
          ? 'nothing changed'
          : `${done.added} new, ${done.changed} changed`;
      io.out(finish([`${count(done.linesRead, 'link')} read: ${what}`], options));
    });
  root
    .command('conversion')
    .description(
      'shares of places in a later division, to convert counts over a border: fromCode,fromYear,toCode,toYear,weight,basis',
    )
    .argument('<file>')
    .option(...publishAnyway)
    .option(...dryRun)
    .action(async (file: string, options: { dryRun?: true }) => {
      const { db } = await io.database();
      const done = await importConversion(db, resolve(io.cwd, file), asRun(options));
      const what = `${count(done.places, 'earlier place')} shared out`;
      io.out(finish([`${count(done.linesRead, 'line')} read: ${what}`], options));
    });
  root
    .command('indicators')
    .description('definitions of indicators: a JSON array')
    .argument('<file>')
    .option(...publishAnyway)
    .option(...dryRun)
    .action(async (file: string, options: { dryRun?: true }) => {
      const { db } = await io.database();
      const done = await importIndicators(db, resolve(io.cwd, file), asRun(options));
      const what =
        done.added + done.changed === 0
          ? 'nothing changed'
          : `${done.added} new, ${done.changed} changed`;
      const lines = [`${count(done.read, 'indicator')} read: ${what}`];
      io.out(finish([...lines, ...list('  warning      ', done.warnings)], options));
    });
  root
    .command('figures')
    .description(
      'figures: indicator,place,year,period,value,state,lower,upper,denominator; any other csv with --mapping',
    )
    .argument('<file>')
    .requiredOption('--source <key>', 'key of the source', asKey)
    .option('--table <name>', 'name of the series; a later file of that name replaces it')
    .option('--title <text>', 'title of the source')
    .option('--licence <text>', 'licence of the source')
    .option('--publisher <text>', 'who publishes it')
    .option('--mapping <file>', 'JSON that says how the columns of the csv are meant (README)')
    .option(...publish)
    .option(...dryRun)
    .action((file: string, options: FiguresCommand) => {
      const { source, table, title, licence, publisher } = options;
      const mappingPath =
        options.mapping === undefined ? undefined : resolve(io.cwd, options.mapping);
      const path = resolve(io.cwd, file);
      const request = { path, source, table, title, licence, publisher, mappingPath };
      return take(io, source, figuresCsv, request, options);
    });
}

/** Takes a request all the way and says what came of it. */
async function take<Request>(
  io: CliIo,
  source: string,
  connector: Connector<Request>,
  request: Request,
  options: EditionOptions,
): Promise<void> {
  const { db } = await io.database();
  const dryRun = options.dryRun === true;
  const announced = dryRun ? undefined : await announceImport(db, source);
  const tell = (phase: ImportPhase, unit: string, done: number, total?: number) => {
    announced?.tell(phase, done, total);
    const label = importPhases[phase].en.toLowerCase();
    io.progress({ done, ...(total === undefined ? {} : { total }), unit, label });
  };
  try {
    const runs = await importFrom(db, connector, request, {
      ...asRun(options),
      publish: options.publish === true,
      // Every 500 rows: often enough to see, seldom enough to cost nothing.
      onRow: (done) => {
        if (done % 500 === 0) tell('READING', 'rows', done);
      },
      onFetch: (done, total) => tell('FETCHING', 'pages', done, total),
      onRows: (done, total) => tell('STORING', 'places', done, total),
    });
    io.progress(null);
    io.out(runs.map((run) => describeRun(run, dryRun)).join('\n'));
  } finally {
    await announced?.end();
  }
}

/** A saved file where there is one, else the table from its service. */
function takeTable(
  io: CliIo,
  saved: Connector<SavedRequest>,
  path: string | undefined,
  options: CbsOptions,
): Promise<void> {
  const { table: tableId, gemeente, odata: version } = options;
  if (path !== undefined)
    return take(io, tableId ?? idIn(path), saved, asRequest(io, path, options), options);
  if (tableId === undefined) {
    const message = 'Name a file or folder, or the table to fetch: --table 85984NED.';
    throw badInput([{ field: 'path', message }]);
  }
  return take(io, tableId, liveTable(io.fetching), { tableId, version, gemeente }, options);
}

/** The id of the table where the path holds one, as saved tables of CBS and RIVM mostly do. */
const idIn = (path: string) => /\d{5}[A-Z]{3}/.exec(path)?.[0] ?? 'saved table';

const asRequest = (io: CliIo, path: string, { gemeente, year, table }: CbsOptions) => ({
  path: resolve(io.cwd, path),
  gemeente,
  year,
  tableId: table,
});

const asRun = (options: { dryRun?: true }) => ({
  now: new Date(),
  dryRun: options.dryRun === true,
});

function finish(lines: readonly string[], options: { dryRun?: true }): string {
  return [...lines, ...(options.dryRun ? ['  dry run      nothing was changed'] : [])].join('\n');
}

function asYear(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError('Give a year such as 2024.');
  return Number(text);
}

function asTable(text: string): string {
  if (!/^[0-9A-Za-z-]{4,20}$/.test(text)) {
    throw new InvalidArgumentError('Give the id of a table such as 85984NED.');
  }
  return text.toUpperCase();
}

const fetchVersion = () =>
  new Option('--odata <version>', 'service to fetch from').choices(['v3', 'v4']).default('v3');

function asKey(text: string): string {
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(text)) {
    throw new InvalidArgumentError('Use lower case letters, digits, - and _.');
  }
  return text;
}
