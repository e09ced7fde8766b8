// The second wall: PostgreSQL itself enforces the policy table (access/policy.ts) under the role `wijkbeeld_app`,
// which owns nothing and bypasses nothing. Written anew when the table changed, under the lock of migrations.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import {
  type Act,
  acting,
  isAuthor,
  openTables,
  policy,
  type Rule,
  type TableRules,
} from '../access/policy.ts';
import { type Decision, decisions } from '../privacy/decisions.ts';
import { foundNotes } from '../search/found-notes.ts';

/** The role under which every statement of the API runs. */
export const appRole = 'wijkbeeld_app';

const commands: Readonly<Record<Act, string>> = {
  read: 'select',
  add: 'insert',
  change: 'update',
  remove: 'delete',
};
const acts = Object.keys(commands) as Act[];

/** All statements that put the policy table into the database; the same table gives the same text. */
function policyStatements(): string[] {
  return [
    `grant usage on schema public to ${appRole}`,
    `grant usage on all sequences in schema public to ${appRole}`,
    `revoke all on all tables in schema public from ${appRole}`,
    `grant select on ${openTables.join(', ')} to ${appRole}`,
    ...Object.entries(policy).flatMap(([table, rules]) => tableStatements(table, rules)),
    ...[...decisions, foundNotes(mayReadTexts())].map(decisionStatement),
  ];
}

/** The condition of the policy on reading texts of notes: search has it in its own statement. */
const mayReadTexts = () => conditionOf('note_texts', policy.note_texts ?? { rules: [] }, 'read');

/** With the rights of the owner; the path is fixed, so that nobody's tables stand in for ours. */
const decisionStatement = ({ name, takes, answers, body }: Decision) =>
  `create or replace function ${name}(${takes}) returns ${answers} language sql stable security definer
    set search_path = public, pg_temp as $$ ${body} $$`;

function tableStatements(table: string, rules: TableRules): string[] {
  return [
    `alter table ${table} enable row level security`,
    `grant select, insert, update, delete on ${table} to ${appRole}`,
    ...acts.flatMap((act) => {
      const name = `wijkbeeld_${act}`;
      const condition = conditionOf(table, rules, act);
      const clauses = {
        read: `using (${condition})`,
        add: `with check (${condition})`,
        change: `using (${condition}) with check (${conditionOf(table, rules, act, 'after')})`,
        remove: `using (${condition})`,
      };
      return [
        `drop policy if exists ${name} on ${table}`,
        `create policy ${name} on ${table} for ${commands[act]} to ${appRole} ${clauses[act]}`,
      ];
    }),
  ];
}

/** Any of the rules for this act; what upkeep, sign-in and imports do goes through the door SYSTEM. */
function conditionOf(
  table: string,
  { contribution, rules }: TableRules,
  act: Act,
  moment: 'rows' | 'after' = 'rows',
): string {
  const own = rules
    .filter((rule) => rule.may.includes(act))
    .map((rule) => (moment === 'after' && rule.after ? { ...rule, rows: rule.after } : rule));
  return [`${acting('door')} = 'SYSTEM'`, ...own.map((rule) => ruleSql(table, contribution, rule))]
    .map((part) => `(${part})`)
    .join(' or ');
}

function ruleSql(table: string, contribution: string | undefined, { who, rows }: Rule): string {
  const isHere = `${table}.gemeente_code = ${acting('gemeente')}`;
  const parts = rows ? [`(${rows})`] : [];
  if (who === 'EVERYONE' || who === 'OWN') return parts.length > 0 ? parts.join('') : 'true';
  if (who === 'MERGE' || who === 'SYSTEM') {
    return [`${acting('door')} = '${who}'`, ...parts].join(' and ');
  }
  if (who === 'MEMBER') return [isHere, ...parts].join(' and ');
  if (who === 'AUTHOR') {
    if (!contribution) throw new Error(`The policy of ${table} names no contribution.`);
    const isOwn = isAuthor(`${table}.${contribution}`, table, acting('gemeente'));
    return [isHere, ...parts, isOwn].join(' and ');
  }
  const roles = who.map((role) => `'${role}'`).join(', ');
  return [`${acting('role')} in (${roles})`, isHere, ...parts].join(' and ');
}

/** Stands in the database beside the policies, so that a process knows whether they are its own. */
export const policyVersion = createHash('sha256')
  .update(policyStatements().join(';\n'))
  .digest('hex')
  .slice(0, 16);

/** Makes the role and the policies; changes nothing when they are current. Call it under the lock of migrations. */
export async function applyPolicy(client: pg.PoolClient): Promise<void> {
  if ((await versionIn(client)) === policyVersion) return;
  await makeRole(client);
  await client.query('begin');
  try {
    for (const statement of policyStatements()) await client.query(statement);
    await client.query(
      `create or replace function wijkbeeld_policy() returns text language sql as $$ select '${policyVersion}' $$`,
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The version of the policies in the database; null when there are none. */
export async function versionIn(client: Pick<pg.PoolClient, 'query'>): Promise<string | null> {
  const { rows } = await client.query<{ known: boolean }>(
    `select to_regproc('wijkbeeld_policy') is not null as known`,
  );
  if (!rows[0]?.known) return null;
  const found = await client.query<{ version: string }>('select wijkbeeld_policy() as version');
  return found.rows[0]?.version ?? null;
}

async function makeRole(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query(`select from pg_roles where rolname = $1`, [appRole]);
  if (rows.length === 0) {
    try {
      await client.query(`create role ${appRole} nologin`);
    } catch (error) {
      // Another database of the same server made it meanwhile: roles belong to the server.
      const code = (error as { code?: string }).code;
      if (code === '42501') throw new Error(howToMakeRole);
      if (code !== '42710' && code !== '23505') throw error;
    }
  }
  const member = await client.query<{ may: boolean }>(
    `select pg_has_role(session_user, '${appRole}', 'member') as may`,
  );
  if (!member.rows[0]?.may) await client.query(`grant ${appRole} to session_user`);
}

const howToMakeRole =
  `The login of the database may not make roles. Let its administrator run: ` +
  `create role ${appRole} nologin; grant ${appRole} to <this login>;`;
