// Ids that are always the same for the same thing.
import { keyedHash } from '../audit.ts';
import type { Db } from '../db/client.ts';

/** A random-looking uuid (version 8) of the first 128 bits of a hash in hexadecimal. */
export function uuidOfHash(hex: string): string {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An id that only this database can work out: who guesses the text cannot check the guess. */
export async function keyedId(
  db: Db,
  gemeenteCode: string,
  purpose: 'import-observer' | 'import-note' | 'import-confirmation',
  text: string,
): Promise<string> {
  return uuidOfHash(await keyedHash(db, gemeenteCode, `${purpose}\n${text}`));
}
