// How a receiver knows that a message is ours: HMAC-SHA256 over the moment of sending and the body as it was sent.
import { createHmac } from 'node:crypto';
import { keyedHash } from '../audit.ts';
import type { Db } from '../db/client.ts';

/** Value of the header Wijkbeeld-Signature: `t=<seconds>,v1=<HMAC-SHA256 of "<t>.<body>", hexadecimal>`. */
export function signatureOf(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const hash = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${hash}`;
}

/** The secret of a webhook: made under the key of the gemeente, which never leaves the database; stored nowhere. */
export async function secretOf(db: Db, gemeenteCode: string, id: string): Promise<string> {
  return `whsec_${await keyedHash(db, gemeenteCode, `webhook ${id}`)}`;
}
