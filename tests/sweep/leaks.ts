// What no answer may hold for one reader: the words, people, organisations and pseudonyms that PostgreSQL does not give
// them. The oracle is the database's own wall (access/policy.ts), not the resolvers under test.
import { sql } from 'drizzle-orm';
import { schema } from '../../schema/index.ts';
import type { Actor } from '../../server/access/actor.ts';
import type { Database } from '../../server/db/client.ts';

export interface Secrets {
  /** Everything that is secret to somebody. */
  readonly all: ReadonlySet<string>;
  /** What of it this reader may see. */
  readonly allowed: ReadonlySet<string>;
}

const words = `select observation_text as s from note_texts
  union select interpretation_text from note_texts
  union select observation_text from note_revisions union select interpretation_text from note_revisions`;
/** Own parts: names that stand for a person or an organisation. */
const names = `select person_id::text as s from authors union select pseudonym from authors
  union select organisation_key from field_notes union select organisation_key from note_confirmations`;
const reactions = `select body as s from reactions where status <> 'PUBLISHED'`;
const feedback = `select u.feedback as s from note_feedback f join follow_ups u on u.id = f.follow_up_id`;

async function strings(db: Pick<Database['db'], 'execute'>, query: string): Promise<string[]> {
  const result = await db.execute(sql.raw(query));
  return (result.rows as { s: string | null }[]).flatMap(({ s }) => s ?? []);
}

/** All secrets of the database; the same for every reader. */
export async function allSecrets(database: Database): Promise<ReadonlySet<string>> {
  const everything = [words, names, reactions, feedback];
  return new Set((await Promise.all(everything.map((q) => strings(database.db, q)))).flat());
}

/** The reader's share: what the database itself gives, and the excerpts that everyone may read. */
export async function secretsFor(
  database: Database,
  all: ReadonlySet<string>,
  actor: Actor | null,
): Promise<Secrets> {
  const db = database.as(actor);
  const excerpts = `select excerpt as s from field_notes where publication_level = 'PUBLIC'`;
  const own = await Promise.all([
    strings(db, words),
    strings(db, excerpts),
    strings(db, reactions),
    strings(db, feedback),
  ]);
  const mine = actor ? [actor.personId, actor.organisationKey ?? ''] : [];
  return { all, allowed: new Set([...own.flat(), ...mine]) };
}

const argumentNames = new Set(
  Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ args }) =>
    args.map(({ name }) => name),
  ),
);
const isArgument = (text: string) => argumentNames.has(text);

/** The path of the first value that this reader may not see; undefined when there is none. */
export function findLeak(answer: unknown, { all, allowed }: Secrets): string | undefined {
  const isLeak = (text: string) => all.has(text) && !allowed.has(text);
  const walk = (value: unknown, path: string): string | undefined => {
    if (typeof value === 'string') {
      // Which argument was wrong: a word of the schema, which may also be the key of an organisation (gemeente).
      if (/\.extensions\..*field$/.test(path) && isArgument(value)) return undefined;
      const parts = [value, ...value.split('\n\n'), ...decoded(value)];
      return parts.some(isLeak) ? path : undefined;
    }
    if (value === null || typeof value !== 'object') return undefined;
    for (const [key, inner] of Object.entries(value)) {
      const found = walk(inner, `${path}.${key.replace(/^a\d+_/, '')}`);
      if (found) return found;
    }
    return undefined;
  };
  return walk(answer, '');
}

/** What stands in a cursor or an opaque id. */
function decoded(value: string): string[] {
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(value)) return [];
  const text = Buffer.from(value, 'base64').toString();
  try {
    return Object.values(JSON.parse(text) as object).map(String);
  } catch {
    return [text];
  }
}
