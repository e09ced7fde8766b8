CREATE TABLE "disclosure_threshold_changes" (
	"gemeente_code" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"least" integer,
	"role" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosure_threshold_changes_gemeente_code_kind_version_pk" PRIMARY KEY("gemeente_code","kind","version"),
	CONSTRAINT "disclosure_threshold_changes_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$')
);
--> statement-breakpoint
CREATE TABLE "disclosure_thresholds" (
	"gemeente_code" text NOT NULL,
	"kind" text NOT NULL,
	"least" integer,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosure_thresholds_gemeente_code_kind_pk" PRIMARY KEY("gemeente_code","kind"),
	CONSTRAINT "disclosure_thresholds_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "disclosure_thresholds_kind" CHECK (kind in ('NOTES', 'ORGANISATIONS', 'INHABITANTS', 'GROUP_NOTES')),
	CONSTRAINT "disclosure_thresholds_stricter" CHECK (least between case kind when 'NOTES' then 3 when 'ORGANISATIONS' then 2 when 'INHABITANTS' then 100 when 'GROUP_NOTES' then 5 end and case kind when 'NOTES' then 60 when 'ORGANISATIONS' then 20 when 'INHABITANTS' then 20000 when 'GROUP_NOTES' then 60 end),
	CONSTRAINT "disclosure_thresholds_version" CHECK (version >= 1)
);
--> statement-breakpoint
-- Each change leaves a version behind, raises what servers keep of the ground of the gemeente, and tells subscribers to
-- look again; by triggers, so that no writer can forget. A row stays for good: without one the history would begin again.
create function keep_threshold_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.gemeente_code, new.kind) is distinct from (old.gemeente_code, old.kind)
    then raise exception 'a threshold stays that of its gemeente and kind';
  end if;
  insert into disclosure_threshold_changes (gemeente_code, kind, version, least, role, changed_at)
    values (new.gemeente_code, new.kind, new.version, new.least,
      coalesce(nullif(current_setting('wijkbeeld.role', true), ''), 'SYSTEM'), new.changed_at);
  insert into ground_versions as v (gemeente_code, version) values (new.gemeente_code, 1)
    on conflict (gemeente_code) do update set version = v.version + 1;
  perform pg_notify('wijkbeeld_signals', new.gemeente_code);
  return null;
end
$$;--> statement-breakpoint
create trigger disclosure_thresholds_changed after insert or update on disclosure_thresholds
  for each row execute function keep_threshold_change();--> statement-breakpoint
create function refuse_threshold_removal() returns trigger language plpgsql as $$
begin
  raise exception 'a threshold is not removed: set least to null, so that what the product asks holds';
end
$$;--> statement-breakpoint
create trigger disclosure_thresholds_stay before delete on disclosure_thresholds
  for each row execute function refuse_threshold_removal();--> statement-breakpoint
create function refuse_threshold_history_change() returns trigger language plpgsql as $$
begin
  raise exception 'the history of thresholds is only added to';
end
$$;--> statement-breakpoint
create trigger disclosure_threshold_changes_stay before update or delete on disclosure_threshold_changes
  for each row execute function refuse_threshold_history_change();
