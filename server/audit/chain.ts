// How lines hang together: each line of a gemeente carries the hash of the one before. Pure.
import { createHash } from 'node:crypto';
import { sortedJson } from '../sorted-json.ts';

/** A line without its hashes. */
export interface AuditLine {
  readonly gemeenteCode: string;
  readonly number: number;
  readonly at: Date;
  readonly event: string;
  readonly actor: string;
  readonly role: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly details: unknown;
  readonly traceId: string | null;
}

/** What the first line follows. */
export const firstHash = '0'.repeat(64);

/**
 * From here on numbers are random and say only that a line waits: what observers do is put into the chain a day
 * later, in the order of hashes.
 */
export const waitingFrom = 2 ** 52;

/** SHA-256 over the hash before and the line's fields in a fixed order; keys of details are sorted. */
export function hashLine(line: AuditLine, previousHash: string): string {
  const fields = [
    previousHash,
    line.gemeenteCode,
    line.number,
    line.at.toISOString(),
    line.event,
    line.actor,
    line.role,
    line.objectType,
    line.objectId,
    sortedJson(line.details),
    ...(line.traceId === null ? [] : [line.traceId]),
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Event that says that waiting lines were changed, removed or added before they were sealed. */
export const waitingChanged = 'WAITING_LINES_CHANGED';

const modulus = 1n << 256n;

/**
 * The sum of hashes modulo 2^256: a hash of a set that knows no order (Clarke and others 2003, MSet-Add-Hash).
 * Shows that a waiting line was changed, removed or added.
 */
export const addHash = (sum: string, hash: string): string =>
  ((BigInt(`0x${sum}`) + BigInt(`0x${hash}`)) % modulus).toString(16);
