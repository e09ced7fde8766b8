CREATE TABLE "gemeente_looks" (
	"gemeente_code" text PRIMARY KEY NOT NULL,
	"look" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gemeente_looks_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "gemeente_looks_look" CHECK (look ~ '^[a-z0-9-]{1,40}$')
);
