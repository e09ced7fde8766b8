// The monitor side: sources, indicators, editions and their figures, quarantine.
import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import {
  directions,
  editionStatuses,
  measureKinds,
  placeLevels,
  provenances,
  smallCounts,
} from '../../codes/figures.ts';
import { partsOfYear } from '../../codes/parts-of-year.ts';
import { themes } from '../../codes/themes.ts';
import { bytes, holds, instant, matches, oneOf } from './columns.ts';

/** A monitor: a recurring publication of figures. */
export const sources = pgTable('sources', {
  /** Short stable key: cbs-kwb, rivm-health, or the --source of a generic import. */
  key: text().primaryKey(),
  /** Title as the publisher gives it. */
  title: text().notNull(),
  /** Who publishes it: CBS, RIVM, a gemeente. */
  publisher: text().notNull(),
  /** Licence name or address; `unknown` when the source states none. */
  licence: text().notNull(),
  /** Attribution to print beside figures. */
  attribution: text().notNull(),
  /** Where the source lives on the web; null when it has no address. */
  address: text(),
});

/** What is measured: definition, unit and how it may be used. */
export const indicators = pgTable(
  'indicators',
  {
    /** Stable key, kebab-case: loneliness, kwb-appartement-… */
    key: text().primaryKey(),
    /** Source that publishes it. */
    sourceKey: text()
      .notNull()
      .references(() => sources.key),
    /** Title in Dutch, as the source words it. */
    title: text().notNull(),
    /** Explanation by the source, plain text; empty when none. */
    definition: text().notNull().default(''),
    /** Unit of the value: `%`, `per 1 000 inwoners`, `aantal`. */
    unit: text().notNull(),
    /** COUNT, PERCENT, PER_1000, …; only relative measures are compared between places. */
    measureKind: text({ enum: codesOf(measureKinds) }).notNull(),
    /** Whether high or low is a concern, or neither. */
    direction: text({ enum: codesOf(directions) }).notNull(),
    /** Theme under which it meets field notes; null: context only, in no theme. */
    theme: text({ enum: codesOf(themes) }),
    /** Origin, migration, religion and the like: off by default, never in concordance (S7). */
    sensitive: boolean().notNull().default(false),
    /** OWN_COUNT or OWN_CARE_COUNT: protected here before it is kept (S6); null: its publisher has protected it. */
    smallCounts: text({ enum: codesOf(smallCounts) }),
    /** MEASURED, MODELLED, ESTIMATED … */
    provenance: text({ enum: codesOf(provenances) }).notNull(),
    /** Who the figure is about, in Dutch: `inwoners`, `18 jaar of ouder`; empty when the source does not say. */
    population: text().notNull().default(''),
    /** Digits after the comma to show. */
    decimals: integer().notNull().default(0),
    /** Position among the indicators of its source, for a steady order on screen. */
    sortOrder: integer().notNull().default(0),
    /** Periods from which the definition differs from the one before: no trend across them. */
    breakYears: integer().array().notNull().default(sql`'{}'`),
  },
  (t) => [
    index('indicators_theme').on(t.theme, t.sortOrder),
    holds('indicators_key', `key ~ '^[a-z0-9][a-z0-9_-]*$'`),
    oneOf('indicators_measure_kind', 'measure_kind', codesOf(measureKinds)),
    oneOf('indicators_direction', 'direction', codesOf(directions)),
    oneOf('indicators_theme_code', 'theme', codesOf(themes)),
    oneOf('indicators_provenance', 'provenance', codesOf(provenances)),
    oneOf('indicators_small_counts', 'small_counts', codesOf(smallCounts)),
  ],
);

/** Secret of a gemeente by which its own counts are rounded, made at first need: who knows it could undo the rounding. */
export const roundingKeys = pgTable('rounding_keys', {
  /** The gemeente. */
  gemeenteCode: text().primaryKey(),
  /** 32 random bytes in hex. */
  secret: text().notNull(),
});

/** One row whose number rises when sources, indicators or columns change: what caches of them are keyed by. */
export const catalogueVersions = pgTable('catalogue_versions', {
  /** Always true: there is one row. */
  isOnly: boolean().primaryKey().default(true),
  /** Rises by a trigger on sources, indicators and edition_columns. */
  version: integer().notNull(),
});

