// `wijkbeeld keys`: keys of API clients, made, listed and revoked by the operator.
import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey } from '../access/keys.ts';
import { codesOf } from '../codes/code-list.ts';
import {
  type AccessScope,
  accessScopes,
  type Profession,
  professions,
  type Role,
  roles,
} from '../codes/people.ts';
import type { CliIo } from './io.ts';
import { asGemeente, asUuid } from './words.ts';

interface KeyWords {
  readonly gemeente: string;
  readonly label: string;
  readonly role: Role;
  readonly organisation?: string;
  readonly profession?: Profession;
  readonly scopes: AccessScope[];
  readonly expires?: string;
}

const yearMs = 365 * 86_400_000;

/** Adds the commands about keys to the program. */
export function registerKeys(program: Command, io: CliIo): void {
  const keys = program.command('keys').description('keys of API clients');
  keys
    .command('create')
    .description('make a key and show it, once')
    .requiredOption('--gemeente <code>', 'gemeente in which it works, such as GM0518', asGemeente)
    .requiredOption('--label <text>', 'which system uses it; never a person')
    .addOption(
      new Option('--role <role>', 'role in which it acts')
        .choices(codesOf(roles))
        .makeOptionMandatory(),
    )
    .option('--organisation <key>', 'organisation it acts for; an OBSERVER has one')
    .addOption(
      new Option('--profession <code>', 'profession of its notes; an OBSERVER has one').choices(
        codesOf(professions),
      ),
    )
    .addOption(
      new Option('--scopes <scopes...>', 'what it may be used for')
        .choices(codesOf(accessScopes))
        .makeOptionMandatory(),
    )
    .option('--expires <day>', 'day from which it works no more, YYYY-MM-DD (a year from now)')
    .action((words: KeyWords) => makeKey(io, words));
  keys
    .command('list')
    .description('list the keys of a gemeente, never the keys themselves')
    .requiredOption('--gemeente <code>', 'the gemeente', asGemeente)
    .action((words: { gemeente: string }) => listKeys(io, words.gemeente));
  keys
    .command('revoke')
    .description('stop a key at once')
    .argument('<id>', 'number of the key', asUuid)
    .action(async (id: string) => {
      const { db } = await io.database();
      io.out(`Revoked: ${describe(await revokeApiKey(db, null, id, new Date()), new Date())}`);
    });
}

async function makeKey(io: CliIo, words: KeyWords): Promise<void> {
  const { db } = await io.database();
  const now = new Date();
  const expiresOn = words.expires ?? new Date(now.getTime() + yearMs).toISOString().slice(0, 10);
  const { gemeente: gemeenteCode, label, role, organisation, profession, scopes } = words;
  const input = { gemeenteCode, label, role, organisation, profession, scopes, expiresOn };
  const { key, apiKey } = await createApiKey(db, null, { ...input, id: randomUUID() }, now);
  io.out([key, describe(apiKey, now), 'Keep the key now: it is not shown again.'].join('\n'));
}

async function listKeys(io: CliIo, gemeenteCode: string): Promise<void> {
  const { readDb } = await io.database();
  const lines: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await listApiKeys(readDb, gemeenteCode, { first: 500, after });
    lines.push(...page.keys.map((key) => describe(key, new Date())));
    after = page.keys.at(-1)?.id ?? null;
    if (!page.hasMore) break;
  }
  io.out(lines.length === 0 ? `${gemeenteCode} has no keys.` : lines.join('\n'));
}

function describe(key: ApiKey, now: Date): string {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const state = key.revokedAt
    ? `revoked ${day(key.revokedAt)}`
    : `${key.expiresAt <= now ? 'expired' : 'until'} ${day(key.expiresAt)}`;
  const holder = [key.role, key.organisationKey, key.profession].filter(Boolean).join(' ');
  const used = key.lastUsedOn ? `last used ${key.lastUsedOn}` : 'never used';
  return `${key.id}  ${key.prefix}…  ${state}, ${used}  ${holder}  ${key.scopes.join(',')}  ${key.label}`;
}
