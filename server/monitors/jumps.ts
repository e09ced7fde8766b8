// Figures that differ much from what readers see now, or from the year before: for a person to look at before publishing.
// A warning, never a refusal. The limits are defaults.
import { sql } from 'drizzle-orm';
import { median, medianAbsoluteDeviation } from 'simple-statistics';
import { type Db, rowsOf } from '../db/client.ts';
import { isSameName } from '../places/names.ts';
import { isKnown, type ParsedEdition } from './table.ts';

/** Fewer places say nothing about what is usual. */
const LEAST_PLACES = 10;
/** A change is a jump beyond this many deviations from the usual change, and beyond this share of the value before. */
const DEVIATIONS = 8;
const SHARE = 0.25;
const LISTED = 10;

interface EarlierRow {
  place_code: string;
  name: string | null;
  values: (number | null)[];
}

interface EarlierColumn {
  edition_id: number;
  slot: number;
  indicator_key: string;
  segment: string;
  period: number;
  part: string;
}

/** Sentences about the largest jumps against the live edition of the table, else of the newest earlier division. */
export async function findJumps(tx: Db, parsed: ParsedEdition, scope: string): Promise<string[]> {
  const columns = await loadColumns(tx, parsed, scope);
  const [first] = columns;
  if (!first) return [];
  const rows = await loadRows(tx, first.edition_id, scope);
  const before = new Map(
    rows.flatMap((row) => {
      const place = parsed.division?.find(row.place_code);
      const isOther =
        place !== undefined &&
        (place.changeCode === 2 ||
          place.changeCode === 3 ||
          (row.name !== null && !isSameName(place.name, row.name)));
      return isOther ? [] : [[row.place_code, row.values] as const];
    }),
  );
  const jumps = parsed.table.columns.flatMap((column, at) => {
    const slot = findSlot(columns, column);
    return slot === undefined ? [] : jumpsOf(parsed, at, before, slot);
  });
  const sorted = jumps.sort((a, b) => b.size - a.size);
  const rest = sorted.length - LISTED;
  return [
    ...sorted.slice(0, LISTED).map(({ text }) => text),
    ...(rest > 0 ? [`${rest} more figures jump.`] : []),
  ];
}

/** The slot of the same indicator: of the same period, else of the newest one before it. */
function findSlot(columns: readonly EarlierColumn[], column: ParsedEdition['table']['columns'][0]) {
  const same = columns.filter(
    (c) =>
      c.indicator_key === column.indicatorKey &&
      c.segment === column.segment &&
      // A month beside a year, or beside another month, always jumps.
      c.part === (column.part ?? '') &&
      c.period <= column.period,
  );
  return same.sort((a, b) => b.period - a.period)[0]?.slot;
}

function jumpsOf(
  { table }: ParsedEdition,
  at: number,
  before: ReadonlyMap<string, (number | null)[]>,
  slot: number,
): { size: number; text: string }[] {
  const pairs = table.rows.flatMap(({ code, level, cells }) => {
    const was = before.get(code)?.[slot - 1] ?? null;
    // Counts of a whole country say nothing about wijken: one level at a time.
    return level === 'WIJK' && was !== null && isKnown(cells.states[at])
      ? [{ code, was, now: cells.values[at] ?? 0 }]
      : [];
  });
  if (pairs.length < LEAST_PLACES) return [];
  const shares = pairs.map(({ was, now }) => (now - was) / Math.max(Math.abs(was), 1));
  const usual = median(shares);
  const spread = medianAbsoluteDeviation(shares);
  const name = table.columns[at]?.indicatorKey ?? '';
  return pairs.flatMap(({ code, was, now }, index) => {
    const distance = Math.abs((shares[index] ?? 0) - usual);
    if (distance <= SHARE || distance <= DEVIATIONS * spread) return [];
    return [{ size: distance, text: `Jump: ${name} of ${code} goes from ${was} to ${now}.` }];
  });
}

async function loadColumns(
  tx: Db,
  { source, tableId, divisionYear }: ParsedEdition,
  scope: string,
): Promise<EarlierColumn[]> {
  return rowsOf<EarlierColumn>(
    tx,
    sql`select c.edition_id, c.slot, c.indicator_key, c.segment, c.period, c.part from edition_columns c
        where c.edition_id = (select e.id from editions e
          where e.status = 'LIVE' and e.source_key = ${source.key} and e.scope in (${scope}, 'NL00')
            and (e.table_id = ${tableId} or e.division_year < ${divisionYear})
          order by e.table_id = ${tableId} desc, e.division_year desc, e.id desc limit 1)
        order by c.slot`,
  );
}

async function loadRows(tx: Db, editionId: number, scope: string): Promise<EarlierRow[]> {
  return rowsOf<EarlierRow>(
    tx,
    sql`select f.place_code, f."values", (select p.name from places p
            where p.code = f.place_code and e.division_year between p.first_year and p.last_year) as name
        from figure_rows f join editions e on e.id = f.edition_id
        where f.edition_id = ${editionId} and f.level = 'WIJK'
          and (${scope}::text = 'NL00' or f.gemeente_code = ${scope})`,
  );
}