/** A raw file as it was received, kept so that every figure traces back to it. */
export const sourceFiles = pgTable('source_files', {
  /** SHA-256 of the bytes as received, hex. */
  checksum: text().primaryKey(),
  /** Name of the file without its folder. */
  name: text().notNull(),
  /** Size in bytes as received. */
  size: doublePrecision().notNull(),
  /** When it was read. */
  retrievedAt: instant().notNull(),
});

/** The bytes of a raw file in gzipped pieces of at most 1 MiB. */
export const sourceFileParts = pgTable(
  'source_file_parts',
  {
    /** File the piece belongs to. */
    checksum: text()
      .notNull()
      .references(() => sourceFiles.checksum, { onDelete: 'cascade' }),
    /** Place of the piece, from 0. */
    number: integer().notNull(),
    /** Gzipped bytes. */
    content: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.checksum, t.number] })],
);

/** One delivery of one table of a source: staged, checked, published and rolled back as a whole. */
export const editions = pgTable(
  'editions',
  {
    /** Number of the edition. */
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Source it belongs to. */
    sourceKey: text()
      .notNull()
      .references(() => sources.key),
    /** Table of the source (84799NED), or the name of the generic file's series. */
    tableId: text().notNull(),
    /** Title of the table. */
    title: text().notNull(),
    /** Division year of the place codes in it. */
    divisionYear: integer().notNull(),
    /** NL00 when it holds the whole country, else the one gemeente it covers. */
    scope: text().notNull(),
    /** STAGED, LIVE, SUPERSEDED or ROLLED_BACK. */
    status: text({ enum: codesOf(editionStatuses) }).notNull(),
    /** SHA-256 over the parsed content: the same content is never staged twice. */
    contentHash: text().notNull(),
    /** Raw file it was read from; null when it was made from rows without a file. */
    fileChecksum: text().references(() => sourceFiles.checksum),
    /** When the source says it was last changed; null when it does not say. */
    modifiedAt: instant(),
    /** When the file was read. */
    retrievedAt: instant().notNull(),
    /** When it was first published; null while staged. */
    publishedAt: instant(),
    /** Edition that replaced it; null while it is staged or live. */
    supersededBy: integer(),
    /** Summary of the import: read, staged, quarantined, warnings, columns new and lost. */
    report: jsonb().notNull().default({}),
  },
  (t) => [
    uniqueIndex('editions_content').on(t.sourceKey, t.tableId, t.scope, t.contentHash),
    oneOf('editions_status', 'status', codesOf(editionStatuses)),
    matches('editions_scope', 'scope', 'gemeente'),
  ],
);

/**
 * Places that an edition defines, one row per gemeente: they become a division when it is published, and not before. The
 * arrays run side by side; the level of a place follows from its code.
 */
export const editionDivisions = pgTable(
  'edition_divisions',
  {
    /** The edition. */
    editionId: integer()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    /** Gemeente of the places; NL00 for the country. */
    gemeenteCode: text().notNull(),
    /** Codes in the edition's division year. */
    codes: text().array().notNull(),
    /** Names in that year. */
    names: text().array().notNull(),
    /** Indelingswijziging against the year before (domain chapter 3); null when not said. */
    changeCodes: integer().array().notNull(),
    /** Class of urbanity, 1 very to 5 not urban; null when not said. */
    urbanities: integer().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.gemeenteCode] }),
    matches('edition_divisions_gemeente_code', 'gemeente_code', 'gemeente'),
    holds(
      'edition_divisions_lengths',
      'cardinality(codes) = cardinality(names) and cardinality(codes) = cardinality(change_codes)' +
        ' and cardinality(codes) = cardinality(urbanities)',
    ),
  ],
);

/** When an edition was live: the history behind `asOf`. */
export const editionSpans = pgTable(
  'edition_spans',
  {
    /** The edition. */
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    /** From this instant on it was live. */
    liveFrom: instant().notNull(),
    /** Until this instant, not included; null: live now. */
    liveTo: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.liveFrom] }),
    holds('edition_spans_order', 'live_to is null or live_to >= live_from'),
  ],
);

