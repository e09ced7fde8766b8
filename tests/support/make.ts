// Builders with defaults: a test states only what it is about.
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { actorOfDemoToken } from '../../server/access/demo.ts';
import { keyedHash } from '../../server/audit.ts';
import type { Database } from '../../server/db/client.ts';
import { auditLines, divisions, indicators, places, sources } from '../../server/db/tables.ts';
import type { Answer, Ask } from './ask.ts';

/** The day on which tests about field notes stand. */
export const today = new Date('2026-03-15T10:00:00Z');

/**
 * Two gemeenten: GM9001 with WK900101 to WK900112 in the divisions 2024 and 2025, and WK900199 that existed in
 * 2024 only; GM9002 with WK900201. An indicator `loneliness` to interpret.
 */
export async function makePlaces({ db }: Pick<Database, 'db'>): Promise<void> {
  const gemeenten = [
    { gemeenteCode: 'GM9001', wijken: 12 },
    { gemeenteCode: 'GM9002', wijken: 1 },
  ];
  for (const { gemeenteCode, wijken } of gemeenten) {
    const span = { firstYear: 2024, lastYear: 2025, gemeenteCode };
    await db.insert(divisions).values([2024, 2025].map((year) => ({ gemeenteCode, year })));
    await db.insert(places).values([
      {
        ...span,
        code: gemeenteCode,
        level: 'GEMEENTE',
        name: gemeenteCode,
        sortName: gemeenteCode,
      },
      ...Array.from({ length: wijken }, (_, index) => {
        const code = `WK${gemeenteCode.slice(2)}${String(index + 1).padStart(2, '0')}`;
        const level = 'WIJK' as const;
        return { ...span, code, level, name: code, sortName: code, wijkCode: code };
      }),
    ]);
  }
  await db.insert(places).values({
    ...{ code: 'WK900199', level: 'WIJK', name: 'Oud', sortName: 'oud', wijkCode: 'WK900199' },
    ...{ gemeenteCode: 'GM9001', firstYear: 2024, lastYear: 2024 },
  });
  await makeIndicator({ db }, 'loneliness');
}

async function makeIndicator({ db }: Pick<Database, 'db'>, key: string): Promise<void> {
  await db
    .insert(sources)
    .values({ key: 'test', title: 'Test', publisher: 'Test', licence: 'CC0', attribution: 'Test' })
    .onConflictDoNothing();
  await db.insert(indicators).values({
    ...{ key, sourceKey: 'test', title: key, unit: '%', measureKind: 'PERCENT' },
    ...{ direction: 'HIGH_IS_CONCERN', provenance: 'MODELLED', theme: 'SOCIAL_NETWORK' },
  });
}

/** What a phone sends for a plain field note: a fresh id and an invented, harmless sentence. */
export function logInput(changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    placeCode: 'WK900101',
    theme: 'SOCIAL_NETWORK',
    kind: 'PROBLEM',
    observationText: 'Oudere bewoners komen weinig buiten sinds het buurthuis dicht is.',
    noPersonConfirmed: true,
    ...changes,
  };
}

const logMutation = `mutation ($input: LogFieldNoteInput!) {
  logFieldNote(input: $input) { id status version textState observationText }
}`;

export interface LoggedNote {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly textState: string;
  readonly observationText: string | null;
}

/** Sends a field note and answers what comes back, refusals too. */
export function sendNote(ask: Ask, as: string | null, changes: Record<string, unknown> = {}) {
  return ask<{ logFieldNote: LoggedNote }>(as, logMutation, { input: logInput(changes) });
}

/** Logs a field note that must succeed; answers its id. */
export async function logNote(ask: Ask, as: string, changes: Record<string, unknown> = {}) {
  const answer = await sendNote(ask, as, changes);
  if (answer.errors) throw new Error(`The note was refused: ${answer.errors[0]?.message}`);
  return answer.data.logFieldNote.id;
}

const reviewMutation = `mutation ($input: ReviewFieldNoteInput!) {
  reviewFieldNote(input: $input) { id status version publicationLevel textState excerpt
    reviews { decision reason publicationLevel version reviewedOn } }
}`;

export interface ReviewedNote {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly publicationLevel: string | null;
  readonly textState: string;
  readonly excerpt: string | null;
  readonly reviews: readonly { readonly decision: string; readonly reason: string | null }[];
}

/** Sends a decision; by default it publishes version 1 to the circle. */
export function sendReview(ask: Ask, as: string | null, input: Record<string, unknown>) {
  const defaults =
    (input.decision ?? 'PUBLISH') === 'PUBLISH' ? { publicationLevel: 'CIRCLE' } : {};
  return ask<{ reviewFieldNote: ReviewedNote }>(as, reviewMutation, {
    input: { version: 1, decision: 'PUBLISH', ...defaults, ...input },
  });
}

/** Logs and publishes a field note; answers its id. */
export async function publishNote(
  ask: Ask,
  as: string,
  reviewer: string,
  changes: Record<string, unknown> = {},
  review: Record<string, unknown> = {},
) {
  const id = await logNote(ask, as, changes);
  const answer = await sendReview(ask, reviewer, { id, ...review });
  if (answer.errors) throw new Error(`The review was refused: ${answer.errors[0]?.message}`);
  return id;
}

const sentences = [
  'De bus rijdt te weinig.',
  'Het plein is leeg en kaal.',
  'Bewoners missen een winkel dichtbij.',
];

/** Opens a wijk x theme for readers (S3): three notes of two organisations; answers their ids. */
export async function openCell(
  ask: Ask,
  reviewer: string,
  cell: { readonly placeCode: string; readonly theme: string; readonly recordedAt?: string },
): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, observationText] of sentences.entries()) {
    const as = `demo:OBSERVER:GM${cell.placeCode.slice(2, 6)}:buren-${at % 2}:CARETAKER`;
    ids.push(await publishNote(ask, as, reviewer, { ...cell, observationText }));
  }
  return ids;
}

/** Code and first wrong field of a refusal. */
export function refusalOf({ errors }: Answer<unknown>) {
  return { code: errors?.[0]?.extensions.code, field: errors?.[0]?.extensions.field };
}

/** What stands in the audit log for a person who acts for GM9001 under this token. */
export async function lastingPseudonym({ db }: Pick<Database, 'db'>, token: string) {
  const { gemeenteCode, personId } = actorOfDemoToken(token);
  return (await keyedHash(db, gemeenteCode, `audit lasting ${personId}`)).slice(0, 16);
}

/** Audit lines about one thing, in the order they were written, those that wait to be sealed too. */
export function linesAbout({ db }: Pick<Database, 'db'>, objectId: string) {
  return db
    .select()
    .from(auditLines)
    .where(eq(auditLines.objectId, objectId))
    .orderBy(sql`xmin::text::bigint, ctid`);
}
