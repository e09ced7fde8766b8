CREATE TABLE "known_documents" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"place_code" text NOT NULL,
	"theme" text,
	"title" text NOT NULL,
	"address" text NOT NULL,
	"published_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_documents_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "known_documents_place_code" CHECK (place_code ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2})$'),
	CONSTRAINT "known_documents_theme" CHECK (theme in ('LIVELIHOOD', 'WORK_EDUCATION', 'DAY_ACTIVITIES', 'HOUSING', 'FAMILY_PARENTING', 'SAFETY_AT_HOME', 'MENTAL_HEALTH', 'PHYSICAL_HEALTH', 'SUBSTANCE_USE', 'SELF_RELIANCE', 'PAPERWORK_DIGITAL', 'SOCIAL_NETWORK', 'INFORMAL_CARE', 'PARTICIPATION', 'MEANING', 'LIVING_ENVIRONMENT', 'ACCESS_TO_SERVICES')),
	CONSTRAINT "known_documents_address" CHECK (address like 'https://%')
);
--> statement-breakpoint
CREATE TABLE "note_feedback" (
	"gemeente_code" text NOT NULL,
	"contribution_id" uuid NOT NULL,
	"follow_up_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_feedback_gemeente_code_contribution_id_follow_up_id_pk" PRIMARY KEY("gemeente_code","contribution_id","follow_up_id")
);
--> statement-breakpoint
CREATE TABLE "signal_state_changes" (
	"gemeente_code" text NOT NULL,
	"place_code" text NOT NULL,
	"theme" text NOT NULL,
	"version" integer NOT NULL,
	"stage" text NOT NULL,
	"owner" text,
	"due_on" date,
	"reason" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_state_changes_gemeente_code_place_code_theme_version_pk" PRIMARY KEY("gemeente_code","place_code","theme","version")
);
--> statement-breakpoint
CREATE TABLE "reactions" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"statement_kind" text NOT NULL,
	"statement_id" uuid,
	"place_code" text NOT NULL,
	"theme" text NOT NULL,
	"voice" text NOT NULL,
	"is_circle_only" boolean NOT NULL,
	"body" text,
	"status" text NOT NULL,
	"reason" text,
	"received_at" timestamp with time zone NOT NULL,
	"reviewer_id" uuid,
	"reviewed_at" timestamp with time zone,
	CONSTRAINT "reactions_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "reactions_place_code" CHECK (place_code ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2})$'),
	CONSTRAINT "reactions_statement_kind" CHECK (statement_kind in ('FOLLOW_UP', 'INTERPRETATION', 'SIGNAL')),
	CONSTRAINT "reactions_theme" CHECK (theme in ('LIVELIHOOD', 'WORK_EDUCATION', 'DAY_ACTIVITIES', 'HOUSING', 'FAMILY_PARENTING', 'SAFETY_AT_HOME', 'MENTAL_HEALTH', 'PHYSICAL_HEALTH', 'SUBSTANCE_USE', 'SELF_RELIANCE', 'PAPERWORK_DIGITAL', 'SOCIAL_NETWORK', 'INFORMAL_CARE', 'PARTICIPATION', 'MEANING', 'LIVING_ENVIRONMENT', 'ACCESS_TO_SERVICES')),
	CONSTRAINT "reactions_voice" CHECK (voice in ('RESIDENT', 'PROFESSIONAL')),
	CONSTRAINT "reactions_status_code" CHECK (status in ('SUBMITTED', 'PUBLISHED', 'REJECTED', 'WITHDRAWN')),
	CONSTRAINT "reactions_reason" CHECK (reason in ('PERSON_RECOGNISABLE', 'SINGLE_CASE', 'OUT_OF_SCOPE', 'DUPLICATE', 'UNCLEAR', 'JUDGEMENT_NOT_OBSERVATION')),
	CONSTRAINT "reactions_statement" CHECK ((statement_kind = 'SIGNAL') = (statement_id is null)),
	CONSTRAINT "reactions_body" CHECK ((body is null) = (status in ('REJECTED', 'WITHDRAWN'))),
	CONSTRAINT "reactions_body_length" CHECK (body is null or char_length(body) between 1 and 600),
	CONSTRAINT "reactions_reasoned" CHECK ((status = 'REJECTED') = (reason is not null)),
	CONSTRAINT "reactions_reviewed" CHECK ((reviewer_id is null) = (reviewed_at is null))
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"place_code" text NOT NULL,
	"year" integer NOT NULL,
	"as_of" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "snapshots_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "snapshots_place_code" CHECK (place_code ~ '^WK[0-9]{4}[0-9A-Z]{2}$'),
	CONSTRAINT "snapshots_hash" CHECK (hash ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "noticed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interpretations" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "signal_states" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "note_feedback" ADD CONSTRAINT "note_feedback_follow_up" FOREIGN KEY ("gemeente_code","follow_up_id") REFERENCES "public"."follow_ups"("gemeente_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_documents_place" ON "known_documents" USING btree ("gemeente_code","place_code");--> statement-breakpoint
CREATE INDEX "reactions_place" ON "reactions" USING btree ("gemeente_code","place_code","theme");--> statement-breakpoint
CREATE INDEX "reactions_status" ON "reactions" USING btree ("gemeente_code","status","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshots_id" ON "snapshots" USING btree ("id");--> statement-breakpoint
ALTER TABLE "interpretations" ADD CONSTRAINT "interpretations_outcome" CHECK (outcome in ('CONFIRMED', 'SIGNAL_ABOVE_FIGURE', 'SIGNAL_WITHOUT_FIGURE', 'FIGURE_ABOVE_SIGNAL', 'NO_CONCERN', 'INSUFFICIENT_COVERAGE', 'NO_DATA'));
--> statement-breakpoint
-- States as of a day: a trigger keeps every version, so that no writer can forget. What stood before is version so far.
insert into signal_state_changes (gemeente_code, place_code, theme, version, stage, owner, due_on, reason, changed_at)
  select gemeente_code, place_code, theme, version, stage, owner, due_on, reason, changed_at from signal_states;--> statement-breakpoint
create function keep_signal_state() returns trigger language plpgsql as $$
begin
  insert into signal_state_changes (gemeente_code, place_code, theme, version, stage, owner, due_on, reason, changed_at)
    values (new.gemeente_code, new.place_code, new.theme, new.version, new.stage, new.owner, new.due_on, new.reason, new.changed_at);
  return null;
end
$$;--> statement-breakpoint
create trigger signal_states_kept after insert or update on signal_states
  for each row execute function keep_signal_state();--> statement-breakpoint
-- A snapshot is cited: whoever has its hash must find the same words for good.
create function refuse_snapshot_change() returns trigger language plpgsql as $$
begin
  raise exception 'A snapshot is never changed or removed.';
end
$$;--> statement-breakpoint
create trigger snapshots_immutable before update or delete on snapshots
  for each row execute function refuse_snapshot_change();