/** What each slot of an edition's packed rows holds. */
export const editionColumns = pgTable(
  'edition_columns',
  {
    /** The edition. */
    editionId: integer()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    /** Position in the arrays of figure_rows, from 1 as PostgreSQL counts. */
    slot: integer().notNull(),
    /** Indicator it holds. */
    indicatorKey: text()
      .notNull()
      .references(() => indicators.key),
    /** Part of the indicator's population: empty for the whole of it, else for example `age=65+`. */
    segment: text().notNull().default(''),
    /** Year the figures are about. */
    period: integer().notNull(),
    /** Part of that year, as CBS codes it: `HJ01`, `KW03`, `MM12`; empty for the whole year. */
    part: text({ enum: ['', ...codesOf(partsOfYear)] })
      .notNull()
      .default(''),
    /** Key of the column in the source file (WmoClienten_89); moves every year. */
    columnKey: text().notNull(),
    /** Group path, title and unit in the source: what the column was recognised by. */
    columnPath: text().notNull(),
    /** How it was made when it is not as delivered: `per 1000 of population`; empty when as delivered. */
    derivation: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.slot] }),
    uniqueIndex('edition_columns_meaning').on(
      ...[t.editionId, t.indicatorKey, t.segment, t.period, t.part],
    ),
    index('edition_columns_indicator').on(t.indicatorKey, t.period),
    oneOf('edition_columns_part', 'part', ['', ...codesOf(partsOfYear)]),
  ],
);

/**
 * The figures: one row per place and edition, packed over the edition's columns.
 * `states` and `reasons` hold one letter per slot (see server/figures/packing.ts).
 */
export const figureRows = pgTable(
  'figure_rows',
  {
    /** Gemeente of the place; NL00 for the country row. */
    gemeenteCode: text().notNull(),
    /** Code of the place in the edition's division year. */
    placeCode: text().notNull(),
    /** The edition. */
    editionId: integer().notNull(),
    /** Level of the place, repeated here so that a map needs no join. */
    level: text({ enum: codesOf(placeLevels) }).notNull(),
    /** Value per slot; null exactly where the state letter is not a known one. */
    values: doublePrecision().array().notNull(),
    /** State per slot, one letter: O known, P provisional, R revised provisional, S, M, Y, D, N. */
    states: text().notNull(),
    /** Reason per slot, one letter, lower case when derived by a rule; `.` for none. */
    reasons: text().notNull(),
    /** Lower 95% bound per slot; null for the whole row when the source gives no margins. */
    lowers: doublePrecision().array(),
    /** Upper 95% bound per slot; null for the whole row when the source gives no margins. */
    uppers: doublePrecision().array(),
    /** Denominator per slot; null for the whole row when the source gives none. */
    denominators: doublePrecision().array(),
    /**
     * Wijk rows: p of the difference from the gemeente per slot, adjusted for false discoveries over the
     * wijken of the gemeente (chapter 20.3 and 20.5); null for the whole row when nothing could be tested.
     */
    adjustedP: doublePrecision().array(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.placeCode, t.editionId] }),
    index('figure_rows_edition').on(t.editionId, t.level),
    matches('figure_rows_place_code', 'place_code', 'place'),
    matches('figure_rows_gemeente_code', 'gemeente_code', 'gemeente'),
    // Letters of one byte each, which takes less time to count.
    holds(
      'figure_rows_lengths',
      'cardinality("values") = octet_length(states) and octet_length(states) = octet_length(reasons)' +
        ' and cardinality(coalesce(lowers, "values")) = octet_length(states)' +
        ' and cardinality(coalesce(uppers, "values")) = octet_length(states)' +
        ' and cardinality(coalesce(denominators, "values")) = octet_length(states)' +
        ' and cardinality(coalesce(adjusted_p, "values")) = octet_length(states)',
    ),
    // The edition is there, and goes with its rows: held by the triggers figure_rows_edition and editions_gone, as strict as
    // a foreign key, which would look it up again for each row.
    // "A value exactly when the state is a known one", slot by slot, is held by the triggers figure_rows_value_or_reason
    // (migration 0019): as strict as a check, but letters that many rows have alike are read once per statement.
  ],
);

/**
 * Position of the wijken per column, worked out once when an edition is staged: one row per gemeente with wijken and, when
 * it covers the country, one for all wijken (NL00) and one per class of urbanity (U1 to U5). Arrays run
 * over the slots; null where a position is refused.
 */
