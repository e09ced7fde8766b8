// Records the places of a division year and the links between spans. What joins what is decided in spans.ts.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { arrayParam, type Db, type ReadDb, rowsOf } from '../db/client.ts';
import { insertPacked } from '../db/packed-rows.ts';
import { throwCause } from '../db/settle.ts';
import { divisions, placeAliases, placeLinks, places } from '../db/tables.ts';
import { aliases } from './aliases.ts';
import { gemeenteOf } from './codes.ts';
import { type PackedPlaces, packPlaces } from './packed-places.ts';
import {
  type DivisionDecision,
  type DivisionRow,
  decideDivision,
  derivedColumns,
  type MovedKey,
  type NewLink,
  type WorkingSpan,
} from './spans.ts';

/** What recording would do, or did. */
export interface DivisionOutcome {
  readonly added: number;
  readonly changed: number;
  readonly links: number;
  readonly warnings: readonly string[];
}

/**
 * Joins the rows of a division year to the known spans. With `isPublished` the year counts as a division at once;
 * without it the edition that brought it announces the year when it is published. Repeating it
 * changes nothing.
 */
export async function recordDivision(
  tx: Db,
  input: { year: number; rows: Iterable<DivisionRow>; isPublished: boolean },
): Promise<DivisionOutcome> {
  const outcome = { added: 0, changed: 0, links: 0, warnings: [] as string[] };
  const gemeenten: string[] = [];
  const failures: unknown[] = [];
  const fail = (error: unknown) => {
    failures.push(error);
  };
  let writing: Promise<unknown> = Promise.resolve();
  const decideAndWrite = async () => {
    for await (const { part, decision } of decideParts(tx, input)) {
      gemeenten.push(...part.gemeenten);
      // The next part is decided while the database stores this one.
      await writing;
      writing = writePart(tx, part, decision).then((links) => {
        outcome.links += links;
      });
      // It fails where it is awaited, however late that is.
      writing.catch(() => {});
      addTo(outcome, decision);
    }
  };
  await decideAndWrite().catch(fail);
  await writing.catch(fail);
  throwCause(failures);
  if (input.isPublished) await announceDivision(tx, input.year, gemeenten);
  return outcome;
}

/** What recording these rows would do, without doing it. */
export async function planDivision(
  tx: Db,
  input: { year: number; rows: Iterable<DivisionRow> },
): Promise<DivisionOutcome> {
  const outcome = { added: 0, changed: 0, links: 0, warnings: [] as string[] };
  const links: NewLink[] = [];
  for await (const { decision } of decideParts(tx, input)) {
    addTo(outcome, decision);
    links.push(...decision.links);
  }
  outcome.links = await countNewLinks(tx, links);
  return outcome;
}

/** Some thousand places at a time, so that the memory of a country stays small. */
const PART = 5000;

interface Part {
  readonly rows: readonly DivisionRow[];
  readonly gemeenten: readonly string[];
}

/** Gemeenten decide about their own places only: the places of each are in one part. */
function* partsOf(places: PackedPlaces): Generator<Part, undefined> {
  let part = { rows: [] as DivisionRow[], gemeenten: [] as string[] };
  for (const rows of places.byGemeente()) {
    if (part.rows.length >= PART) {
      yield part;
      part = { rows: [], gemeenten: [] };
    }
    part.rows.push(...rows);
    part.gemeenten.push(gemeenteOf(rows[0]?.code ?? ''));
  }
  if (part.rows.length > 0) yield part;
}

/** What is known of a part is asked for before the part ahead of it is decided, and so before that one is written. */
async function* decideParts(
  tx: Db,
  { year, rows }: { year: number; rows: Iterable<DivisionRow> },
): AsyncGenerator<{ part: Part; decision: DivisionDecision }> {
  const parts = partsOf(packPlaces(rows));
  const next = () => parts.next().value;
  const load = (part: Part | undefined) => {
    const loading = part ? loadSpans(tx, part.gemeenten) : Promise.resolve([]);
    loading.catch(() => {});
    return loading;
  };
  let part = next();
  let loading = load(part);
  while (part) {
    const [existing, following] = [await loading, next()];
    loading = load(following);
    yield { part, decision: decideDivision(existing, year, part.rows) };
    part = following;
  }
}

function addTo(
  outcome: { added: number; changed: number; warnings: string[] },
  { inserted, updated, warnings }: DivisionDecision,
): void {
  outcome.added += inserted.length;
  outcome.changed += updated.length;
  outcome.warnings.push(...warnings);
}

/** Answers how many links are new. */
async function writePart(tx: Db, { rows }: Part, decision: DivisionDecision): Promise<number> {
  await writeSpans(tx, decision);
  const links = await writeLinks(tx, decision);
  const codes = new Set(rows.map((row) => row.code));
  const known = aliases.filter(([, code]) => codes.has(code));
  if (known.length > 0) {
    const values = known.map(([alias, code]) => ({ alias, code }));
    await tx.insert(placeAliases).values(values).onConflictDoNothing();
  }
  return links;
}

async function countNewLinks(tx: Db, links: readonly NewLink[]): Promise<number> {
  if (links.length === 0) return 0;
  const known = await rowsOf<{ key: string }>(
    tx,
    sql`select concat_ws(' ', l.from_code, l.from_year, l.to_code, l.to_year) as key from place_links l
        where l.to_code in (select unnest(${arrayParam(links.map((link) => link.toCode))}))`,
  );
  const keys = new Set(known.map((row) => row.key));
  return links.filter(
    (link) => !keys.has([link.fromCode, link.fromYear, link.toCode, link.toYear].join(' ')),
  ).length;
}

