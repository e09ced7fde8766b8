// Finds out which file of a folder is meant, of which form it is, and which gemeente is asked for.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ReadDb } from '../db/client.ts';
import { badInput } from '../errors.ts';
import { aliases } from '../places/aliases.ts';
import { checkPlaceCode, tidyPlaceCode } from '../places/codes.ts';
import { listPlaces } from '../places/find.ts';
import { sortNameOf } from '../places/names.ts';
import { readJson, readLines } from './files.ts';
import { dataSetPart, findSavedSet, openOdataV3 } from './forms/odata-v3.ts';
import { openStatlineCsv, type PortalOptions } from './forms/statline-csv.ts';
import { openGrid } from './forms/statline-grid.ts';
import type { OpenedTable } from './opened-table.ts';
import { refuseFile } from './refusal.ts';

/** Opens a saved table in whichever of its forms. */
export async function openSaved(path: string, options: PortalOptions): Promise<OpenedTable> {
  if (dataSetPart(basename(path)) !== undefined) return openOdataV3(findSavedSet(path));
  if (/\.json(\.gz)?$/.test(path)) {
    throw refuseFile(
      { file: basename(path) },
      'this is not the data set itself. Name the file TypedDataSet.json or TypedDataSet.csv, or the folder.',
    );
  }
  return (await looksTyped(path))
    ? openOdataV3(findSavedSet(path))
    : openStatlineCsv(path, options);
}

/** A csv of OData keys (`AantalInwoners_5`) under another name. */
async function looksTyped(path: string): Promise<boolean> {
  for await (const { text } of readLines(path))
    return /(^|[;,"])WijkenEnBuurten["]?[;,]/.test(text);
  return false;
}

/**
 * The data file that a path means: the file itself, or the only fitting one in a folder. With several candidates the one
 * of the gemeente asked for, else the one without a gemeente in its name; else refuses and lists them.
 */
export function findDataFile(path: string, gemeente: string | undefined): string {
  if (!existsSync(path)) throw refuseFile({ file: path }, 'there is no such file or folder.');
  if (!statSync(path).isDirectory()) return path;
  const names = readdirSync(path).sort();
  const sets = names.filter((name) => dataSetPart(name) !== undefined);
  const candidates = sets.length > 0 ? sets : names.filter((name) => /\.csv(\.gz)?$/.test(name));
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return join(path, only);
  if (candidates.length === 0) {
    const folders = names.filter((name) => statSync(join(path, name)).isDirectory());
    const hint = folders.length > 0 ? ` It has the folders ${folders.join(', ')}.` : '';
    throw refuseFile({ file: path }, `there is no TypedDataSet and no csv in this folder.${hint}`);
  }
  if (gemeente !== undefined) {
    const own = candidates.find((name) => dataSetPart(name) === gemeente);
    const whole = candidates.filter((name) => !/^GM/.test(dataSetPart(name) ?? ''));
    const chosen = own ?? (whole.length === 1 ? whole[0] : undefined);
    if (chosen) return join(path, chosen);
  }
  throw refuseFile(
    { file: path },
    `there are several data sets in this folder: ${candidates.join(', ')}. Name the file, or say` +
      ' --gemeente with a code or name.',
  );
}

/**
 * Code of a gemeente given by code, official name or alias ("Den Haag"); names are looked up beside the data and among
 * the known places. Refuses a name that fits none or more than one.
 */
export async function resolveGemeente(db: ReadDb, given: string, path: string): Promise<string> {
  const known = [...(await gemeentenBeside(path)), ...(await knownGemeenten(db, given))];
  return (
    tellGemeente(given, known) ?? pickGemeente(given, [...known, ...(await gemeentenIn(path))])
  );
}

type NamedGemeente = readonly [code: string, name: string];

/** The one gemeente of that name; refuses a name that fits none or more than one. */
export function pickGemeente(given: string, named: readonly NamedGemeente[]): string {
  const told = tellGemeente(given, named);
  if (told !== undefined) return told;
  const wanted = sortNameOf(given);
  // `Bergen` of `Bergen (NH.)` and `Bergen (L.)`: told, and never guessed.
  const alike = new Map(
    named.filter(([, name]) => sortNameOf(name).replace(/ \([^()]*\)$/, '') === wanted),
  );
  const list = [...alike].map(([code, name]) => `${code} (${name})`).join(', ');
  const message =
    alike.size === 0
      ? `No gemeente is called "${given}". Use its code (GM and four digits).`
      : `"${given}" fits ${list}. Use the code.`;
  throw badInput([{ field: 'gemeente', message }]);
}

/** Code of the gemeente that a code, an alias or a name of exactly one means. */
function tellGemeente(given: string, named: readonly NamedGemeente[]): string | undefined {
  const code = tidyPlaceCode(given.toUpperCase());
  if (checkPlaceCode(code) === 'GEMEENTE') return code;
  // The apostrophe of 's- is often left out.
  const wanted = sortNameOf(given.trim().replace(/^s-/i, "'s-"));
  const alias = aliases.find(([name]) => sortNameOf(name) === wanted)?.[1];
  if (alias) return alias;
  const found = new Set(named.filter(([, name]) => sortNameOf(name) === wanted).map(([c]) => c));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The gemeenten of a csv whose lines carry their names; none for other files. */
async function gemeentenIn(path: string): Promise<NamedGemeente[]> {
  if (statSync(path).isDirectory() || !/\.csv(\.gz)?$/.test(path)) return [];
  const { header, lines } = await openGrid(path);
  const nameAt = header.findIndex((title) => /gemeentenaam/i.test(title));
  const pairs: NamedGemeente[] = [];
  for await (const { fields = [] } of lines) {
    const code = fields.map(tidyPlaceCode).find((field) => checkPlaceCode(field) === 'GEMEENTE');
    const name = fields[nameAt]?.trim();
    if (code !== undefined && name) pairs.push([code, name]);
  }
  return pairs;
}

async function gemeentenBeside(path: string): Promise<(readonly [string, string])[]> {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const lists = readdirSync(folder).filter((f) => /^WijkenEnBuurten.*\.json(\.gz)?$/.test(f));
  const pairs: (readonly [string, string])[] = [];
  for (const list of lists) {
    const document = (await readJson(join(folder, list))) as { value?: unknown };
    const regions = (Array.isArray(document) ? document : document.value) as Region[] | undefined;
    for (const { Key = '', Title = '' } of regions ?? []) {
      const code = tidyPlaceCode(Key);
      if (checkPlaceCode(code) === 'GEMEENTE') pairs.push([code, Title.trim()]);
    }
  }
  return pairs;
}

interface Region {
  readonly Key?: string;
  readonly Title?: string;
}

async function knownGemeenten(db: ReadDb, name: string): Promise<(readonly [string, string])[]> {
  const { places } = await listPlaces(db, { level: 'GEMEENTE', search: name });
  return places.map((place) => [place.code, place.name]);
}
