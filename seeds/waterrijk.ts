// Creates the invented towns Waterrijk and Duinrand, once and as a whole: one transaction, on an empty database.
// Dates count back from the first day of the month in which that happens; everything else is always the same.
import { sql } from 'drizzle-orm';
import { personIdOf } from '../server/access/demo.ts';
import { appendAudit } from '../server/audit.ts';
import { arrayParam, type Database, type Db, rowsOf } from '../server/db/client.ts';
import {
  memberships,
  organisations as organisationsTable,
  people,
  placeNeighbours,
  placeShapes,
} from '../server/db/tables.ts';
import { conflict } from '../server/errors.ts';
import { recordSource } from '../server/indicators.ts';
import { findNeighbours, readShapes } from '../server/monitors/geometry.ts';
import { publishEdition } from '../server/monitors/publishing.ts';
import { stageEdition } from '../server/monitors/staging.ts';
import { recordDivision } from '../server/places/division.ts';
import { recordAnswers } from './answers.ts';
import { bordersOf } from './borders.ts';
import { recordContacts } from './contacts.ts';
import { anchorOf, day, uuidOf } from './dice.ts';
import { borderSource, inventedEditions, sourceKeys } from './figures.ts';
import { recordHandling } from './follow-ups.ts';
import { recordNotes } from './notes.ts';
import { demoPersons, organisations, tokenOf } from './organisations.ts';
import { divisionRows, divisionYears, townCodes, waterrijk } from './places.ts';

export interface SeedOutcome {
  /** False when the towns were there already; then nothing was changed. */
  readonly created: boolean;
  /** First day of the month in which they were created, YYYY-MM-DD: dates count back from it. */
  readonly anchor: string;
  readonly places: number;
  /** Figures of any state, over all editions. */
  readonly figures: number;
  readonly notes: number;
  readonly organisations: number;
  readonly people: number;
  readonly followUps: number;
}

/** Creates the towns unless they are there; refuses a database that holds anything else. */
export async function seedWaterrijk(database: Database, now: Date): Promise<SeedOutcome> {
  return database.db.transaction(async (tx) => {
    // Two processes that start on one database must not both find it empty.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wijkbeeld seeds'))`);
    const known = await findAnchor(tx);
    if (known !== undefined) return { created: false, anchor: known, ...(await countTowns(tx)) };
    await refuseRealData(tx);
    const anchor = anchorOf(now);
    await recordPlaces(tx);
    await recordBorders(tx);
    await recordPeople(tx, anchor);
    await recordContacts(tx, anchor);
    await recordFigures(tx, anchor);
    await recordNotes(tx, anchor);
    await recordHandling(tx, anchor);
    await recordAnswers(tx, anchor);
    const counts = await countTowns(tx);
    const day = anchor.toISOString().slice(0, 10);
    await appendAudit(
      tx,
      {
        gemeenteCode: waterrijk,
        event: 'TOWN_SEEDED',
        actor: 'system',
        role: 'SYSTEM',
        objectType: 'gemeente',
        objectId: waterrijk,
        details: { anchor: day, ...counts },
      },
      now,
    );
    return { created: true, anchor: day, ...counts };
  });
}

/** The anchor of the towns in this database; undefined when they were not created. */
async function findAnchor(tx: Db): Promise<string | undefined> {
  const [row] = await rowsOf<{ anchor: string }>(
    tx,
    sql`select details->>'anchor' as anchor from audit_lines
        where gemeente_code = ${waterrijk} and event = 'TOWN_SEEDED' limit 1`,
  );
  return row?.anchor;
}

/** Invented notes beside real ones would be believed: any other place, note or edition stops the seeding. */
async function refuseRealData(tx: Db): Promise<void> {
  const [found] = await rowsOf<{
    place: string | null;
    note: string | null;
    source: string | null;
  }>(
    tx,
    sql`select
        (select min(code) from places where level <> 'COUNTRY') as place,
        (select min(place_code) from field_notes) as note,
        (select min(source_key) from editions where not source_key = any(${arrayParam(sourceKeys)})) as source`,
  );
  const { place, note, source } = found ?? {};
  const what = [
    place && `the place ${place}`,
    note && `field notes about ${note}`,
    source && `figures of ${source}`,
  ].filter((one) => typeof one === 'string');
  if (what.length === 0) return;
  throw conflict(
    `The invented town Waterrijk is for an empty database only; this one holds ${what.join(', ')}. ` +
      'Nothing was changed. Choose another database (DATABASE_URL) or data folder (WIJKBEELD_DATA).',
  );
}

