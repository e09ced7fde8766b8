-- The words of notes move to a table of their own; nothing is lost.
CREATE TABLE "note_texts" (
	"gemeente_code" text NOT NULL,
	"note_id" uuid NOT NULL,
	"observation_text" text NOT NULL,
	"interpretation_text" text,
	CONSTRAINT "note_texts_gemeente_code_note_id_pk" PRIMARY KEY("gemeente_code","note_id"),
	CONSTRAINT "note_texts_observation" CHECK (char_length(observation_text) between 1 and 600),
	CONSTRAINT "note_texts_interpretation" CHECK (interpretation_text is null or char_length(interpretation_text) between 1 and 400)
);
--> statement-breakpoint
INSERT INTO "note_texts" SELECT gemeente_code, id, observation_text, interpretation_text FROM field_notes
  WHERE observation_text IS NOT NULL;--> statement-breakpoint
DROP TRIGGER field_notes_changed ON field_notes;--> statement-breakpoint
CREATE TRIGGER field_notes_changed AFTER INSERT OR UPDATE OF published_at, ended_at, excerpt
  ON field_notes FOR EACH ROW WHEN (new.published_at IS NOT NULL) EXECUTE FUNCTION tell_signal_change();--> statement-breakpoint
ALTER TABLE "field_notes" DROP CONSTRAINT "field_notes_observation_text";--> statement-breakpoint
ALTER TABLE "field_notes" DROP CONSTRAINT "field_notes_interpretation_text";--> statement-breakpoint
ALTER TABLE "note_texts" ADD CONSTRAINT "note_texts_gemeente_code_note_id_field_notes_gemeente_code_id_fk" FOREIGN KEY ("gemeente_code","note_id") REFERENCES "public"."field_notes"("gemeente_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_notes" DROP COLUMN "observation_text";--> statement-breakpoint
ALTER TABLE "field_notes" DROP COLUMN "interpretation_text";