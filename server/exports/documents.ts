// The forms of an export, whoever asks for it: csv is made page by page, JSON as a whole.
import type { ReadDb } from '../db/client.ts';
import { badInput } from '../errors.ts';
import { observationHeader, observationLine } from './csv.ts';
import { featureCollection } from './geojson.ts';
import { jsonStat } from './json-stat.ts';
import { type ExportChoice, loadShapes, readObservations } from './load.ts';
import type { Observation } from './observations.ts';
import type { ThemeLine } from './profile.ts';

/** The forms that are made as a whole. */
export const documentForms = ['jsonstat', 'geojson'] as const;
export type DocumentForm = (typeof documentForms)[number];

export interface AboutExport {
  readonly title: string;
  readonly madeAt: Date;
  readonly themes?: readonly ThemeLine[];
}

const linesOf = (page: readonly Observation[]) =>
  page.length > 0 ? `${page.map(observationLine).join('\n')}\n` : '';

/** Figures under their header. */
export const csvOf = (observations: readonly Observation[]) =>
  `${observationHeader}\n${linesOf(observations)}`;

/** The same, page by page. */
export async function* csvPages(pages: AsyncIterable<readonly Observation[]>) {
  yield `${observationHeader}\n`;
  for await (const page of pages) yield linesOf(page);
}

/** All figures of an export that becomes one document; refuses more than `most`, naming the form that takes them. */
export async function readAll(
  db: ReadDb,
  choice: ExportChoice,
  form: DocumentForm,
  most: number,
): Promise<Observation[]> {
  const all: Observation[] = [];
  for await (const page of readObservations(db, choice)) {
    all.push(...page);
    if (all.length > most) throw tooMany(form, most);
  }
  return all;
}

/** What is said when figures do not fit one document. */
export const tooMany = (form: DocumentForm, most: number) =>
  badInput([
    {
      field: 'format',
      message: `More than ${most} figures do not fit one ${form} document: choose csv, or name a gemeente (within).`,
    },
  ]);

/** Figures as one document of this form. */
export async function documentOf(
  db: ReadDb,
  form: DocumentForm,
  observations: readonly Observation[],
  about: AboutExport,
): Promise<unknown> {
  if (form === 'jsonstat') return jsonStat(observations, about);
  const { shapes, attribution } = await loadShapes(db, observations);
  return featureCollection(observations, shapes, { ...about, shapesAttribution: attribution });
}

/** Words to print beside figures, one per source. */
export const attributionsOf = (observations: readonly Pick<Observation, 'attribution'>[]) => [
  ...new Set(observations.flatMap(({ attribution }) => attribution ?? [])),
];
