import { type NoteFinding as NoteFindingView, noteTextNames } from '../server/notes/screen.ts';
import { builder } from './builder.ts';
import { Finding } from './screening.ts';

const NoteText = builder.enumType('NoteText', {
  description: 'A text of a field note.',
  values: {
    OBSERVATION: { value: 'OBSERVATION', description: noteTextNames.OBSERVATION },
    INTERPRETATION: { value: 'INTERPRETATION', description: noteTextNames.INTERPRETATION },
  } as const,
});

export const NoteFinding = builder.objectRef<NoteFindingView>('NoteFinding').implement({
  description: 'A place in the words of a field note that looks like personal data.',
  fields: (t) => ({
    text: t.expose('text', { type: NoteText, description: 'The text it is in.' }),
    finding: t.expose('finding', { type: Finding, description: 'Kind and position, no words.' }),
  }),
});
