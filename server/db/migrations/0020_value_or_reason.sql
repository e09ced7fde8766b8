ALTER TABLE "figure_rows" DROP CONSTRAINT "figure_rows_value_or_reason";--> statement-breakpoint
-- The nulls stand where the letters say so, and no value is endless or no number. Rows of an edition share few patterns
-- of letters: each is worked out once per statement instead of once per row.
create function hold_value_or_reason() returns trigger
  language plpgsql set search_path = public, pg_temp set enable_nestloop = off as $$
begin
  if exists (
    with patterns as materialized (
      select d.states, d.states ~ '^[OPRSMYDN]*$' as has_known_letters,
        array_positions(string_to_array(translate(d.states, 'OPRSMYDN', 'OOO_____'), null), '_') as unknown
      from (select distinct states from written) d)
    select from written w join patterns p on p.states = w.states
    where not p.has_known_letters or array_positions(w."values", null) is distinct from p.unknown
      or 'Infinity' <= any(w."values") or '-Infinity' = any(w."values")
  ) then
    raise exception 'A figure has a value exactly when its state is a known one.'
      using errcode = 'check_violation', table = 'figure_rows', constraint = 'figure_rows_value_or_reason';
  end if;
  return null;
end
$$;--> statement-breakpoint
create trigger figure_rows_value_or_reason after insert on figure_rows
  referencing new table as written for each statement execute function hold_value_or_reason();--> statement-breakpoint
create trigger figure_rows_value_or_reason_kept after update on figure_rows
  referencing new table as written for each statement execute function hold_value_or_reason();--> statement-breakpoint
-- As a check would: also for a session that plays the part of a replica.
alter table figure_rows enable always trigger figure_rows_value_or_reason;--> statement-breakpoint
alter table figure_rows enable always trigger figure_rows_value_or_reason_kept;
