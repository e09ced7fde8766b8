// Chance and time for the invented towns, fixed: the same words always give the same number and the same id, so
// that seeding twice, or on another machine, gives the same town.
import { createHash } from 'node:crypto';

const hexOf = (words: string) => createHash('sha256').update(`waterrijk\n${words}`).digest('hex');

/** A number from 0 up to but not including 1 that belongs to these words: FNV-1a with the last mixing of MurmurHash3. */
export function fractionOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A whole number from `low` to `high`, both included, that belongs to these words. */
export const wholeOf = (words: string, low: number, high: number): number =>
  low + Math.floor(fractionOf(words) * (high - low + 1));

/** A uuid (version 8) that belongs to these words. */
export function uuidOf(words: string): string {
  const hex = hexOf(words);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Opaque label of one contribution in the audit log. */
export const pseudonymFor = (words: string): string => hexOf(`pseudonym ${words}`).slice(0, 16);

const hour = 3_600_000;
export const day = 24 * hour;

/** First day of the month of an instant: every date of the town is counted back from it. */
export const anchorOf = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));

/** An instant in working hours of the month that lies `months` whole months before the anchor's last one. */
export function instantIn(anchor: Date, months: number, words: string): Date {
  const first = Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth() - 1 - months, 1);
  const date = wholeOf(`date ${words}`, 1, 22);
  const minutes = wholeOf(`minutes ${words}`, 8 * 60, 16 * 60);
  return new Date(first + (date - 1) * day + minutes * 60_000);
}

/** The calendar day some days from the anchor; negative: before it. */
export const dayFrom = (anchor: Date, days: number): string =>
  new Date(anchor.getTime() + days * day).toISOString().slice(0, 10);
