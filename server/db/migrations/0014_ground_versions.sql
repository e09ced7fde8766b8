CREATE TABLE "ground_versions" (
	"gemeente_code" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "ground_versions_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$')
);
--> statement-breakpoint
-- What the shown signals of a gemeente add up to is kept by the servers under these numbers. Triggers, so that no writer
-- can forget; with the rights of the owner, because nobody else may write them. Drafts and notes in review raise nothing.
create function raise_ground_version() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into ground_versions as v (gemeente_code, version)
      select distinct gemeente_code, 1 from changed_to where published_at is not null order by 1
      on conflict (gemeente_code) do update set version = v.version + 1;
  elsif tg_op = 'UPDATE' then
    insert into ground_versions as v (gemeente_code, version)
      select gemeente_code, 1 from (
        select gemeente_code from changed_to where published_at is not null
        union select gemeente_code from changed_from where published_at is not null) c order by 1
      on conflict (gemeente_code) do update set version = v.version + 1;
  else
    insert into ground_versions as v (gemeente_code, version)
      select distinct gemeente_code, 1 from changed_from where published_at is not null order by 1
      on conflict (gemeente_code) do update set version = v.version + 1;
  end if;
  return null;
end
$$;--> statement-breakpoint
create trigger field_notes_added_to_ground after insert on field_notes
  referencing new table as changed_to for each statement execute function raise_ground_version();--> statement-breakpoint
create trigger field_notes_changed_ground after update on field_notes
  referencing old table as changed_from new table as changed_to for each statement execute function raise_ground_version();--> statement-breakpoint
create trigger field_notes_left_ground after delete on field_notes
  referencing old table as changed_from for each statement execute function raise_ground_version();--> statement-breakpoint
create function raise_ground_version_by_confirmation() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into ground_versions as v (gemeente_code, version)
    select distinct gemeente_code, 1 from changed order by 1
    on conflict (gemeente_code) do update set version = v.version + 1;
  return null;
end
$$;--> statement-breakpoint
create trigger confirmations_added_to_ground after insert on note_confirmations
  referencing new table as changed for each statement execute function raise_ground_version_by_confirmation();--> statement-breakpoint
create trigger confirmations_changed_ground after update on note_confirmations
  referencing new table as changed for each statement execute function raise_ground_version_by_confirmation();--> statement-breakpoint
create trigger confirmations_left_ground after delete on note_confirmations
  referencing old table as changed for each statement execute function raise_ground_version_by_confirmation();--> statement-breakpoint
-- Places and numbers of inhabitants decide as well; a change of theirs counts for every gemeente.
insert into ground_versions (gemeente_code, version) values ('NL00', 1);--> statement-breakpoint
create function raise_ground_version_everywhere() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update ground_versions set version = version + 1 where gemeente_code = 'NL00';
  return null;
end
$$;--> statement-breakpoint
create trigger places_changed_ground after insert or update or delete on places
  for each statement execute function raise_ground_version_everywhere();--> statement-breakpoint
create trigger place_links_changed_ground after insert or update or delete on place_links
  for each statement execute function raise_ground_version_everywhere();--> statement-breakpoint
create trigger edition_spans_changed_ground after insert or update or delete on edition_spans
  for each statement execute function raise_ground_version_everywhere();--> statement-breakpoint
create trigger figure_rows_changed_ground after update or delete on figure_rows
  for each statement execute function raise_ground_version_everywhere();
