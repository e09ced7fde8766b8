// Anchors: the number and hash of the last line of each chain, to be kept outside the database (on paper, in a mail, with
// a notary). Whoever writes a chain anew cannot make it fit an anchor.
import { asc } from 'drizzle-orm';
import * as z from 'zod';
import type { ReadDb } from '../db/client.ts';
import { auditHeads } from '../db/tables.ts';
import { badInput } from '../errors.ts';

export interface AuditAnchor {
  readonly gemeenteCode: string;
  readonly number: number;
  readonly hash: string;
  /** When it was taken. */
  readonly at: string;
}

const anchor = z.strictObject({
  gemeenteCode: z.string().regex(/^(GM\d{4}|NL00)$/),
  number: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

/** One anchor per chain, as they stand now. */
export async function listAnchors(db: ReadDb, now: Date): Promise<AuditAnchor[]> {
  const { gemeenteCode, number, hash } = auditHeads;
  const heads = await db
    .select({ gemeenteCode, number, hash })
    .from(auditHeads)
    .orderBy(asc(gemeenteCode));
  return heads.map((head) => ({ ...head, at: now.toISOString() }));
}

/** One JSON object per line; what comes later may be appended to the same file. */
export const writeAnchors = (anchors: readonly AuditAnchor[]): string =>
  anchors.map((one) => JSON.stringify(one)).join('\n');

/** Reads what writeAnchors wrote; refuses a line that is none. */
export function readAnchors(text: string): AuditAnchor[] {
  const lines = text.split('\n').map((line, at) => ({ line: line.trim(), at: at + 1 }));
  return lines
    .filter(({ line }) => line !== '')
    .map(({ line, at }) => {
      const message = `Line ${at} of the anchor file is no anchor: keep the lines of "audit anchor" as they are.`;
      const refusal = badInput([{ field: 'anchor', message }]);
      try {
        const read = anchor.safeParse(JSON.parse(line));
        if (read.success) return read.data;
      } catch {
        throw refusal;
      }
      throw refusal;
    });
}
