CREATE TABLE "api_keys" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"label" text NOT NULL,
	"role" text NOT NULL,
	"organisation_key" text,
	"profession" text,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_on" date,
	"last_refused_on" date,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "api_keys_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "api_keys_role" CHECK (role in ('OBSERVER', 'REVIEWER', 'ANALYST', 'POLICY', 'COUNCIL', 'RESIDENT', 'ADMIN', 'AUDITOR')),
	CONSTRAINT "api_keys_profession" CHECK (profession in ('GP', 'GP_MENTAL_HEALTH_NURSE', 'GP_PRACTICE_NURSE', 'DISTRICT_NURSE', 'PHARMACIST', 'MIDWIFE', 'PHYSIOTHERAPIST', 'ELDERLY_CARE_PHYSICIAN', 'MENTAL_HEALTH_OUTREACH', 'ADDICTION_CARE', 'YOUTH_HEALTH_PROFESSIONAL', 'YOUTH_CARE_WORKER', 'FAMILY_COACH', 'WIJKTEAM_WORKER', 'WMO_CONSULTANT', 'DEBT_COUNSELLOR', 'PARTICIPATION_CASE_MANAGER', 'YOUTH_WORKER', 'COMMUNITY_WORKER', 'OLDER_PEOPLE_ADVISER', 'CARER_CONSULTANT', 'CLIENT_SUPPORTER', 'OUTREACH_WORKER', 'WIJK_POLICE_OFFICER', 'ENFORCEMENT_OFFICER', 'TEACHER_CARE_COORDINATOR', 'SCHOOL_ATTENDANCE_OFFICER', 'SCHOOL_SOCIAL_WORKER', 'HOUSING_CONSULTANT', 'CARETAKER', 'SPORTS_COACH', 'HEALTH_BROKER', 'WIJK_MANAGER', 'LANGUAGE_POINT_LIBRARY', 'FOOD_BANK', 'KEY_PERSON', 'EXPERT_BY_EXPERIENCE', 'VOLUNTEER', 'RESIDENT')),
	CONSTRAINT "api_keys_scopes" CHECK (scopes <@ array['READ', 'LOG_NOTES', 'REACT', 'REVIEW', 'FOLLOW_UP', 'MANAGE']::text[]),
	CONSTRAINT "api_keys_scopes_some" CHECK (cardinality(scopes) > 0),
	CONSTRAINT "api_keys_secret_hash" CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "api_keys_label" CHECK (length(label) between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "login_attempts" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"return_path" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "login_attempts_state_hash" CHECK (state_hash ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "login_attempts_return_path" CHECK (return_path like '/%' and length(return_path) <= 500)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"gemeente_code" text NOT NULL,
	"membership_id" uuid NOT NULL,
	"issuer_session_hash" text,
	"sealed_id_token" "bytea",
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_token_hash" CHECK (token_hash ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "source" text DEFAULT 'DEMO' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership_fk" FOREIGN KEY ("gemeente_code","membership_id") REFERENCES "public"."memberships"("gemeente_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_secret" ON "api_keys" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "login_attempts_created" ON "login_attempts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_issuer_session" ON "sessions" USING btree ("issuer_session_hash");--> statement-breakpoint
CREATE INDEX "sessions_membership" ON "sessions" USING btree ("gemeente_code","membership_id");--> statement-breakpoint
CREATE INDEX "sessions_seen" ON "sessions" USING btree ("last_seen_at");--> statement-breakpoint
CREATE INDEX "memberships_by_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_current" ON "memberships" USING btree ("gemeente_code","person_id","role",coalesce(organisation_key, ''),coalesce(profession, '')) WHERE valid_to is null;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_source" CHECK (source in ('CLAIMS', 'HAND', 'DEMO'));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_ended_by" CHECK (ended_by in ('CLAIMS', 'HAND', 'DEMO'));