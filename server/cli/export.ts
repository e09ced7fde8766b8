// `wijkbeeld export …`: open data as everyone may see it. Written to standard output, or with --out to files.
import { createWriteStream, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { codesOf } from '../codes/code-list.ts';
import { type PlaceLevel, placeLevels } from '../codes/figures.ts';
import type { Database, ReadDb } from '../db/client.ts';
import { notFound } from '../errors.ts';
import { csvMetadata, themesCsv } from '../exports/csv.ts';
import {
  type AboutExport,
  attributionsOf,
  csvOf,
  csvPages,
  type DocumentForm,
  documentForms,
  documentOf,
  readAll,
} from '../exports/documents.ts';
import { chooseExport, type ExportQuery, readObservations } from '../exports/load.ts';
import type { Observation } from '../exports/observations.ts';
import { exportProfile } from '../exports/profile.ts';
import { checkPlaceCode } from '../places/codes.ts';
import { loadProfile } from '../profiles/load.ts';
import type { CliIo } from './io.ts';

const formats = ['csv', ...documentForms] as const;
type Format = (typeof formats)[number];

interface ExportOptions {
  readonly format: Format;
  readonly out?: string;
}
interface ProfileOptions extends ExportOptions {
  readonly year?: number;
  readonly asOf?: string;
}
type FiguresOptions = ExportOptions & Omit<ExportQuery, 'level'> & { readonly level?: PlaceLevel };

/** Adds `export` with its kinds to the program. */
export function registerExport(program: Command, io: CliIo): void {
  const root = program
    .command('export')
    .description('open data: every figure with its state, margins, provenance and source');
  root
    .command('profile')
    .description(
      'the public profile of a wijk: figures through the years, and what is said per theme',
    )
    .argument('<code>', 'CBS code of the wijk', asWijk)
    .option('--year <year>', 'division year', asNumber)
    .option('--as-of <day>', 'as of the end of this day')
    .addOption(formatOption())
    .option('--out <file>', 'write to this file; csv writes its metadata and the themes beside it')
    .action((code: string, options: ProfileOptions) => writeProfile(io, code, options));
  root
    .command('figures')
    .description('the figures of a live edition, or of an indicator in all live editions')
    .option('--edition <id>', 'number of the edition', asNumber)
    .option('--indicator <key>', 'key of the indicator')
    .option('--within <code>', 'only this gemeente', asGemeente)
    .addOption(new Option('--level <level>', 'only this level').choices(codesOf(placeLevels)))
    .option('--period <year>', 'only figures about this year', asNumber)
    .addOption(formatOption())
    .option('--out <file>', 'write to this file; csv writes its metadata beside it')
    .action((options: FiguresOptions) => writeFigures(io, options));
}

const formatOption = () =>
  new Option('--format <format>', 'csv, JSON-stat 2.0 or GeoJSON').choices(formats).default('csv');

/** What everyone may read: as nobody in particular, under the policies of the database. */
const asEveryone = (database: Database): ReadDb => database.readAs(null);

async function writeProfile(io: CliIo, code: string, options: ProfileOptions): Promise<void> {
  const db = asEveryone(await io.database());
  const { year, asOf } = options;
  const madeAt = new Date();
  const profile = await loadProfile(db, null, { code, year, asOf }, madeAt);
  if (!profile) throw notFound('wijk', code);
  const { observations, themes } = exportProfile(profile);
  const title = `Wijkprofiel ${profile.place.name} (${code}), ${profile.year}`;
  if (options.format !== 'csv') {
    await writeDocument(io, db, options.format, options, observations, { title, madeAt, themes });
    return;
  }
  const lines = csvOf(observations);
  if (options.out === undefined) {
    io.out(lines.trimEnd());
    return;
  }
  const file = resolve(io.cwd, options.out);
  const themeFile = `${file.replace(/\.csv$/i, '')}.themes.csv`;
  writeFileSync(file, lines);
  writeFileSync(themeFile, `${themesCsv(themes)}\n`);
  const tables = [
    { name: basename(file), kind: 'FIGURES' as const },
    { name: basename(themeFile), kind: 'THEMES' as const },
  ];
  writeMetadata(file, tables, { title, madeAt, attributions: attributionsOf(observations) });
  io.out(`${observations.length} figures and ${themes.length} themes written to ${file}`);
}

async function writeFigures(io: CliIo, options: FiguresOptions): Promise<void> {
  const db = asEveryone(await io.database());
  const { format: _format, out: _out, ...query } = options;
  const title = query.edition === undefined ? `${query.indicator}` : `Editie ${query.edition}`;
  const madeAt = new Date();
  if (options.format === 'csv') {
    await writeCsv(io, db, options, query, { title: `Wijkbeeld: ${title}`, madeAt });
    return;
  }
  const all = await readAll(db, await chooseExport(db, query), options.format, mostInOneDocument);
  await writeDocument(io, db, options.format, options, all, {
    title: `Wijkbeeld: ${title}`,
    madeAt,
  });
}

/** A JSON document is made as a whole; csv is not. */
const mostInOneDocument = 500_000;

async function writeCsv(
  io: CliIo,
  db: ReadDb,
  options: ExportOptions,
  query: ExportQuery,
  about: { title: string; madeAt: Date },
): Promise<void> {
  const choice = await chooseExport(db, query);
  const attributions = new Set<string>();
  let count = 0;
  const counted = async function* () {
    for await (const page of readObservations(db, choice)) {
      for (const { attribution } of page) if (attribution) attributions.add(attribution);
      count += page.length;
      yield page;
    }
  };
  if (options.out === undefined) {
    for await (const text of csvPages(counted())) io.out(text.trimEnd());
    return;
  }
  const file = resolve(io.cwd, options.out);
  await pipeline(csvPages(counted()), createWriteStream(file));
  const tables = [{ name: basename(file), kind: 'FIGURES' as const }];
  writeMetadata(file, tables, { ...about, attributions: [...attributions] });
  io.out(`${count} figures written to ${file}`);
}

const writeMetadata = (file: string, ...parts: Parameters<typeof csvMetadata>) =>
  writeFileSync(`${file}-metadata.json`, `${JSON.stringify(csvMetadata(...parts), null, 1)}\n`);

async function writeDocument(
  io: CliIo,
  db: ReadDb,
  form: DocumentForm,
  { out }: ExportOptions,
  observations: readonly Observation[],
  about: AboutExport,
): Promise<void> {
  const text = JSON.stringify(await documentOf(db, form, observations, about));
  if (out === undefined) {
    io.out(text);
    return;
  }
  const file = resolve(io.cwd, out);
  writeFileSync(file, `${text}\n`);
  io.out(`${observations.length} figures written to ${file}`);
}

function asNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number.');
}

function asWijk(text: string): string {
  if (checkPlaceCode(text) === 'WIJK') return text;
  throw new InvalidArgumentError('Give the code of a wijk, like WK051829.');
}

function asGemeente(text: string): string {
  const level = checkPlaceCode(text);
  if (level === 'GEMEENTE' || level === 'COUNTRY') return text;
  throw new InvalidArgumentError('Give the code of a gemeente, like GM0518, or NL00.');
}
