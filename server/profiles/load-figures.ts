// What the figures say of wijken, worked out once per wijk, year and catalogue version: it is the same for every reader.
import type { ReadDb } from '../db/client.ts';
import { keptPerVersion } from '../db/kept-per-version.ts';
import { loadEditions } from '../figures/catalogue.ts';
import type { ComparedWijk } from '../figures/comparison.ts';
import { type FigureRow, loadBenchmarkRows, loadFigureRows } from '../figures/rows.ts';
import { type Chain, isThisWijk } from './chains.ts';
import { liveSince, type Versions } from './versions.ts';
import { type WijkFigures, wijkFiguresOf } from './wijk-figures.ts';

/** Wijken of one gemeente, and the instant whose live editions they are read from. */
export interface FiguresRequest {
  readonly chains: readonly Chain[];
  readonly asOf: Date;
  /** Wijken to put beside them. */
  readonly compared: readonly Chain[];
  /** Null: nothing that is kept may be used. */
  readonly versions: Versions | null;
}

/** Wijken kept per process; with its evidence one takes some 450 kB, where each lies in a gemeente of its own 1 MB. */
export const mostWijken = 300;

const keptFigures = keptPerVersion<string, WijkFigures>(mostWijken);

/** The figures of each chain; three statements at most, none when all are kept. */
export async function loadWijkFigures(
  db: ReadDb,
  request: FiguresRequest,
): Promise<ReadonlyMap<Chain, WijkFigures>> {
  const { chains, asOf, versions } = request;
  if (!versions) return readWijkFigures(db, request);
  const since = liveSince(versions, asOf);
  const kept = keptFigures(db, versions.catalogue);
  const keyOf = ({ place }: Chain) => `${place.code} ${place.firstYear} ${place.year} ${since}`;
  const figures = new Map<Chain, WijkFigures>();
  for (const chain of chains) {
    const known = kept.get(keyOf(chain));
    if (known) figures.set(chain, known);
  }
  const missing = chains.filter((chain) => !figures.has(chain));
  for (const [chain, read] of await readWijkFigures(db, { ...request, chains: missing })) {
    kept.set(keyOf(chain), read);
    figures.set(chain, read);
  }
  return figures;
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
