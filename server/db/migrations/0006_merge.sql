-- Handling belongs to a place in a division year, as notes do: a code that is used again for another area must not
-- take it along. What was recorded before gets the newest division that had begun then, else the oldest there is.
ALTER TABLE "follow_ups" ADD COLUMN "edition_year" integer;--> statement-breakpoint
ALTER TABLE "interpretations" ADD COLUMN "edition_year" integer;--> statement-breakpoint
ALTER TABLE "known_documents" ADD COLUMN "edition_year" integer;--> statement-breakpoint
ALTER TABLE "signal_state_changes" ADD COLUMN "edition_year" integer;--> statement-breakpoint
ALTER TABLE "signal_states" ADD COLUMN "edition_year" integer;--> statement-breakpoint
ALTER TABLE "reactions" ADD COLUMN "edition_year" integer;--> statement-breakpoint
create function division_at(gemeente text, at timestamptz) returns integer language sql stable as $$
  select coalesce(
    (select max(year) from divisions where gemeente_code = gemeente and year <= extract(year from at)),
    (select min(year) from divisions where gemeente_code = gemeente),
    extract(year from at)::int)
$$;--> statement-breakpoint
update follow_ups set edition_year = division_at(gemeente_code, recorded_at);--> statement-breakpoint
update interpretations set edition_year = division_at(gemeente_code, recorded_at);--> statement-breakpoint
update known_documents set edition_year = division_at(gemeente_code, recorded_at);--> statement-breakpoint
update reactions set edition_year = division_at(gemeente_code, received_at);--> statement-breakpoint
alter table signal_states disable trigger user;--> statement-breakpoint
update signal_states set edition_year = division_at(gemeente_code, changed_at);--> statement-breakpoint
alter table signal_states enable trigger user;--> statement-breakpoint
update signal_state_changes c set edition_year = (select s.edition_year from signal_states s
  where s.gemeente_code = c.gemeente_code and s.place_code = c.place_code and s.theme = c.theme);--> statement-breakpoint
drop function division_at(text, timestamptz);--> statement-breakpoint
ALTER TABLE "follow_ups" ALTER COLUMN "edition_year" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "interpretations" ALTER COLUMN "edition_year" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "known_documents" ALTER COLUMN "edition_year" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "signal_state_changes" ALTER COLUMN "edition_year" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "signal_states" ALTER COLUMN "edition_year" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "reactions" ALTER COLUMN "edition_year" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "signal_state_changes" DROP CONSTRAINT "signal_state_changes_gemeente_code_place_code_theme_version_pk";--> statement-breakpoint
ALTER TABLE "signal_states" DROP CONSTRAINT "signal_states_gemeente_code_place_code_theme_pk";--> statement-breakpoint
ALTER TABLE "signal_state_changes" ADD CONSTRAINT "signal_state_changes_gemeente_code_place_code_theme_edition_year_version_pk" PRIMARY KEY("gemeente_code","place_code","theme","edition_year","version");--> statement-breakpoint
ALTER TABLE "signal_states" ADD CONSTRAINT "signal_states_gemeente_code_place_code_theme_edition_year_pk" PRIMARY KEY("gemeente_code","place_code","theme","edition_year");--> statement-breakpoint
create or replace function keep_signal_state() returns trigger language plpgsql as $$
begin
  insert into signal_state_changes (gemeente_code, place_code, edition_year, theme, version, stage, owner, due_on, reason, changed_at)
    values (new.gemeente_code, new.place_code, new.edition_year, new.theme, new.version, new.stage, new.owner, new.due_on, new.reason, new.changed_at);
  return null;
end
$$;--> statement-breakpoint
-- Tells reviewers in every server process that something came to wait or no longer does. Ids of places only.
create function tell_review_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('wijkbeeld_reviews', new.gemeente_code || ' ' || new.place_code);
  return null;
end
$$;--> statement-breakpoint
create trigger field_notes_waiting after insert or update of status on field_notes
  for each row execute function tell_review_change();--> statement-breakpoint
create trigger reactions_waiting after insert or update of status on reactions
  for each row execute function tell_review_change();
