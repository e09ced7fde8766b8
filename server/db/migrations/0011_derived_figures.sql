CREATE TABLE "use_models" (
	"edition_id" integer NOT NULL,
	"slot" integer NOT NULL,
	"predictors" integer[] NOT NULL,
	"coefficients" double precision[] NOT NULL,
	"wijken" integer NOT NULL,
	"residual_deviation" double precision NOT NULL,
	"r_squared" double precision NOT NULL,
	CONSTRAINT "use_models_edition_id_slot_pk" PRIMARY KEY("edition_id","slot"),
	CONSTRAINT "use_models_coefficients" CHECK (cardinality(coefficients) = cardinality(predictors) + 1)
);
--> statement-breakpoint
ALTER TABLE "benchmark_rows" ADD COLUMN "wijken" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "use_models" ADD CONSTRAINT "use_models_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Editions that were staged before know their wijken too: availability is a share of them.
UPDATE "benchmark_rows" b SET "wijken" = (SELECT count(*) FROM "figure_rows" f WHERE f.edition_id = b.edition_id
  AND f.level = 'WIJK' AND (b.gemeente_code = 'NL00' OR f.gemeente_code = b.gemeente_code));
