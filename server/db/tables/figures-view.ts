// The figures as SQL users expect them: one row per value, unnested from the packed rows.
import { type SQL, sql } from 'drizzle-orm';
import { boolean, doublePrecision, integer, pgView, text } from 'drizzle-orm/pg-core';
import { reasonLetters, releaseLetters, stateLetters } from '../../figures/packing.ts';
import { instant } from './columns.ts';

/** `case … end` from letters to the codes they stand for; null for any other letter. */
const decoded = (letter: string, codes: Readonly<Record<string, string>>): SQL =>
  sql.raw(
    `case ${letter} ${Object.entries(codes)
      .map(([code, sign]) => `when '${sign}' then '${code}'`)
      .join(' ')} end`,
  );

const state = 'substr(r.states, c.slot, 1)';
const reason = 'substr(r.reasons, c.slot, 1)';
const isKnown = sql.raw(
  `${state} in (${Object.values(releaseLetters)
    .map((sign) => `'${sign}'`)
    .join(', ')})`,
);

/**
 * What is live now, one row per place, indicator, segment and period of an edition. Sensitive indicators are not in it
 * (S7). The one who asks reads it with the own rights (`security_invoker`), so the policies of the tables below
 * hold. Where two live editions hold the same figure, the one with the later `live_from` is what profiles show.
 */
export const figures = pgView('figures', {
  /** Key of the indicator. */
  indicator: text().notNull(),
  /** Part of its population: empty for the whole. */
  segment: text().notNull(),
  /** Code of the place in the division year. */
  placeCode: text().notNull(),
  /** Gemeente of the place; NL00 for the country. */
  gemeenteCode: text().notNull(),
  /** COUNTRY, GEMEENTE, WIJK or BUURT. */
  level: text().notNull(),
  /** Division year of the place code. */
  divisionYear: integer().notNull(),
  /** Year the figure is about. */
  period: integer().notNull(),
  /** The value; null exactly when the state is not OK. */
  value: doublePrecision(),
  /** OK, SUPPRESSED, MISSING, NOT_YET, DISCONTINUED or NOT_DELIVERED. */
  state: text().notNull(),
  /** More precisely why there is no value; null where none is known. */
  stateReason: text(),
  /** SOURCE when the file says so, RULE when derived; null beside a value. */
  stateBasis: text(),
  /** DEFINITIVE, PROVISIONAL or REVISED_PROVISIONAL; null without a value. */
  releaseStatus: text(),
  /** True when the value may still change. */
  provisional: boolean().notNull(),
  /** Lower 95% bound of the source; null when it gives none. */
  lower: doublePrecision(),
  /** Upper 95% bound of the source; null when it gives none. */
  upper: doublePrecision(),
  /** What a share or rate is of; null when not known. */
  denominator: doublePrecision(),
  /** Unit of the value. */
  unit: text().notNull(),
  /** COUNT, PERCENT, PER_1000, … */
  measureKind: text().notNull(),
  /** MEASURED, MODELLED or ESTIMATED; what was worked out is ESTIMATED. */
  provenance: text().notNull(),
  /** How it was worked out; empty when as delivered. */
  derivation: text().notNull(),
  /** Source that published it. */
  sourceKey: text().notNull(),
  /** Table of the source. */
  sourceTable: text().notNull(),
  /** Column in the source file. */
  columnKey: text().notNull(),
  /** Words to print beside it. */
  attribution: text().notNull(),
  /** When the file was read. */
  retrievedAt: instant().notNull(),
  /** Since when the edition is live. */
  liveFrom: instant().notNull(),
  /** The edition. */
  editionId: integer().notNull(),
  /** Part of the year, as CBS codes it (`KW03`); empty for the whole year. */
  part: text().notNull(),
})
  .with({ securityInvoker: true })
  .as(sql`select c.indicator_key as indicator, c.segment, r.place_code, r.gemeente_code, r.level, e.division_year, c.period,
  r."values"[c.slot] as value, case when ${isKnown} then 'OK' else ${decoded(state, stateLetters)} end as state,
  ${decoded(`upper(${reason})`, reasonLetters)} as state_reason,
  case when ${isKnown} then null
    when ${sql.raw(reason)} ~ '[-a-z]' collate "C" then 'RULE' else 'SOURCE' end as state_basis,
  ${decoded(state, releaseLetters)} as release_status,
  ${isKnown} and ${sql.raw(state)} <> '${sql.raw(releaseLetters.DEFINITIVE)}' as provisional,
  r.lowers[c.slot] as lower, r.uppers[c.slot] as upper, r.denominators[c.slot] as denominator,
  i.unit, i.measure_kind, case when c.derivation = '' then i.provenance else 'ESTIMATED' end as provenance,
  c.derivation, e.source_key, e.table_id as source_table, c.column_key, o.attribution, e.retrieved_at,
  s.live_from, e.id as edition_id, c.part
from edition_spans s
join editions e on e.id = s.edition_id
join sources o on o.key = e.source_key
join edition_columns c on c.edition_id = e.id
join indicators i on i.key = c.indicator_key and not i.sensitive
join figure_rows r on r.edition_id = e.id
where s.live_to is null`);
