CREATE TABLE "contacts" (
	"gemeente_code" text NOT NULL,
	"place_code" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"address" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contacts_gemeente_code_place_code_pk" PRIMARY KEY("gemeente_code","place_code"),
	CONSTRAINT "contacts_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "contacts_place_code" CHECK (place_code ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2})$'),
	CONSTRAINT "contacts_place_in_gemeente" CHECK (substr(place_code, 3, 4) = substr(gemeente_code, 3, 4))
);
