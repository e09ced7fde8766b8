// Stages a parsed edition as a whole, in one transaction: nothing of it is visible until it is published.
import { and, eq, sql } from 'drizzle-orm';
import { appendAudit } from '../audit.ts';
import type { Db } from '../db/client.ts';
import { insertPacked } from '../db/packed-rows.ts';
import { settleAll } from '../db/settle.ts';
import { editionColumns, editions, places } from '../db/tables.ts';
import { type Indicator, loadIndicators, recordSource } from '../indicators.ts';
import { type DivisionOutcome, planDivision, recordDivision } from '../places/division.ts';
import { idleTurn, inTurns } from '../turns.ts';
import { computeBenchmarks } from './benchmarks.ts';
import { hashTable } from './content-hash.ts';
import { compareWithLive, type EditionDiff } from './diff.ts';
import { insertBenchmarks, insertFigureRows } from './figure-rows.ts';
import type { ReceivedFile } from './files.ts';
import { findJumps } from './jumps.ts';
import { keepParts, recordFile } from './kept-files.ts';
import { keepPlaces } from './kept-places.ts';
import { keepNewerState } from './newer-state.ts';
import { protectOwnCounts } from './own-counts.ts';
import { insertQuarantine } from './quarantine.ts';
import { stageIndicators, unitsElsewhere } from './staged-indicators.ts';
import { countStates } from './states.ts';
import { checkSums } from './sum-check.ts';
import type { ParsedEdition } from './table.ts';
import { separateUnknownPlaces } from './unknown-places.ts';
import { fitUseModels, insertUseModels } from './use-models.ts';

/** Kept with the edition and printed after an import. */
export interface EditionReport {
  readonly files: readonly { name: string; size: number; checksum: string }[];
  readonly linesRead: number;
  readonly places: number;
  readonly columns: number;
  /** Cells per state letter of packing.ts. */
  readonly states: Readonly<Record<string, number>>;
  readonly quarantined: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly diff: EditionDiff;
  /** Definitions that differ from the known ones; they change when the edition is published. */
  readonly changedIndicators: readonly {
    readonly key: string;
    readonly fields: readonly string[];
    readonly definition: Indicator;
  }[];
  /** What publishing does to the places; absent when it defines none. */
  readonly division?: { readonly added: number; readonly changed: number; readonly links: number };
  /** What was asked for, to do it again; absent for editions that were made without a file. */
  readonly request?: unknown;
  /** Publishing it also announces its division year. */
  readonly recordsDivision: boolean;
}

export interface StageOutcome {
  /** UNCHANGED: the same content was staged or published before, as this edition. */
  readonly outcome: 'STAGED' | 'UNCHANGED';
  readonly editionId: number;
  readonly status: 'STAGED' | 'LIVE' | 'SUPERSEDED' | 'ROLLED_BACK';
  readonly sourceKey: string;
  readonly tableId: string;
  readonly title: string;
  readonly scope: string;
  readonly divisionYear: number;
  readonly report: EditionReport;
}

/** NL00 when places of several gemeenten or the country are in it, else the one gemeente. */
export function scopeOf(rows: readonly { gemeenteCode: string }[]): string {
  const gemeenten = new Set(rows.map((row) => row.gemeenteCode));
  const [only] = gemeenten;
  return gemeenten.size === 1 && only ? only : 'NL00';
}

/**
 * Records source and new indicators, keeps the places for later, and inserts the edition with its figures, positions and quarantine. Content
 * that was staged before for the same table and scope is recognised and nothing is inserted.
 */
