// How good the order is: nDCG@10 of search, of plain substring search and of PostgreSQL full text alone, on the same
// judged queries over the same entries in one run.
import { sql } from 'drizzle-orm';
import { seedWaterrijk } from '../../seeds/waterrijk.ts';
import { openDatabase, rowsOf } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { openEntries } from '../../server/search/build.ts';
import { loadCatalogue } from '../../server/search/catalogue.ts';
import type { Entry } from '../../server/search/entries.ts';
import { findIn } from '../../server/search/find.ts';
import { readStatements } from '../../server/search/statements.ts';
import { type Judgement, judgedQueries } from './judged.ts';
import { countryEntries } from './search.ts';

const bodyOf = ({ code, title, detail, names, codes, around, text }: Entry) =>
  [code, title, detail, ...(names ?? []), ...(codes ?? []), ...(around ?? []), text ?? ''].join(
    ' ',
  );

const gradeOf = (entry: Entry, judgements: readonly Judgement[]) => {
  const line = `${entry.id}|${entry.title}|${entry.detail}|${entry.text ?? ''}`;
  return judgements.find(([pattern]) => pattern.test(line))?.[1] ?? 0;
};

const gain = (grades: readonly number[]) =>
  grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

type Engine = (query: string) => Promise<readonly Entry[]>;

/** Lines of the report; `url` is an empty PostgreSQL database. */
export async function benchRelevance(url: string): Promise<string[]> {
  const database = await openDatabase({ url, folder: '' });
  try {
    await migrateDatabase(database.pool);
    const now = new Date();
    await seedWaterrijk(database, now);
    const db = database.readAs(null);
    const town = await loadCatalogue(db);
    const country = countryEntries().filter(
      ({ kind, code }) => kind === 'PLACE' && !code.includes('9001'),
    );
    const entries = [...country, ...town, ...(await readStatements(db, 'GM9001', now))];
    await database.pool.query(
      `create table bench_entries (at int primary key, title text, body text, words tsvector)`,
    );
    await database.pool.query(
      `insert into bench_entries select at, title, body, to_tsvector('dutch', body)
        from unnest($1::int[], $2::text[], $3::text[]) e(at, title, body)`,
      [entries.map((_, at) => at), entries.map(({ title }) => title), entries.map(bodyOf)],
    );
    const owner = database.readDb;
    const inDatabase = (order: (query: string) => ReturnType<typeof sql>): Engine => {
      return async (query) => {
        const rows = await rowsOf<{ at: number }>(owner, order(query));
        return rows.flatMap(({ at }) => entries[at] ?? []);
      };
    };
    const opened = openEntries(entries);
    const engines: Record<string, Engine> = {
      search: async (query) => findIn(opened, query, { most: 10 }).map(({ entry }) => entry),
      'plain substring': inDatabase(
        (query) => sql`select at from bench_entries
          where position(lower(${query}) in lower(body)) > 0
          order by position(lower(${query}) in lower(title)) = 0, length(title), title, at limit 10`,
      ),
      'PostgreSQL full text': inDatabase(
        (query) => sql`select at from bench_entries, plainto_tsquery('dutch', ${query}) q
          where words @@ q order by ts_rank(words, q, 1) desc, at limit 10`,
      ),
    };
    const totals = new Map(Object.keys(engines).map((name) => [name, [] as number[]]));
    const weak: string[] = [];
    for (const [query, ...judgements] of judgedQueries) {
      const ideal = gain(
        entries.map((entry) => gradeOf(entry, judgements)).sort((one, other) => other - one),
      );
      if (ideal === 0) throw new Error(`Nothing in the town or the country answers “${query}”.`);
      for (const [name, engine] of Object.entries(engines)) {
        const found = await engine(query);
        const value = gain(found.map((entry) => gradeOf(entry, judgements))) / ideal;
        totals.get(name)?.push(value);
        if (name === 'search' && value < 0.7) {
          weak.push(
            `  ${value.toFixed(2)} ${query}: ${found
              .slice(0, 3)
              .map(({ title }) => title)
              .join(' · ')}`,
          );
        }
      }
    }
    const mean = (values: readonly number[]) =>
      values.reduce((sum, one) => sum + one, 0) / values.length;
    return [
      `${judgedQueries.length} judged queries over ${entries.length.toLocaleString('en')} entries, nDCG@10`,
      ...[...totals].map(
        ([name, values]) =>
          `${name.padEnd(22)} ${mean(values).toFixed(3)}   nothing useful found for ${values.filter((one) => one === 0).length}`,
      ),
      ...(weak.length > 0 ? ['weakest answers of search:', ...weak] : []),
    ];
  } finally {
    await database.close();
  }
}
