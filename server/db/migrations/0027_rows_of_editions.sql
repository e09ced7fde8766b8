insert into edition_divisions
select edition_id, case when code like 'NL%' then 'NL00' else 'GM' || substr(code, 3, 4) end,
  array_agg(code order by code), array_agg(name order by code),
  array_agg(change_code order by code), array_agg(urbanity order by code)
from edition_places group by 1, 2;--> statement-breakpoint
ALTER TABLE "edition_places" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "edition_places" CASCADE;--> statement-breakpoint
ALTER TABLE "figure_rows" DROP CONSTRAINT "figure_rows_edition_id_editions_id_fk";--> statement-breakpoint
-- As strict as the foreign key was, which looked the edition up again for each row: a third of the time of storing them.
-- The edition is looked up once per statement and stays until the transaction ends; one that goes takes its rows along.
create function hold_edition() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  perform from editions e where e.id in (select w.edition_id from written w) for key share;
  if exists (select from written w where not exists (select from editions e where e.id = w.edition_id)) then
    raise exception 'A figure belongs to an edition that is there.'
      using errcode = 'foreign_key_violation', table = 'figure_rows', constraint = 'figure_rows_edition';
  end if;
  return null;
end
$$;--> statement-breakpoint
create trigger figure_rows_edition after insert on figure_rows
  referencing new table as written for each statement execute function hold_edition();--> statement-breakpoint
create trigger figure_rows_edition_kept after update on figure_rows
  referencing new table as written for each statement execute function hold_edition();--> statement-breakpoint
create function remove_rows_of_edition() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  delete from figure_rows where edition_id = old.id;
  return null;
end
$$;--> statement-breakpoint
create trigger editions_gone after delete on editions
  for each row execute function remove_rows_of_edition();
