// `wijkbeeld members`: who has which role, kept by the operator. By issuer and subject, never by name.
import { type Command, Option } from 'commander';
import { addMember, endMember, listMembers, type Member } from '../access/members.ts';
import { codesOf } from '../codes/code-list.ts';
import { type Profession, professions, type Role, roles } from '../codes/people.ts';
import type { CliIo } from './io.ts';
import { asGemeente, asUuid } from './words.ts';

interface MemberWords {
  readonly gemeente: string;
  readonly issuer: string;
  readonly subject: string;
  readonly role: Role;
  readonly organisation?: string;
  readonly profession?: Profession;
}

/** Adds the commands about members to the program. */
export function registerMembers(program: Command, io: CliIo): void {
  const members = program.command('members').description('who has which role in a gemeente');
  members
    .command('add')
    .description('give a person a role; the same again changes nothing')
    .requiredOption('--gemeente <code>', 'the gemeente, such as GM0518', asGemeente)
    .requiredOption('--issuer <address>', 'address of the login service, as in OIDC_ISSUER')
    .requiredOption('--subject <sub>', "the login service's own name (sub) for the person")
    .addOption(
      new Option('--role <role>', 'the role').choices(codesOf(roles)).makeOptionMandatory(),
    )
    .option('--organisation <key>', 'organisation, such as wijkteam-noord; an OBSERVER has one')
    .addOption(
      new Option('--profession <code>', 'profession; an OBSERVER has one').choices(
        codesOf(professions),
      ),
    )
    .action(async ({ gemeente: gemeenteCode, ...words }: MemberWords) => {
      const { db } = await io.database();
      const member = await addMember(db, null, { ...words, gemeenteCode }, new Date());
      io.out(`Member: ${describe(member)}`);
    });
  members
    .command('list')
    .description('list the members of a gemeente')
    .requiredOption('--gemeente <code>', 'the gemeente', asGemeente)
    .option('--ended', 'also those that ended')
    .action((words: { gemeente: string; ended?: true }) => list(io, words));
  members
    .command('end')
    .description('end a membership at once, with its sessions')
    .argument('<id>', 'number of the membership', asUuid)
    .action(async (id: string) => {
      const { db } = await io.database();
      io.out(`Ended: ${describe(await endMember(db, null, id, new Date()))}`);
    });
}

async function list(io: CliIo, words: { gemeente: string; ended?: true }): Promise<void> {
  const { readDb } = await io.database();
  const lines: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = { first: 500, after };
    const ended = words.ended ?? false;
    const found = await listMembers(readDb, words.gemeente, page, ended, new Date());
    lines.push(...found.members.map(describe));
    after = found.members.at(-1)?.id ?? null;
    if (!found.hasMore) break;
  }
  io.out(lines.length === 0 ? `${words.gemeente} has no members.` : lines.join('\n'));
}

function describe(member: Member): string {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const ended = member.validTo ? `, ended ${day(member.validTo)}` : '';
  const holder = [member.role, member.organisationKey, member.profession].filter(Boolean).join(' ');
  return `${member.id}  since ${day(member.validFrom)}${ended}  ${holder}  ${member.issuer} ${member.subject} (${member.source})`;
}
