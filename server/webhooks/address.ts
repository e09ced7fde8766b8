// Where messages may go (OWASP, server-side request forgery): never to a machine of our own network. The name is
// looked up when the connection is made, and what it stands for then is what is judged.
import { type LookupAddress, lookup as lookupName } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { badInput, type DomainError } from '../errors.ts';

export interface AddressRules {
  /** Demo and development: plain http to this machine itself, for trying out. */
  readonly allowsLoopback: boolean;
}

const longest = 500;

const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, bits, 'ipv4');
// Of IPv6 only what is given out as public (2000::/3), without what stands for an IPv4 address in another form.
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, bits, 'ipv6');

const isLoopback = (address: string) => /^(127\.\d+\.\d+\.\d+|::1)$/.test(address);

/** Whether a message may go to this IP address. */
export function mayReach(address: string, { allowsLoopback }: AddressRules): boolean {
  if (isLoopback(address)) return allowsLoopback;
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** The host of an address as a socket knows it: without brackets. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Why messages may not go to this address; undefined when they may, as far as its words tell. */
export function refusalOfAddress(text: string, rules: AddressRules): DomainError | undefined {
  const refuse = (message: string) => badInput([{ field: 'input.url', message }]);
  if (text.length > longest) return refuse(`url has ${text.length} signs; at most ${longest}.`);
  if (!URL.canParse(text)) return refuse('url is not an address; give one like https://host/path.');
  const url = new URL(text);
  const host = hostOf(url);
  const isHere = host === 'localhost' || isLoopback(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere && rules.allowsLoopback))
    return refuse('url must begin with https://.');
  if (url.username || url.password) return refuse('url holds a name or password; leave it out.');
  if (url.hash) return refuse('url holds a part after #; leave it out.');
  if (isIP(host) ? !mayReach(host, rules) : isHere ? !rules.allowsLoopback : isOwnName(host))
    return refuse('url points into a private network; give an address that is public.');
  return undefined;
}

/** Names that stand for machines of an own network. */
const isOwnName = (host: string) =>
  !host.includes('.') || /\.(local|internal|localhost|lan|home\.arpa)\.?$/.test(host);

/** The lookup of a connection: as the system does it, but only what may be reached comes out. */
export function guardedLookup(rules: AddressRules): LookupFunction {
  return (host, options, done) => {
    lookupName(host, { ...options, all: true }, (error, found) => {
      const addresses = (found ?? []) as LookupAddress[];
      const [first] = addresses;
      if (error) return done(error, '');
      if (!first || addresses.some(({ address }) => !mayReach(address, rules)))
        return done(Object.assign(new Error('closed'), { code: 'PRIVATE_ADDRESS' }), '');
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