/** From now on the year is a division of these gemeenten. */
export async function announceDivision(
  tx: Db,
  year: number,
  gemeenten: readonly string[],
): Promise<void> {
  if (gemeenten.length === 0) return;
  const values = gemeenten.map((gemeenteCode) => ({ gemeenteCode, year }));
  await insertPacked(tx, divisions, values, { leaveOutKnown: true });
}

/** The year is a division of these gemeenten no longer; spans and links stay, unseen. */
export async function withdrawDivision(
  tx: Db,
  year: number,
  gemeenten: readonly string[],
): Promise<void> {
  await tx
    .delete(divisions)
    .where(and(eq(divisions.year, year), inArray(divisions.gemeenteCode, [...gemeenten])));
}

async function loadSpans(tx: Db, gemeenten: readonly string[]): Promise<WorkingSpan[]> {
  return tx
    .select({
      code: places.code,
      level: places.level,
      firstYear: places.firstYear,
      lastYear: places.lastYear,
      name: places.name,
      changeCode: places.changeCode,
      urbanity: places.urbanity,
    })
    .from(places)
    .where(inArray(places.gemeenteCode, gemeenten));
}

async function writeSpans(tx: Db, { inserted, updated }: DivisionDecision): Promise<void> {
  if (updated.length > 0) {
    await tx.execute(sql`
      update places set first_year = u.first_year, last_year = u.last_year, name = u.name,
        sort_name = u.sort_name, change_code = u.change_code, urbanity = u.urbanity
      from (select * from unnest(
        ${arrayParam(updated.map((u) => u.span.code))},
        ${arrayParam(
          updated.map((u) => u.storedFirstYear),
          'integer',
        )},
        ${arrayParam(
          updated.map((u) => u.span.firstYear),
          'integer',
        )},
        ${arrayParam(
          updated.map((u) => u.span.lastYear),
          'integer',
        )},
        ${arrayParam(updated.map((u) => u.span.name))},
        ${arrayParam(updated.map((u) => derivedColumns(u.span).sortName))},
        ${arrayParam(
          updated.map((u) => u.span.changeCode),
          'integer',
        )},
        ${arrayParam(
          updated.map((u) => u.span.urbanity),
          'integer',
        )}
      ) as t(code, stored_year, first_year, last_year, name, sort_name, change_code, urbanity)) u
      where places.code = u.code and places.first_year = u.stored_year`);
  }
  if (inserted.length > 0) await insertSpans(tx, inserted);
}

function insertSpans(tx: Db, spans: readonly WorkingSpan[]): Promise<void> {
  function* rows() {
    for (const span of spans) yield Object.assign(derivedColumns(span), span);
  }
  return insertPacked(tx, places, rows());
}

async function writeLinks(tx: Db, { moved, links }: DivisionDecision): Promise<number> {
  await moveLinkEnds(tx, 'from', moved);
  await moveLinkEnds(
    tx,
    'to',
    moved.filter((key) => !key.onlyOutgoing),
  );
  return insertLinks(tx, links);
}

async function moveLinkEnds(tx: Db, end: 'from' | 'to', keys: readonly MovedKey[]): Promise<void> {
  if (keys.length === 0) return;
  const column = (name: string) => sql.raw(`${end}_${name}`);
  await tx.execute(sql`
    update place_links set ${column('year')} = m.new_year
    from (select * from unnest(
      ${arrayParam(keys.map((k) => k.code))},
      ${arrayParam(
        keys.map((k) => k.oldFirstYear),
        'integer',
      )},
      ${arrayParam(
        keys.map((k) => k.newFirstYear),
        'integer',
      )}) as t(code, old_year, new_year)) m
    where place_links.${column('code')} = m.code and place_links.${column('year')} = m.old_year`);
}

/** Adds links; one that is known keeps its kind. Returns how many are new. */
async function insertLinks(tx: Db, links: readonly NewLink[]): Promise<number> {
  let added = 0;
  for (let at = 0; at < links.length; at += 2000) {
    const batch = links.slice(at, at + 2000);
    const rows = await tx
      .insert(placeLinks)
      .values(batch)
      .onConflictDoNothing()
      .returning({ code: placeLinks.toCode });
    added += rows.length;
  }
  return added;
}

/** Codes of a list that exist in a division year, staged ones included. */
export async function findKnownCodes(
  tx: Db,
  year: number,
  codes: readonly string[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ code: string }>(
    tx,
    sql`select p.code from places p join unnest(${arrayParam(codes)}) as c(code) on c.code = p.code
        where ${year}::int between p.first_year and p.last_year
        union select s.code from edition_divisions d
          join editions e on e.id = d.edition_id and e.status = 'STAGED' and e.division_year = ${year}::int
          cross join unnest(d.codes) as s(code)
          join unnest(${arrayParam(codes)}) as c(code) on c.code = s.code`,
  );
  return new Set(rows.map((row) => row.code));
}

/** Division years of the gemeenten that codes lie in, staged ones included, ascending. */
export async function findKnownYears(tx: ReadDb, codes: readonly string[]): Promise<number[]> {
  const gemeenten = [...new Set(codes.map(gemeenteOf))];
  const rows = await rowsOf<{ year: number }>(
    tx,
    sql`select d.year from divisions d where d.gemeente_code in (select unnest(${arrayParam(gemeenten)}))
        union select distinct e.division_year from edition_divisions d
          join editions e on e.id = d.edition_id and e.status = 'STAGED'
          where d.gemeente_code in (select unnest(${arrayParam(gemeenten)})) order by year`,
  );
  return rows.map((row) => row.year);
}
