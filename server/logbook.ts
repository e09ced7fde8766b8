// The Logboek Dataverwerkingen (Logius, draft of October 2024, chapter 17): one line per processing of personal data of one
// subject, written with the change itself and never sampled. It holds no user: that is in the audit log, under the same
// trace. Only accounts and authorship are personal data here; most reads have no subject.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { and, asc, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { Db, ReadDb } from './db/client.ts';
import { logbookLines } from './db/tables.ts';
import { type ActivityKey, activityUri } from './registers/activities.ts';
import { currentTrace } from './trace.ts';

/** Whose data were processed, and for which entry of the register. */
export interface Subject {
  readonly personId: string;
  readonly activity: ActivityKey;
}

export interface Processing {
  readonly gemeenteCode: string;
  /** What was done. */
  readonly name: string;
  readonly subject: Subject;
  readonly traceId: string;
  /** When; the day alone of those who write. */
  readonly at: Date;
  /** Operation of the caller; null of those who write, whose caller must not be found. */
  readonly parentOperationId: string | null;
}

/** Writes the line; call it inside the transaction of the processing, so that there is none without. */
export async function recordProcessing(tx: Db, processing: Processing): Promise<void> {
  const { gemeenteCode, name, subject, traceId, at, parentOperationId } = processing;
  const operationId = randomBytes(8).toString('hex');
  const key = currentTrace()?.subjectKey;
  await tx.insert(logbookLines).values({
    ...{ gemeenteCode, name, traceId, operationId, parentOperationId, statusCode: 1 },
    ...{ startTime: at, endTime: at },
    processingActivityId: activityUri(gemeenteCode, subject.activity),
    dataSubjectId: key ? encryptSubject(subject.personId, operationId, key) : null,
  });
}

/** AES-256-GCM, the operation bound to it: base64url of nonce, tag and text. The same subject never looks the same. */
function encryptSubject(personId: string, operationId: string, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(operationId));
  const text = Buffer.concat([cipher.update(personId, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** The subject of a line; undefined under another key, or when the line was tampered with. */
export function decryptSubject(
  { dataSubjectId, operationId }: Pick<LogbookLine, 'dataSubjectId' | 'operationId'>,
  key: Buffer,
): string | undefined {
  if (dataSubjectId === null) return undefined;
  const bytes = Buffer.from(dataSubjectId, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(operationId)).setAuthTag(bytes.subarray(12, 28));
  try {
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

export type LogbookLine = typeof logbookLines.$inferSelect;

/** Lines from a day on, page by page in order of time; within an equal time in no telling order. */
export async function* readLogbook(
  db: ReadDb,
  { gemeenteCode, since }: { readonly gemeenteCode?: string | undefined; readonly since: Date },
): AsyncGenerator<LogbookLine[]> {
  const { startTime, operationId } = logbookLines;
  const pageSize = 5000;
  let after: SQL = gte(startTime, since);
  for (;;) {
    const page = await db
      .select()
      .from(logbookLines)
      .where(and(after, gemeenteCode ? eq(logbookLines.gemeenteCode, gemeenteCode) : sql`true`))
      .orderBy(asc(startTime), asc(operationId))
      .limit(pageSize);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = sql`(${startTime}, ${operationId}) > (${last.startTime.toISOString()}::timestamptz, ${last.operationId})`;
  }
}

/** The line in the fields of the standard; times in milliseconds since 1970. */
export function asLogbookJson(line: LogbookLine): string {
  return JSON.stringify({
    trace_id: line.traceId,
    operation_id: line.operationId,
    ...(line.parentOperationId ? { parent_operation_id: line.parentOperationId } : {}),
    status_code: line.statusCode,
    name: line.name,
    start_time: line.startTime.getTime(),
    end_time: line.endTime.getTime(),
    resource: {
      attributes: { 'service.name': 'wijkbeeld', 'service.namespace': line.gemeenteCode },
    },
    attributes: {
      'dpl.core.processing_activity_id': line.processingActivityId,
      ...(line.dataSubjectId ? { 'dpl.core.data_subject_id': line.dataSubjectId } : {}),
    },
  });
}
