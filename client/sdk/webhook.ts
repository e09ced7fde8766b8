// For receivers of webhooks: whether a message is of this server, and of now.

const longestAgeSeconds = 300;

/**
 * Whether `body`, as it was received, byte for byte, carries the signature of this secret in its header
 * Wijkbeeld-Signature, not more than five minutes from `now`.
 */
export async function verifyWebhook(
  secret: string,
  signature: string,
  body: string,
  now: Date = new Date(),
): Promise<boolean> {
  const [, seconds, given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (!seconds || Math.abs(now.getTime() / 1000 - Number(seconds)) > longestAgeSeconds)
    return false;
  const bytes = new TextEncoder();
  const usage = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes.encode(secret), usage, false, ['verify']);
  const hash = Uint8Array.from(given.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  // `verify` takes the same time whatever differs.
  return crypto.subtle.verify('HMAC', key, hash, bytes.encode(`${seconds}.${body}`));
}
