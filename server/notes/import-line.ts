// One line of a notes file (NDJSON): its shape, and whether it may become a field note. Pure but for the facts
// that the caller looks up. What is refused is explained without the words of the note.
import * as z from 'zod';
import type { keyedId } from '../access/ids.ts';
import { codesOf } from '../codes/code-list.ts';
import { populationGroups, visibilityReasons } from '../codes/groups.ts';
import {
  evidenceBases,
  frequencies,
  noteKinds,
  noteSourceTypes,
  noteTrends,
  type PublicationLevel,
  publicationLevels,
  scaleBands,
  scaleUnits,
  severities,
} from '../codes/notes.ts';
import { type Profession, professions, regimeOfProfession, regimes } from '../codes/people.ts';
import { themes } from '../codes/themes.ts';
import type { QuarantinedRow } from '../monitors/refusal.ts';
import { sortedJson } from '../sorted-json.ts';
import {
  checkNote,
  findingProblems,
  type NoteContent,
  type NoteFacts,
  type NoteInput,
  screen,
  textProblems,
} from './check.ts';
import { levelProblems } from './review.ts';

const oneOf = <Code extends string>(list: Parameters<typeof codesOf<Code>>[0]) =>
  z.enum(codesOf(list));
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day like 2026-03-31');
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.+(Z|[+-]\d{2}:\d{2}))?$/, 'write a moment like 2026-03-31T09:30:00Z')
  .transform((text) => new Date(text))
  .refine((instant) => !Number.isNaN(instant.getTime()), 'is no moment of the calendar');

/** Who: organisation, an opaque label of the person within the gemeente, and profession. */
const voice = {
  organisation: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\p{Cs}]{1,80}$/u, 'write a name of at most 80 characters'),
  observer: z.string().trim().min(1).max(200),
  profession: oneOf<Profession>(professions),
};

const noteLine = z.strictObject({
  ...voice,
  id: z.guid().toLowerCase().nullish(),
  placeCode: z
    .string()
    .trim()
    .regex(/^[A-Z]{2}[0-9A-Z]{2,8}$/, 'write a CBS code like WK051829'),
  editionYear: z.int().nullish(),
  theme: oneOf(themes),
  kind: oneOf(noteKinds),
  observationText: z.string(),
  interpretationText: z.string().nullish(),
  severity: oneOf(severities).nullish(),
  scaleBand: oneOf(scaleBands).nullish(),
  scaleUnit: oneOf(scaleUnits).nullish(),
  frequency: oneOf(frequencies).nullish(),
  trend: oneOf(noteTrends).nullish(),
  evidenceBasis: oneOf(evidenceBases).nullish(),
  sourceType: oneOf(noteSourceTypes).nullish(),
  populationGroups: z.array(oneOf(populationGroups)).nullish(),
  visibilityReasons: z.array(oneOf(visibilityReasons)).nullish(),
  figureRef: z.string().nullish(),
  icpc: z.array(z.string()).nullish(),
  observedFrom: day.nullish(),
  observedTo: day.nullish(),
  recordedAt: moment.nullish(),
  // Who imports vouches that nobody can be recognised; `false` is refused like anywhere else. That danger
  // was reported elsewhere only the author knows: for URGENT the file must say so.
  noPersonConfirmed: z.boolean().nullish(),
  urgentConfirmed: z.boolean().nullish(),
  regime: oneOf(regimes).nullish(),
  status: z.enum(['SUBMITTED', 'PUBLISHED']).nullish(),
  publicationLevel: oneOf<PublicationLevel>(publicationLevels).nullish(),
  excerpt: z.string().nullish(),
  publishedAt: moment.nullish(),
  confirmations: z.array(z.strictObject(voice)).nullish(),
  // Worked out here; accepted so that an export of another system need not leave them out.
  validUntil: z.string().nullish(),
  version: z.int().nullish(),
});

type NoteLine = z.infer<typeof noteLine>;

/** An organisation, person and profession behind a note or a confirmation. */
export interface ImportedVoice {
  readonly organisationKey: string;
  readonly organisationName: string;
  readonly personId: string;
  readonly profession: Profession;
}

/** A confirmation by another organisation. */
export interface ImportedConfirmation extends ImportedVoice {
  readonly id: string;
}

/** A line that may become a field note. */
export interface ImportedNote extends ImportedVoice {
  readonly line: number;
  readonly id: string;
  readonly content: NoteContent;
  /** Null: it waits for review. */
  readonly publication: {
    readonly level: PublicationLevel;
    readonly excerpt: string | null;
    readonly publishedAt: Date;
  } | null;
  readonly confirmations: readonly ImportedConfirmation[];
  /** Confirmations of the note's own organisation: an echo, left out. */
  readonly echoes: number;
}

export interface LineCircumstances {
  readonly now: Date;
  /** Take over lines marked PUBLISHED as published. */
  readonly publish: boolean;
  readonly factsOf: (input: NoteInput) => Promise<NoteFacts>;
  /** An id that is always the same for a text, and that nobody else can work out. */
  readonly keyedIdOf: (
    gemeenteCode: string,
    purpose: Parameters<typeof keyedId>[2],
    text: string,
  ) => Promise<string>;
}