export async function stageEdition(
  tx: Db,
  parsed: ParsedEdition,
  options: {
    now: Date;
    onRows?: (done: number, total: number) => void;
    /** What was asked for, kept so that the import can be done again with corrections. */
    request?: unknown;
    /** It is published in the same transaction: its places are recorded on the way. */
    publish?: boolean;
  },
): Promise<StageOutcome> {
  // One import at a time, so that two of the same content cannot both be new.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wijkbeeld editions'))`);
  await recordSource(tx, parsed.source);
  const { table, division, divisionYear } = parsed;
  const input = division && { year: divisionYear, rows: division };
  let sums: readonly string[] | undefined;
  if (!division) {
    // Before the places that are not known are taken out: they are parts of a whole too.
    sums = await inTurns(checkSums(table));
    await separateUnknownPlaces(tx, parsed);
  }
  const changedIndicators = await stageIndicators(tx, parsed);
  // The file, and even its checksum, would tell the counts that are rounded here.
  const isProtected = await protectOwnCounts(tx, parsed);
  const files = isProtected ? [] : parsed.files;
  // So would a warning about the counts as they came.
  if (isProtected) sums = undefined;
  const scope = scopeOf(table.rows);
  const hashing = hashTable(
    table,
    divisionYear,
    parsed.importKind === 'places' ? division : undefined,
  );
  const identity = { sourceKey: parsed.source.key, tableId: parsed.tableId, scope };
  // Where there is none that it could be the same as, it is stored while its content is hashed.
  const hashed = (await hasEditions(tx, identity)) ? await inTurns(hashing) : undefined;
  const known = hashed === undefined ? undefined : await findByContent(tx, identity, hashed);
  if (known) {
    const { id: editionId, report, ...rest } = known;
    const places = input && (await planDivision(tx, input));
    // The content is known, but this file may hold other lines that could not be placed: they are not lost.
    await quarantineRows(tx, parsed, editionId, options.now);
    await keepNewerState(tx, editionId, parsed);
    const own = {
      files: files.map(({ name, size, checksum }) => ({ name, size, checksum })),
      linesRead: parsed.linesRead,
      quarantined: countReasons(parsed),
      warnings: [
        ...parsed.warnings,
        ...unitsElsewhere(changedIndicators),
        ...(sums ?? (await inTurns(checkSums(table)))),
        ...(places?.warnings ?? []),
      ].slice(0, 200),
      ...(places ? { division: tallyOf(places) } : {}),
    };
    const merged = { ...(report as EditionReport), ...own };
    return { outcome: 'UNCHANGED', editionId, ...rest, report: merged };
  }
  const kept: ReceivedFile[] = [];
  for (const file of files) if (await recordFile(tx, file, options.now)) kept.push(file);
  const editionId = await insertEdition(
    tx,
    { ...parsed, files },
    { scope, contentHash: hashed ?? PENDING, ...options },
  );
  const definitions = await loadIndicators(tx, [
    ...new Set(table.columns.map((c) => c.indicatorKey)),
  ]);
  const isModelled = (key: string) => definitions.get(key)?.provenance === 'MODELLED';
  const keepFiles = async () => {
    for (const file of kept) await keepParts(tx, file);
  };
  // Of the places as they were, too.
  const urbanity =
    scope === 'NL00' ? loadUrbanity(tx, parsed) : Promise.resolve(new Map<string, number>());
  const place = async () => {
    // Against the places as they were.
    const jumps = await findJumps(tx, parsed, scope);
    await urbanity;
    if (!input) return { jumps };
    const places = options.publish
      ? await recordDivision(tx, { ...input, isPublished: true })
      : await planDivision(tx, input);
    await keepPlaces(tx, editionId, input.rows);
    return { jumps, places };
  };
  const position = async () =>
    insertBenchmarks(tx, editionId, computeBenchmarks(table, scope, await urbanity));
  // What the database does not wait for is found out while it has enough to do.
  const findOut = async () => {
    const states = inTurns(countStates(table.rows), idleTurn);
    // It fails where it is awaited, however late that is.
    states.catch(() => {});
    const diff = await compareWithLive(tx, { ...identity, table, states });
    const models = fitUseModels(table, mayPredict(definitions));
    const differences = sums ?? (await inTurns(checkSums(table), idleTurn));
    const contentHash = hashed ?? (await inTurns(hashing, idleTurn));
    return { states: await states, diff, models, differences, contentHash };
  };
  const [{ jumps, places }, { states, diff, models, differences, contentHash }] = await settleAll([
    place(),
    findOut(),
    insertFigureRows(tx, editionId, table, isModelled, options.onRows),
    keepFiles(),
    position(),
    urbanity,
  ]);
  await insertUseModels(tx, editionId, models);
  await quarantineRows(tx, parsed, editionId, options.now);
  const report: EditionReport = {
    files: files.map(({ name, size, checksum }) => ({ name, size, checksum })),
    linesRead: parsed.linesRead,
    places: table.rows.length,
    columns: table.columns.length,
    states,
    quarantined: countReasons(parsed),
    warnings: [...parsed.warnings, ...differences, ...(places?.warnings ?? []), ...jumps].slice(
      0,
      200,
    ),
    diff,
    changedIndicators,
    ...(places ? { division: tallyOf(places) } : {}),
    ...(options.request === undefined ? {} : { request: options.request }),
    recordsDivision: division !== undefined,
  };
  await tx.update(editions).set({ report, contentHash }).where(eq(editions.id, editionId));
  await appendAudit(
    tx,
    {
      gemeenteCode: scope,
      event: 'EDITION_STAGED',
      actor: 'system',
      role: 'SYSTEM',
      objectType: 'edition',
      objectId: String(editionId),
      details: { ...identity, contentHash, places: table.rows.length },
    },
    options.now,
  );
  const { title } = parsed;
  return {
    outcome: 'STAGED',
    editionId,
    status: 'STAGED',
    ...identity,
    title,
    divisionYear,
    report,
  };
}

