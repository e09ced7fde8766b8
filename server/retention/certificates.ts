// Certificates: what kind was erased, why, how many and when, with a hash over the ids; never what it was.
import { createHash, randomUUID } from 'node:crypto';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { appendAudit } from '../audit.ts';
import type { Role } from '../codes/people.ts';
import type { RetentionKind } from '../codes/retention.ts';
import type { Db } from '../db/client.ts';
import { retentionCertificates } from '../db/tables.ts';
import { forbidden } from '../errors.ts';
import { sortedJson } from '../sorted-json.ts';

export type Certificate = typeof retentionCertificates.$inferSelect;

export interface Erasure {
  readonly gemeenteCode: string;
  readonly batch: string;
  readonly kind: RetentionKind;
  readonly reason: string;
  readonly olderThan: Date;
  readonly ids: readonly string[];
}

/** Writes the certificate and its audit line, in the transaction of the erasure. */
export async function certify(tx: Db, erasure: Erasure, now: Date): Promise<Certificate> {
  const { ids, ...what } = erasure;
  const certificate = { ...what, id: randomUUID(), count: ids.length, erasedAt: now };
  const { gemeenteCode, kind } = certificate;
  const hash = hashOf(certificate, ids);
  await tx.insert(retentionCertificates).values({ ...certificate, hash });
  const line = {
    ...{ gemeenteCode, event: 'RETENTION_APPLIED', actor: 'system', role: 'SYSTEM' },
    ...{ objectType: 'retention_certificate', objectId: certificate.id },
    details: { kind, count: ids.length, hash },
  };
  await appendAudit(tx, line, now);
  return { ...certificate, hash };
}

/** SHA-256 over the certificate and the sorted ids: who kept the ids can prove that these were erased. */
export function hashOf(
  { hash: _, ...certificate }: Omit<Certificate, 'hash'> & { readonly hash?: string },
  ids: readonly string[],
): string {
  return createHash('sha256')
    .update(sortedJson({ ...certificate, ids: [...ids].sort() }))
    .digest('hex');
}

export const certificateReaders: readonly Role[] = ['AUDITOR', 'ADMIN'];

export interface CertificateCursor {
  readonly erasedAt: string;
  readonly id: string;
}

/** Certificates of the own gemeente, the newest first. */
export async function listCertificates(
  db: Db,
  actor: Actor,
  { first, after }: { readonly first: number; readonly after?: CertificateCursor | undefined },
): Promise<{ certificates: Certificate[]; hasMore: boolean }> {
  if (!certificateReaders.includes(actor.role)) {
    throw forbidden(`The role ${actor.role} may not do this.`);
  }
  const { gemeenteCode, erasedAt, id } = retentionCertificates;
  const beyond: SQL = after
    ? sql`(${erasedAt}, ${id}) < (${after.erasedAt}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const rows = await db
    .select()
    .from(retentionCertificates)
    .where(and(eq(gemeenteCode, actor.gemeenteCode), beyond))
    .orderBy(desc(erasedAt), desc(id))
    .limit(first + 1);
  return { certificates: rows.slice(0, first), hasMore: rows.length > first };
}