/** The note of a line, or the reason why it is set aside. */
export async function readNoteLine(
  text: string,
  line: number,
  circumstances: LineCircumstances,
): Promise<ImportedNote | QuarantinedRow> {
  const json = parseJson(text);
  if (json === undefined) {
    return { line, reason: 'NOT_JSON', explanation: 'The line is not a JSON object.', raw: null };
  }
  const parsed = noteLine.safeParse(json);
  if (!parsed.success) return { line, ...explainShape(parsed.error), raw: null };
  return judge(parsed.data, json, line, circumstances);
}

async function judge(
  note: NoteLine,
  json: object,
  line: number,
  { now, publish, factsOf, keyedIdOf }: LineCircumstances,
): Promise<ImportedNote | QuarantinedRow> {
  const input = asInput(note);
  const regime = regimeOfProfession(note.profession);
  const facts = await factsOf(input);
  const { content, problems, findings } = checkNote(input, regime, facts, now);
  const publication = publish && note.status === 'PUBLISHED' ? asPublished(note, content) : null;
  const inExcerpt = publication ? screen('excerpt', note.excerpt ?? '') : [];
  const inNames = [note, ...(note.confirmations ?? [])].flatMap(({ organisation }) =>
    screen('organisation', organisation),
  );
  const all = [
    ...problems,
    ...findingProblems(inExcerpt),
    ...(publication ? textProblems('excerpt', publication.excerpt) : []),
    ...(publication
      ? levelProblems(
          { publicationLevel: publication.level, excerpt: publication.excerpt },
          { regime },
        )
      : []),
    ...regimeProblems(note),
    ...findingProblems(inNames),
    ...voiceProblems(note),
  ];
  if (all.length > 0) {
    const hasPersonalData = findings.length + inExcerpt.length + inNames.length > 0;
    const isPlace = facts.placeRefusal !== undefined;
    const reason = hasPersonalData ? 'PERSONAL_DATA' : isPlace ? 'UNKNOWN_PLACE' : 'AGAINST_RULES';
    return { line, reason, explanation: all.map((p) => p.message).join(' '), raw: null };
  }
  const { gemeenteCode } = content;
  const idOf: IdOf = (purpose, text) => keyedIdOf(gemeenteCode, purpose, text);
  // Without an own id one that is always the same for this content. Keyed: the line holds the observer, and every
  // reader of the note could try who makes its id.
  const id = note.id ?? (await idOf('import-note', sortedJson(json)));
  const author = await voiceOf(note, idOf);
  const confirmations = await voicesOf(note, idOf);
  const others = confirmations.filter((one) => one.organisationKey !== author.organisationKey);
  return {
    ...author,
    ...{ line, id, content, publication },
    confirmations: await Promise.all(
      others.map(async (one) => ({
        ...one,
        id: await idOf('import-confirmation', `${id}:${one.organisationKey}`),
      })),
    ),
    echoes: confirmations.length - others.length,
  };
}

function asInput(note: NoteLine): NoteInput {
  return {
    ...note,
    noPersonConfirmed: note.noPersonConfirmed ?? true,
  };
}

/** Taken over as reviewed: shown to the circle unless the line says otherwise, since it was signalled. */
function asPublished(note: NoteLine, { recordedAt }: NoteContent) {
  return {
    level: note.publicationLevel ?? 'CIRCLE',
    excerpt: note.excerpt?.trim() || null,
    publishedAt: note.publishedAt ?? recordedAt,
  };
}

function regimeProblems({ regime, profession }: NoteLine) {
  const own = regimeOfProfession(profession);
  if (regime == null || regime === own) return [];
  return [{ field: 'regime', message: `The regime of ${profession} is ${own}, not ${regime}.` }];
}

function voiceProblems(note: NoteLine) {
  const voices = [note, ...(note.confirmations ?? [])];
  if (voices.every(({ organisation }) => organisationKeyOf(organisation) !== '')) return [];
  return [{ field: 'organisation', message: 'organisation has no letters or digits.' }];
}

/** Key of an organisation from its name: `Wijkteam Noord` becomes `wijkteam-noord`. */
function organisationKeyOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

type IdOf = (purpose: Parameters<typeof keyedId>[2], text: string) => Promise<string>;

/** The label is not kept: it becomes the number of a person, the same for the same label in the gemeente. */
async function voiceOf(
  { organisation, observer, profession }: Pick<NoteLine, keyof typeof voice>,
  idOf: IdOf,
): Promise<ImportedVoice> {
  return {
    organisationKey: organisationKeyOf(organisation),
    organisationName: organisation,
    personId: await idOf('import-observer', observer),
    profession,
  };
}

/** The confirming organisations, each once. */
async function voicesOf(note: NoteLine, idOf: IdOf): Promise<ImportedVoice[]> {
  const voices = await Promise.all((note.confirmations ?? []).map((one) => voiceOf(one, idOf)));
  return [...new Map(voices.map((one) => [one.organisationKey, one])).values()];
}

function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Names the fields and what they should hold; never what they do hold. */
function explainShape(error: z.ZodError): Pick<QuarantinedRow, 'reason' | 'explanation'> {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  );
  if (unknown.length > 0) {
    const names = unknown.map((name) =>
      /^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(name) ? name : 'a name that is not shown',
    );
    return {
      reason: 'UNKNOWN_FIELD',
      explanation: `A field note has no field ${names.join(', ')}.`,
    };
  }
  const sentences = error.issues.map(
    (issue) => `${issue.path.join('.') || 'line'}: ${issue.message}.`,
  );
  return { reason: 'BAD_FIELD', explanation: sentences.join(' ').slice(0, 500) };
}
