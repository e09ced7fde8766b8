-- Words of a text as search compares them (search/words.ts): small letters, no accents, no apostrophes, Dutch stems.
create function fold_words(said text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(lower(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g')),
    '[''’‘`´]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')
$$;--> statement-breakpoint
-- The gemeente is a word too, so that the index answers for one gemeente without looking at the others.
create function note_words(gemeente text, said text, meant text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array[lower(gemeente)])
    || to_tsvector('pg_catalog.dutch'::regconfig, public.fold_words(said || ' ' || coalesce(meant, '')))
$$;--> statement-breakpoint
ALTER TABLE "note_texts" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (note_words(gemeente_code, observation_text, interpretation_text)) STORED;--> statement-breakpoint
-- The planner keeps no samples of words, as it keeps none of texts.
alter table note_texts alter column words set statistics 0;--> statement-breakpoint
CREATE INDEX "note_texts_words" ON "note_texts" USING gin ("words");--> statement-breakpoint
-- The catalogue of search is kept by the same number as the other caches: it rises with places and with what is live.
create trigger places_changed after insert or update or delete on places
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger place_aliases_changed after insert or update or delete on place_aliases
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger place_links_changed after insert or update or delete on place_links
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger divisions_changed after insert or update or delete on divisions
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger edition_spans_changed after insert or update or delete on edition_spans
  for each statement execute function raise_catalogue_version();
