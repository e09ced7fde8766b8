CREATE INDEX "places_gemeente" ON "places" USING btree ("gemeente_code","level");--> statement-breakpoint
-- Totals of a gemeente read every note that counts there; notes of many gemeenten lie mixed in the table, so that each would
-- cost a page of its own. Here they lie together, with all that totals rest on.
CREATE INDEX "field_notes_ground" ON "field_notes" USING btree ("gemeente_code","place_code","theme")
  INCLUDE ("id","edition_year","organisation_key","profession","repeats","published_at","ended_at","valid_until","status","publication_level")
  WHERE "published_at" IS NOT NULL;--> statement-breakpoint
-- What servers keep of figures follows from these as well; the product itself changes only what is said of an edition.
create trigger figure_rows_changed after update or delete on figure_rows
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger benchmark_rows_changed after update or delete on benchmark_rows
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger use_models_changed after update or delete on use_models
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger editions_changed after update or delete on editions
  for each statement execute function raise_catalogue_version();