export const benchmarkRows = pgTable(
  'benchmark_rows',
  {
    /** Gemeente whose wijken are compared; NL00 for all wijken of the country, U1 to U5 for those of one urbanity. */
    gemeenteCode: text().notNull(),
    /** The edition. */
    editionId: integer()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    /** Wijken in the edition: what the counts are a share of. */
    wijken: integer().notNull().default(0),
    /** Number of wijken with a known value per slot. */
    counts: integer().array().notNull(),
    /** Median over those wijken per slot; null for a count. */
    medians: doublePrecision().array().notNull(),
    /** Median absolute deviation per slot, not scaled; null for a count. */
    deviations: doublePrecision().array().notNull(),
    /** Four cuts into fifths per slot, flattened: slot 1's four, slot 2's four, … */
    quintiles: doublePrecision().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.gemeenteCode, t.editionId] })],
);

/**
 * What use of a provision is expected of a wijk (domain 14.5): an ordinary least squares fit on the composition of the
 * wijken of the edition, made once when it is staged. Expected = coefficients[1] + the others times the predictors.
 */
export const useModels = pgTable(
  'use_models',
  {
    /** The edition. */
    editionId: integer()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    /** Slot of the provision whose use is expected. */
    slot: integer().notNull(),
    /** Slots of the predictors, in the order of the coefficients. */
    predictors: integer().array().notNull(),
    /** Intercept first, then one per predictor. */
    coefficients: doublePrecision().array().notNull(),
    /** Wijken that it was fitted on. */
    wijken: integer().notNull(),
    /** Standard deviation of the residuals, in the unit of the provision. */
    residualDeviation: doublePrecision().notNull(),
    /** Share of the variance that the predictors explain. */
    rSquared: doublePrecision().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.slot] }),
    holds('use_models_coefficients', 'cardinality(coefficients) = cardinality(predictors) + 1'),
  ],
);

/** A table that is being fetched: its pages are kept until it has been staged, so that a broken import goes on. */
export const downloads = pgTable(
  'downloads',
  {
    /** Number. */
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Address of the table and which part of it is fetched. */
    request: text().notNull(),
    /** What the source said of its own state when fetching began; pages of another state are thrown away. */
    mark: text().notNull(),
    /** When fetching began. */
    startedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('downloads_request').on(t.request)],
);

/** One answer of a source, as received. */
export const downloadPages = pgTable(
  'download_pages',
  {
    /** Fetch it belongs to. */
    downloadId: integer()
      .notNull()
      .references(() => downloads.id, { onDelete: 'cascade' }),
    /** Name of the file it becomes; tells which part it is. */
    name: text().notNull(),
    /** SHA-256 of the bytes, hex: a page that was stored by half is fetched again. */
    checksum: text().notNull(),
    /** The bytes, gzipped. */
    content: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.downloadId, t.name] })],
);

/** What a source last said of a table: how the catalogue knows that something changed there. */
export const sourceTables = pgTable('source_tables', {
  /** Table of a source: 84799NED. */
  tableId: text().primaryKey(),
  /** Title at the source. */
  title: text().notNull(),
  /** When the source says it was last changed; null when it does not say. */
  modifiedAt: instant(),
  /** When the source was asked. */
  checkedAt: instant().notNull(),
  /** Its columns as the source described them then: `[{key, path}]`; null when it was not asked for them. */
  columns: jsonb(),
});

/** Rows and cells that could not be placed: visible until somebody resolves them. */
export const quarantine = pgTable(
  'quarantine',
  {
    /** Number. */
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Edition in whose import it happened; null for notes and places. */
    editionId: integer().references(() => editions.id, { onDelete: 'cascade' }),
    /** What was imported: figures, places, notes, geometry, indicators. */
    importKind: text().notNull(),
    /** Name of the file. */
    fileName: text().notNull(),
    /** Line or element number in the file, from 1. */
    line: integer().notNull(),
    /** UNKNOWN_PLACE, UNKNOWN_REGION_TYPE, BAD_VALUE, … */
    reason: text().notNull(),
    /** A sentence that names the value and the fix; never note text. */
    explanation: text().notNull(),
    /** The row as it came, for figures and places; null for notes, whose text is never kept here. */
    raw: jsonb(),
    /** When it was put here. */
    quarantinedAt: instant().notNull(),
    /** When it was resolved; null: open. */
    resolvedAt: instant(),
    /** How it was resolved. */
    resolution: text(),
  },
  (t) => [
    index('quarantine_open').on(t.quarantinedAt).where(sql`resolved_at is null`),
    uniqueIndex('quarantine_same').on(t.importKind, t.fileName, t.line, t.reason, t.explanation),
  ],
);