async function recordPlaces(tx: Db): Promise<void> {
  for (const year of divisionYears) {
    await recordDivision(tx, { year, rows: divisionRows(year), isPublished: true });
  }
}

async function recordBorders(tx: Db): Promise<void> {
  await recordSource(tx, borderSource);
  for (const year of divisionYears) {
    const features = bordersOf(year).map(({ code, geometry }) => ({
      type: 'Feature',
      properties: { code },
      geometry,
    }));
    const { shapes } = readShapes('waterrijk', { type: 'FeatureCollection', features });
    const gemeenteOf = (code: string) => `GM${code.slice(2, 6)}`;
    await tx.insert(placeShapes).values(
      shapes.map(({ code, geometry }) => ({
        gemeenteCode: gemeenteOf(code),
        code,
        year,
        geometry,
        sourceKey: borderSource.key,
      })),
    );
    const pairs = findNeighbours(shapes).flatMap(([one, other]) => [
      { code: one, neighbourCode: other },
      { code: other, neighbourCode: one },
    ]);
    await tx
      .insert(placeNeighbours)
      .values(pairs.map((pair) => ({ ...pair, gemeenteCode: gemeenteOf(pair.code), year })));
  }
}

/** Writers of the stories and the named demo persons: all of them persons behind demo tokens. */
async function recordPeople(tx: Db, anchor: Date): Promise<void> {
  const since = new Date(anchor.getTime() - 730 * day);
  await tx
    .insert(organisationsTable)
    .values(organisations.map(({ gemeenteCode, key, name }) => ({ gemeenteCode, key, name })));
  const writers = organisations.flatMap(({ gemeenteCode, key, professions }) =>
    professions.map((profession) => {
      const writer = { gemeenteCode, organisationKey: key, profession };
      return { ...writer, role: 'OBSERVER' as const, token: tokenOf(writer) };
    }),
  );
  const all = new Map([...writers, ...demoPersons].map((one) => [one.token, one]));
  const members = [...all.values()].map((one) => ({
    ...one,
    personId: personIdOf('demo', one.token),
  }));
  await tx.insert(people).values(
    members.map(({ personId }) => ({
      id: personId,
      issuer: 'demo',
      subject: personId,
      createdAt: since,
    })),
  );
  await tx.insert(memberships).values(
    members.map(({ gemeenteCode, personId, organisationKey, role, profession, token }) => ({
      gemeenteCode,
      id: uuidOf(`membership ${token}`),
      personId,
      organisationKey,
      role,
      profession,
      validFrom: since,
    })),
  );
}

/** Publishes the editions on their own days, or just before the anchor when that is earlier. */
async function recordFigures(tx: Db, anchor: Date): Promise<void> {
  const editions = inventedEditions();
  for (const [at, { edition, publishedOn }] of editions.entries()) {
    const latest = anchor.getTime() - (editions.length - at) * day;
    const now = new Date(Math.min(Date.parse(`${publishedOn}T08:30:00Z`), latest));
    const { editionId } = await stageEdition(tx, edition, { now });
    await publishEdition(tx, editionId, now);
  }
}

async function countTowns(tx: Db) {
  const towns = arrayParam(townCodes);
  const [row] = await rowsOf<Omit<SeedOutcome, 'created' | 'anchor'>>(
    tx,
    sql`select
        (select count(*)::int from places where gemeente_code = any(${towns})) as places,
        (select coalesce(sum(length(states)), 0)::int from figure_rows
          where gemeente_code = any(${towns})) as figures,
        (select count(*)::int from field_notes where gemeente_code = any(${towns})) as notes,
        (select count(*)::int from organisations where gemeente_code = any(${towns})) as organisations,
        (select count(distinct person_id)::int from memberships
          where gemeente_code = any(${towns})) as people,
        (select count(*)::int from follow_ups where gemeente_code = any(${towns})) as "followUps"`,
  );
  if (!row) throw new Error('The towns could not be counted.');
  return row;
}
