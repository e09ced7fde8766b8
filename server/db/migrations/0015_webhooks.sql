CREATE TABLE "webhook_deliveries" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"webhook_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"leased_until" timestamp with time zone,
	"last_failure" text,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "webhook_deliveries_topic" CHECK (topic in ('SIGNALS', 'REVIEW_QUEUE', 'PUBLICATIONS')),
	CONSTRAINT "webhook_deliveries_status" CHECK (status in ('WAITING', 'DELIVERED', 'DEAD')),
	CONSTRAINT "webhook_deliveries_delivered" CHECK ((delivered_at is not null) = (status = 'DELIVERED')),
	CONSTRAINT "webhook_deliveries_attempts" CHECK (attempts >= 0)
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"topics" text[] NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"via" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen" jsonb NOT NULL,
	"looked_at" timestamp with time zone,
	"version" integer NOT NULL,
	"failures" integer NOT NULL,
	"paused_at" timestamp with time zone,
	CONSTRAINT "webhooks_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "webhooks_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "webhooks_topics" CHECK (topics <@ array['SIGNALS', 'REVIEW_QUEUE', 'PUBLICATIONS']::text[]),
	CONSTRAINT "webhooks_role" CHECK (role in ('OBSERVER', 'REVIEWER', 'ANALYST', 'POLICY', 'COUNCIL', 'RESIDENT', 'ADMIN', 'AUDITOR')),
	CONSTRAINT "webhooks_via" CHECK (via in ('DEMO', 'SESSION', 'KEY', 'TOKEN')),
	CONSTRAINT "webhooks_url" CHECK (url ~ '^https?://' and char_length(url) <= 500),
	CONSTRAINT "webhooks_some_topic" CHECK (cardinality(topics) > 0),
	CONSTRAINT "webhooks_failures" CHECK (failures >= 0)
);
--> statement-breakpoint
ALTER TABLE "retention_certificates" DROP CONSTRAINT "retention_certificates_kind";--> statement-breakpoint
ALTER TABLE "retention_rules" DROP CONSTRAINT "retention_rules_kind";--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook" FOREIGN KEY ("gemeente_code","webhook_id") REFERENCES "public"."webhooks"("gemeente_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("status","next_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_webhook_idx" ON "webhook_deliveries" USING btree ("gemeente_code","webhook_id","created_at");--> statement-breakpoint
ALTER TABLE "retention_certificates" ADD CONSTRAINT "retention_certificates_kind" CHECK (kind in ('DRAFTS', 'KEPT_CONFLICTS', 'NOTE_TEXTS', 'REACTION_TEXTS', 'AUTHORSHIP', 'AUDIT', 'LOGBOOK', 'QUARANTINE', 'IMPORT_ORIGINALS', 'WEBHOOK_MESSAGES', 'ACCOUNT'));--> statement-breakpoint
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_kind" CHECK (kind in ('DRAFTS', 'KEPT_CONFLICTS', 'NOTE_TEXTS', 'REACTION_TEXTS', 'AUTHORSHIP', 'AUDIT', 'LOGBOOK', 'QUARANTINE', 'IMPORT_ORIGINALS', 'WEBHOOK_MESSAGES', 'ACCOUNT'));