/** Never from a sensitive indicator (S7), nor from one that is itself modelled from demographics (14.5). */
const mayPredict = (definitions: ReadonlyMap<string, Indicator>) => (key: string) => {
  const definition = definitions.get(key);
  return definition !== undefined && !definition.sensitive && definition.provenance !== 'MODELLED';
};

/** Class of urbanity per wijk: as the edition itself says, else as the division year is known. */
async function loadUrbanity(tx: Db, parsed: ParsedEdition): Promise<Map<string, number>> {
  const given = new Map<string, number>();
  for (const { code, level, urbanity } of parsed.division ?? []) {
    if (level === 'WIJK' && urbanity) given.set(code, urbanity);
  }
  if (given.size > 0) return given;
  const known = await tx
    .select({ code: places.code, urbanity: places.urbanity })
    .from(places)
    .where(
      sql`${places.level} = 'WIJK' and ${places.urbanity} is not null
        and ${parsed.divisionYear} between ${places.firstYear} and ${places.lastYear}`,
    );
  return new Map(known.flatMap(({ code, urbanity }) => (urbanity ? [[code, urbanity]] : [])));
}

const tallyOf = ({ added, changed, links }: DivisionOutcome) => ({ added, changed, links });

const quarantineRows = (tx: Db, parsed: ParsedEdition, editionId: number, now: Date) =>
  insertQuarantine(tx, {
    editionId,
    importKind: parsed.importKind,
    fileName: parsed.files[0]?.name ?? '',
    rows: parsed.quarantined,
    now,
  });

/** Instead of a hash, until it has been worked out in the same transaction. */
const PENDING = '';

interface EditionIdentity {
  readonly sourceKey: string;
  readonly tableId: string;
  readonly scope: string;
}

const isOf = ({ sourceKey, tableId, scope }: EditionIdentity) =>
  and(eq(editions.sourceKey, sourceKey), eq(editions.tableId, tableId), eq(editions.scope, scope));

async function hasEditions(tx: Db, identity: EditionIdentity): Promise<boolean> {
  const found = await tx.select({ id: editions.id }).from(editions).where(isOf(identity)).limit(1);
  return found.length > 0;
}

async function findByContent(tx: Db, identity: EditionIdentity, contentHash: string) {
  const [row] = await tx
    .select({
      id: editions.id,
      status: editions.status,
      sourceKey: editions.sourceKey,
      tableId: editions.tableId,
      scope: editions.scope,
      title: editions.title,
      divisionYear: editions.divisionYear,
      report: editions.report,
    })
    .from(editions)
    .where(and(isOf(identity), eq(editions.contentHash, contentHash)));
  return row;
}

function countReasons({ quarantined }: ParsedEdition): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of quarantined) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

async function insertEdition(
  tx: Db,
  parsed: ParsedEdition,
  rest: { scope: string; contentHash: string; now: Date },
): Promise<number> {
  const [row] = await tx
    .insert(editions)
    .values({
      sourceKey: parsed.source.key,
      tableId: parsed.tableId,
      title: parsed.title,
      divisionYear: parsed.divisionYear,
      scope: rest.scope,
      status: 'STAGED',
      contentHash: rest.contentHash,
      fileChecksum: parsed.files[0]?.checksum ?? null,
      modifiedAt: parsed.modifiedAt,
      retrievedAt: rest.now,
    })
    .returning({ id: editions.id });
  if (!row) throw new Error('The edition was not inserted.');
  const columns = parsed.table.columns.map((column, at) => ({
    editionId: row.id,
    slot: at + 1,
    indicatorKey: column.indicatorKey,
    segment: column.segment,
    period: column.period,
    part: column.part ?? '',
    columnKey: column.columnKey,
    columnPath: column.columnPath,
    derivation: column.derivation,
  }));
  await insertPacked(tx, editionColumns, columns);
  return row.id;
}
