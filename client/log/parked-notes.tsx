// What waits on this device, above the form in which a refused note is corrected.
import type { OutboxItem } from '../outbox/item.ts';
import { OutboxPanel } from '../outbox/outbox-panel.tsx';
import { type NoteDraft, newDraft } from './note-draft.ts';

/** Draws nothing when nothing waits; `replace` opens a note in the form. */
export function ParkedNotes({ replace }: { replace: (draft: NoteDraft) => void }) {
  return (
    <OutboxPanel
      onCorrect={(item) => {
        const found = draftOf(item);
        if (found) replace(found);
        return found !== undefined;
      }}
    />
  );
}

/** A note of the outbox, back in the form to be corrected; undefined when the item does not hold a whole note. */
function draftOf(item: OutboxItem): NoteDraft | undefined {
  if (item.kind !== 'LOG' && item.kind !== 'REVISE') return undefined;
  const { input } = item;
  const { placeCode, theme, kind, observationText: text } = input;
  if (!placeCode || !theme || !kind || !text) return undefined;
  const { observedFrom: from, observedTo: to } = input;
  const version = item.kind === 'REVISE' ? { version: item.input.version } : {};
  return {
    ...newDraft(),
    ...{ placeCode, theme, kind, text },
    editionYear: input.editionYear ?? 0,
    meaning: input.interpretationText ?? '',
    severity: input.severity ?? 'ATTENTION',
    scaleBand: input.scaleBand ?? 'UNKNOWN',
    scaleUnit: input.scaleUnit ?? 'PERSONS',
    frequency: input.frequency ?? 'UNKNOWN',
    trend: input.trend ?? 'UNKNOWN',
    evidenceBasis: input.evidenceBasis ?? '',
    sourceType: input.sourceType ?? '',
    groups: input.populationGroups ?? [],
    reasons: input.visibilityReasons ?? [],
    icpc: (input.icpc ?? []).join(' '),
    ...(from && to ? { days: { from, to } } : {}),
    isUrgentConfirmed: input.urgentConfirmed ?? false,
    corrects: { itemId: item.id, noteId: input.id, ...version },
  };
}
