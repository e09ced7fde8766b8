CREATE TABLE "edition_divisions" (
	"edition_id" integer NOT NULL,
	"gemeente_code" text NOT NULL,
	"codes" text[] NOT NULL,
	"names" text[] NOT NULL,
	"change_codes" integer[] NOT NULL,
	"urbanities" integer[] NOT NULL,
	CONSTRAINT "edition_divisions_edition_id_gemeente_code_pk" PRIMARY KEY("edition_id","gemeente_code"),
	CONSTRAINT "edition_divisions_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "edition_divisions_lengths" CHECK (cardinality(codes) = cardinality(names) and cardinality(codes) = cardinality(change_codes) and cardinality(codes) = cardinality(urbanities))
);
--> statement-breakpoint
ALTER TABLE "edition_divisions" ADD CONSTRAINT "edition_divisions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;