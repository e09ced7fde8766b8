import { loadNoteGroups, type ToldGroup, type ToldGroups } from '../server/overview/note-groups.ts';
import type { NoteDimension as Dimension } from '../server/privacy/note-groups.ts';
import { builder } from './builder.ts';
import { CountBand, NoteKind, Profession, ThemeCode } from './codes.ts';

const NoteDimension = builder.enumType('NoteDimension', {
  description: 'By what field notes are grouped.',
  values: {
    THEME: { value: 'THEME', description: 'Theme of the note.' },
    WIJK: { value: 'WIJK', description: 'Wijk that the note is about.' },
    MONTH: { value: 'MONTH', description: 'Month of the last day of what was seen.' },
    KIND: { value: 'KIND', description: 'What kind of thing the note tells.' },
    PROFESSION: {
      value: 'PROFESSION',
      description: 'Profession of who wrote or confirmed the note.',
    },
  } as const satisfies Record<Dimension, { value: Dimension; description: string }>,
});

const NoteGroupState = builder.enumType('NoteGroupState', {
  description: 'Whether anything is told of a group.',
  values: {
    SHOWN: { value: 'SHOWN', description: 'Enough organisations stand behind it.' },
    NOT_TOLD: {
      value: 'NOT_TOLD',
      description:
        'No notes, too few of them, or kept back because the other groups would tell of too few elsewhere; which of these is not said.',
    },
  },
});

const NoteGroup = builder.objectRef<ToldGroup>('NoteGroup').implement({
  description:
    'Field notes that have something in common. A dimension that was not asked for is null.',
  fields: (t) => ({
    theme: t.expose('theme', { type: ThemeCode, nullable: true, description: 'The theme.' }),
    placeCode: t.expose('placeCode', {
      type: 'WijkCode',
      nullable: true,
      description: 'Code of the wijk.',
    }),
    month: t.expose('month', {
      type: 'Date',
      nullable: true,
      description: 'First day of the month in which it was seen.',
    }),
    kind: t.expose('kind', { type: NoteKind, nullable: true, description: 'Kind of note.' }),
    profession: t.expose('profession', {
      type: Profession,
      nullable: true,
      description: 'Profession of those who wrote or confirmed.',
    }),
    state: t.field({
      type: NoteGroupState,
      description: 'Whether anything is told of it.',
      resolve: ({ voices }) => (voices === null ? 'NOT_TOLD' : 'SHOWN'),
    }),
    voices: t.expose('voices', {
      type: CountBand,
      nullable: true,
      description: 'How many organisations stand behind it; null unless SHOWN.',
    }),
  }),
});

const NoteGroups = builder.objectRef<ToldGroups>('NoteGroups').implement({
  description: 'A table of groups of field notes.',
  fields: (t) => ({
    asOf: t.expose('asOf', {
      type: 'Date',
      description: 'Last day that counts: the end of the last whole month.',
    }),
    groups: t.expose('groups', {
      type: [NoteGroup],
      description: 'Every group of the table, the ones of which nothing is told too.',
    }),
  }),
});

const NoteGroupFilter = builder.inputType('NoteGroupFilter', {
  description: 'Only notes of these; each value given counts as a dimension.',
  fields: (t) => ({
    theme: t.field({ type: ThemeCode, description: 'Only this theme.' }),
    month: t.field({ type: 'Date', description: 'Only this month, by its first day.' }),
    kind: t.field({ type: NoteKind, description: 'Only this kind.' }),
    profession: t.field({ type: Profession, description: 'Only this profession.' }),
  }),
});

builder.queryField('noteGroups', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: NoteGroups,
    description:
      'Field notes by group, as bands of organisations: notes of signals that may be shown, as they stood at the end of the last month. A group finer than wijk and theme shows from five notes of three organisations, or from as many as the gemeente asks (disclosureThresholds) and one organisation more. The same for every reader, however it is asked.',
    args: {
      within: t.arg({
        type: 'PlaceCode',
        required: true,
        description: 'Gemeente, or one wijk of it.',
      }),
      by: t.arg({
        type: [NoteDimension],
        required: true,
        description:
          'Dimensions of the table, at most two; with filter and a wijk at most three. None: one group.',
      }),
      filter: t.arg({ type: NoteGroupFilter, description: 'Only these notes.' }),
    },
    resolve: (_root, args, { readDb, now }) => loadNoteGroups(readDb, args, now),
  }),
);
