CREATE TABLE "place_conversions" (
	"gemeente_code" text NOT NULL,
	"from_code" text NOT NULL,
	"from_year" integer NOT NULL,
	"to_code" text NOT NULL,
	"to_year" integer NOT NULL,
	"share" double precision NOT NULL,
	"basis" text DEFAULT '' NOT NULL,
	CONSTRAINT "place_conversions_key" PRIMARY KEY("gemeente_code","from_code","from_year","to_code","to_year"),
	CONSTRAINT "place_conversions_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "place_conversions_share" CHECK (share > 0 and share <= 1),
	CONSTRAINT "place_conversions_order" CHECK (from_year < to_year)
);
