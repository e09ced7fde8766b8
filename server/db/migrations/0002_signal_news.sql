-- Tells every server process which wijk changed, so that subscriptions hold across processes. Ids only; the
-- listeners ask what they may see. Triggers, so that no writer can forget.
create function tell_signal_change() returns trigger language plpgsql as $$
declare
  changed record := coalesce(new, old);
begin
  perform pg_notify('wijkbeeld_signals', changed.gemeente_code || ' ' || changed.place_code);
  return null;
end
$$;--> statement-breakpoint
create function tell_confirmation() returns trigger language plpgsql as $$
begin
  perform pg_notify('wijkbeeld_signals', n.gemeente_code || ' ' || n.place_code)
    from field_notes n where n.gemeente_code = new.gemeente_code and n.id = new.note_id;
  return null;
end
$$;--> statement-breakpoint
create trigger field_notes_changed after insert or update of published_at, ended_at, excerpt, observation_text
  on field_notes for each row when (new.published_at is not null) execute function tell_signal_change();--> statement-breakpoint
create trigger field_notes_unpublished after update of published_at on field_notes
  for each row when (old.published_at is not null and new.published_at is null)
  execute function tell_signal_change();--> statement-breakpoint
create trigger note_confirmations_changed after insert on note_confirmations
  for each row execute function tell_confirmation();--> statement-breakpoint
create trigger signal_states_changed after insert or update on signal_states
  for each row execute function tell_signal_change();
