// What was imported and set aside, as an administrator of a gemeente sees it: editions of the own gemeente and of the
// whole country. Rows as they came stay out: files with own counts hold numbers that are not yet protected (S6).
import { and, asc, desc, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { throughDoor } from '../db/acting.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { editions, quarantine } from '../db/tables.ts';
import type { Edition } from './publishing.ts';
import { quarantineReasons } from './refusal.ts';
import type { EditionReport } from './staging.ts';

/** An edition; of one that was made without an import the report holds nothing. */
export interface ListedEdition extends Omit<Edition, 'report'> {
  readonly report: Partial<EditionReport>;
}

export interface ListedEditions {
  readonly editions: readonly ListedEdition[];
  readonly hasMore: boolean;
}

const scopesOf = ({ gemeenteCode }: Actor) => [gemeenteCode, 'NL00'];

/** Editions of the actor's gemeente and of the whole country, newest first. */
export async function listOwnEditions(
  db: ReadDb,
  actor: Actor,
  query: { first: number; after: number | null; status?: Edition['status'] | null | undefined },
): Promise<ListedEditions> {
  const rows = await db
    .select()
    .from(editions)
    .where(
      and(
        inArray(editions.scope, scopesOf(actor)),
        query.after === null ? undefined : lt(editions.id, query.after),
        query.status ? eq(editions.status, query.status) : undefined,
      ),
    )
    .orderBy(desc(editions.id))
    .limit(query.first + 1);
  return {
    editions: rows.slice(0, query.first).map((row) => ({
      ...row,
      report: row.report as Partial<EditionReport>,
    })),
    hasMore: rows.length > query.first,
  };
}

export interface SetAside {
  readonly id: number;
  readonly editionId: number;
  readonly fileName: string;
  readonly line: number;
  readonly reason: string;
  readonly explanation: string;
  /** What can be done about it. */
  readonly meaning: string;
  readonly quarantinedAt: Date;
}

/** Open entries of the quarantine of those editions, oldest first. */
export async function listOwnQuarantine(
  db: Db,
  actor: Actor,
  query: { first: number; after: number | null },
): Promise<{ entries: readonly SetAside[]; hasMore: boolean }> {
  const rows = await throughDoor(db, 'SYSTEM', (tx) =>
    tx
      .select({
        id: quarantine.id,
        editionId: editions.id,
        fileName: quarantine.fileName,
        line: quarantine.line,
        reason: quarantine.reason,
        explanation: quarantine.explanation,
        quarantinedAt: quarantine.quarantinedAt,
      })
      .from(quarantine)
      .innerJoin(editions, eq(editions.id, quarantine.editionId))
      .where(
        and(
          inArray(editions.scope, scopesOf(actor)),
          isNull(quarantine.resolvedAt),
          query.after === null ? undefined : gt(quarantine.id, query.after),
        ),
      )
      .orderBy(asc(quarantine.id))
      .limit(query.first + 1),
  );
  const meanings: Readonly<Record<string, string>> = quarantineReasons;
  return {
    entries: rows
      .slice(0, query.first)
      .map((row) => ({ ...row, meaning: meanings[row.reason] ?? '' })),
    hasMore: rows.length > query.first,
  };
}
