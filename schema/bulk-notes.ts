// Logging many field notes at once, for registration systems.
import { type ItemRefusal, type LoggedItem, logFieldNotes } from '../server/notes/log-many.ts';
import { builder } from './builder.ts';
import { LogFieldNoteInput } from './note-inputs.ts';
import { FieldNote } from './note-types.ts';

const ItemRefusalCode = builder.enumType('ItemRefusalCode', {
  description: 'Why one of many was refused; the codes of `extensions.code`.',
  values: {
    UNAUTHENTICATED: { description: 'Nobody is signed in.' },
    FORBIDDEN: { description: 'Not for this role, organisation or gemeente.' },
    NOT_FOUND: { description: 'Something that it names does not exist.' },
    BAD_USER_INPUT: { description: 'An answer is wrong, or a text holds personal data.' },
    CONFLICT: { description: 'Its id is taken by another note.' },
    QUERY_TOO_COMPLEX: { description: 'It is too large.' },
    RATE_LIMITED: { description: 'Too much in a short time; send it later.' },
  } as const,
});

const ItemRefusalType = builder.objectRef<ItemRefusal>('ItemRefusal').implement({
  description: 'Why one of many was refused, as it would have been alone.',
  fields: (t) => ({
    code: t.expose('code', { type: ItemRefusalCode, description: 'Kind of refusal.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The wrong field of the note; null when it is about the whole.',
    }),
    message: t.exposeString('message', { description: 'What is wrong and what to do.' }),
  }),
});

const LoggedItemType = builder.objectRef<LoggedItem>('LoggedItem').implement({
  description: 'What became of one of the notes sent: stored, or refused with the reason.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Place in the list that was sent, from 0.' }),
    id: t.expose('id', { type: 'UUID', description: 'Id of the note that was sent.' }),
    note: t.expose('note', {
      type: FieldNote,
      nullable: true,
      description: 'The note as it is stored, also when it was there already; null when refused.',
    }),
    refusal: t.expose('refusal', {
      type: ItemRefusalType,
      nullable: true,
      description: 'Why it was refused; null when it is stored.',
    }),
  }),
});

builder.mutationField('logFieldNotes', (t) =>
  t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: [LoggedItemType],
    description:
      'Logs up to 500 field notes, each by itself: one that is refused holds up no other, and sending all again changes nothing. A value that the schema does not know refuses the whole call before anything is stored.',
    args: {
      notes: t.arg({
        type: [LogFieldNoteInput],
        required: true,
        description: 'The notes, each with an id of its own; 1 to 500.',
      }),
    },
    resolve: (_root, { notes }, { db, actor, now }) => logFieldNotes(db, actor, notes, now),
  }),
);
