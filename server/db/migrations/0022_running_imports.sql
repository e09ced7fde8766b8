CREATE TABLE "running_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"phase" text NOT NULL,
	"done" bigint NOT NULL,
	"total" bigint,
	"started_at" timestamp with time zone NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "running_imports_phase" CHECK (phase in ('FETCHING', 'READING', 'STORING')),
	CONSTRAINT "running_imports_counts" CHECK (done >= 0 and total >= 0)
);
