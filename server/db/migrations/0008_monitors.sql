CREATE TABLE "download_pages" (
	"download_id" integer NOT NULL,
	"name" text NOT NULL,
	"checksum" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "download_pages_download_id_name_pk" PRIMARY KEY("download_id","name")
);
--> statement-breakpoint
CREATE TABLE "downloads" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "downloads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"request" text NOT NULL,
	"mark" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edition_places" (
	"edition_id" integer NOT NULL,
	"code" text NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"change_code" integer,
	"urbanity" integer,
	CONSTRAINT "edition_places_edition_id_code_pk" PRIMARY KEY("edition_id","code"),
	CONSTRAINT "edition_places_code" CHECK (code ~ '^(NL00|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$')
);
--> statement-breakpoint
CREATE TABLE "source_tables" (
	"table_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"modified_at" timestamp with time zone,
	"checked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "download_pages" ADD CONSTRAINT "download_pages_download_id_downloads_id_fk" FOREIGN KEY ("download_id") REFERENCES "public"."downloads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_places" ADD CONSTRAINT "edition_places_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "downloads_request" ON "downloads" USING btree ("request");