// What people do with signals, as it is read: follow-ups, interpretations, known documents, reactions. How it is
// changed stands in handling.ts and reactions.ts.
import type {
  FollowUp as FollowUpView,
  Interpretation as InterpretationView,
  KnownDocument as KnownDocumentView,
  Reaction as ReactionView,
} from '../server/follow-ups/load.ts';
import { builder } from './builder.ts';
import {
  ConcordanceOutcome,
  FollowUpResult,
  Profession,
  PublicationLevel,
  ReactionVoice,
  ThemeCode,
} from './codes.ts';

export const Reaction = builder.objectRef<ReactionView>('Reaction').implement({
  description: 'A published reaction to a statement. Who wrote it is shown to nobody.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the reaction.' }),
    text: t.exposeString('text', { description: 'The words.' }),
    voice: t.expose('voice', {
      type: ReactionVoice,
      description: 'Whether a resident or a professional wrote it; never more precise.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      description: 'First day of the month in which it was published.',
    }),
  }),
});

export const FollowUp = builder.objectRef<FollowUpView>('FollowUp').implement({
  description: 'What is done with a signal.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the follow-up.' }),
    action: t.exposeString('action', { description: 'What will be done.' }),
    owner: t.exposeString('owner', { description: 'Function or team that does it.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: 'Day by which it is due; null: none agreed.',
    }),
    result: t.expose('result', {
      type: FollowUpResult,
      nullable: true,
      description: 'How it ended; null while open.',
    }),
    publicSentence: t.exposeString('publicSentence', {
      nullable: true,
      description: 'What is done about it, for everyone; null while open.',
    }),
    fedBackAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the observers were told; null while open.',
      resolve: (followUp) => (followUp.fedBackAt ? new Date(followUp.fedBackAt) : null),
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it was recorded.',
      resolve: (followUp) => new Date(followUp.recordedAt),
    }),
    placeCode: t.expose('placeCode', { type: 'PlaceCode', description: 'Wijk of the signal.' }),
    theme: t.expose('theme', { type: ThemeCode, description: 'Theme of the signal.' }),
    reactions: t.expose('reactions', {
      type: [Reaction],
      description: 'Published reactions, latest month first.',
    }),
  }),
});

export const Interpretation = builder.objectRef<InterpretationView>('Interpretation').implement({
  description:
    'A joint explanation of a figure or an outcome, made in a dialogue (Dutch: duiding).',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the interpretation.' }),
    explanation: t.exposeString('explanation', {
      description: 'The explanation that was supported.',
    }),
    figureRef: t.exposeString('figureRef', {
      nullable: true,
      description: 'Figure it refers to, as `indicator:period`; null when it is about the outcome.',
    }),
    outcome: t.expose('outcome', {
      type: ConcordanceOutcome,
      nullable: true,
      description: 'Outcome it explains; null when it is about the figure only.',
    }),
    placeCode: t.expose('placeCode', { type: 'PlaceCode', description: 'Wijk it is about.' }),
    theme: t.expose('theme', { type: ThemeCode, description: 'Theme it is about.' }),
    professions: t.expose('professions', {
      type: [Profession],
      description:
        'Who took part, by profession only. Outside the circle only professions of two or more organisations.',
    }),
    heldOn: t.expose('heldOn', { type: 'Date', description: 'Day of the dialogue.' }),
    publicationLevel: t.expose('publicationLevel', {
      type: PublicationLevel,
      description: 'Who may read it.',
    }),
    reactions: t.expose('reactions', {
      type: [Reaction],
      description: 'Published reactions, latest month first.',
    }),
  }),
});

export const KnownDocument = builder.objectRef<KnownDocumentView>('KnownDocument').implement({
  description: 'A document that says what is known already (Dutch: wat weten we al).',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the document.' }),
    placeCode: t.expose('placeCode', {
      type: 'PlaceCode',
      description: 'Wijk, or the gemeente for all its wijken.',
    }),
    theme: t.expose('theme', {
      type: ThemeCode,
      nullable: true,
      description: 'Theme it is about; null: all themes.',
    }),
    title: t.exposeString('title', { description: 'Title as printed on it.' }),
    address: t.exposeString('address', { description: 'Web address, https.' }),
    publishedOn: t.expose('publishedOn', { type: 'Date', description: 'Day of publication.' }),
  }),
});
