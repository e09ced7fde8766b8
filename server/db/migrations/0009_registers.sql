CREATE TABLE "gemeente_secrets" (
	"gemeente_code" text PRIMARY KEY NOT NULL,
	"inner_key" "bytea" NOT NULL,
	"outer_key" "bytea" NOT NULL,
	CONSTRAINT "gemeente_secrets_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$')
);
--> statement-breakpoint
CREATE TABLE "logbook_lines" (
	"gemeente_code" text NOT NULL,
	"operation_id" text NOT NULL,
	"trace_id" text NOT NULL,
	"parent_operation_id" text,
	"status_code" integer NOT NULL,
	"name" text NOT NULL,
	"start_time" timestamp with time zone NOT NULL,
	"end_time" timestamp with time zone NOT NULL,
	"processing_activity_id" text NOT NULL,
	"data_subject_id" text,
	CONSTRAINT "logbook_lines_gemeente_code_operation_id_pk" PRIMARY KEY("gemeente_code","operation_id"),
	CONSTRAINT "logbook_lines_operation" CHECK (operation_id ~ '^[0-9a-f]{16}$'),
	CONSTRAINT "logbook_lines_trace" CHECK (trace_id ~ '^[0-9a-f]{32}$'),
	CONSTRAINT "logbook_lines_status" CHECK (status_code in (0, 1, 2))
);
--> statement-breakpoint
CREATE TABLE "register_settings" (
	"gemeente_code" text NOT NULL,
	"entry" text NOT NULL,
	"organisation" text,
	"contact" text,
	"public_page" text,
	"status" text,
	"category" text,
	"started_in" text,
	"ended_in" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "register_settings_gemeente_code_entry_pk" PRIMARY KEY("gemeente_code","entry"),
	CONSTRAINT "register_settings_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "register_settings_status" CHECK (status in ('IN_USE', 'IN_DEVELOPMENT', 'OUT_OF_USE')),
	CONSTRAINT "register_settings_category" CHECK (category in ('HIGH_RISK', 'IMPACTFUL', 'OTHER')),
	CONSTRAINT "register_settings_started" CHECK (started_in ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "register_settings_ended" CHECK (ended_in ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
CREATE TABLE "erased_contributions" (
	"gemeente_code" text NOT NULL,
	"person_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"erased_on" date NOT NULL,
	CONSTRAINT "erased_contributions_gemeente_code_person_id_contribution_id_pk" PRIMARY KEY("gemeente_code","person_id","contribution_id")
);
--> statement-breakpoint
CREATE TABLE "retention_certificates" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"batch" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"older_than" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	"hash" text NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retention_certificates_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "retention_certificates_kind" CHECK (kind in ('DRAFTS', 'KEPT_CONFLICTS', 'NOTE_TEXTS', 'REACTION_TEXTS', 'AUTHORSHIP', 'AUDIT', 'LOGBOOK', 'QUARANTINE', 'IMPORT_ORIGINALS', 'ACCOUNT'))
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"gemeente_code" text NOT NULL,
	"kind" text NOT NULL,
	"days" integer,
	"reason" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retention_rules_gemeente_code_kind_pk" PRIMARY KEY("gemeente_code","kind"),
	CONSTRAINT "retention_rules_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "retention_rules_kind" CHECK (kind in ('DRAFTS', 'KEPT_CONFLICTS', 'NOTE_TEXTS', 'REACTION_TEXTS', 'AUTHORSHIP', 'AUDIT', 'LOGBOOK', 'QUARANTINE', 'IMPORT_ORIGINALS', 'ACCOUNT')),
	CONSTRAINT "retention_rules_days" CHECK (days between 1 and 36525),
	CONSTRAINT "retention_rules_reason" CHECK (char_length(reason) between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "reactions" DROP CONSTRAINT "reactions_body";--> statement-breakpoint
ALTER TABLE "audit_heads" ADD COLUMN "waiting_day" date;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD COLUMN "waiting_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD COLUMN "waiting_sum" text DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD COLUMN "cut_number" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD COLUMN "cut_hash" text DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_lines" ADD COLUMN "trace_id" text;--> statement-breakpoint
ALTER TABLE "reactions" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "logbook_lines_start" ON "logbook_lines" USING btree ("gemeente_code","start_time");--> statement-breakpoint
CREATE INDEX "retention_certificates_erased" ON "retention_certificates" USING btree ("gemeente_code","erased_at");--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_body" CHECK ((body is null) = (status in ('REJECTED', 'WITHDRAWN') or erased_at is not null));
--> statement-breakpoint
-- Pseudonyms are NMAC-SHA256 (Bellare, Canetti, Krawczyk 1996) under random keys per gemeente that no query can
-- read: this function alone uses them, and makes them when they are not there yet.
create function keyed_hash(gemeente text, message text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  keys gemeente_secrets%rowtype;
begin
  select * into keys from gemeente_secrets s where s.gemeente_code = gemeente;
  if not found then
    insert into gemeente_secrets (gemeente_code, inner_key, outer_key)
      values (gemeente, random_key(), random_key()) on conflict do nothing;
    select * into strict keys from gemeente_secrets s where s.gemeente_code = gemeente;
  end if;
  return encode(sha256(keys.outer_key || sha256(keys.inner_key || convert_to(message, 'UTF8'))), 'hex');
end
$$;--> statement-breakpoint
-- 64 bytes, each half a hash of three version 4 uuids: gen_random_uuid is the strong source that is in every PostgreSQL.
create function random_key() returns bytea language sql volatile set search_path = pg_catalog, pg_temp as $$
  select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    || sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
$$;--> statement-breakpoint
revoke all on gemeente_secrets from public;--> statement-breakpoint
-- The planner keeps samples of what columns hold; of words it must not, as erasing does not reach those.
alter table note_texts alter column observation_text set statistics 0;--> statement-breakpoint
alter table note_texts alter column interpretation_text set statistics 0;--> statement-breakpoint
alter table field_notes alter column excerpt set statistics 0;--> statement-breakpoint
alter table note_revisions alter column observation_text set statistics 0;--> statement-breakpoint
alter table note_revisions alter column interpretation_text set statistics 0;--> statement-breakpoint
alter table reactions alter column body set statistics 0;--> statement-breakpoint
alter table authors alter column person_id set statistics 0;--> statement-breakpoint
alter table authors alter column pseudonym set statistics 0;
