// Exports as files to send: what each is called, what it costs to make, and how to know that it changed. The same in
// every server process: nothing in a file depends on when it was asked for.
import { setImmediate } from 'node:timers/promises';
import type { ReadDb } from '../db/client.ts';
import { DomainError, notFound } from '../errors.ts';
import { listLiveEditions } from '../figures/indicator-list.ts';
import { etagOf } from '../http/etag.ts';
import { loadProfile, type ProfileRequest } from '../profiles/load.ts';
import { catalogueVersion } from '../search/catalogue.ts';
import { csvMetadata, observationHeader, themesCsv } from './csv.ts';
import { attributionsOf, csvOf, csvPages, documentOf, readAll, tooMany } from './documents.ts';
import {
  chooseExport,
  countFigures,
  type ExportChoice,
  type ExportQuery,
  readObservations,
} from './load.ts';
import { editionPath, measuredFiles, measuring } from './measured.ts';
import { exportProfile } from './profile.ts';

/** Forms of figures, with their media types. */
export const figureForms = {
  csv: 'text/csv; charset=utf-8; header=present',
  'csv-metadata': 'application/csvm+json',
  jsonstat: 'application/json',
  geojson: 'application/geo+json',
} as const;
export type FigureForm = keyof typeof figureForms;

/** Forms of a profile: what is said per theme is a table of its own in csv. */
export const profileForms = {
  ...figureForms,
  'themes-csv': 'text/csv; charset=utf-8; header=present',
} as const;
export type ProfileForm = keyof typeof profileForms;

export interface ExportFile {
  readonly name: string;
  /** About milliseconds of one core for making it. */
  readonly cost: number;
  /** Known without making it; null: the one of its text. */
  readonly etag: string | null;
  /** Its parts, one after another. */
  make(): AsyncIterable<string>;
}

/** What the server holds at once for one caller; csv has no limit. */
const mostInOneDocument = 100_000;
/** Measured: making the lines of a wide table takes a millisecond per two hundred figures. */
const figuresPerCost = 200;
const profileCost = 40;

/** Figures as a file. `search` is the query of its address, for the tables that its metadata names. */
export async function figuresFile(
  db: ReadDb,
  query: ExportQuery,
  form: FigureForm,
  search: string,
): Promise<ExportFile> {
  const choice = await chooseExport(db, query);
  const about = aboutChoice(choice);
  const name = nameOf(['wijkbeeld', ...namesOf(query)], form);
  if (form === 'csv-metadata') {
    const attributions = choice.chosen.map(({ edition }) => edition.source.attribution);
    const tables = [{ name: `csv${search}`, kind: 'FIGURES' as const }];
    const described = { ...about, attributions: [...new Set(attributions)] };
    const make = async function* () {
      yield JSON.stringify(csvMetadata(tables, described));
    };
    return { name, cost: 0, etag: null, make: () => noted(db, choice, form, make()) };
  }
  const figures = await countFigures(db, choice);
  const cost = Math.ceil(figures / figuresPerCost);
  if (form === 'csv') {
    const etag = etagOf(JSON.stringify([observationHeader, query, choice.version]));
    const make = () => noted(db, choice, form, csvPages(readObservations(db, choice)));
    return { name, cost, etag, make };
  }
  if (figures > mostInOneDocument) throw tooMany(form, mostInOneDocument);
  const make = async function* () {
    const observations = await readAll(db, choice, form, mostInOneDocument);
    yield JSON.stringify(await documentOf(db, form, observations, about));
  };
  return { name, cost, etag: null, make: () => noted(db, choice, form, make()) };
}

/** Notes size and checksum of what is made of a whole edition; borders have no version by which they could be kept. */
function noted(
  db: ReadDb,
  { query, version }: ExportChoice,
  form: FigureForm,
  parts: AsyncIterable<string>,
): AsyncIterable<string> {
  const { edition, ...filters } = query;
  const isWhole = edition !== undefined && Object.values(filters).every((one) => one === undefined);
  if (!isWhole || form === 'geojson') return parts;
  return measuring(db, { version, path: editionPath(edition, form) }, parts);
}

/** Above this a file is measured only when somebody asks for it: making it takes seconds. */
const mostToMeasure = 500_000;

/** Makes the files of live editions that were not made since the catalogue changed; answers how many. */
export async function measureFiles(db: ReadDb): Promise<number> {
  let made = 0;
  for (const { id } of await listLiveEditions(db)) {
    for (const form of ['csv', 'csv-metadata', 'jsonstat'] as const) {
      const known = measuredFiles(db, await catalogueVersion(db));
      if (known.has(editionPath(id, form))) continue;
      const file = await tryFile(db, id, form);
      if (!file || file.cost * figuresPerCost > mostToMeasure) continue;
      for await (const _part of file.make()) await setImmediate();
      made += 1;
    }
  }
  return made;
}

/** Undefined for what has no file: an edition of sensitive indicators only, too many figures, one just taken back. */
async function tryFile(db: ReadDb, edition: number, form: FigureForm) {
  try {
    return await figuresFile(db, { edition }, form, '');
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

const namesOf = ({ edition, indicator, within, level, period }: ExportQuery) =>
  [edition === undefined ? indicator : `editie-${edition}`, within, level, period].flatMap(
    (part) => (part === undefined ? [] : String(part)),
  );

function aboutChoice({ query, chosen }: ExportChoice) {
  const [first] = chosen;
  const title =
    query.edition === undefined ? first?.columns[0]?.indicator.title : first?.edition.title;
  const moments = chosen.map(({ edition }) =>
    new Date(edition.publishedAt ?? edition.retrievedAt).getTime(),
  );
  return { title: `Wijkbeeld: ${title}`, madeAt: new Date(Math.max(...moments)) };
}

const fileEnds: Readonly<Record<ProfileForm, string>> = {
  csv: '.csv',
  'csv-metadata': '.csv-metadata.json',
  jsonstat: '.json',
  geojson: '.geojson',
  'themes-csv': '-themas.csv',
};

const nameOf = (parts: readonly string[], form: ProfileForm) =>
  `${parts.join('-')}${fileEnds[form]}`;

/** The public profile of a wijk as a file: figures through the years, and what is said per theme. */
export async function profileFile(
  db: ReadDb,
  request: ProfileRequest,
  form: ProfileForm,
  search: string,
  now: Date,
): Promise<ExportFile> {
  const profile = await loadProfile(db, null, request, now);
  if (!profile) throw notFound('wijk', request.code);
  const { observations, themes } = exportProfile(profile);
  const title = `Wijkprofiel ${profile.place.name} (${profile.place.code}), ${profile.year}`;
  // The day that it is about: what was made twice on one day is the same file.
  const about = { title, madeAt: new Date(`${profile.asOf.toISOString().slice(0, 10)}T00:00:00Z`) };
  const text = async () => {
    if (form === 'csv') return csvOf(observations);
    if (form === 'themes-csv') return `${themesCsv(themes)}\n`;
    if (form === 'csv-metadata') {
      const tables = [
        { name: `csv${search}`, kind: 'FIGURES' as const },
        { name: `themes-csv${search}`, kind: 'THEMES' as const },
      ];
      const described = { ...about, attributions: attributionsOf(observations) };
      return JSON.stringify(csvMetadata(tables, described));
    }
    return JSON.stringify(await documentOf(db, form, observations, { ...about, themes }));
  };
  const make = async function* () {
    yield await text();
  };
  const parts = ['wijkbeeld', 'profiel', profile.place.code, String(profile.year)];
  return { name: nameOf(parts, form), cost: profileCost, etag: null, make };
}
