// What an edition would change against what is live of the same table: shown before publishing, kept in its report.
import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../db/client.ts';
import { type FigureTable, isKnown, letter, type TableColumn, type TableRow } from './table.ts';

export interface EditionDiff {
  /** Editions it was compared with; empty: nothing of this table is live. */
  readonly against: readonly number[];
  readonly newValues: number;
  readonly changedValues: number;
  readonly vanishedValues: number;
  readonly unchangedValues: number;
  /** No value before and now, but for another reason. */
  readonly changedStates: number;
  readonly newPlaces: readonly string[];
  readonly vanishedPlaces: readonly string[];
  readonly newColumns: readonly string[];
  readonly lostColumns: readonly string[];
}

const PAGE = 5000;
const LISTED = 50;

interface LiveColumn {
  edition_id: number;
  slot: number;
  meaning: string;
}

interface LiveRow {
  place_code: string;
  edition_id: number;
  values: (number | null)[];
  states: string;
}

const meaningOf = (c: TableColumn) =>
  [c.indicatorKey, c.segment, `${c.period}${c.part ?? ''}`].filter((one) => one !== '').join(' ');

/**
 * Compares place by place with the live edition that readers see now for that place; `states` are how many cells of the
 * edition have each state letter.
 */
export async function compareWithLive(
  tx: Db,
  edition: {
    sourceKey: string;
    tableId: string;
    scope: string;
    table: FigureTable;
    states: Promise<Readonly<Record<string, number>>>;
  },
): Promise<EditionDiff> {
  const { table } = edition;
  const columns = await rowsOf<LiveColumn>(
    tx,
    sql`select c.edition_id, c.slot, concat_ws(' ', c.indicator_key, nullif(c.segment, ''), c.period || c.part) as meaning
        from edition_columns c join editions e on e.id = c.edition_id
        where e.status = 'LIVE' and e.source_key = ${edition.sourceKey}
          and e.table_id = ${edition.tableId} order by c.edition_id, c.slot`,
  );
  const slots = new Map<number, Map<string, number>>();
  for (const { edition_id, slot, meaning } of columns) {
    const own = slots.get(edition_id) ?? new Map<string, number>();
    slots.set(edition_id, own.set(meaning, slot));
  }
  const meanings = table.columns.map(meaningOf);
  const tally = {
    newValues: 0,
    changedValues: 0,
    vanishedValues: 0,
    unchangedValues: 0,
    changedStates: 0,
  };
  let rows: ReadonlyMap<string, TableRow> | undefined;
  const seen = new Set<string>();
  const vanished: string[] = [];
  const lost = new Set(columns.map((c) => c.meaning).filter((m) => !meanings.includes(m)));
  for await (const live of liveRows(tx, edition)) {
    rows ??= new Map(table.rows.map((row) => [row.code, row]));
    const row = rows.get(live.place_code);
    seen.add(live.place_code);
    if (!row) {
      vanished.push(live.place_code);
      tally.vanishedValues += live.values.filter((value) => value !== null).length;
      continue;
    }
    const own = slots.get(live.edition_id);
    for (const [at, meaning] of meanings.entries()) {
      const before = live.values[(own?.get(meaning) ?? 0) - 1] ?? null;
      const now = isKnown(row.cells.states[at]) ? (row.cells.values[at] ?? null) : null;
      if (before === null && now !== null) tally.newValues += 1;
      else if (before !== null && now === null) tally.vanishedValues += 1;
      else if (before !== now) tally.changedValues += 1;
      else if (now !== null) tally.unchangedValues += 1;
      else if (isOtherState(live, own?.get(meaning), row.cells.states[at]))
        tally.changedStates += 1;
    }
    for (const meaning of lost) {
      if ((live.values[(own?.get(meaning) ?? 0) - 1] ?? null) !== null) tally.vanishedValues += 1;
    }
  }
  const fresh = table.rows.filter((row) => !seen.has(row.code));
  tally.newValues += countKnown(fresh, table, await edition.states);
  const known = new Set(columns.map((c) => c.meaning));
  return {
    against: [...slots.keys()],
    ...tally,
    newPlaces: shorten(fresh.map((row) => row.code)),
    vanishedPlaces: shorten(vanished),
    newColumns: slots.size === 0 ? [] : shorten(meanings.filter((m) => !known.has(m))),
    lostColumns: shorten([...lost]),
  };
}

/** Values of rows of which nothing was live; where that holds for all of them they have been counted. */
function countKnown(
  fresh: readonly TableRow[],
  table: FigureTable,
  states: Readonly<Record<string, number>>,
): number {
  if (fresh.length === table.rows.length) {
    return Object.entries(states).reduce(
      (sum, [state, count]) => sum + (isKnown(letter(state)) ? count : 0),
      0,
    );
  }
  let known = 0;
  for (const { cells } of fresh) {
    for (const state of cells.states) if (isKnown(state)) known += 1;
  }
  return known;
}

/** A new column has no state before. */
const isOtherState = (live: LiveRow, slot: number | undefined, now: number | undefined) =>
  slot !== undefined && live.states.charCodeAt(slot - 1) !== now;

const shorten = (list: readonly string[]) =>
  list.length <= LISTED ? list : [...list.slice(0, LISTED), `and ${list.length - LISTED} more`];

/** Rows as readers see them now: per place those of the newest live edition of the table. */
async function* liveRows(
  tx: Db,
  { sourceKey, tableId, scope }: { sourceKey: string; tableId: string; scope: string },
): AsyncGenerator<LiveRow> {
  let after = '';
  for (;;) {
    const page = await rowsOf<LiveRow>(
      tx,
      sql`select distinct on (f.place_code) f.place_code, f.edition_id, f.values, f.states
          from figure_rows f
          join editions e on e.id = f.edition_id and e.status = 'LIVE'
          join edition_spans s on s.edition_id = e.id and s.live_to is null
          where e.source_key = ${sourceKey} and e.table_id = ${tableId}
            and (${scope}::text = 'NL00' or f.gemeente_code = ${scope})
            and f.place_code > ${after}
          order by f.place_code, s.live_from desc, e.id desc limit ${PAGE}`,
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.place_code ?? '';
  }
}
