// Who is charged: a signed-in person, else the network that the request came from. Only a keyed hash of it is kept,
// and no longer than the window of the budget.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that counts as one client: an IPv4 address, or the /64 of an IPv6 one, because a single connection
 * gets at least that many addresses. What is no address is one client together.
 */
export function networkOf(address: string | undefined): string {
  if (!address) return 'none';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (isIPv4(address)) return address;
  const plain = address.split('%')[0] ?? '';
  if (!isIPv6(plain)) return 'none';
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * A function that hashes clients with a key that is not in the database. Processes that share a database address
 * have the same key, made from it; without one the key is random and lives as long as the process.
 */
export function clientHash(databaseUrl: string | undefined): (client: string) => string {
  const key = databaseUrl
    ? Buffer.from(hkdfSync('sha256', databaseUrl, '', 'wijkbeeld rates', 32))
    : randomBytes(32);
  return (client) => createHmac('sha256', key).update(client).digest('base64url').slice(0, 22);
}
