CREATE TABLE "rounding_keys" (
	"gemeente_code" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "small_counts" text;--> statement-breakpoint
ALTER TABLE "field_notes" ADD COLUMN "repeats" uuid;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_small_counts" CHECK (small_counts in ('OWN_COUNT', 'OWN_CARE_COUNT'));
--> statement-breakpoint
-- Notes published before: exact copies of one organisation on one place and theme are told; nearly the same words
-- are found from now on, when a note is published.
with said as (
  select n.gemeente_code, n.id, first_value(n.id) over (
      partition by n.gemeente_code, n.place_code, n.theme, n.organisation_key, lower(t.observation_text)
      order by n.published_at, n.id) as first
  from field_notes n join note_texts t on t.gemeente_code = n.gemeente_code and t.note_id = n.id
  where n.published_at is not null
)
update field_notes n set repeats = s.first from said s
where s.gemeente_code = n.gemeente_code and s.id = n.id and s.first <> s.id;
--> statement-breakpoint
-- Decisions on wijk x theme cells under one code only; shown_notes and common_keys of today take their place.
drop function if exists displayable_cells(timestamptz, text, text, text);
--> statement-breakpoint
drop function if exists common_keys(timestamptz, text[], text[]);
