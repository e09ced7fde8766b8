// What the figures say of wijken, worked out once per wijk, year and catalogue version: it is the same for every reader.
import { sql } from 'drizzle-orm';
import { namedRows, type ReadDb } from '../db/client.ts';
import { keptPerVersion } from '../db/kept-per-version.ts';
import { loadEditions } from '../figures/catalogue.ts';
import type { ComparedWijk } from '../figures/comparison.ts';
import { type FigureRow, loadBenchmarkRows, loadFigureRows } from '../figures/rows.ts';
import { type Chain, isThisWijk } from './chains.ts';
import { type WijkFigures, wijkFiguresOf } from './wijk-figures.ts';

/** Wijken of one gemeente, and the instant whose live editions they are read from. */
export interface FiguresRequest {
  readonly chains: readonly Chain[];
  readonly asOf: Date;
  /** Wijken to put beside them. */
  readonly compared: readonly Chain[];
}

/** Wijken kept per process; with its evidence one takes some 450 kB, where each lies in a gemeente of its own 1 MB. */
const keptFigures = keptPerVersion<string, WijkFigures>(300);

/** The figures of each chain; five statements at most, none when all are kept. */
export async function loadWijkFigures(
  db: ReadDb,
  request: FiguresRequest,
): Promise<ReadonlyMap<Chain, WijkFigures>> {
  const { chains, asOf, compared } = request;
  const version = chains[0]?.place.catalogueVersion ?? 0;
  const since = await liveSince(db, version, asOf);
  const kept = keptFigures(db, version);
  const keyOf = ({ place }: Chain) => `${place.code} ${place.firstYear} ${place.year} ${since}`;
  const known = (chain: Chain) => (compared.length === 0 ? kept.get(keyOf(chain)) : undefined);
  const missing = chains.filter((chain) => !known(chain));
  const read = await readWijkFigures(db, { ...request, chains: missing });
  if (compared.length === 0) for (const [chain, one] of read) kept.set(keyOf(chain), one);
  return new Map(
    chains.flatMap((chain) => {
      const figures = read.get(chain) ?? known(chain);
      return figures ? [[chain, figures] as const] : [];
    }),
  );
}

async function readWijkFigures(
  db: ReadDb,
  { chains, asOf, compared }: FiguresRequest,
): Promise<Map<Chain, WijkFigures>> {
  const [first] = chains;
  if (!first) return new Map();
  const { gemeenteCode, catalogueVersion } = first.place;
  const spans = [...chains, ...compared].flatMap((chain) => chain.spans);
  const tenants = [...new Set(spans.map((span) => span.gemeenteCode)), 'NL00'];
  const codes = [...new Set(spans.map((span) => span.code))];
  const whole = { codes: [gemeenteCode, 'NL00'], version: catalogueVersion };
  const rows = await loadFigureRows(db, tenants, codes, asOf, whole);
  const ids = [...new Set(rows.map((row) => row.editionId))];
  const editions = await loadEditions(db, catalogueVersion, ids);
  const benchmarks = await loadBenchmarkRows(db, catalogueVersion, gemeenteCode, ids);
  const isWhole = (row: FigureRow) => whole.codes.includes(row.placeCode);
  const beside = compared.map((chain) => comparedWijk(chain, rows));
  const figuresOf = (chain: Chain) => {
    const own = rowsOf(chain, rows);
    return wijkFiguresOf({
      ...{ chain, benchmarks, editions, compared: beside },
      rows: rows.filter((row) => own.has(row) || isWhole(row)),
    });
  };
  return new Map(chains.map((chain) => [chain, figuresOf(chain)]));
}

function rowsOf({ spans }: Chain, rows: readonly FigureRow[]): ReadonlySet<FigureRow> {
  const codes = new Set(spans.map((span) => span.code));
  return new Set(rows.filter((row) => codes.has(row.placeCode)));
}

const comparedWijk = (chain: Chain, rows: readonly FigureRow[]): ComparedWijk => ({
  ...{ code: chain.place.code, name: chain.place.name },
  rows: [...rowsOf(chain, rows)],
  isThisPlace: (code, divisionYear) => isThisWijk(chain, code, divisionYear),
});

const changesOf = keptPerVersion<'all', readonly number[]>();

/** The last instant up to `asOf` at which an edition went live or ended; what is live has been the same since. */
async function liveSince(db: ReadDb, version: number, asOf: Date): Promise<number> {
  const kept = changesOf(db, version);
  const known = kept.get('all') ?? (await readChanges(db));
  kept.set('all', known);
  return known.findLast((at) => at <= asOf.getTime()) ?? 0;
}

async function readChanges(db: ReadDb): Promise<number[]> {
  // Rounded up: an instant of the database lies between two milliseconds.
  const rows = await namedRows<{ at: number }>(
    db,
    'edition_changes',
    sql`select distinct ceil(1000 * extract(epoch from at))::float8 as at from (
        select live_from as at from edition_spans union select live_to from edition_spans where live_to is not null) s
      order by 1`,
  );
  return rows.map(({ at }) => at);
}
