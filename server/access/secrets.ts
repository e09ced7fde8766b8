// Random secrets of cookies and keys, and what is kept of them. They are random in 256 bits, so a plain hash
// gives nothing away and a slow one would only cost time.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** 256 random bits, fit for a cookie or a URL. */
export const randomSecret = () => randomBytes(32).toString('base64url');

/** What is stored instead of a secret: its SHA-256 in hexadecimal. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

const ivLength = 12;
const tagLength = 16;
const sealingKey = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'wijkbeeld sealed ID token', 32));

/** Encrypts a text (AES-256-GCM) so that only who holds the secret can read it. */
export function seal(text: string, secret: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Reads what `seal` wrote; throws when the secret is another. */
export function unseal(sealed: Buffer, secret: string): string {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    sealingKey(secret),
    sealed.subarray(0, ivLength),
  );
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const body = sealed.subarray(ivLength, -tagLength);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
