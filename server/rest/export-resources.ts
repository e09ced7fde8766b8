// The addresses of the exports, for the routes and for the description: what is asked, and in which forms it is answered.
import { codesOf } from '../codes/code-list.ts';
import { type PlaceLevel, placeLevels } from '../codes/figures.ts';
import type { ReadDb } from '../db/client.ts';
import {
  type ExportFile,
  figureForms,
  figuresFile,
  profileFile,
  profileForms,
} from '../exports/files.ts';
import { checkPlaceCode } from '../places/codes.ts';

export interface ExportParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  /** As OpenAPI says it. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The value in the text; undefined when it is none. */
  readonly read: (text: string) => string | number | undefined;
}

export interface ExportResource {
  readonly path: string;
  readonly operation: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ExportParameter[];
  /** Media type per form. */
  readonly forms: Readonly<Record<string, string>>;
  /** Made of notes too: asked again each time. */
  readonly isOfProfile: boolean;
  readonly file: (
    db: ReadDb,
    values: Readonly<Record<string, string | number>>,
    search: string,
    now: Date,
  ) => Promise<ExportFile>;
}

const whole = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
const codeOf = (levels: readonly PlaceLevel[]) => (text: string) => {
  const level = checkPlaceCode(text);
  return level && levels.includes(level) ? text : undefined;
};
const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);

const within: ExportParameter = {
  ...{ name: 'within', in: 'query', description: 'Only this gemeente; NL00 is all of them.' },
  schema: { type: 'string', pattern: '^(NL0[01]|GM[0-9]{4})$' },
  read: codeOf(['GEMEENTE', 'COUNTRY']),
};
const level: ExportParameter = {
  ...{ name: 'level', in: 'query', description: 'Only places of this level.' },
  schema: { type: 'string', enum: codesOf(placeLevels) },
  read: (text) => codesOf(placeLevels).find((code) => code === text),
};
const period: ExportParameter = {
  ...{ name: 'period', in: 'query', description: 'Only figures about this year.' },
  schema: { type: 'integer', format: 'int32' },
  read: whole,
};

const formOf = (forms: Readonly<Record<string, string>>): ExportParameter => ({
  ...{ name: 'form', in: 'path', description: 'Form of the file; csv-metadata is CSV on the Web.' },
  schema: { type: 'string', enum: Object.keys(forms) },
  read: (text) => (Object.hasOwn(forms, text) ? text : undefined),
});

const everyFigure =
  'Each figure with its state, margins, provenance, source, licence and attribution. A value that is not there has a state; ' +
  'sensitive indicators are in no export.';

export const exportResources: readonly ExportResource[] = [
  {
    path: '/editions/{edition}/exports/{form}',
    operation: 'exportEdition',
    summary: 'All figures of a live edition, as a file',
    description: `${everyFigure} Csv is streamed; the other forms hold 100,000 figures at most.`,
    parameters: [
      {
        ...{ name: 'edition', in: 'path', description: 'Number of the edition, as in /sources.' },
        schema: { type: 'integer', format: 'int32' },
        read: whole,
      },
      formOf(figureForms),
      ...[within, level, period],
    ],
    forms: figureForms,
    isOfProfile: false,
    file: (db, { form, ...query }, search) =>
      figuresFile(db, query, form as keyof typeof figureForms, search),
  },
  {
    path: '/indicators/{indicator}/exports/{form}',
    operation: 'exportIndicator',
    summary: 'Figures of one indicator in all live editions, as a file',
    description: `${everyFigure} Csv is streamed; the other forms hold 100,000 figures at most.`,
    parameters: [
      {
        ...{ name: 'indicator', in: 'path', description: 'Key of the indicator.' },
        schema: { type: 'string' },
        read: (text) => text,
      },
      formOf(figureForms),
      ...[within, level, period],
    ],
    forms: figureForms,
    isOfProfile: false,
    file: (db, { form, ...query }, search) =>
      figuresFile(db, query, form as keyof typeof figureForms, search),
  },
  {
    path: '/wijken/{code}/exports/{form}',
    operation: 'exportWijkProfile',
    summary: 'The public part of the profile of a wijk, as a file',
    description:
      `${everyFigure} What is said per theme is in themes-csv, and in the other forms beside the figures: outcomes and ` +
      'bands, never a word of a note.',
    parameters: [
      {
        ...{ name: 'code', in: 'path', description: 'CBS code of the wijk.' },
        schema: { type: 'string', pattern: '^WK[0-9]{4}[0-9A-Z]{2}$' },
        read: codeOf(['WIJK']),
      },
      formOf(profileForms),
      {
        ...{ name: 'year', in: 'query', description: 'Division year; default: the last one.' },
        schema: { type: 'integer', format: 'int32' },
        read: whole,
      },
      {
        ...{ name: 'asOf', in: 'query', description: 'As of the end of this day.' },
        schema: { type: 'string', format: 'date' },
        read: (text) => (isDay(text) ? text : undefined),
      },
    ],
    forms: profileForms,
    isOfProfile: true,
    file: (db, { form, code, ...when }, search, now) =>
      profileFile(
        db,
        { code: String(code), ...when },
        form as keyof typeof profileForms,
        search,
        now,
      ),
  },
];
