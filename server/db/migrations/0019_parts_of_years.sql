DROP INDEX "edition_columns_meaning";--> statement-breakpoint
ALTER TABLE "edition_columns" ADD COLUMN "part" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "edition_columns_meaning" ON "edition_columns" USING btree ("edition_id","indicator_key","segment","period","part");--> statement-breakpoint
ALTER TABLE "edition_columns" ADD CONSTRAINT "edition_columns_part" CHECK (part in ('', 'HJ01', 'HJ02', 'KW01', 'KW02', 'KW03', 'KW04', 'MM01', 'MM02', 'MM03', 'MM04', 'MM05', 'MM06', 'MM07', 'MM08', 'MM09', 'MM10', 'MM11', 'MM12'));--> statement-breakpoint
-- Replaced, not dropped: the rights on it stay.
CREATE OR REPLACE VIEW "public"."figures" WITH (security_invoker = true) AS (select c.indicator_key as indicator, c.segment, r.place_code, r.gemeente_code, r.level, e.division_year, c.period,
  r."values"[c.slot] as value, case when substr(r.states, c.slot, 1) in ('O', 'P', 'R') then 'OK' else case substr(r.states, c.slot, 1) when 'S' then 'SUPPRESSED' when 'M' then 'MISSING' when 'Y' then 'NOT_YET' when 'D' then 'DISCONTINUED' when 'N' then 'NOT_DELIVERED' end end as state,
  case upper(substr(r.reasons, c.slot, 1)) when 'A' then 'NOT_APPLICABLE' when 'M' then 'NOT_MEASURED' when 'C' then 'SECRET_OR_ABSENT' when 'B' then 'BELOW_SOURCE_THRESHOLD' when 'P' then 'OWN_PRIMARY' when 'Q' then 'OWN_SECONDARY' when 'U' then 'UNRELIABLE' when 'X' then 'BOUNDARY_BREAK' end as state_reason,
  case when substr(r.states, c.slot, 1) in ('O', 'P', 'R') then null
    when substr(r.reasons, c.slot, 1) ~ '[-a-z]' collate "C" then 'RULE' else 'SOURCE' end as state_basis,
  case substr(r.states, c.slot, 1) when 'O' then 'DEFINITIVE' when 'P' then 'PROVISIONAL' when 'R' then 'REVISED_PROVISIONAL' end as release_status,
  substr(r.states, c.slot, 1) in ('O', 'P', 'R') and substr(r.states, c.slot, 1) <> 'O' as provisional,
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
where s.live_to is null);