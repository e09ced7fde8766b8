-- Tells every server process that an edition went live or was taken back; the payload is what the edition covers.
create function tell_publication() returns trigger language plpgsql as $$
begin
  perform pg_notify('wijkbeeld_publications', e.scope) from editions e where e.id = new.edition_id;
  return null;
end
$$;--> statement-breakpoint
create trigger edition_spans_told after insert or update of live_to on edition_spans
  for each row execute function tell_publication();
